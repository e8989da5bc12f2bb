import type { Consultation } from '@parvis/contract';
import { Stop } from '../cli/stop.ts';
import type { ServerBackend } from '../domain/backend.ts';
import { allOf, answerFiles, type StaticFile, type Subject } from './answers.ts';
import { openTarget, replaceFolder } from './folder.ts';
import { pageFiles } from './pages.ts';
import { finalResults } from './results.ts';

/**
 * Writes a folder that any host can serve: what anybody may read from the server now, as files for the widgets and as pages.
 * @param wanted id of the only consultation to write; absent: all
 * @returns how many files there are
 * @throws Stop with a sentence that says what to do
 */
export async function writeStatic(backend: ServerBackend, folder: string, wanted?: string): Promise<number> {
  const target = await openTarget(folder);
  const consultations = await consultationsOf(backend, wanted);
  const counted = new Map<string, ReturnType<Subject['results']>>();
  // Votes may come in meanwhile: a page has the numbers of the file beside it.
  const results: Subject['results'] = (place) => {
    const name = `${place.consultation}\n${place.ballot}`;
    const known = counted.get(name) ?? finalResults(backend.votes, place, target.earlier);
    counted.set(name, known);
    return known;
  };
  return replaceFolder(target, everything({ backend, consultations, results }));
}

async function* everything(subject: Subject): AsyncGenerator<StaticFile> {
  yield* answerFiles(subject);
  yield* pageFiles(subject);
}

async function consultationsOf({ consultations }: ServerBackend, wanted: string | undefined): Promise<Consultation[]> {
  const { items } = await allOf((page) => consultations.list({ limit: 100, ...page }));
  const found = items.filter(({ id }) => wanted === undefined || id === wanted);
  if (found.length === 0) throw new Stop(wanted === undefined ? 'Il n’y a pas encore de consultation dans ces données.' : `Il n’y a pas de consultation « ${wanted} » dans ces données.`);
  // Such a name would lead out of the folder.
  const dots = found.find(({ id }) => /^\.+$/.test(id));
  if (dots) throw new Stop(`La consultation « ${dots.id} » ne peut pas devenir un dossier. Donnez-lui un nom avec des lettres.`);
  return found;
}

import { basename, extname } from 'node:path';
import { isParvisError } from '@parvis/contract';
import type { Store } from '../store/store.ts';
import { planElection } from './election/plan.ts';
import { ImportError } from './errors.ts';
import { Findings } from './findings.ts';
import { planList } from './lists/plan.ts';
import { type ImportOptions, type Kind, parseOptions } from './options.ts';
import type { Merged, Plan } from './plan.ts';
import { type Output, Progress } from './progress.ts';
import { openSource, type Source } from './source.ts';
import { type Outcome, showJson, showText } from './summary.ts';
import { figure, slug } from './text.ts';

/** What importing asks of a store. */
export type ImportStore = Pick<Store, 'getConsultation' | 'putConsultation' | 'importVotes' | 'close'>;

export interface ImportIo {
  stdout: Output;
  stderr: Output;
}

/** Opens the store of a data folder; absent: the command line's usual one. */
export type OpenStore = (folder: string | undefined) => ImportStore;

/**
 * `parvis import`: reads a whole file and checks it, then keeps it. Exit codes: 0 kept (or nothing wrong in a dry run),
 * 1 nothing kept. Throws what `parseOptions` and `openStore` throw.
 */
export async function runImport(argv: readonly string[], io: ImportIo, openStore: OpenStore): Promise<number> {
  const options = parseOptions(argv);
  const outcome = await attempt(options, new Findings(), new Progress(io.stderr), openStore);
  if (options.json) io.stdout.write(showJson(outcome));
  else showText(outcome, io);
  return outcome.status === 'refused' ? 1 : 0;
}

async function attempt(
  options: ImportOptions, findings: Findings, progress: Progress, openStore: OpenStore,
): Promise<Outcome> {
  const about = { file: basename(options.file), options, findings };
  try {
    const source = await openSource(options.file);
    noteEncoding(source, findings);
    const kind = options.as ?? guessKind(source);
    const plan = await makePlan(kind, source, options, findings, progress);
    if (findings.badCount > 0 && !options.skipBad) return { ...about, status: 'refused', plan };
    if (options.dryRun) return { ...about, status: 'checked', plan, merged: plan.merge(undefined) };
    const store = openStore(options.data);
    try {
      return { ...about, status: 'kept', plan, merged: await keep(plan, store, progress) };
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof ImportError) return { ...about, status: 'refused', error: { message: error.message, line: error.line } };
    throw error;
  } finally {
    progress.end();
  }
}

function makePlan(kind: Kind | undefined, source: Source, options: ImportOptions, findings: Findings, progress: Progress): Promise<Plan> {
  const name = slug(basename(source.path, extname(source.path))) || 'import';
  const told = (part: number) => progress.tell('Lecture', part);
  return kind === 'pb' ? planElection(source, name, options, findings, told) : planList(source, name, options, findings, told);
}

/** Absent: a list, whose columns tell more. */
const guessKind = ({ path, head }: Source): Kind | undefined =>
  extname(path).toLowerCase() === '.pb' || /^\uFEFF?\s*META[;\s]*\n/i.test(head.replaceAll('\r', '\n')) ? 'pb' : undefined;

/** Says when a file was read as something else than UTF-8. `when`: what to look at its accents after, or before. */
export function noteEncoding({ encoding }: Source, findings: Findings, when = 'après l’import'): void {
  if (encoding === 'utf-8') return;
  const name = encoding === 'windows-1252' ? 'Windows-1252 (ancien encodage d’Excel)' : 'UTF-16';
  findings.addNote('encoding', 0, () => `Le fichier n’est pas en UTF-8 : il est lu comme ${name}. Vérifiez les accents ${when}.`);
}

async function keep(plan: Plan, store: ImportStore, progress: Progress): Promise<Merged> {
  try {
    const merged = plan.merge(await store.getConsultation(plan.consultation));
    const { definition } = merged;
    const { votes } = plan;
    if (!votes) await store.putConsultation(definition);
    else {
      // The ballot and its votes in one transaction: all is kept or nothing.
      await store.importVotes(plan.consultation, votes.ballot, votes.read(), {
        definition,
        onProgress: (done) => progress.tell('Votes gardés', done / votes.total, figure(done)),
      });
    }
    return merged;
  } catch (error) {
    if (isParvisError(error)) throw new ImportError(storeReasons[error.code] ?? `Les données n’ont pas pu être gardées (${error.code} : ${error.message}). Vérifiez le dossier des données.`);
    throw error;
  }
}

const storeReasons: Record<string, string> = {
  'rules-changed': 'Cette consultation contient déjà un vote commencé, que ce fichier changerait. Rien n’a été changé. Choisissez une autre consultation avec --consultation.',
  already: 'Ce vote contient déjà des votes : les importer encore les compterait deux fois. Rien n’a été changé. Choisissez une autre consultation avec --consultation.',
};

import type { Backend, Consultation, ConsultationsGroup, FaqGroup, FeedbackGroup, PlacesGroup, StatisticsGroup, VotesGroup } from '@parvis/contract';
import { isParvisError } from '@parvis/contract/errors';
import { closestLanguage } from '@parvis/contract/localize';
import * as own from '@parvis/contract/operations/backend';
import * as consultationOperations from '@parvis/contract/operations/consultations';
import * as placeOperations from '@parvis/contract/operations/places';
import * as statisticsOperations from '@parvis/contract/operations/statistics';
import { staticFile } from '@parvis/contract/static-files';
import { statusAt } from '@parvis/contract/time';
import { type AnswerOf, guarded } from '../author/guarded.ts';
import { page } from '../author/page.ts';
import { fileReader, type ReadFile, type StaticOptions } from './files.ts';
import { limitOf } from './limit.ts';
import { faq, feedback } from './texts.ts';
import { ballotIn, votes } from './votes.ts';

export type { StaticOptions };

/** What the groups read from. */
export interface Folder {
  read: ReadFile;
  /** The language of the files that comes closest to the one asked for. */
  lang(asked: string | undefined): Promise<string>;
  now(): Date;
}

/** What files can offer: no verb here takes anything in. */
export interface StaticBackend extends Pick<Backend, 'describe' | 'check'> {
  consultations: ConsultationsGroup;
  votes: Pick<VotesGroup, 'ballot' | 'results' | 'export'>;
  faq: Pick<FaqGroup, 'list'>;
  feedback: Pick<FeedbackGroup, 'list' | 'timeline'>;
  places: PlacesGroup;
  statistics: StatisticsGroup;
}

/**
 * An adapter for a folder of JSON files on any host, as `parvis export --static` writes it. It reads and nothing else: `describe()` names under `reading` the
 * groups of which only reading is there, and the verbs that would take something in are absent, so that widgets say so.
 * @param base address of the folder, with or without a slash at its end
 */
export function staticBackend(base: string | URL, options: StaticOptions = {}): StaticBackend {
  const read = fileReader(base, options);
  const now = options.now ?? (() => new Date());
  let known: Promise<AnswerOf<typeof own.describe>> | undefined;
  // Shared by all calls: none of them may stop it for the others.
  const describe = () => (known ??= read(own.describe, staticFile.description(), undefined).catch((error: unknown) => {
    // What did not come is asked for again.
    known = undefined;
    throw error;
  }));
  const folder: Folder = { read, now, lang: async (asked) => closestLanguage((await describe()).languages, asked) };

  return {
    describe: guarded<typeof own.describe>(describe),
    check: guarded<typeof own.check>(async () => ({ items: [await checkFolder(describe(), String(base))] })),
    consultations: consultations(folder),
    votes: votes(folder),
    faq: faq(folder),
    feedback: feedback(folder),
    places: {
      list: guarded<typeof placeOperations.list>(async ({ consultation, kind }, { locale, signal }) => {
        const { items, lang } = await read(placeOperations.list, staticFile.places(consultation, await folder.lang(locale)), signal);
        return { items: items.filter((place) => kind === undefined || place.kinds.includes(kind)), lang };
      }),
    },
    statistics: { get: guarded<typeof statisticsOperations.get>(({ consultation }, { signal }) => read(statisticsOperations.get, staticFile.statistics(consultation), signal)) },
  };
}

async function checkFolder(description: Promise<unknown>, base: string) {
  try {
    await description;
    return { id: 'files', ok: true };
  } catch (error) {
    if (!isParvisError(error)) throw error;
    return { id: 'files', ok: false, hint: `No folder of Parvis at ${base}. Write it with "parvis export --static", and copy all of it to the host.` };
  }
}

function consultations(folder: Folder): ConsultationsGroup {
  const { read, lang, now } = folder;
  /** As it stands by the reader's clock. */
  const today = async (c: Consultation, signal: AbortSignal | undefined): Promise<Consultation> => ({
    ...c,
    status: statusAt(c, now()),
    ...(c.proposalForm && { proposalForm: { ...c.proposalForm, status: statusAt(c.proposalForm, now()) } }),
    ballots: await Promise.all(c.ballots.map(async (ballot) => ({ ...ballot, status: (await ballotIn(folder, c.id, ballot.id, c.lang, signal)).status }))),
  });
  return {
    list: guarded<typeof consultationOperations.list>(async ({ cursor, limit }, { locale, signal }) => {
      const all = await read(consultationOperations.list, staticFile.consultations(await lang(locale)), signal);
      const { items, ...rest } = page(all.items, (_, index) => [index], { cursor, limit: limitOf(limit, 20) });
      return { ...rest, items: await Promise.all(items.map((c) => today(c, signal))) };
    }),
    get: guarded<typeof consultationOperations.get>(async ({ consultation }, { locale, signal }) =>
      today(await read(consultationOperations.get, staticFile.consultation(consultation, await lang(locale)), signal), signal)),
  };
}

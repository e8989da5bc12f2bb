import { type BallotInput, type Consultation, contractVersion, type Description, type Results, staticFile, type Timeline } from '@parvis/contract';
import type { ServerBackend } from '../domain/backend.ts';
import { unless } from '../domain/faults.ts';

/** One file of the folder. */
export interface StaticFile {
  /** Below the folder, with `/`. */
  path: string;
  content: string | Iterable<string> | AsyncIterable<string>;
}

/** What the whole folder is made of. */
export interface Subject {
  backend: ServerBackend;
  /** In the order of their list. */
  consultations: readonly Consultation[];
  /** Of a ballot, the same for every file; absent: it is too early. */
  results(place: BallotInput): Promise<Results | undefined>;
}

/** Votes in one file: few requests for a recount, and none of them so long that an old phone stops at it. */
const votesPerFile = 5_000;

const json = (path: string, answer: unknown): StaticFile => ({ path, content: `${JSON.stringify(answer)}\n` });

/** Every language of the consultations, those of the newest first. */
const languagesOf = (consultations: readonly Consultation[]): string[] => [...new Set(consultations.flatMap(({ languages }) => languages))];

/**
 * The answers of the public verbs, one per file: what anybody could read from the server now, and nothing else. Contacts, marks, codes and results that may not
 * be seen yet are not among it.
 */
export async function* answerFiles(subject: Subject): AsyncGenerator<StaticFile> {
  const { consultations, backend } = subject;
  const languages = languagesOf(consultations);
  yield json(staticFile.description(), {
    contract: contractVersion, name: 'static', groups: ['consultations', 'places', 'statistics'], reading: ['votes', 'faq', 'feedback'], limits: {}, languages,
  } satisfies Description);
  for (const locale of languages) {
    const items = await Promise.all(consultations.map(({ id }) => backend.consultations.get({ consultation: id }, { locale })));
    yield json(staticFile.consultations(locale), { items, total: items.length });
  }
  for (const consultation of consultations) {
    for (const locale of languages) yield* inLanguage(backend, consultation, locale);
    yield json(staticFile.statistics(consultation.id), await backend.statistics.get({ consultation: consultation.id }));
    for (const { id: ballot } of consultation.ballots) yield* countedFiles(subject, { consultation: consultation.id, ballot });
  }
}

async function* inLanguage({ consultations, votes, faq, places, feedback }: ServerBackend, { id: consultation, ballots }: Consultation, locale: string): AsyncGenerator<StaticFile> {
  const input = { consultation };
  const reader = { locale };
  yield json(staticFile.consultation(consultation, locale), await consultations.get(input, reader));
  for (const { id } of ballots) yield json(staticFile.ballot(consultation, id, locale), await votes.ballot({ ...input, ballot: id }, reader));
  yield json(staticFile.faq(consultation, locale), { ...await allOf((page) => faq.list({ ...input, limit: 200, ...page }, reader)), asking: false });
  const contributions = await allOf((page) => feedback.list({ ...input, limit: 100, ...page }, reader));
  yield json(staticFile.feedback(consultation, locale), contributions);
  for (const { id } of contributions.items) yield json(staticFile.timeline(consultation, id, locale), await timelineOf(feedback, consultation, id, locale));
  yield json(staticFile.places(consultation, locale), await places.list(input, reader));
}

/** A file takes in nobody who wants news. */
export const timelineOf = async (feedback: ServerBackend['feedback'], consultation: string, id: string, locale: string): Promise<Timeline> =>
  ({ ...await feedback.timeline({ consultation, id }, { locale }), following: false });

async function* countedFiles({ backend: { votes }, results: resultsOf }: Subject, place: BallotInput): AsyncGenerator<StaticFile> {
  const results = await resultsOf(place);
  if (results) yield json(staticFile.results(place.consultation, place.ballot), results);
  let cursor: string | undefined;
  for (let page = 1; ; page += 1) {
    const slice = await unless(['not-yet'], () => votes.export({ ...place, limit: votesPerFile, ...(cursor !== undefined && { cursor }) }));
    if (!slice) return;
    cursor = slice.next;
    yield json(staticFile.votes(place.consultation, place.ballot, String(page)), { items: slice.items, ...(cursor !== undefined && { next: String(page + 1) }) });
    if (cursor === undefined) return;
  }
}

/** A whole list, as if it were one page. */
export async function allOf<P extends { items: unknown[]; next?: string | undefined }>(read: (page: { cursor?: string }) => Promise<P>): Promise<P> {
  const first = await read({});
  const items = [...first.items];
  for (let { next } = first; next !== undefined;) {
    const page = await read({ cursor: next });
    items.push(...page.items);
    ({ next } = page);
  }
  const { next: _, ...rest } = first;
  return { ...rest, items, total: items.length } as unknown as P;
}

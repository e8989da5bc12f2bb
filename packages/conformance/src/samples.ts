import { isParvisError, smallestGroup } from '@parvis/contract';
import type { Channel, Choice, Receipt } from '@parvis/contract';
import type { CheckDefinition, Kit } from './check.ts';
import { fresh } from './check.ts';
import { refused } from './expect.ts';
import { ids } from './seed.ts';
import { goodChoices } from './seed-ballots.ts';
import { NotOffered } from './subject.ts';

/** An input that is answered, for one verb. */
export interface Sample {
  group: CheckDefinition['group'];
  verb: string;
  input: (kit: Kit) => Promise<object> | object;
}

const consultation = ids.open;
const mark = () => ({ mark: fresh(), sequence: 1 });

/** A vote that may be cast, from a device that has not voted. */
export async function goodVote({ backend }: Kit, ballot: string) {
  const { rulesHash } = await backend.votes.ballot({ consultation, ballot });
  return { consultation, ballot, key: fresh(), voter: { mark: fresh() }, rulesHash, choice: goodChoices[ballot] ?? { blank: true as const } };
}

/** Blank votes, as many as results of an open ballot wait for. */
export const enough: readonly [Choice, Channel][] = Array.from({ length: smallestGroup }, () => [{ blank: true }, 'online']);

/**
 * Casts them all at once, asks for the results, and casts as many again: whatever came before is in the results afterwards, also where these follow behind the votes (see `liveStep`).
 * @returns the receipt of the last
 */
export async function castEnough(kit: Kit, ballot: string): Promise<Receipt> {
  const { votes } = kit.backend;
  const castAll = async () => {
    const vote = await goodVote(kit, ballot);
    const receipts = await Promise.all(enough.map(([choice]) => votes.cast({ ...vote, key: fresh(), voter: { mark: fresh() }, choice })));
    return receipts.at(-1) as Receipt;
  };
  const { receipt } = await castAll();
  const { results } = await votes.ballot({ consultation, ballot });
  const place = { consultation, ballot };
  await (results === 'after-vote' ? votes.resultsAfterVote({ ...place, receipt }) : votes.results(place)).catch(unlessEarly);
  return castAll();
}

/** Goes on where results are not to be seen yet. */
export function unlessEarly(error: unknown): void {
  if (!isParvisError(error) || error.code !== 'not-yet') throw error;
}

export const goodProposal = () => ({
  consultation, key: fresh(), title: 'Un banc devant l’école', text: 'Pour attendre les enfants à l’ombre.', category: 'nature',
});

export const goodQuestion = () => ({ consultation, key: fresh(), question: 'Peut-on voter par courrier ?' });

/** The smallest PNG: one pixel. */
export const picture = {
  name: 'place.png', type: 'image/png',
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

const wish = () => ({ consultation, id: 'kit-f1', contact: { email: 'ana@kit.example', consent: true }, follow: true, ...mark() });

/** Ends the check where the timeline says that no news can be sent: then no address may be taken either. */
export async function mustSendNews({ backend }: Kit): Promise<void> {
  if ((await backend.feedback.timeline({ consultation, id: 'kit-f1' })).following) return;
  await refused(backend.feedback.follow(wish()), 'unsupported', 'a wish for news of a contribution whose timeline offers none');
  throw new NotOffered('the backend sends no news of contributions');
}

const receiptOf = async (kit: Kit) => (await kit.backend.votes.cast(await goodVote(kit, 'approval'))).receipt;

/** One for each verb of the contract; a test of the kit holds this list against the operations. */
export const samples: readonly Sample[] = [
  { group: 'backend', verb: 'describe', input: () => ({}) },
  { group: 'backend', verb: 'check', input: () => ({}) },
  { group: 'consultations', verb: 'list', input: () => ({}) },
  { group: 'consultations', verb: 'get', input: () => ({ consultation }) },
  { group: 'proposals', verb: 'list', input: () => ({ consultation }) },
  { group: 'proposals', verb: 'get', input: () => ({ consultation, id: 'kit-p1' }) },
  { group: 'proposals', verb: 'submit', input: goodProposal },
  { group: 'proposals', verb: 'support', input: () => ({ consultation, id: 'kit-p3', ...mark() }) },
  { group: 'proposals', verb: 'withdrawSupport', input: () => ({ consultation, id: 'kit-p3', ...mark() }) },
  { group: 'votes', verb: 'ballot', input: () => ({ consultation, ballot: 'approval' }) },
  { group: 'votes', verb: 'cast', input: (kit) => goodVote(kit, 'approval') },
  { group: 'votes', verb: 'receipt', input: async (kit) => ({ consultation, ballot: 'approval', receipt: await receiptOf(kit) }) },
  { group: 'votes', verb: 'results', input: () => ({ consultation, ballot: 'closed' }) },
  { group: 'votes', verb: 'resultsAfterVote', input: async (kit) => ({ consultation, ballot: 'budget', receipt: (await castEnough(kit, 'budget')).receipt }) },
  { group: 'votes', verb: 'export', input: () => ({ consultation, ballot: 'closed' }) },
  { group: 'faq', verb: 'list', input: () => ({ consultation }) },
  { group: 'faq', verb: 'ask', input: goodQuestion },
  { group: 'faq', verb: 'rate', input: () => ({ consultation, id: 'kit-q1', useful: true, ...mark() }) },
  { group: 'feedback', verb: 'list', input: () => ({ consultation }) },
  { group: 'feedback', verb: 'timeline', input: () => ({ consultation, id: 'kit-f1' }) },
  { group: 'feedback', verb: 'follow', input: (kit) => mustSendNews(kit).then(wish) },
  { group: 'feedback', verb: 'rate', input: () => ({ consultation, id: 'kit-f1', useful: true, ...mark() }) },
  { group: 'attachments', verb: 'create', input: () => ({ consultation, key: fresh(), ...picture }) },
  { group: 'places', verb: 'list', input: () => ({ consultation }) },
  { group: 'statistics', verb: 'get', input: () => ({ consultation }) },
];

import type { Ballot, CallContext, Choice, PartialBackend, Receipt } from '@parvis/contract';
import { randomKey } from '@parvis/contract/codes';
import { isParvisError, type ErrorCode, type ParvisError } from '@parvis/contract/errors';
import { deviceMark, forget, keep, kept } from '../shared/store.ts';

/** One act of voting. Its key stays the same until its answer is known, so it counts once however often it is sent. */
export interface Act {
  key: string;
  choice: Choice;
  rulesHash: string;
}

/** What this device keeps of one ballot: an act without an answer, the receipt, or only that it has voted. */
export interface Kept {
  act?: Act;
  receipt?: Receipt;
  voted?: true;
}

export type Outcome =
  | { kind: 'received'; receipt: Receipt }
  /** This device had voted; the receipt is not here. */
  | { kind: 'voted' }
  /** Another page of this device has a vote under way. */
  | { kind: 'elsewhere'; act: Act }
  /** The vote may have arrived. `safe`: it outlives this page. */
  | { kind: 'unsure'; act: Act; code: ErrorCode; safe: boolean }
  | { kind: 'refused'; error: ParvisError };

/** After these nobody knows whether the vote arrived. */
const unclear: readonly ErrorCode[] = ['offline', 'aborted', 'backend-fault', 'quota'];

const place = ({ consultation, id }: Ballot) => `${consultation}/${id}`;
export const voteName = (ballot: Ballot): string => `vote/${place(ballot)}`;
export const draftName = (ballot: Ballot): string => `draft/${place(ballot)}`;

/** One page of the site at a time, where the browser has locks (secure contexts). Elsewhere the backend's mark decides. */
const alone = <T>(name: string, act: () => Promise<T>): Promise<T> =>
  globalThis.navigator?.locks ? (navigator.locks.request(`parvis/${name}`, act) as Promise<T>) : act();

/**
 * Casts a vote so that it counts once: the act is kept before it is sent, and forgotten only for a clear answer.
 * @param mine the act to send again; absent: a new one.
 */
export const castOnce = (
  cast: NonNullable<NonNullable<PartialBackend['votes']>['cast']>, ballot: Ballot, choice: Choice, mine: Act | undefined, context: CallContext,
): Promise<Outcome> => {
  const name = voteName(ballot);
  return alone(name, async () => {
    const before = await kept<Kept>(name);
    if (before?.receipt) return { kind: 'received', receipt: before.receipt };
    if (before?.voted) return { kind: 'voted' };
    if (before?.act && before.act.key !== mine?.key) return { kind: 'elsewhere', act: before.act };
    const act = mine ?? { key: randomKey(), choice, rulesHash: ballot.rulesHash };
    const safe = await keep(name, { act });
    try {
      const voter = { mark: await deviceMark() };
      const receipt = await cast({ consultation: ballot.consultation, ballot: ballot.id, voter, ...act }, context);
      await keep(name, { receipt });
      await forget(draftName(ballot));
      return { kind: 'received', receipt };
    } catch (error) {
      if (!isParvisError(error) || unclear.includes(error.code)) {
        return { kind: 'unsure', act, code: isParvisError(error) ? error.code : 'backend-fault', safe };
      }
      if (error.code !== 'already-voted') {
        await forget(name);
        return { kind: 'refused', error };
      }
      await keep(name, { voted: true });
      await forget(draftName(ballot));
      return { kind: 'voted' };
    }
  });
};

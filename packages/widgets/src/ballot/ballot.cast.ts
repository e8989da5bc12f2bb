import type { Ballot, CallContext, Choice, PartialBackend, Voter } from '@parvis/contract';
import { randomKey } from '@parvis/contract/codes';
import { isParvisError, type ErrorCode } from '@parvis/contract/errors';
import { deviceMark, forget, keep, update } from '../shared/store.ts';
import type { Act, Kept, State } from './ballot.model.ts';

/** After these nobody knows whether the vote arrived. */
const unclear: readonly ErrorCode[] = ['offline', 'aborted', 'backend-fault', 'quota'];

/** The access code of an act; undefined: it has none. */
const codeOf = (act: Act | undefined): string | undefined => (act && 'code' in act.voter ? act.voter.code : undefined);

export const voteName = ({ consultation, id }: Ballot): string => `vote/${consultation}/${id}`;
export const draftName = ({ consultation, id }: Ballot): string => `draft/${consultation}/${id}`;

/**
 * Casts a vote so that it counts once. The act is kept before it is sent, and forgotten only for a clear answer. Where this
 * device has an act under way already (in another tab), that one is sent again instead. A vote by code says nothing about the next
 * code on the same device; and where a code is right, `quota` is never the answer.
 * @param mine the act to send again; absent: a new one.
 * @param voter who votes; absent: whoever holds this device
 * @returns `done`; or `act`, when its answer is not known (`loose`: it lives only as long as the page)
 * @throws ParvisError for a clear refusal: nothing was taken in
 */
export async function castOnce(
  cast: NonNullable<NonNullable<PartialBackend['votes']>['cast']>, ballot: Ballot, choice: Choice, mine: Act | undefined, context: CallContext, voter?: Voter,
): Promise<Kept & Pick<State, 'fresh' | 'loose'>> {
  const name = voteName(ballot);
  const { consultation, id, rulesHash } = ballot;
  const wanted = mine ?? { key: randomKey(), voter: voter ?? { mark: await deviceMark() }, choice, rulesHash };
  const code = codeOf(wanted);
  let known: Kept = {};
  const loose = !(await update<Kept>(name, (now) => (known = now && (!code || codeOf(now.act) === code) ? now : { act: wanted })));
  const { act } = known;
  if (!act) return known;
  const fresh = act.key === wanted.key;
  let done: Kept['done'] = true;
  try {
    done = await cast({ consultation, ballot: id, ...act }, context);
  } catch (error) {
    if (!isParvisError(error) || unclear.includes(error.code) && (mine ?? (!code || error.code !== 'quota'))) return { act, loose };
    if (code || error.code !== 'already-voted') {
      await forget(name);
      throw error;
    }
  }
  await keep(name, { done });
  await forget(draftName(ballot));
  return { act: undefined, done, fresh: fresh && done !== true };
}

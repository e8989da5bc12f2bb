import type { Ballot, Results } from '@parvis/contract';
import { isParvisError } from '@parvis/contract/errors';
import { voteName } from '../ballot/ballot.cast.ts';
import type { Kept } from '../ballot/ballot.model.ts';
import { findBackend } from '../shared/backends.ts';
import { kept } from '../shared/store.ts';
import type { RecountTask } from './part.ts';

/** Shows the receipt that this device keeps of its vote. Undefined: there is none, or results wait for more votes. */
export async function afterVote(ballot: Ballot, { backend, connect, context }: Pick<RecountTask, 'backend' | 'connect' | 'context'>): Promise<Results | undefined> {
  const { done } = (await kept<Kept>(voteName(ballot))) ?? {};
  if (typeof done !== 'object') return undefined;
  const { votes } = await findBackend(backend, connect);
  return votes?.resultsAfterVote?.({ consultation: ballot.consultation, ballot: ballot.id, receipt: done.receipt }, context).catch((error: unknown) => {
    if (isParvisError(error) && (error.code === 'not-yet' || error.code === 'not-found')) return undefined;
    throw error;
  });
}

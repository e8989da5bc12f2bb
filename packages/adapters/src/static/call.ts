import { isParvisError, ParvisError } from '@parvis/contract/errors';
import type { CallContext, Operation } from '@parvis/contract/operations';
import type { Verb } from '@parvis/contract/operations';
import type { Answer } from './files.ts';

type Input<O extends Operation> = Parameters<Verb<O>>[0];

/** A verb made of the code that does the work: an aborted call rejects with `aborted`, and nothing but a `ParvisError` comes out. */
export const reading = <O extends Operation>(work: (input: Input<O>, context: CallContext) => Promise<Answer<O>>): Verb<O> => async (input, context = {}) => {
  const refuseAborted = () => {
    if (context.signal?.aborted) throw new ParvisError('aborted', { cause: context.signal.reason });
  };
  refuseAborted();
  try {
    const answer = await work(input as Input<O>, context);
    refuseAborted();
    return answer;
  } catch (error) {
    throw isParvisError(error) ? error : new ParvisError('backend-fault', { cause: error });
  }
};

/** @throws ParvisError `invalid` for a page of no items, as a server would */
export function limitOf(asked: number | undefined, usual: number): number {
  const limit = asked ?? usual;
  if (!(limit >= 1)) throw new ParvisError('invalid', { issues: [{ pointer: '/limit', code: 'out-of-range' }] });
  return limit;
}

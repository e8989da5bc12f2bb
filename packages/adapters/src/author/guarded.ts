import { isParvisError, ParvisError } from '@parvis/contract/errors';
import type { CallContext, Operation, Verb } from '@parvis/contract/operations';

/** What a verb is called with, and what it answers. */
export type InputOf<O extends Operation> = Parameters<Verb<O>>[0];
export type AnswerOf<O extends Operation> = Awaited<ReturnType<Verb<O>>>;

/** A verb made of the code that does the work: an aborted signal rejects with `aborted` before and after, and nothing but a `ParvisError` comes out. */
export const guarded = <O extends Operation>(work: (input: InputOf<O>, context: CallContext) => AnswerOf<O> | Promise<AnswerOf<O>>): Verb<O> => async (input, context = {}) => {
  refuseAborted(context.signal);
  try {
    const answer = await work(input as InputOf<O>, context);
    refuseAborted(context.signal);
    return answer;
  } catch (error) {
    throw isParvisError(error) ? error : new ParvisError('backend-fault', { cause: error });
  }
};

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ParvisError('aborted', { cause: signal.reason });
}

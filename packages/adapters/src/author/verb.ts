import { isParvisError, parse, ParvisError } from '@parvis/contract';
import type { CallContext, Operation, Verb } from '@parvis/contract/operations';

/** What a verb is called with, and what it answers. */
export type InputOf<O extends Operation> = Parameters<Verb<O>>[0];
export type AnswerOf<O extends Operation> = Awaited<ReturnType<Verb<O>>>;

/**
 * Makes a verb of a contract operation from the code that does the work: the input is checked first (`invalid` with
 * pointers), an aborted signal rejects with `aborted` before and after, and nothing but a `ParvisError` comes out.
 * @param handle gets an input that fits the operation's schema; it may throw a `ParvisError`.
 */
export function verb<O extends Operation>(
  operation: O,
  handle: (input: InputOf<O>, context: CallContext) => AnswerOf<O> | Promise<AnswerOf<O>>,
): Verb<O> {
  return async (input, context = {}) => {
    refuseAborted(context.signal);
    const parsed = parse(operation.input, input);
    if (!parsed.ok) throw new ParvisError('invalid', { issues: parsed.issues });
    try {
      const answer = await handle(parsed.value as InputOf<O>, context);
      refuseAborted(context.signal);
      return answer;
    } catch (error) {
      throw isParvisError(error) ? error : new ParvisError('backend-fault', { cause: error });
    }
  };
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ParvisError('aborted', { cause: signal.reason });
}

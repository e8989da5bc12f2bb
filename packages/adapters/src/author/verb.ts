import { parse, ParvisError } from '@parvis/contract';
import type { CallContext, Operation, Verb } from '@parvis/contract/operations';
import { type AnswerOf, guarded, type InputOf } from './guarded.ts';

export type { AnswerOf, InputOf };

/**
 * Makes a verb of a contract operation from the code that does the work: the input is checked first (`invalid` with
 * pointers), an aborted signal rejects with `aborted` before and after, and nothing but a `ParvisError` comes out.
 * @param handle gets an input that fits the operation's schema; it may throw a `ParvisError`.
 */
export const verb = <O extends Operation>(
  operation: O,
  handle: (input: InputOf<O>, context: CallContext) => AnswerOf<O> | Promise<AnswerOf<O>>,
): Verb<O> => guarded<O>((input, context) => {
  const parsed = parse(operation.input, input);
  if (!parsed.ok) throw new ParvisError('invalid', { issues: parsed.issues });
  return handle(parsed.value as InputOf<O>, context);
});

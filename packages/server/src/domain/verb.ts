import { type CallContext, parse, ParvisError } from '@parvis/contract';
import type { Operation, Verb } from '@parvis/contract/operations';
import type * as z from 'zod/mini';
import { toParvisError } from './faults.ts';

/** A verb that checks what comes in, stops when it is told to, and rejects with a `ParvisError` and nothing else. */
export function verb<O extends Operation>(
  operation: O,
  handle: (input: z.output<O['input']>, context: CallContext) => Promise<z.output<O['answer']>>,
): Verb<O> {
  const run = async (input: unknown, context: CallContext) => {
    const parsed = parse(operation.input, input);
    if (!parsed.ok) throw new ParvisError('invalid', { issues: parsed.issues });
    try {
      return await handle(parsed.value as z.output<O['input']>, context);
    } catch (error) {
      throw toParvisError(error);
    }
  };
  return (input, context = {}) => (context.signal ? unlessAborted(context.signal, () => run(input, context)) : run(input, context));
}

async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const aborted = () => new ParvisError('aborted', { cause: signal.reason });
  if (signal.aborted) throw aborted();
  let stop: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(aborted());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), stopped]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}

import { ParvisError } from '@parvis/contract';
import type { Backend, CallContext } from '@parvis/contract';

type Call = (input: unknown, context?: CallContext) => Promise<unknown>;

/** The same backend, each answer `ms` milliseconds later. A call that is aborted meanwhile does nothing. */
export function withLatency(backend: Backend, ms: number): Backend {
  const slow = (call: Call): Call => async (input, context) => {
    await pause(ms, context?.signal);
    return call(input, context);
  };
  const slowed = Object.entries(backend).map(([name, part]: [string, Call | Record<string, Call>]) => [
    name,
    typeof part === 'function' ? slow(part) : Object.fromEntries(Object.entries(part).map(([verb, call]) => [verb, slow(call)])),
  ]);
  return Object.fromEntries(slowed) as Backend;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ParvisError('aborted', { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

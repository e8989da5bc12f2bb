import { isParvisError, ParvisError } from '@parvis/contract/errors';

const tries = 3;
/** Seconds. A longer wait is the person's to decide. */
const longestWait = 5;

/**
 * Tries up to three times, with growing pauses of random length so that a crowd does not come back all at once. Tries
 * again when the network failed or when the error says that this can help, after the time the backend asks for. Safe
 * for writes: the key or sequence number in their body lets none happen twice.
 * @param limit milliseconds for everything
 * @param pause milliseconds before the second try, more or less
 */
export async function persist<T>(attempt: (stop: AbortSignal) => Promise<T>, limit: number, pause: number, signal?: AbortSignal): Promise<T> {
  // By hand, since AbortSignal.any is younger than the phones that must be served.
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  const timer = setTimeout(stop, limit);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    for (let n = 1; ; n += 1) {
      try {
        return await attempt(stopper.signal);
      } catch (cause) {
        if (signal?.aborted) throw new ParvisError('aborted', { cause });
        const error = isParvisError(cause) ? cause : new ParvisError('offline', { cause, detail: String(cause) });
        // Who asks for fewer calls without saying when to come back gets no more of them.
        const wait = error.retryAfter ?? (error.code === 'quota' ? Infinity : 0);
        if (!error.retryable || n === tries || wait > longestWait || stopper.signal.aborted) throw error;
        await sleep(wait * 1000 + pause * n * (0.5 + Math.random()), stopper.signal);
      }
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

const sleep = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

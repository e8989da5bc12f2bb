import type { FromCounter, serveCounting, ToCounter } from './counter.ts';

/** Who counts: a worker, or the same code in the page. */
export interface Counter {
  tell(message: ToCounter): void;
  /** Gets its answers. */
  hear: ((answer: FromCounter) => void) | undefined;
  /** Ends it. */
  stop(): void;
  /** It shares the page's thread: the page may be slow meanwhile. */
  inPage: boolean;
}

/** A counter in a worker that runs `recount.worker.ts`. Rejects where it does not start. */
export async function workerCounter(worker: Worker): Promise<Counter> {
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = reject;
  });
  const counter: Counter = { inPage: false, hear: undefined, tell: (message) => worker.postMessage(message, []), stop: () => worker.terminate() };
  worker.onmessage = ({ data }: MessageEvent<FromCounter>) => counter.hear?.(data);
  worker.onerror = () => counter.hear?.({ fault: 'the worker stopped' });
  return counter;
}

/** A counter in the page itself, one message in each turn. */
export function pageCounter(serve: typeof serveCounting): Counter {
  const later = (act: () => void) => void setTimeout(act);
  const take = serve((answer) => later(() => counter.hear?.(answer)));
  const counter: Counter = { inPage: true, hear: undefined, tell: (message) => later(() => take(message)), stop: () => { counter.hear = undefined; } };
  return counter;
}

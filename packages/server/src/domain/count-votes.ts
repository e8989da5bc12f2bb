import { once } from 'node:events';
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { BallotDefinition } from '@parvis/contract';
import { type BallotCount, startCount } from '@parvis/counting';
import type { KeptVote, VoteStore } from '../store/store.ts';

/** Votes are read and handed over in pages of this size: while one is read nobody else is answered. */
const pageSize = 1_000;

/** Up to so many votes are counted at once; more would keep everybody waiting, and are counted in a thread of their own. */
const atOnce = 1_000;

/** Counts a ballot that has a rule. `voters`: about how many votes there are. Memory does not grow with the votes that are alike. */
export async function countVotes(store: VoteStore, consultation: string, ballot: BallotDefinition, voters: number): Promise<BallotCount> {
  const pages = pagesOf(store, consultation, ballot.id);
  if (voters > atOnce) return countInThread(ballot, pages);
  const counting = startCount(ballot, ballot.counting);
  for await (const votes of pages) counting.add(votes);
  return counting.finish();
}

async function* pagesOf(store: VoteStore, consultation: string, ballot: string): AsyncGenerator<KeptVote[]> {
  let after: string[] | undefined;
  do {
    const { items, next } = await store.exportVotes(consultation, ballot, { after, limit: pageSize });
    yield items;
    after = next;
    // The database answers without a pause: requests that wait come in between.
    await setImmediate();
  } while (after);
}

async function countInThread(ballot: BallotDefinition, pages: AsyncIterable<KeptVote[]>): Promise<BallotCount> {
  // Beside the sources, and beside the compiled files.
  const worker = new Worker(new URL(`count-thread${extname(import.meta.filename)}`, import.meta.url), { workerData: ballot });
  try {
    // The next page is read once the last one has been taken in.
    for await (const votes of pages) await ask(worker, votes);
    return (await ask(worker, 'finish')) as BallotCount;
  } finally {
    await worker.terminate();
  }
}

async function ask(worker: Worker, message: readonly KeptVote[] | 'finish'): Promise<unknown> {
  const answered = once(worker, 'message');
  worker.postMessage(message, []);
  const [answer] = (await answered) as unknown[];
  return answer;
}

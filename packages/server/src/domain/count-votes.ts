import { once } from 'node:events';
import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type BallotDefinition, emptyTotals, type Outcome, type Totals } from '@parvis/contract';
import { count, electionOfBallot } from '@parvis/counting';
import type { KeptVote, VoteStore } from '../store/store.ts';

/** Totals and outcome of the very same votes. `outcome` absent: the ballot has no rule. */
export interface Counted {
  totals: Totals;
  outcome?: Outcome | undefined;
}

/** Votes are read and handed over in pages of this size: while one is read nobody else is answered. */
const pageSize = 1_000;

/** Up to so many votes are counted at once; more would keep everybody waiting, and are counted in a thread of their own. */
const atOnce = 1_000;

/** Counts a ballot that has a rule. `voters`: about how many votes there are. Memory does not grow with the votes that are alike. */
export async function countVotes(store: VoteStore, consultation: string, ballot: BallotDefinition, voters: number): Promise<Counted> {
  const pages = pagesOf(store, consultation, ballot.id);
  if (voters > atOnce) return countInThread(ballot, pages);
  const counting = startCount(ballot);
  for await (const votes of pages) counting.add(votes);
  return counting.finish();
}

/** A count that takes votes page by page. Also what runs in the thread. */
export function startCount(ballot: BallotDefinition): { add(votes: readonly KeptVote[]): void; finish(): Counted } {
  const { totals, add } = emptyTotals(ballot);
  const { election, add: addToElection } = electionOfBallot(ballot);
  return {
    add(votes) {
      for (const vote of votes) {
        add(vote);
        addToElection(vote.choice, vote.channel);
      }
    },
    finish: () => ({ totals, outcome: ballot.counting && count(election, ballot.counting) }),
  };
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

async function countInThread(ballot: BallotDefinition, pages: AsyncIterable<KeptVote[]>): Promise<Counted> {
  // Beside the sources, and beside the compiled files.
  const worker = new Worker(new URL(`count-thread${extname(import.meta.filename)}`, import.meta.url), { workerData: ballot });
  try {
    // The next page is read once the last one has been taken in.
    for await (const votes of pages) await ask(worker, votes);
    return (await ask(worker, 'finish')) as Counted;
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

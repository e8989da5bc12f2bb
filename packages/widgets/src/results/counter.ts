import { type BallotCount, startCount } from '@parvis/counting';
import type { Ballot, Counting, ExportedVotes } from '@parvis/contract';
import type { Tallied } from './compare.ts';

/** What the counting side is told: the ballot and its rule, then pages of votes, then that these were all. */
export type ToCounter =
  | { ballot: Ballot; counting: Counting | undefined }
  | { votes: ExportedVotes['items'] }
  | { end: true };

/** What it answers: how far counting is, from 0 to 1; what it counted; that it cannot. */
export type FromCounter = { part: number } | { recount: Tallied } | { fault: string };

/** How much has to be counted before it is said again. */
const step = 0.02;

/**
 * Counts what it is told: each vote for the rule and, on its own, in the sums by option and channel.
 * @returns takes what it is told; answers go through `answer`
 */
export function serveCounting(answer: (message: FromCounter) => void): (message: ToCounter) => void {
  let counter: ReturnType<typeof startCount> | undefined;
  let told = 0;
  return (message) => {
    try {
      if ('ballot' in message) counter = startCount(message.ballot, message.counting);
      else if ('votes' in message) counter?.add(message.votes);
      else if (counter) answer({ recount: tallied(counter.finish(tellPart)) });
    } catch (error) {
      answer({ fault: String(error) });
    }
  };

  function tellPart(part: number): void {
    if (part < told + step) return;
    told = part;
    answer({ part });
  }
}

/** Serves the page that started this worker. */
export function countInWorker(): void {
  const answer = (message: FromCounter) => postMessage(message, { transfer: [] });
  const take = serveCounting(answer);
  addEventListener('message', ({ data }: MessageEvent<ToCounter>) => take(data));
  // Tells that it runs: a page may forbid a worker only after it was made.
  answer({ part: 0 });
}

/** As it is compared; see `differences`. */
export const tallied = ({ totals, outcome }: BallotCount): Tallied => ({ ...totals, outcome });

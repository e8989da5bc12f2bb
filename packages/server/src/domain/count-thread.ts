import { parentPort, workerData } from 'node:worker_threads';
import type { BallotDefinition } from '@parvis/contract';
import { startCount } from '@parvis/counting';
import type { KeptVote } from '../store/store.ts';

/** The other side of `countInThread`: takes pages of votes, answers each, and ends with what was counted. */
const ballot = workerData as BallotDefinition;
const counting = startCount(ballot, ballot.counting);
// Everything is copied, nothing is handed over: an empty list.
const answer = (message: unknown) => parentPort?.postMessage(message, []);

parentPort?.on('message', (message: readonly KeptVote[] | 'finish') => {
  if (message === 'finish') return answer(counting.finish());
  counting.add(message);
  return answer('taken');
});

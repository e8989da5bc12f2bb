import type { Counting, Outcome } from '@parvis/contract';
import { type CountableVote, emptyTotals, type Totals } from '@parvis/contract/results-rules';
import { electionOfBallot, type CountedBallot } from './ballot-election.ts';
import { count } from './count.ts';
import type { OnProgress } from './rule.ts';

/** Totals and outcome of the very same votes. */
export interface BallotCount {
  totals: Totals;
  /** Absent: there is no rule. */
  outcome?: Outcome | undefined;
}

/** A count that takes the votes of a ballot page by page: each goes into the sums by option and channel and, on its own, into what the rule counts. */
export function startCount(ballot: CountedBallot, counting: Counting | undefined): { add(votes: Iterable<CountableVote>): void; finish(onProgress?: OnProgress): BallotCount } {
  const { election, add: addToElection } = electionOfBallot(ballot);
  const { totals, add: addToTotals } = emptyTotals(ballot);
  return {
    add(votes) {
      for (const vote of votes) {
        addToElection(vote.choice, vote.channel);
        addToTotals(vote);
      }
    },
    finish: (onProgress) => ({ totals, ...(counting && { outcome: count(election, counting, onProgress) }) }),
  };
}

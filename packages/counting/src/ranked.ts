import type { Election } from './election.ts';
import { rawVotes } from './tally.ts';
import { compareTied, type TieBreak } from './ties.ts';

/** Options that may win, best value first, ties broken by the published rule. */
export function ranked(election: Election, values: ArrayLike<number>, votes: ArrayLike<number> = rawVotes(election)): number[] {
  return election.options
    .flatMap(({ withdrawn }, i) => (withdrawn ? [] : [i]))
    .sort((a, b) => values[b]! - values[a]! || compareTied(election, votes, a, b).order);
}

/** What decided between two options of the same value. */
export const tieBreak = (election: Election, votes: ArrayLike<number>, a: number, b: number): TieBreak => compareTied(election, votes, a, b).by;

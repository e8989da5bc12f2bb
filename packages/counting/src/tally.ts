import type { Channel } from '@parvis/contract';
import type { Election } from './election.ts';

/** Supporters per option: voters who name it, or give it more than zero points; through one channel when it is named. */
export function rawVotes({ options, votes, method }: Election, channel?: Channel): Float64Array {
  const sums = new Float64Array(options.length);
  const byPoints = method === 'points' || method === 'score';
  for (let at = 0; at < votes.size; at += 1) {
    const named = votes.options(at);
    const values = votes.values(at);
    const count = votes.count(at, channel);
    for (let i = 0; i < named.length; i += 1) if (!byPoints || values[i]! > 0) sums[named[i]!]! += count;
  }
  return sums;
}

/**
 * What a vote is worth to each option it names, times the table's `scale`: 1 under `single`, `approval`, `budget` and `yes-no`, the points under `points`
 * and `score`; under `ranking` the place turned into points (p, p − 1, … with p = `places`, or the number of options named), never below 0.
 */
export function worthOf({ votes, method, places }: Election, at: number): (i: number) => number {
  if (method === 'points' || method === 'score') {
    const values = votes.values(at);
    return (i) => values[i]!;
  }
  if (method !== 'ranking') return () => 1;
  const top = places ?? votes.options(at).length;
  return (i) => Math.max(0, top - i);
}

/** Sum of what every vote is worth to each option, times the table's `scale`. Whole numbers, exact up to 2^53. */
export function scores(election: Election): Float64Array {
  const { options, votes } = election;
  const sums = new Float64Array(options.length);
  for (let at = 0; at < votes.size; at += 1) {
    const named = votes.options(at);
    const worth = worthOf(election, at);
    const count = votes.count(at);
    for (let i = 0; i < named.length; i += 1) sums[named[i]!]! += worth(i) * count;
  }
  return sums;
}

import type { Election } from '../election.ts';
import type { Rule } from '../rule.ts';
import { rawVotes } from '../tally.ts';
import { singleWinner } from './plurality.ts';

/**
 * With m options on the ballot, the first place of a vote is worth m − 1 points, the second m − 2, … the last 0; options that a vote does not name
 * get none from it. The most points win, and nothing wins that nobody names. Withdrawn options are struck out: those behind move up, m is smaller.
 * Source: Borda 1781, "Mémoire sur les élections au scrutin".
 */
export const borda: Rule = { count: (election) => singleWinner(election, bordaPoints(election), rawVotes(election)) };

function bordaPoints({ options, votes }: Election): Float64Array {
  const first = options.filter(({ withdrawn }) => !withdrawn).length - 1;
  const sums = new Float64Array(options.length);
  for (let at = 0; at < votes.size; at += 1) {
    const count = votes.count(at);
    let points = first;
    for (const option of votes.options(at)) {
      if (options[option]!.withdrawn) continue;
      sums[option]! += points * count;
      points -= 1;
    }
  }
  return sums;
}

import { ranked, tieBreak } from '../ranked.ts';
import type { Rule, RuleResult } from '../rule.ts';
import type { Election } from '../election.ts';
import { rawVotes, scores } from '../tally.ts';

/**
 * The option with the most votes wins; under `ranking` only first places count, under `approval` and `budget` this is approval voting
 * (Brams & Fishburn 1978). Nothing wins without a vote.
 */
export const plurality: Rule = {
  count: (election) => singleWinner(election, election.method === 'ranking' ? firstPlaces(election) : scores(election)),
};

function firstPlaces({ options, votes }: Election): Float64Array {
  const sums = new Float64Array(options.length);
  for (let at = 0; at < votes.size; at += 1) {
    const [first] = votes.options(at);
    if (first !== undefined) sums[first]! += votes.count(at);
  }
  return sums;
}

/** The option of the highest value wins, unless nothing supports it. `support`: above 0 where something does; by default the value itself. */
export function singleWinner(election: Election, values: ArrayLike<number>, support = values): RuleResult {
  const votes = rawVotes(election);
  const [best] = ranked(election, values, votes);
  const winner = best !== undefined && support[best]! > 0 ? best : undefined;
  return {
    winners: winner === undefined ? [] : [winner],
    options: election.options.map(({ withdrawn }, i) => {
      const value = values[i]!;
      if (withdrawn) return { value, reason: { code: 'withdrawn' } };
      if (winner === undefined || support[i]! <= 0) return { value, reason: { code: 'no-support' } };
      if (i === winner) return { value, reason: { code: 'most' } };
      const option = election.options[winner]!.id;
      if (value < values[winner]!) return { value, reason: { code: 'fewer', option } };
      return { value, reason: { code: 'tie', option, by: tieBreak(election, votes, winner, i) } };
    }),
  };
}

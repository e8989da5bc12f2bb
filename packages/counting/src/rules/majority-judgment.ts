import type { Reason } from '@parvis/contract';
import type { Election } from '../election.ts';
import { ranked, tieBreak } from '../ranked.ts';
import type { Rule } from '../rule.ts';
import { rawVotes } from '../tally.ts';
import { majorityRanking } from './majority-judgment-ranking.ts';

/**
 * Majority judgment: the option with the best majority grade wins; see `majorityRanking` for the formula and its source. A vote that grades some options
 * gives the worst grade to those it leaves out; a blank vote grades nothing and is not counted. Options that are equal however many grades are taken away
 * are told apart by the published tie rule. Nothing wins that nobody graded. The value of an option is its majority grade, 0 the best.
 */
export const majorityJudgment: Rule = {
  count(election) {
    const { options } = election;
    const votes = rawVotes(election);
    const { tallies, participants, worst } = tally(election);
    const { ranks, grades } = majorityRanking(tallies, { participants, grade: worst });
    const winner = ranked(election, ranks.map((rank) => -rank), votes).find((option) => votes[option]! > 0);
    return {
      winners: winner === undefined ? [] : [winner],
      options: options.map((_, i) => ({ value: grades[i] ?? worst, reason: reasonOf(i) })),
    };

    function reasonOf(i: number): Reason {
      if (options[i]!.withdrawn) return { code: 'withdrawn' };
      if (winner === undefined || votes[i] === 0) return { code: 'no-support' };
      if (i === winner) return { code: 'most' };
      const option = options[winner]!.id;
      if (ranks[i] === ranks[winner]) return { code: 'tie', option, by: tieBreak(election, votes, winner, i) };
      return { code: 'lower-grade', option };
    }
  },
};

/** How often each option got each grade, from how many votes that grade anything. */
function tally({ options, votes, grades = 1 }: Election): { tallies: number[][]; participants: number; worst: number } {
  const tallies = options.map(() => Array.from({ length: grades }, () => 0));
  let participants = 0;
  for (let at = 0; at < votes.size; at += 1) {
    const named = votes.options(at);
    const given = votes.values(at);
    const count = votes.count(at);
    if (named.length > 0) participants += count;
    for (let i = 0; i < named.length; i += 1) tallies[named[i]!]![given[i]!]! += count;
  }
  return { tallies, participants, worst: grades - 1 };
}

import type { Reason } from '@parvis/contract';
import type { Election } from '../election.ts';
import { ranked, tieBreak } from '../ranked.ts';
import type { Rule, RuleResult } from '../rule.ts';
import { rawVotes, scores } from '../tally.ts';

/**
 * Options by votes (points where points are given), the best first; each is taken if the money that is left pays for it, and passed over if not.
 * The rule of most participatory budgets; "greedy" at https://pabulib.org/format
 */
export const greedy: Rule = { count: (election) => take(election, scores(election)) };

/** As `greedy`, but the count ends at the first option that does not fit: "greedy-no-skip". */
export const greedyStop: Rule = { count: (election) => take(election, scores(election), { stop: true }) };

/** As `greedy`, among the options that have at least as many votes (points) as the threshold asks: "greedy-threshold". */
export const threshold: Rule = {
  count(election, settings) {
    const least = settings.threshold ?? election.threshold ?? 1;
    return { ...take(election, scores(election), { least: least * election.votes.scale }), settings: { threshold: least } };
  },
};

export interface TakeOptions {
  /** The first option that does not fit ends the count. */
  stop?: boolean;
  /** Options below this value are left out, in the unit of the values. */
  least?: number;
}

/** Takes options by value until the money is used up. `values` carry the scale of the votes. */
export function take(election: Election, values: ArrayLike<number>, { stop = false, least = -Infinity }: TakeOptions = {}): RuleResult {
  const { options, votes: { scale }, budget = 0 } = election;
  const votes = rawVotes(election);
  const reasons: Reason[] = options.map(() => ({ code: 'withdrawn' }));
  const winners: number[] = [];
  /** Money left before each winner was taken. */
  const before = new Map<number, number>();
  let left = budget;
  let stoppedAt: number | undefined;
  for (const i of ranked(election, values, votes)) {
    const cost = options[i]!.cost ?? 0;
    if (values[i]! < least) reasons[i] = { code: 'threshold', limit: least / scale };
    else if (stoppedAt !== undefined) reasons[i] = { code: 'stopped', option: options[stoppedAt]!.id };
    else if (values[i]! < 0) reasons[i] = { code: 'no-support' };
    else if (cost > left) {
      reasons[i] = misfit(i, cost);
      if (stop) stoppedAt = i;
    } else {
      reasons[i] = { code: 'taken', left };
      before.set(i, left);
      winners.push(i);
      left -= cost;
    }
  }
  return { winners, options: reasons.map((reason, i) => ({ value: values[i]! / scale, reason })) };

  /** Why an option does not fit: a tie it lost is said first, since another rule for ties would have taken it. */
  function misfit(i: number, cost: number): Reason {
    if (cost > budget) return { code: 'over-budget', left: budget };
    const rival = winners.find((winner) => values[winner] === values[i] && before.get(winner)! >= cost);
    if (rival === undefined) return { code: 'no-money', left };
    return { code: 'tie', option: options[rival]!.id, by: tieBreak(election, votes, rival, i), left };
  }
}

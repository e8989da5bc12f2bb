import type { Reason } from '@parvis/contract';
import type { Election } from '../election.ts';
import { ceil, floor } from '../fractions.ts';
import { tieBreak } from '../ranked.ts';
import { take } from '../rules/greedy.ts';
import { rawVotes } from '../tally.ts';
import type { Market } from './market.ts';
import type { Run } from './run.ts';

export interface Explained {
  winners: number[];
  reasons: Reason[];
}

/** What was bought, and for every option why. */
export function explain(election: Election, market: Market, run: Run): Explained {
  const { options, budget = 0 } = election;
  const votes = rawVotes(election);
  const winners = run.purchases.map(({ option }) => option);
  const reasons = options.map(({ withdrawn }, i): Reason => {
    const place = winners.indexOf(i);
    if (place >= 0) return { code: 'shares', pay: ceil(run.paid(place)) };
    if (withdrawn) return { code: 'withdrawn' };
    if (market.costs[i]! > budget) return { code: 'over-budget', left: budget };
    if (market.groups[i]!.length === 0) return { code: 'no-support' };
    const money = floor(run.money(i));
    const rival = run.lostTies.get(i);
    if (rival === undefined || !haveSupportersInCommon(market, i, rival)) return { code: 'supporters-short', money };
    return { code: 'tie', option: options[rival]!.id, by: tieBreak(election, votes, rival, i), money };
  });
  return { winners, reasons };
}

/** Otherwise what one paid for was no loss to the other. */
function haveSupportersInCommon({ groups }: Market, a: number, b: number): boolean {
  const others = new Set(groups[b]!);
  return groups[a]!.some((group) => others.has(group));
}

/** The money that is left goes to the others, by `values`, as far as it reaches. */
export function complete(election: Election, before: Explained, values: ArrayLike<number>, spent: number): Explained {
  const { options, budget = 0 } = election;
  const bought = new Set(before.winners);
  const rest = take(
    { ...election, budget: budget - spent, options: options.map((option, i) => (bought.has(i) ? { ...option, withdrawn: true } : option)) },
    values,
  );
  const reasons = before.reasons.map((reason, i): Reason => {
    if (bought.has(i) || reason.code === 'withdrawn' || reason.code === 'over-budget') return reason;
    const { code, ...more } = rest.options[i]!.reason;
    if (code === 'taken') return { code: 'completion', ...more };
    // What its supporters had left is the first half of the reason.
    return { code: code === 'over-budget' ? 'no-money' : code, ...more, ...(reason.money !== undefined && { money: reason.money }) };
  });
  return { winners: [...before.winners, ...rest.winners], reasons };
}

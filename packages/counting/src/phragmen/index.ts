import type { Counting, Reason } from '@parvis/contract';
import type { Election } from '../election.ts';
import { tieBreak } from '../ranked.ts';
import type { Rule, RuleResult } from '../rule.ts';
import { supportsOf } from '../supports.ts';
import { rawVotes } from '../tally.ts';
import { compareTied } from '../ties.ts';
import { Loads, type Moment } from './loads.ts';

/**
 * Phragmén's sequential method. Every voter earns money at the same pace; as soon as the supporters of an option have its cost together they pay for it and
 * start again from nothing: of all options the one with the lowest t = (cost + Σ loads of its supporters) / number of supporters is next.
 * An option that does not fit into the money left when its supporters have its cost ends the count (`whenFull: stop`), also when others are ready at the very
 * same moment, or is left out (`skip`).
 * Source: Phragmén 1894; Los, Christoff & Grossi 2022, «Proportional Budget Allocations: Towards a Systematization»
 */
export const phragmen: Rule = { count };

function count(election: Election, { whenFull = 'stop' }: Counting, onProgress: (part: number) => void): RuleResult {
  const { options, budget = 0 } = election;
  const costs = options.map(({ cost = 0 }) => cost);
  const votes = rawVotes(election);
  const supports = supportsOf(election, false);
  const loads = new Loads(supports, costs);
  const waiting = new Set(options.flatMap(({ withdrawn }, i) => (!withdrawn && supports.groups[i]!.length > 0 ? [i] : [])));
  const reasons = options.map(({ withdrawn }, i): Reason => {
    if (withdrawn) return { code: 'withdrawn' };
    return costs[i]! > budget ? { code: 'over-budget', left: budget } : { code: 'no-support' };
  });
  const winners: number[] = [];
  /** Ties that were lost while the option would have fitted. */
  const lost = new Map<number, Reason>();
  let left = budget;
  while (waiting.size > 0) {
    const { option, tied } = next();
    const misfit = whenFull === 'stop' ? [option, ...tied].find((ready) => costs[ready]! > left) : undefined;
    if (misfit !== undefined) {
      for (const other of waiting) if (costs[other]! <= budget) reasons[other] = { code: 'stopped', option: options[misfit]!.id };
      reasons[misfit] = unfit(misfit);
      break;
    }
    waiting.delete(option);
    if (costs[option]! > left) {
      reasons[option] = unfit(option);
      continue;
    }
    for (const other of tied) {
      if (costs[other]! <= left) lost.set(other, { code: 'tie', option: options[option]!.id, by: tieBreak(election, votes, option, other) });
    }
    reasons[option] = { code: 'load', left };
    winners.push(option);
    left -= costs[option]!;
    loads.pay(option);
    onProgress(budget > 0 ? 1 - left / budget : 1);
  }
  return { winners, options: reasons.map((reason, i) => ({ value: votes[i]!, reason })), settings: { whenFull } };

  function unfit(option: number): Reason {
    return costs[option]! > budget ? { code: 'over-budget', left: budget } : (lost.get(option) ?? { code: 'no-money', left });
  }

  /** The option whose supporters have its cost first, and those that would have had it at the very same moment. */
  function next(): { option: number; tied: number[] } {
    let best: { option: number; moment: Moment; tied: number[] } | undefined;
    for (const option of waiting) {
      const moment = loads.moment(option);
      if (best && moment.low > best.moment.high) continue;
      const order = !best || moment.high < best.moment.low ? -1 : loads.compare(option, best.option);
      if (order < 0 || !best) best = { option, moment, tied: [] };
      else if (order === 0) {
        const goesFirst = compareTied(election, votes, option, best.option).order < 0;
        best = goesFirst ? { option, moment, tied: [...best.tied, best.option] } : { ...best, tied: [...best.tied, option] };
      }
    }
    return best!;
  }
}

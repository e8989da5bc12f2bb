import type { Counting } from '@parvis/contract';
import type { Election } from '../election.ts';
import { floor } from '../fractions.ts';
import type { OnProgress, Rule, RuleResult } from '../rule.ts';
import { take } from '../rules/greedy.ts';
import { rawVotes, scores } from '../tally.ts';
import { preference } from './compare.ts';
import { complete, explain, type Explained } from './explain.ts';
import { marketOf, shareOf } from './market.ts';
import { firstRun, raiseShares } from './raise.ts';
import { withDefaults } from './settings.ts';

/**
 * The Method of Equal Shares. Each voter gets the same share of the budget, B / n. An option c can be bought at ρ when its supporters' payments
 * min(what i has left, ρ · uᵢ(c)) add up to its cost; the one with the lowest ρ is bought, until none can be.
 * Source: Peters, Pierczyński & Skowron 2021, https://equalshares.net
 *
 * Utility uᵢ(c): its cost, 1 (`cardinality`), or the points given (`points`; places under `ranking`). Completion: `none`; `utilitarian`, the rest by
 * votes (points under utility `points`) as far as the money goes; `add1`, shares are raised; `add1u`, both.
 */
export const equalShares: Rule = { count };

function count(election: Election, asked: Counting, onProgress: OnProgress): RuleResult {
  const { budget = 0 } = election;
  const settings = withDefaults(election, asked);
  const { utility, completion, exhaustive, step, compare } = settings;
  const byPoints = utility === 'points';
  const values = byPoints ? scores(election) : rawVotes(election);
  const market = marketOf(election, byPoints, utility === 'cost');
  const { run, raises } = completion.startsWith('add1')
    ? raiseShares(market, { budget, step, exhaustive, onRaise: (spent) => onProgress(budget > 0 ? spent / budget : 1) })
    : { run: firstRun(market, budget), raises: 0 };
  const bought = explain(election, market, run);
  const shares = completion === 'utilitarian' || completion === 'add1u' ? complete(election, bought, values, run.spent) : bought;
  const share = market.total === 0 ? 0 : floor(shareOf(budget, market.total, BigInt(raises) * BigInt(step)));
  const { winners, reasons, prefer } = compare ? better(election, shares) : { ...shares, prefer: undefined };
  const scale = byPoints ? election.votes.scale : 1;
  return {
    winners,
    options: reasons.map((reason, i) => ({ value: values[i]! / scale, reason })),
    settings,
    more: { share, ...(prefer && { prefer }) },
  };
}

/** The greedy outcome takes the place of the other only when strictly more voters prefer it. */
function better(election: Election, shares: Explained) {
  const greedy = take(election, scores(election));
  const prefer = preference(election, shares.winners, greedy.winners);
  if (prefer.greedy <= prefer.shares) return { ...shares, prefer };
  const lost = new Set(shares.winners.filter((winner) => !greedy.winners.includes(winner)));
  const reasons = greedy.options.map(({ reason }, i): typeof reason => (lost.has(i) ? { code: 'not-preferred' } : reason));
  return { winners: greedy.winners, reasons, prefer };
}

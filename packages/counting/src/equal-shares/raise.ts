import { horizon } from './horizon.ts';
import { shareOf, type Market } from './market.ts';
import { Run } from './run.ts';

export interface RaiseOptions {
  /** In minor units. */
  budget: number;
  /** In minor units per voter. */
  step: number;
  /** Also stop as soon as no option that is left fits into the money that is left. */
  exhaustive: boolean;
  /** Told after each raise what is spent. */
  onRaise: (spent: number) => void;
}

export interface Raised {
  run: Run;
  /** How often each share was raised by the step. */
  raises: number;
}

/** The run with everybody's share of the budget. It cannot overspend. */
export function firstRun(market: Market, budget: number): Run {
  const run = new Run(market, shareOf(budget, market.total));
  run.finish(Infinity);
  return run;
}

/** After so many raises in a row that changed nothing, it pays to ask how many more will not. */
const patience = 8;

/**
 * Completion add1: everybody's share is raised by one step after the other, each time from the start, until the next raise would overspend the real budget
 * or everything that has supporters is bought. Raises that surely change nothing are not played. Source: https://equalshares.net/implementation/completion
 */
export function raiseShares(market: Market, { budget, step, exhaustive, onRaise }: RaiseOptions): Raised {
  const shareAt = (raises: number) => shareOf(budget, market.total, BigInt(raises) * BigInt(step));
  const isDone = ({ run }: Raised) => run.purchases.length === market.open.length || (exhaustive && isExhausted(market, run, budget));
  let kept: Raised = { run: firstRun(market, budget), raises: 0 };
  let quiet = 0;
  let wait = patience;
  while (!isDone(kept)) {
    const raises = kept.raises + 1;
    const run = new Run(market, shareAt(raises));
    if (!run.finish(budget)) break;
    quiet = isSame(run, kept.run) ? quiet + 1 : 0;
    kept = { run, raises };
    onRaise(run.spent);
    if (quiet < wait) continue;
    // One step less than can be shown: the bound is in floating point.
    const idle = Math.floor(horizon(market, shareAt(raises), run.purchases) / step) - 1;
    wait = idle > patience ? patience : wait * 2;
    quiet = 0;
    if (idle <= 0) continue;
    const later = new Run(market, shareAt(raises + idle));
    // What was shown not to change is looked at all the same: a doubt costs the raises in between, never the outcome.
    if (later.finish(budget) && isSame(later, run)) kept = { run: later, raises: raises + idle };
  }
  return kept;
}

const isSame = (a: Run, b: Run): boolean =>
  a.purchases.length === b.purchases.length && a.purchases.every(({ option }, i) => option === b.purchases[i]!.option);

function isExhausted({ costs, withdrawn }: Market, { purchases, spent }: Run, budget: number): boolean {
  const bought = new Set(purchases.map(({ option }) => option));
  return costs.every((cost, option) => cost > budget - spent || withdrawn.has(option) || bought.has(option));
}

import { compareFractions, type Fraction, toNumber } from '../fractions.ts';
import { Budgets, type Price } from './budgets.ts';
import { ExactBudgets, type ExactPrice } from './exact-budgets.ts';
import type { Market } from './market.ts';

export interface Purchase {
  option: number;
  price: Price;
}

/** An option that may be the cheapest per unit of worth. */
interface Candidate extends Purchase {
  exact?: ExactPrice;
}

/**
 * One run of the Method of Equal Shares: of the options whose supporters can pay, the one with the lowest ρ is bought, until nobody can pay for more.
 * Source: Peters, Pierczyński & Skowron 2021, «Proportional Participatory Budgeting with Additive Utilities»; https://equalshares.net/explanation
 *
 * Every comparison is exact: floating point with proven bounds first, whole numbers where the bounds overlap.
 */
export class Run {
  readonly purchases: Purchase[] = [];
  spent = 0;
  /** Options that were as cheap as the one bought and came after it by the tie rule, with the last that was bought before them. */
  readonly lostTies = new Map<number, number>();
  private readonly budgets: Budgets;
  private readonly market: Market;
  private readonly share: Fraction;
  /** Options that may still be bought, those with the lowest floor first. */
  private readonly waiting: number[];
  /** A price each option surely is not below: prices only rise during a run. */
  private readonly floors: Float64Array;
  private exactBudgets: ExactBudgets | undefined;
  /** Purchases that the exact budgets know. */
  private settled = 0;
  /** The most one supporter paid, for the purchases that were settled. */
  private readonly mostPaid: Fraction[] = [];

  constructor(market: Market, share: Fraction) {
    this.market = market;
    this.share = share;
    this.budgets = new Budgets(market, share);
    this.waiting = [...market.open];
    this.floors = new Float64Array(market.costs.length);
  }

  /** Buys until nobody can pay for more, or more than `limit` (minor units) is spent. @returns whether it kept the limit */
  finish(limit: number): boolean {
    for (let next = this.next(); next; next = this.next()) {
      this.purchases.push(next);
      this.spent += this.market.costs[next.option]!;
      if (this.spent > limit) return false;
      this.budgets.pay(next.option, next.price);
    }
    return true;
  }

  /** What is left of the supporters' money for an option, exactly. */
  money(option: number): Fraction {
    return this.exact().money(option);
  }

  /** The most one supporter paid for the purchase of that place, exactly. */
  paid(place: number): Fraction {
    this.exact();
    return this.mostPaid[place]!;
  }

  /** The cheapest option that can be paid for. Those who look dear are not looked at again: their floor says enough. */
  private next(): Purchase | undefined {
    const { divisors, tie } = this.market;
    this.sort();
    let best: Candidate | undefined;
    let tied: number[] = [];
    let kept = 0;
    for (const option of this.waiting) {
      // Room for rounding in the divisions on both sides.
      const enough = best ? (best.price.high / divisors[best.option]!) * divisors[option]! * (1 + 1e-15) : Infinity;
      const candidate = this.floors[option]! > enough ? 'dear' : this.look(option, enough);
      if (candidate === 'never') continue;
      this.waiting[kept] = option;
      kept += 1;
      if (candidate === 'dear') continue;
      const order = best ? this.compare(candidate, best) : -1;
      if (order < 0) [best, tied] = [candidate, []];
      else if (order === 0) {
        tied.push(candidate.option, best!.option);
        if (tie(candidate.option, best!.option) < 0) best = candidate;
      }
    }
    this.waiting.length = kept;
    if (!best) return undefined;
    const { option, price, exact } = best;
    for (const other of tied) if (other !== option) this.lostTies.set(other, option);
    this.waiting.splice(this.waiting.indexOf(option), 1);
    return { option, price: exact ? rounded(exact) : price };
  }

  /** By floor: few change between two purchases, which insertion makes the most of. */
  private sort(): void {
    const { waiting, floors, market: { divisors } } = this;
    for (let i = 1; i < waiting.length; i += 1) {
      const option = waiting[i]!;
      const floor = floors[option]! / divisors[option]!;
      let j = i;
      for (; j > 0 && floors[waiting[j - 1]!]! / divisors[waiting[j - 1]!]! > floor; j -= 1) waiting[j] = waiting[j - 1]!;
      waiting[j] = option;
    }
  }

  /** `never`: it cannot be paid for, now and later. `dear`: it surely costs more than `enough`. */
  private look(option: number, enough: number): Candidate | 'never' | 'dear' {
    const affordable = this.budgets.affordable(option);
    if (affordable < 0) return 'never';
    if (affordable > 0) {
      const price = this.budgets.price(option, this.floors[option]!, enough);
      this.floors[option] = price.low;
      if (price.low > enough) return 'dear';
      if (price.high < Infinity) return { option, price };
    }
    const exact = this.exact().price(option);
    return exact ? { option, price: rounded(exact), exact } : 'never';
  }

  /** Of ρ, exactly: below 0 when `a` is cheaper. */
  private compare(a: Candidate, b: Candidate): number {
    const { divisors, costs } = this.market;
    const [da, db] = [divisors[a.option]!, divisors[b.option]!];
    if (a.price.high / da < (b.price.low / db) * (1 - 1e-15)) return -1;
    if (a.price.low / da > (b.price.high / db) * (1 + 1e-15)) return 1;
    if (a.price.units && b.price.units) {
      // cost / divisor is 1 or the cost itself: whole numbers, exact below 2^53.
      const [left, right] = [(costs[a.option]! / da) * b.price.units, (costs[b.option]! / db) * a.price.units];
      if (Math.max(left, right) < Number.MAX_SAFE_INTEGER) return left - right;
    }
    return compareFractions(this.rho(a), this.rho(b));
  }

  private rho(candidate: Candidate): Fraction {
    const { numerator, denominator } = (candidate.exact ??= this.exact().price(candidate.option)!);
    return { numerator, denominator: denominator * BigInt(this.market.divisors[candidate.option]!) };
  }

  /** The exact budgets, brought up to the last purchase. */
  private exact(): ExactBudgets {
    const budgets = (this.exactBudgets ??= new ExactBudgets(this.market, this.share));
    for (; this.settled < this.purchases.length; this.settled += 1) {
      const { option } = this.purchases[this.settled]!;
      this.mostPaid.push(budgets.pay(option, budgets.price(option)!));
    }
    return budgets;
  }
}

/** Bounds one rounding apart. */
function rounded(exact: Fraction): Price {
  const value = toNumber(exact);
  return { low: value * (1 - 2 ** -50), high: value * (1 + 2 ** -50) };
}

import type { Fraction } from '../fractions.ts';
import { unit } from '../rounding.ts';
import type { Market } from './market.ts';

/** A price with proven bounds: the exact one lies between them. */
export interface Price {
  low: number;
  high: number;
  /** Set when every supporter can surely pay in full: the price is then exactly cost / `units`. */
  units?: number;
}

/** How far above the price somebody's money must be to say surely that it is enough. */
const margin = 1e-9;

/**
 * What every voter has left, in floating point, with a bound on the error of each number. It answers nearly every question; what it cannot say surely
 * is asked of `ExactBudgets`.
 */
export class Budgets {
  readonly left: Float64Array;
  readonly error: Float64Array;
  private readonly market: Market;

  constructor(market: Market, { numerator, denominator }: Fraction) {
    this.market = market;
    const share = Number(numerator) / Number(denominator);
    this.left = new Float64Array(market.voters.length).fill(share);
    this.error = new Float64Array(market.voters.length).fill(share * unit * 2);
  }

  /** 1: the supporters can pay for an option; −1: they cannot; 0: too close to say. */
  affordable(option: number): -1 | 0 | 1 {
    const { groups, voters, costs } = this.market;
    const supporters = groups[option]!;
    let money = 0;
    let error = 0;
    for (let i = 0; i < supporters.length; i += 1) {
      const group = supporters[i]!;
      money += voters[group]! * this.left[group]!;
      error += voters[group]! * this.error[group]!;
    }
    const over = money - costs[option]!;
    const doubt = error + unit * (supporters.length + 2) * money;
    return over > doubt ? 1 : over < -doubt ? -1 : 0;
  }

  /**
   * The price of an affordable option: the π with Σ voters · min(left, π · worth) = cost. Newton's method from below on a concave function that is linear
   * in pieces: it never overshoots and ends exactly. `from`: a price it surely is not below.
   * `enough`: above it nobody asks; the low bound is then all that is known and `high` is Infinity.
   */
  price(option: number, from: number, enough: number): Price {
    const { groups, voters, worths, costs } = this.market;
    const { left, error } = this;
    const [cost, supporters, worth] = [costs[option]!, groups[option]!, worths?.[option]];
    let [price, poorBefore, low] = [from, -1, from];
    for (;;) {
      let [given, doubt, units, poor] = [0, 0, 0, 0];
      for (let i = 0; i < supporters.length; i += 1) {
        const group = supporters[i]!;
        const w = worth ? worth[i]! : 1;
        if (left[group]! < price * w) {
          given += voters[group]! * left[group]!;
          doubt += voters[group]! * error[group]!;
          poor += 1;
        } else units += voters[group]! * w;
      }
      // Rounding at the very edge of what they have: only exact arithmetic can tell.
      if (units === 0) return { low, high: Infinity };
      price = (cost - given) / units;
      low = Math.max(low, price - (doubt + unit * (supporters.length + 4) * (cost + given)) / units);
      if (low > enough || poor === poorBefore) break;
      poorBefore = poor;
    }
    return low > enough ? { low, high: Infinity } : this.bounded(option, price, low);
  }

  /** Takes the price from the supporters. */
  pay(option: number, { low, high }: Price): void {
    const { groups, worths } = this.market;
    const [supporters, worth] = [groups[option]!, worths?.[option]];
    const [price, doubt] = [(low + high) / 2, high - low];
    for (let i = 0; i < supporters.length; i += 1) {
      const group = supporters[i]!;
      const w = worth ? worth[i]! : 1;
      const [has, error] = [this.left[group]!, this.error[group]!];
      const surelyPoor = has + error < low * w;
      const after = Math.max(0, has - price * w);
      this.left[group] = surelyPoor ? 0 : after;
      this.error[group] = surelyPoor ? 0 : error + doubt * w + unit * (has + price * w);
    }
  }

  /**
   * The upper bound. Those who surely can pay a little more than the price are counted in full; the others give at least what they have, and no less than
   * the lowest price asks of them where they have it.
   */
  private bounded(option: number, price: number, low: number): Price {
    const { groups, voters, worths, costs } = this.market;
    const { left, error } = this;
    const [cost, supporters, worth] = [costs[option]!, groups[option]!, worths?.[option]];
    const above = price * (1 + margin);
    let [given, doubt, units] = [0, 0, 0];
    for (let i = 0; i < supporters.length; i += 1) {
      const group = supporters[i]!;
      const w = worth ? worth[i]! : 1;
      if (left[group]! - error[group]! < above * w) {
        given += voters[group]! * Math.min(left[group]!, low * w);
        doubt += voters[group]! * error[group]!;
      } else units += voters[group]! * w;
    }
    if (units === 0) return { low, high: Infinity };
    const high = (cost - given + doubt + unit * (supporters.length + 4) * (cost + given)) / units;
    if (high > above) return { low, high: Infinity };
    return given === 0 && doubt === 0 && units > 0 ? { low, high, units } : { low, high };
  }
}

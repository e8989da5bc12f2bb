import type { Fraction } from '../fractions.ts';
import type { Market } from './market.ts';

/** The exact price of an option: what one unit of worth costs a supporter who can pay it in full. */
export interface ExactPrice extends Fraction {
  /** Units of worth of those who can pay in full, as a whole number. */
  units: bigint;
  /** Price × units × denominator of the budgets. */
  rest: bigint;
}

/**
 * What every voter has left, without any rounding: whole numbers over one common denominator, which grows with each purchase. A group's number is
 * brought to the present denominator when it is asked for.
 */
export class ExactBudgets {
  private readonly market: Market;
  private readonly left: bigint[];
  /** The denominator each group's number stands over. */
  private readonly over: bigint[];
  private denominator: bigint;

  constructor(market: Market, share: Fraction) {
    this.market = market;
    this.denominator = share.denominator;
    this.left = Array.from(market.voters, () => share.numerator);
    this.over = Array.from(market.voters, () => share.denominator);
  }

  /** What the supporters of an option have left together. */
  money(option: number): Fraction {
    let sum = 0n;
    for (const group of this.market.groups[option]!) sum += this.of(group) * BigInt(this.market.voters[group]!);
    return { numerator: sum, denominator: this.denominator };
  }

  /** Undefined: its supporters cannot pay for it. */
  price(option: number): ExactPrice | undefined {
    const { groups, voters, worths, costs } = this.market;
    const cost = BigInt(costs[option]!) * this.denominator;
    let full = Array.from(groups[option]!, (group, i) => ({ left: this.of(group), voters: BigInt(voters[group]!), worth: BigInt(worths?.[option]![i] ?? 1) }));
    let rest = cost;
    // Who cannot pay the price gives all there is, which raises it for the others, until all of them can.
    for (;;) {
      const units = full.reduce((sum, { voters: n, worth }) => sum + n * worth, 0n);
      if (units === 0n) return undefined;
      const poor = full.filter(({ left, worth }) => left * units < rest * worth);
      if (poor.length === 0) return { numerator: rest, denominator: this.denominator * units, units, rest };
      for (const { left, voters: n } of poor) rest -= left * n;
      full = full.filter((group) => !poor.includes(group));
    }
  }

  /** Takes the price from the supporters. @returns the most that one of them paid */
  pay(option: number, { units, rest }: ExactPrice): Fraction {
    const { groups, worths } = this.market;
    const denominator = this.denominator * units;
    let most = 0n;
    groups[option]!.forEach((group, i) => {
      const has = this.of(group) * units;
      const asked = rest * BigInt(worths?.[option]![i] ?? 1);
      const paid = has < asked ? has : asked;
      if (paid > most) most = paid;
      this.left[group] = has - paid;
      this.over[group] = denominator;
    });
    this.denominator = denominator;
    return { numerator: most, denominator };
  }

  private of(group: number): bigint {
    if (this.over[group] !== this.denominator) {
      this.left[group] = this.left[group]! * (this.denominator / this.over[group]!);
      this.over[group] = this.denominator;
    }
    return this.left[group]!;
  }
}

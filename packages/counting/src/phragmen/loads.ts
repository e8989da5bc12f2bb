import { compareFractions, type Fraction, toNumber } from '../fractions.ts';
import { unit } from '../rounding.ts';
import type { Supports } from '../supports.ts';

/** When the supporters of an option will have earned its cost, with proven bounds. */
export interface Moment {
  low: number;
  high: number;
}

/**
 * The loads of the voters: when each last paid for an option, 0 for never. All who paid for one option have the same load, so that the exact loads are
 * one whole number per purchase, over one common denominator.
 */
export class Loads {
  private readonly supports: Supports;
  private readonly costs: readonly number[];
  private readonly sizes: Float64Array;
  /** For each group the last purchase it paid for + 1, 0 for none. */
  private readonly last: Uint32Array;
  /** By purchase, 0 first: the load. */
  private readonly near: number[] = [0];
  private exact: bigint[] = [0n];
  private denominator = 1n;

  constructor(supports: Supports, costs: readonly number[]) {
    this.supports = supports;
    this.costs = costs;
    this.sizes = Float64Array.from(supports.groups, (groups) => groups.reduce((sum, group) => sum + supports.voters[group]!, 0));
    this.last = new Uint32Array(supports.voters.length);
  }

  /** (cost + Σ loads of the supporters) / number of supporters. The option has supporters. */
  moment(option: number): Moment {
    const groups = this.supports.groups[option]!;
    let sum = this.costs[option]!;
    for (let i = 0; i < groups.length; i += 1) sum += this.supports.voters[groups[i]!]! * this.near[this.last[groups[i]!]!]!;
    const moment = sum / this.sizes[option]!;
    // Each load is right to 2 units, each step of the sum adds one at most.
    const doubt = moment * unit * (groups.length + 4);
    return { low: moment - doubt, high: moment + doubt };
  }

  /** The same, exactly. */
  exactMoment(option: number): Fraction {
    const shares = new Float64Array(this.exact.length);
    for (const group of this.supports.groups[option]!) shares[this.last[group]!]! += this.supports.voters[group]!;
    let sum = BigInt(this.costs[option]!) * this.denominator;
    shares.forEach((voters, purchase) => (sum += voters === 0 ? 0n : BigInt(voters) * this.exact[purchase]!));
    return { numerator: sum, denominator: this.denominator * BigInt(this.sizes[option]!) };
  }

  compare(a: number, b: number): number {
    return compareFractions(this.exactMoment(a), this.exactMoment(b));
  }

  /** The supporters pay: all of them have the same load now. */
  pay(option: number): void {
    const moment = this.exactMoment(option);
    const size = BigInt(this.sizes[option]!);
    this.exact = [...this.exact.map((load) => load * size), moment.numerator];
    this.denominator = moment.denominator;
    this.near.push(toNumber(moment));
    for (const group of this.supports.groups[option]!) this.last[group] = this.near.length - 1;
  }
}

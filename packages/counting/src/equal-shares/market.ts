import type { Fraction } from '../fractions.ts';
import type { Supports } from '../supports.ts';

/** What one run of the Method of Equal Shares works on; the same for every raise of the shares. */
export interface Market extends Supports {
  /** In minor units. */
  costs: readonly number[];
  /**
   * What makes prices comparable: an option's ρ is its price per unit of worth, divided by this. The cost under utility `cost` (where an option is
   * worth its cost to each supporter), 1 otherwise.
   */
  divisors: readonly number[];
  /** Options that may be bought: supported, not withdrawn. */
  open: readonly number[];
  withdrawn: ReadonlySet<number>;
  /** Below 0: of two options with the same ρ, `a` goes first. */
  tie(a: number, b: number): number;
}

/** Everybody's share, a fraction of whole minor units: (budget + raised × voters) / voters. */
export const shareOf = (budget: number, voters: number, raised = 0n): Fraction => ({
  numerator: BigInt(budget) + raised * BigInt(voters),
  denominator: BigInt(voters),
});

import type { Fraction } from '../fractions.ts';
import type { Election } from '../election.ts';
import { supportsOf, type Supports } from '../supports.ts';
import { rawVotes } from '../tally.ts';
import { compareTied } from '../ties.ts';

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

/** `byPoints`: options are worth their points; `byCost`: their cost; neither: each the same. */
export function marketOf(election: Election, byPoints: boolean, byCost: boolean): Market {
  const supports = supportsOf(election, byPoints);
  const votes = rawVotes(election);
  const costs = election.options.map(({ cost = 0 }) => cost);
  return {
    ...supports,
    costs,
    // What costs nothing has the lowest price there is, whatever it is divided by.
    divisors: costs.map((cost) => (byCost && cost > 0 ? cost : 1)),
    open: election.options.flatMap(({ withdrawn }, i) => (!withdrawn && supports.groups[i]!.length > 0 ? [i] : [])),
    withdrawn: new Set(election.options.flatMap(({ withdrawn }, i) => (withdrawn ? [i] : []))),
    tie: (a, b) => compareTied(election, votes, a, b).order,
  };
}

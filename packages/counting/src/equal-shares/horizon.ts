import type { Fraction } from '../fractions.ts';
import type { Market } from './market.ts';
import type { Purchase } from './run.ts';

/**
 * How far every share may be raised, in minor units, so that a run surely buys the same options in the same order: a lower bound, 0 where nothing can
 * be said.
 *
 * While the order and those who pay in full stay the same, everything is linear in the raise Δ: a voter has left + grows · Δ, and a price falls by what
 * those who give all they have give more. The bound is the first Δ at which somebody could pay in full, another option could become cheaper, or one more
 * could be paid for. Growths are never negative, which is why it is enough to look at each comparison alone.
 */
export function horizon(market: Market, share: Fraction, purchases: readonly Purchase[]): number {
  const { voters, groups, worths, costs, divisors } = market;
  const left = new Float64Array(voters.length).fill(Number(share.numerator) / Number(share.denominator));
  const grows = new Float64Array(voters.length).fill(1);
  const waiting = new Set(market.open);
  let bound = Infinity;
  for (const { option, price: { low, high } } of purchases) {
    const price = (low + high) / 2;
    waiting.delete(option);
    for (const other of waiting) bound = Math.min(bound, untilCheaper(other, (price / divisors[option]!) * divisors[other]!));
    bound = Math.min(bound, pay(option, price));
    if (bound <= 0) return 0;
  }
  for (const other of waiting) bound = Math.min(bound, untilCheaper(other, Infinity));
  return bound;

  /** The Δ at which the supporters could pay for an option at this price. Who can pay in full changes nothing: such ties stay ties. */
  function untilCheaper(option: number, price: number): number {
    let [given, growth, most] = [0, 0, 0];
    groups[option]!.forEach((group, i) => {
      const asked = price * (worths?.[option]![i] ?? 1);
      most += voters[group]! * asked;
      given += voters[group]! * Math.min(left[group]!, asked);
      if (left[group]! < asked) growth += voters[group]! * grows[group]!;
    });
    // Not even if everybody could pay in full; with room for rounding.
    if (growth === 0 || most < costs[option]! * (1 - 1e-9)) return Infinity;
    return (costs[option]! - given) / growth;
  }

  /** Takes the price. @returns the Δ at which one of those who give all they have could pay in full */
  function pay(option: number, price: number): number {
    const worth = (i: number) => worths?.[option]![i] ?? 1;
    let [growth, units] = [0, 0];
    groups[option]!.forEach((group, i) => {
      if (left[group]! < price * worth(i)) growth += voters[group]! * grows[group]!;
      else units += voters[group]! * worth(i);
    });
    if (units === 0) return 0;
    const falls = growth / units;
    let first = Infinity;
    groups[option]!.forEach((group, i) => {
      const missing = price * worth(i) - left[group]!;
      if (missing > 0) {
        first = Math.min(first, missing / (grows[group]! + falls * worth(i)));
        left[group] = 0;
        grows[group] = 0;
      } else {
        left[group] = -missing;
        grows[group]! += falls * worth(i);
      }
    });
    return first;
  }
}

/** A fraction of whole numbers of any length that is not reduced; the denominator is above 0. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** Below 0: `a` is smaller. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const floor = ({ numerator, denominator }: Fraction): number => Number(numerator / denominator);
export const ceil = ({ numerator, denominator }: Fraction): number => Number((numerator + denominator - 1n) / denominator);

/** The nearest floating-point number, right to about 2^-52. */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0;
  const shift = BigInt(bits(denominator) - bits(numerator) + 64);
  const scaled = shift > 0n ? (numerator << shift) / denominator : numerator / (denominator << -shift);
  return Number(scaled) * 2 ** -Number(shift);
}

const bits = (n: bigint): number => n.toString(16).length * 4;

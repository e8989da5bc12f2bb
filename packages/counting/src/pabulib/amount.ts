import { minorDigits } from '@parvis/contract/money';

/** How many digits a currency has after the point, as everywhere in Parvis. A file without a currency: two, as for euros. */
export const currencyExponent = (currency: string | undefined): number => (currency ? minorDigits(currency) : 2);

export type Amount =
  | { ok: true; minor: number; rounded: boolean }
  | { ok: false; reason: 'malformed' | 'ambiguous' | 'negative' | 'too-large' };

const form = /^([+-]?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d*))?$/;

/**
 * Reads an amount into whole minor units, exactly: `400000.0`, `1 234,50`. Digits the currency does not have are rounded
 * half up, and said. `1.234` and `1,234` are refused as ambiguous: a point or comma before three digits may part thousands.
 */
export function parseAmount(text: string, exponent: number): Amount {
  const found = form.exec(text.trim().replace(/[\u00A0\u2009\u202F]/g, ' '));
  if (!found) return { ok: false, reason: 'malformed' };
  const [, sign, grouped = '', mark, decimals = ''] = found;
  const whole = grouped.replaceAll(' ', '');
  const mayPartThousands = mark !== undefined && decimals.length === 3 && exponent !== 3 && /^[1-9]\d{0,2}$/.test(grouped);
  if (mayPartThousands) return { ok: false, reason: 'ambiguous' };
  const kept = decimals.slice(0, exponent).padEnd(exponent, '0');
  const beyond = decimals.slice(exponent);
  let minor = BigInt(whole + kept);
  if (beyond >= '5') minor += 1n;
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, reason: 'too-large' };
  if (sign === '-' && minor > 0n) return { ok: false, reason: 'negative' };
  return { ok: true, minor: Number(minor), rounded: /[1-9]/.test(beyond) };
}

/** Writes an amount in minor units so that `parseAmount` reads the same: `600`, `12.50`. Without decimals where there are none. */
export function formatAmount(minor: number, exponent: number): string {
  const digits = String(minor).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const decimals = digits.slice(whole.length);
  return /[^0]/.test(decimals) ? `${whole}.${decimals}` : whole;
}

/** A whole number, also written `3.0`; undefined when it is none. */
export function parseWhole(text: string): number | undefined {
  const found = /^([+-]?\d{1,15})(?:[.,]0*)?$/.exec(text.trim());
  // Adding zero turns -0 into 0.
  return found ? Number(found[1]) + 0 : undefined;
}

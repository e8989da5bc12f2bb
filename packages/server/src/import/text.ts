import { fold } from '@parvis/contract';

/** Words as they are compared: small letters without accents, signs turned into single spaces. */
export const plain = (text: string): string =>
  fold(text).replaceAll('œ', 'oe').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** An id for addresses made from words: `Éco-mobilité` → `eco-mobilite`. Empty when nothing is left. */
export const slug = (text: string): string =>
  plain(text).replace(/[^a-z0-9 ]/g, '').trim().replace(/ +/g, '-').slice(0, 80).replace(/-$/, '');

const numbers = new Intl.NumberFormat('fr-FR');

export const figure = (n: number): string => numbers.format(n);

/** `1 vote`, `2 votes`, `0 vote`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${Math.abs(n) < 2 ? one : many}`;

/** Money in minor units as French readers write it: `1 000 000 €`. */
export function money(minor: number, currency: string, exponent: number): string {
  const whole = minor % 10 ** exponent === 0;
  const digits = whole ? 0 : exponent;
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(minor / 10 ** exponent);
}

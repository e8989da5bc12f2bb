import { minorDigits } from '@parvis/contract';
import { html } from 'hono/html';

/** Anything `hono/html` may put into a page: text is escaped, pages are not escaped twice. */
export type Markup = ReturnType<typeof html>;

/** Plain text as paragraphs: an empty line starts a new one. */
export const paragraphs = (text: string | undefined): Markup[] =>
  (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => html`<p>${part}</p>`);

/** An amount in minor units: `390 000 €`. */
export function money(minor: number, currency: string, lang: string): string {
  const digits = minorDigits(currency);
  const value = minor / 10 ** digits;
  return new Intl.NumberFormat(lang, { style: 'currency', currency, minimumFractionDigits: Number.isInteger(value) ? 0 : digits }).format(value);
}

/** `2 novembre 2026 à 8 h`, in the zone the organiser wrote the date in. */
export function moment(instant: string, lang: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(instant) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const written = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(Date.parse(instant) + offset));
  return /^fr\b/.test(lang) ? written.replace(/(\d+):(\d+)$/, (_, hour, minute) => [Number(hour), 'h', ...(minute === '00' ? [] : [minute])].join('\u00A0')) : written;
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'ckb']);
export const direction = (lang: string): 'rtl' | 'ltr' => (rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr');

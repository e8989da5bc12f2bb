import type { Making } from '../ballot.model.ts';

/** A number as people type it: European and Eastern Arabic digits; nothing is 0; NaN where it is no number. */
export const numberIn = (text: string): number =>
  Number(text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(',', '.'));

/** Whether a text gives points, or tries to. */
export const gives = (text: string): boolean => numberIn(text) !== 0;

/** Points given in all; what is no number gives none. */
export const given = ({ chosen, values }: Making): number => chosen.reduce((sum, { id }) => sum + (numberIn(values.get(id) ?? '') || 0), 0);

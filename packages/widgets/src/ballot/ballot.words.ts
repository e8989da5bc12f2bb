import { groupCode } from '@parvis/contract/codes';
import { date, isolate, money } from '../shared/messages.ts';
import type { State } from './ballot.model.ts';
import type { Model } from './methods/kind.ts';

export const sentences = (...parts: (string | false)[]): string => parts.filter(Boolean).join(' ');

/** An amount in the ballot's currency. A ballot with costs has one; see `checkDefinition`. */
export const amount = ({ ballot, lang }: Pick<Model, 'ballot' | 'lang'>, minor: number): string => money(minor, ballot.currency ?? 'EUR', lang);

/** How many options may be named; empty: as many as one likes. */
export const limits = ({ ballot: { min, max }, say }: Model): string => sentences(min > 1 && say('tooFew', { n: min }), max !== undefined && say('howMax', { n: max }));

/** What was received, and what happens next. */
export function receiptLines({ ballot, done, say, lang }: Model): string[] {
  if (typeof done !== 'object') return [say('final')];
  const { closesAt } = ballot;
  return [
    say('receivedText', { date: date(done.day, lang), title: isolate(ballot.title) }),
    say('secret'),
    say('next', { end: closesAt ? ` (${date(closesAt, lang)})` : '' }),
  ];
}

/** Empty where the receipt is not on this device. */
export const receiptCode = ({ done }: State): string => (typeof done === 'object' ? groupCode(done.receipt) : '');

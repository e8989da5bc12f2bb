import type { Ballot, BallotOption, Issue } from '@parvis/contract';
import { groupCode } from '@parvis/contract/codes';
import { minOf, picksOne } from '@parvis/contract/selection-rules';
import { date, isolate, money, type Say } from '../shared/messages.ts';
import type { shared } from '../shared/shared.messages.ts';
import type { fr } from './ballot.messages.ts';
import { beyond, ceilingOf, costOf, stillThere, type State } from './ballot.model.ts';

export type BallotSay = Say<keyof typeof fr | keyof typeof shared>;

/** What words and views need: where the person stands, the ballot, and the language of our sentences. */
export interface Model extends State {
  ballot: Ballot;
  uid: string;
  say: BallotSay;
  lang: string;
  /** Level of the first heading. */
  level: number;
}

const sentences = (...parts: (string | false)[]): string => parts.filter(Boolean).join(' ');

/** An amount in the ballot's currency. A ballot with costs has one; see `checkDefinition`. */
export const amount = ({ ballot, lang }: Pick<Model, 'ballot' | 'lang'>, minor: number): string => money(minor, ballot.currency ?? 'EUR', lang);

/** How to fill the ballot in. */
export function howTo(m: Model): string {
  const { ballot: { min, max }, say } = m;
  if (picksOne(m.ballot)) return say('howOne');
  const ceiling = ceilingOf(m.ballot);
  return sentences(
    ceiling !== undefined && say('howBudget', { money: amount(m, ceiling) }),
    min > 1 && say('tooFew', { n: min }),
    max !== undefined && say('howMax', { n: max }),
  ) || say('howAny');
}

/** What is left, or what is too much and what to do about it. */
export function standing(m: Model): string {
  const { ballot: { max }, chosen, say } = m;
  const ceiling = ceilingOf(m.ballot);
  const left = (ceiling ?? 0) - costOf(chosen);
  const n = (max ?? 0) - chosen.length;
  return sentences(
    ceiling !== undefined && (left < 0
      ? say('tooDear', { money: amount(m, -left), label: isolate(beyond(m.ballot, chosen).map((o) => o.label).join(', ')) })
      : say('moneyLeft', { left: amount(m, left), money: amount(m, ceiling) })),
    max !== undefined && (n < 0 ? say('tooMany', { n: -n }) : say('left', { n })),
  ) || say('made', { n: chosen.length });
}

/** A reason not to take a vote, as a sentence that says what to do. */
export function mistake(m: Model, { code }: Issue): string {
  if (code !== 'too-few') return standing(m);
  return picksOne(m.ballot) ? m.say('howOne') : m.say('tooFew', { n: minOf(m.ballot) });
}

/** What a changed ballot means for somebody who had already chosen. */
export const changes = (m: Model, before: readonly BallotOption[]): string[] => [
  ...before.flatMap((option) => {
    const label = isolate(option.label);
    const [now] = stillThere(m.ballot, [option]);
    if (!now) return m.say('gone', { label });
    return now.cost === undefined || now.cost === option.cost ? [] : m.say('nowCosts', { label, money: amount(m, now.cost) });
  }),
  howTo(m),
];

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

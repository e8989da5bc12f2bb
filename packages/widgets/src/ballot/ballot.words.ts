import type { Ballot, BallotOption, Issue } from '@parvis/contract';
import { groupCode } from '@parvis/contract/codes';
import { minOf, picksOne } from '@parvis/contract/vote-rules';
import { date, money, type Say } from '../shared/messages.ts';
import type { shared } from '../shared/shared.messages.ts';
import type { fr } from './ballot.messages.ts';
import { ceilingOf, costOf, stillThere, takeAway, type Draft, type State } from './ballot.model.ts';

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

/** Words of the ballot inside a sentence of ours keep their own direction (UAX 9 isolates). */
const isolate = (words: string): string => `\u2068${words}\u2069`;

/** An amount in the ballot's currency. A ballot with costs has one; see `checkDefinition`. */
export const amount = ({ ballot, lang }: Pick<Model, 'ballot' | 'lang'>, minor: number): string => money(minor, ballot.currency ?? 'EUR', lang);

/** How to fill the ballot in. */
export function howTo(m: Model): string {
  const { ballot, say } = m;
  if (picksOne(ballot)) return say('howOne');
  const ceiling = ceilingOf(ballot);
  return [
    ceiling !== undefined && say('howBudget', { money: amount(m, ceiling) }),
    ballot.min > 1 && say('tooFew', { n: ballot.min }),
    ballot.max !== undefined ? say('howMax', { n: ballot.max }) : ceiling === undefined && say('howAny'),
  ].filter(Boolean).join(' ');
}

/** What is left, or what is too much and what to do about it. */
export function standing(m: Model): string {
  const { ballot, chosen, say } = m;
  const ceiling = ceilingOf(ballot);
  const n = (ballot.max ?? 0) - chosen.length;
  return [
    ceiling !== undefined && moneyStanding(m, ceiling),
    ballot.max !== undefined ? (n < 0 ? say('tooMany', { n: -n }) : say('left', { n })) : ceiling === undefined && say('made', { n: chosen.length }),
  ].filter(Boolean).join(' ');
}

function moneyStanding(m: Model, ceiling: number): string {
  const left = ceiling - costOf(m.chosen);
  if (left >= 0) return m.say('moneyLeft', { left: amount(m, left), money: amount(m, ceiling) });
  const label = takeAway(m.chosen, -left)?.label;
  return label === undefined ? m.say('tooDear', { money: amount(m, -left) }) : m.say('tooDearOne', { money: amount(m, -left), label: isolate(label) });
}

/** A reason not to take a vote, as a sentence that says what to do. */
export function mistake(m: Model, { code }: Issue): string {
  const { ballot, say } = m;
  if (code === 'too-few') return `${picksOne(ballot) ? say('howOne') : say('tooFew', { n: minOf(ballot) })} ${ballot.blank ? say('orBlank') : ''}`;
  return code === 'too-many' || code === 'over-ceiling' ? standing(m) : say('look');
}

/** What a changed ballot means for somebody who had already chosen. */
export const changes = (m: Model, draft: Draft): string[] => [
  ...draft.options.flatMap(({ id, label, cost }) => {
    const [now] = stillThere(m.ballot, { ...draft, options: draft.options.filter((o) => o.id === id) });
    if (!now) return m.say('gone', { label: isolate(label) });
    return now.cost === cost || now.cost === undefined ? [] : m.say('nowCosts', { label: isolate(label), money: amount(m, now.cost) });
  }),
  howTo(m),
];

/** What was received, and what happens next. */
export function receiptLines({ ballot, receipt, say, lang }: Model): string[] {
  if (!receipt) return [say('final')];
  const end = ballot.closesAt ? ` (${date(ballot.closesAt, lang)})` : '';
  return [
    say('receivedText', { date: date(receipt.day, lang), title: isolate(ballot.title) }),
    say('secret'),
    ...(ballot.results === 'hidden' ? [say('next', { end })] : []),
  ];
}

/** The chosen options on paper: boxes, numbers, amounts. */
export const choiceLines = (m: Model, options: readonly BallotOption[]): string[] =>
  options.map((o) => `☑ ${o.number}. ${o.label}${o.cost === undefined ? '' : ` — ${amount(m, o.cost)}`}`);

export const receiptCode = ({ receipt }: State): string => groupCode(receipt?.receipt ?? '');

import type { Ballot, Issue } from '@parvis/contract';
import { maxOf, minOf, picksOne } from '@parvis/contract/vote-rules';
import { money, type Say } from '../shared/messages.ts';
import type { SharedSay } from '../shared/views.ts';
import type { fr } from './ballot.messages.ts';
import { balanceOf, type Changes } from './ballot.model.ts';

export type BallotSay = Say<keyof typeof fr> & SharedSay;

/** Words of the ballot inside a sentence of ours keep their own direction (UAX 9 isolates). */
const isolate = (words: string): string => `\u2068${words}\u2069`;

/** An amount in the ballot's currency. A ballot with costs has one; see `checkDefinition`. */
export const moneyOf = (ballot: Ballot, minor: number, lang: string): string => money(minor, ballot.currency ?? 'EUR', lang);

/** How to fill the ballot in. */
export function howTo(ballot: Ballot, say: BallotSay, lang: string): string {
  if (picksOne(ballot)) return say('howOne');
  const { ceiling, max } = balanceOf(ballot, []);
  const min = minOf(ballot);
  const budget = ceiling === undefined ? undefined : say('howBudget', { money: moneyOf(ballot, ceiling, lang) });
  const number =
    max === undefined ? (min > 1 ? say('howMin', { n: min }) : budget ? '' : say('howAny'))
    : min === max ? say('howExactly', { n: max })
    : min > 1 ? say('howRange', { min, max })
    : say('howMax', { n: max });
  return [budget, number].filter(Boolean).join(' ');
}

/** What is left, or what is too much and what to do about it. */
export function standing(ballot: Ballot, chosen: readonly string[], say: BallotSay, lang: string): string[] {
  const { ceiling, cost, count, max, takeOne } = balanceOf(ballot, chosen);
  const sentences: string[] = [];
  if (ceiling !== undefined) {
    const amount = (minor: number) => moneyOf(ballot, minor, lang);
    if (cost <= ceiling) sentences.push(say('moneyLeft', { left: amount(ceiling - cost), money: amount(ceiling) }));
    else {
      sentences.push(say('tooDear', { money: amount(cost - ceiling) }),
        takeOne ? say('takeOne', { label: isolate(takeOne.label), cost: amount(takeOne.cost ?? 0) }) : say('takeSome'));
    }
  }
  if (max !== undefined) sentences.push(count > max ? say('tooMany', { n: count - max }) : say('left', { n: max - count, max }));
  return sentences.length > 0 ? sentences : [say('made', { n: count })];
}

/** A reason not to take a vote, as a sentence that says what to do. */
export function mistake(issue: Issue, ballot: Ballot, chosen: readonly string[], say: BallotSay, lang: string): string {
  switch (issue.code) {
    case 'too-few': {
      const few = picksOne(ballot) ? say('howOne') : say('tooFew', { n: issue.limit ?? minOf(ballot) });
      return ballot.blank ? `${few} ${say('orBlank')}` : few;
    }
    case 'too-many': return say('tooMany', { n: (issue.actual ?? chosen.length) - (issue.limit ?? maxOf(ballot)) });
    case 'over-ceiling': return standing(ballot, chosen, say, lang).slice(0, 2).join(' ');
    case 'blank-not-allowed': return say('noBlank');
    default: return say('unfit');
  }
}

/** What changed in a ballot, for somebody who had already chosen. */
export const changeSentences = ({ gone, costs, limits }: Changes, ballot: Ballot, say: BallotSay, lang: string): string[] => [
  ...gone.map((label) => say('gone', { label: isolate(label) })),
  ...costs.map(({ label, cost }) => say('nowCosts', { label: isolate(label), cost: moneyOf(ballot, cost, lang) })),
  ...(limits ? [say('newLimits')] : []),
];

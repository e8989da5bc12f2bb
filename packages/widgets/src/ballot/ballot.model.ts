import type { Ballot, BallotOption, Choice, Issue, Method, Receipt } from '@parvis/contract';
import { maxOf, picksOne } from '@parvis/contract/selection-rules';

/** The kinds of ballot this version can show. The contract knows more. */
export const shownMethods: readonly Method[] = ['approval', 'single', 'yes-no', 'budget'];

/** One act of voting. Its key stays the same until its answer is known, so it counts once however often it is sent. */
export interface Act {
  key: string;
  /** Kept with the key: the same act with another mark would be another vote. */
  voter: { mark: string };
  choice: Choice;
  rulesHash: string;
}

/** What this device keeps of one ballot: an act without an answer, or the receipt (`true`: it has voted, the receipt is not here). */
export interface Kept {
  act?: Act | undefined;
  done?: Receipt | true | undefined;
}

/** Choices kept on the device: the options as they were when they were chosen, in the order of choosing. */
export interface Draft {
  rulesHash: string;
  options: readonly BallotOption[];
}

/** What a person must know before going on; takes focus when it appears. Empty lines are left out. */
export type Message = readonly [kind: 'info' | 'warn' | 'error', title: string, ...lines: (string | undefined)[]];

/** Where one person stands with one ballot. */
export interface State extends Kept {
  step: 'choose' | 'review' | 'blank';
  /** In the order of choosing. */
  chosen: readonly BallotOption[];
  /** Why the review was refused. */
  issues: readonly Issue[];
  message?: Message | undefined;
  /** What is kept lives only as long as the page. */
  loose?: boolean;
  /** The receipt came just now, for the choice on the screen. */
  fresh?: boolean;
}

export const start: State = { step: 'choose', chosen: [], issues: [] };

/** What a click on an option makes of the choices. Going over a limit is allowed: it is explained, and refused at the review. */
export function choose(ballot: Ballot, chosen: readonly BallotOption[], option: BallotOption): BallotOption[] {
  if (picksOne(ballot)) return [option];
  return chosen.includes(option) ? chosen.filter((o) => o !== option) : [...chosen, option];
}

/** The choice to cast, in the order of the ballot: the order in which somebody chose is nobody's business. */
export const choiceOf = ({ options }: Ballot, chosen: readonly BallotOption[]): Choice => ({
  options: options.filter((o) => chosen.includes(o)).map((o) => o.id),
});

/** Options as they are now, without those that can no longer be chosen. */
export const stillThere = ({ options }: Ballot, before: readonly BallotOption[]): BallotOption[] =>
  before.flatMap(({ id }) => options.filter((o) => o.id === id && !o.withdrawn));

/** What may be spent, in minor units; undefined: the ballot has no budget. */
export const ceilingOf = ({ method, ceiling }: Ballot): number | undefined => (method === 'budget' ? ceiling : undefined);

/** What options cost together, in minor units. */
export const costOf = (options: readonly BallotOption[]): number => options.reduce((sum, { cost = 0 }) => sum + cost, 0);

/** Choices that do not fit, taking them in the order they were made. Without them the vote fits. */
export function beyond(ballot: Ballot, chosen: readonly BallotOption[]): BallotOption[] {
  let places = maxOf(ballot);
  let purse = ceilingOf(ballot) ?? Infinity;
  return chosen.filter(({ cost = 0 }) => {
    if (places < 1 || cost > purse) return true;
    places -= 1;
    purse -= cost;
    return false;
  });
}

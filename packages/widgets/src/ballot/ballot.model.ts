import type { Ballot, BallotOption, Choice, Issue, Receipt, Voter } from '@parvis/contract';
import type { Find } from './long/find.model.ts';

/** One act of voting. Its key stays the same until its answer is known, so it counts once however often it is sent. */
export interface Act {
  key: string;
  /** Kept with the key: the same act with another mark would be another vote. */
  voter: Voter;
  choice: Choice;
  rulesHash: string;
}

/** What this device keeps of one ballot: an act without an answer, or the receipt (`true`: it has voted, the receipt is not here). */
export interface Kept {
  act?: Act | undefined;
  done?: Receipt | true | undefined;
}

/** A vote that is being made. */
export interface Making {
  /** In the order of choosing, which for `ranking` is the vote. */
  chosen: readonly BallotOption[];
  /** What was entered for an option, by its id, as a form field has it. */
  values: ReadonlyMap<string, string>;
}

/** A vote in the making as the device keeps it: ballot and options as they were then. */
export interface Draft {
  poll: Ballot;
  options: readonly BallotOption[];
  values?: Making['values'];
}

/** What a person must know before going on; takes focus when it appears. A line may be several, with breaks between them; empty ones are left out. */
export type Message = readonly [kind: 'info' | 'warn' | 'error', title: string, ...lines: (string | undefined)[]];

/** Where one person stands with one ballot. */
export interface State extends Kept, Making {
  step: 'choose' | 'review' | 'blank';
  /** Why the review was refused. */
  issues: readonly Issue[];
  message?: Message | undefined;
  /** What is kept lives only as long as the page. */
  loose?: boolean;
  /** The receipt came just now, for the choice on the screen. */
  fresh?: boolean;
  /** Choices as they were before each change, the newest last, where a change can be taken back. */
  past?: readonly Making['chosen'][];
  /** Ids of the options whose text is open, where rows change places. */
  opened?: ReadonlySet<string>;
  /** Ids of the options that are shown. Absent: all of them. */
  found?: ReadonlySet<string> | undefined;
  /** What is looked for among many options. Absent: nothing. */
  find?: Find | undefined;
  /** The comparison is open. */
  comparing?: boolean;
}

export const start: State = { step: 'choose', chosen: [], values: new Map(), issues: [] };

/** Options as they are now, without those that can no longer be chosen. */
export const stillThere = ({ options }: Ballot, before: readonly BallotOption[]): BallotOption[] =>
  before.flatMap(({ id }) => options.filter((o) => o.id === id && !o.withdrawn));

/** Texts are folded where one of them is long or there is a picture: all of them, so that the rows are alike. */
export const folds = ({ options }: Ballot): boolean => options.some(({ text = '', picture }) => Boolean(picture) || text.length > 100);

/** The options a vote names, as it names them. */
export const idsIn = (choice: Choice): string[] => ('options' in choice ? choice.options : 'values' in choice ? Object.keys(choice.values) : []);

import type { Counting, Method, Outcome, Reason } from '@parvis/contract';
import type { Election } from './election.ts';

/** What a rule finds, by the places of the options. */
export interface RuleResult {
  /** In order of election. */
  winners: number[];
  /** For every option what the rule goes by, and why it was taken or not. */
  options: { value: number; reason: Reason }[];
  /** Settings whose default only the election shows. */
  settings?: Partial<Counting>;
  more?: Pick<Outcome, 'share' | 'prefer' | 'rounds'>;
}

/** Told from time to time how much is done, from 0 to 1. Throwing from it ends the count. */
export type OnProgress = (part: number) => void;

export interface Rule {
  /** The ballots it can count. */
  fits: readonly Method[];
  /** Settings it knows, besides `budget` and `seats` where `costs` is true. */
  settings: readonly (keyof Counting)[];
  /** Whether it takes options until the budget (or the seats) are used up; otherwise it takes one. */
  costs: boolean;
  count(election: Election, settings: Counting, onProgress: OnProgress): RuleResult;
}

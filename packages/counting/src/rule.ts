import type { Counting, Outcome, Reason } from '@parvis/contract';
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

/** What each asks of a ballot and can be set is in the contract's `countingRules`. */
export interface Rule {
  count(election: Election, settings: Counting, onProgress: OnProgress): RuleResult;
}

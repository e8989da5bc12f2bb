import type { Choice } from '@parvis/contract';

/**
 * Votes once more, with the group of buildings they come from: sealed for somebody outside, so that the file tells nobody how a building votes. Opened
 * after closing, only the totals of groups that are large enough are kept.
 */
export interface GroupStore {
  /** Sealed; see `openGroupVote`. In the order of random ids. */
  groupVotes(consultation: string, ballot: string): Promise<Uint8Array[]>;
  /** Keeps the totals and forgets the sealed votes. */
  putGroupTotals(consultation: string, ballot: string, groups: readonly GroupTotals[]): Promise<void>;
  /** Empty: they were not opened yet, or there are no groups. */
  groupTotals(consultation: string, ballot: string): Promise<GroupTotals[]>;
}

/** What is inside a sealed vote. */
export interface GroupVote {
  group: string;
  choice: Choice;
}

/** How the buildings of a group voted together, by all channels. */
export interface GroupTotals {
  group: string;
  voters: number;
  blank: number;
  tally: { option: string; total: number }[];
}

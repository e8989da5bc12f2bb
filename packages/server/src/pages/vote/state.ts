import { type Choice, randomKey, type Voter } from '@parvis/contract';
import type { Seals } from '../forms/seal.ts';

/** What the pages of one vote carry. */
export interface VoteState {
  /** Drawn when the first page was made: this is one voter, however often a page is sent or loaded again. */
  act: string;
  /** Of the ballot as it was shown. */
  rulesHash: string;
  /** On the review: what will be cast, and nothing else. */
  choice?: Choice;
}

const kind = (ballot: string): string => `vote ${ballot}`;

export const newAct = (rulesHash: string): VoteState => ({ act: randomKey(), rulesHash });
export const closeState = (seals: Seals, ballot: string, state: VoteState): string => seals.close(kind(ballot), state);
export const openState = (seals: Seals, ballot: string, sealed: string | null): VoteState | undefined => seals.open<VoteState>(kind(ballot), sealed);

/**
 * Who casts, and the key of the cast. The key is made of what is cast, so that the same vote sent twice is one act, and another vote of the same voter is
 * another, which is refused. Mark and key are not known from each other, and neither leads to the choice.
 */
export function casting(seals: Seals, { act, choice }: VoteState, code: string | undefined): { key: string; voter: Voter } {
  return { key: seals.derive('key', act, choice, code ?? null), voter: code === undefined ? { mark: seals.derive('mark', act) } : { code } };
}

import { randomKey } from '@parvis/contract';
import type { Seals } from '../forms/seal.ts';

/** What a page knows of an act that can be taken back. There is no device to remember it: whoever has the page can change their mind there. */
export interface Reaction {
  /** Drawn with the first page: one person, however often a page is sent. */
  act: string;
  /** Of the last intention; 0: there was none. */
  sequence: number;
  /** What it is about. Absent: the button says it. */
  id?: string;
  on?: boolean;
}

export type ReactionKind = 'support' | 'faq' | 'feedback' | 'follow';

export const newReaction = (id?: string): Reaction => ({ act: randomKey(), sequence: 0, ...(id !== undefined && { id }) });
export const sealReaction = (seals: Seals, kind: ReactionKind, reaction: Reaction): string => seals.close(`reaction ${kind}`, reaction);
export const openReaction = (seals: Seals, kind: ReactionKind, sealed: string | null | undefined): Reaction | undefined => seals.open<Reaction>(`reaction ${kind}`, sealed);

/** Whose intention this is, and that it is newer than the last one. */
export const nextIntention = (seals: Seals, { act, sequence }: Reaction): { mark: string; sequence: number } => ({ mark: seals.derive('mark', act), sequence: sequence + 1 });

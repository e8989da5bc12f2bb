import * as z from 'zod/mini';
import { ContactDraft, Count, Cursor, DeviceMark, Id, Instant, Key, Lang, pageOf, Sequence } from './common.ts';

export const ProposalStatus = z.enum(['pending', 'published', 'accepted', 'not-retained', 'withdrawn']);

/** An idea someone submitted, as everybody may read it. */
export const Proposal = z.object({
  id: Id,
  title: z.string(),
  text: z.string(),
  /** The language it was written in. */
  lang: Lang,
  category: z.optional(Id),
  /** A place in the author's words. */
  place: z.optional(z.string()),
  status: ProposalStatus,
  /** How many devices support it now. */
  supports: Count,
  publishedAt: z.optional(Instant),
});

export const ProposalList = pageOf(Proposal);

export const ProposalListInput = z.object({
  consultation: Id,
  /** Words to look for in title, text and place, without regard to case or accents. */
  q: z.optional(z.string().check(z.maxLength(200))),
  category: z.optional(Id),
  /** Default `newest`. */
  sort: z.optional(z.enum(['newest', 'oldest', 'most-supported'])),
  cursor: z.optional(Cursor),
  /** Items per page, 1 to 100; default 20. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});

export const ProposalInput = z.object({ consultation: Id, id: Id });

/** What a person writes. The lengths that count are the form's own; these bounds only protect the wire. */
export const ProposalDraft = z.object({
  title: z.string().check(z.maxLength(20_000)),
  text: z.string().check(z.maxLength(200_000)),
  category: z.optional(z.string().check(z.maxLength(100))),
  place: z.optional(z.string().check(z.maxLength(2_000))),
  contact: z.optional(ContactDraft),
  profile: z.optional(z.string().check(z.maxLength(100))),
  /** The language the person wrote in. */
  lang: z.optional(Lang),
});

export const ProposalSubmission = z.extend(ProposalDraft, { consultation: Id, key: Key });

/** What the author keeps. The tracking code finds the timeline later; it is shown once. */
export const ProposalReceipt = z.object({
  id: Id,
  status: ProposalStatus,
  trackingCode: z.string(),
  receivedAt: Instant,
});

export const SupportInput = z.object({ consultation: Id, id: Id, mark: DeviceMark, sequence: Sequence });
/** `sequence` is the newest intention the backend knows: higher than the one sent when an older retry came late. */
export const SupportAnswer = z.object({ supported: z.boolean(), supports: Count, sequence: Sequence });

export type ProposalStatus = z.infer<typeof ProposalStatus>;
export type Proposal = z.infer<typeof Proposal>;
export type ProposalList = z.infer<typeof ProposalList>;
export type ProposalListInput = z.infer<typeof ProposalListInput>;
export type ProposalInput = z.infer<typeof ProposalInput>;
export type ProposalDraft = z.infer<typeof ProposalDraft>;
export type ProposalSubmission = z.infer<typeof ProposalSubmission>;
export type ProposalReceipt = z.infer<typeof ProposalReceipt>;
export type SupportInput = z.infer<typeof SupportInput>;
export type SupportAnswer = z.infer<typeof SupportAnswer>;

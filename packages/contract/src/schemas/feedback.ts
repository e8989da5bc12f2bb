import * as z from 'zod/mini';
import { ContactDraft, Count, Cursor, DeviceMark, Id, Lang, pageOf, PartialDate, Sequence } from './common.ts';

/** Where a contribution stands. */
export const Progress = z.enum(['received', 'studied', 'accepted', 'planned', 'in-progress', 'done', 'not-retained', 'abandoned']);

/** A file to read, with its format and weight so that nobody opens 40 MB by surprise. */
export const Document = z.object({
  title: z.string(),
  href: z.string().check(z.regex(/^(https?:\/\/|\/)/)),
  /** `PDF`, `ODT` … */
  format: z.string(),
  /** In bytes. Absent: not known. */
  bytes: z.optional(Count),
  lang: z.optional(Lang),
});

/** One dated step of what became of a contribution. */
export const Step = z.object({
  id: Id,
  title: z.string(),
  text: z.optional(z.string()),
  /** Absent: no date is known. */
  date: z.optional(PartialDate),
  state: z.enum(['done', 'now', 'planned']),
  /** True: the date has passed and the step is not done. Absent means false. */
  late: z.optional(z.boolean()),
  documents: z.optional(z.array(Document)),
});

/** "You said / we did": what people brought and what the town made of it. */
export const Contribution = z.object({
  id: Id,
  title: z.string(),
  kind: z.enum(['proposal', 'question', 'project']),
  /** What people said, in short. Absent: the title says it. */
  said: z.optional(z.string()),
  /** What the town did or decided. Absent: nothing yet. */
  did: z.optional(z.string()),
  progress: Progress,
  place: z.optional(z.string()),
  category: z.optional(z.string()),
  /** In minor units of `currency`. */
  cost: z.optional(Count),
  currency: z.optional(z.string()),
  updated: z.optional(PartialDate),
});

export const ContributionList = z.extend(pageOf(Contribution), { lang: Lang });
export const ContributionListInput = z.object({
  consultation: Id,
  q: z.optional(z.string().check(z.maxLength(200))),
  progress: z.optional(Progress),
  cursor: z.optional(Cursor),
  /** Items per page, 1 to 100; default 20. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
});

/** By public id or by tracking code; exactly one of them. */
export const TimelineInput = z.union([
  z.object({ consultation: Id, id: Id }),
  z.object({ consultation: Id, trackingCode: z.string().check(z.maxLength(100)) }),
]);

/** A contribution with its steps from first to last. */
export const Timeline = z.extend(Contribution, {
  lang: Lang,
  steps: z.array(Step),
  /** Whether news can be sent to those who ask for it. */
  following: z.boolean(),
});

/** `follow: false` takes it back; the address is then forgotten. */
export const Follow = z.object({
  consultation: Id,
  id: Id,
  contact: ContactDraft,
  follow: z.boolean(),
  mark: DeviceMark,
  sequence: Sequence,
});
export const FollowAnswer = z.object({ following: z.boolean(), sequence: Sequence });

/** Whether the answer of the town satisfied the person. */
export const FeedbackRating = z.object({ consultation: Id, id: Id, useful: z.boolean(), mark: DeviceMark, sequence: Sequence });

export type Progress = z.infer<typeof Progress>;
export type Document = z.infer<typeof Document>;
export type Step = z.infer<typeof Step>;
export type Contribution = z.infer<typeof Contribution>;
export type ContributionList = z.infer<typeof ContributionList>;
export type ContributionListInput = z.infer<typeof ContributionListInput>;
export type TimelineInput = z.infer<typeof TimelineInput>;
export type Timeline = z.infer<typeof Timeline>;
export type Follow = z.infer<typeof Follow>;
export type FollowAnswer = z.infer<typeof FollowAnswer>;
export type FeedbackRating = z.infer<typeof FeedbackRating>;

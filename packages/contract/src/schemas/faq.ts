import * as z from 'zod/mini';
import { Choosable, ContactDraft, Count, Cursor, DeviceMark, Id, Instant, Key, Lang, Link, pageOf, Sequence } from './common.ts';

/** A question with its official answer. Texts are plain; an empty line starts a new paragraph. */
export const Question = z.object({
  id: Id,
  question: z.string(),
  answer: z.string(),
  category: z.optional(Id),
  links: z.optional(z.array(Link)),
  updatedAt: z.optional(Instant),
  /** How many people found the answer useful, and how many did not. Absent: not shown. */
  useful: z.optional(z.object({ yes: Count, no: Count })),
});

export const FaqList = z.extend(pageOf(Question), {
  categories: z.array(Choosable),
  lang: Lang,
  /** Whether questions may be asked now. */
  asking: z.boolean(),
});

export const FaqListInput = z.object({
  consultation: Id,
  q: z.optional(z.string().check(z.maxLength(200))),
  category: z.optional(Id),
  cursor: z.optional(Cursor),
  /** Items per page, 1 to 200; default 100. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(200))),
});

/** A question put by a resident: 10 to 2,000 characters. */
export const Ask = z.object({
  consultation: Id,
  key: Key,
  question: z.string().check(z.maxLength(200_000)),
  contact: z.optional(ContactDraft),
  lang: z.optional(Lang),
});
export const AskReceipt = z.object({ id: Id, status: z.enum(['pending', 'published']), trackingCode: z.string(), receivedAt: Instant });

export const FaqRating = z.object({ consultation: Id, id: Id, useful: z.boolean(), mark: DeviceMark, sequence: Sequence });
export const RatingAnswer = z.object({ useful: z.boolean(), sequence: Sequence });

export type Question = z.infer<typeof Question>;
export type FaqList = z.infer<typeof FaqList>;
export type FaqListInput = z.infer<typeof FaqListInput>;
export type Ask = z.infer<typeof Ask>;
export type AskReceipt = z.infer<typeof AskReceipt>;
export type FaqRating = z.infer<typeof FaqRating>;
export type RatingAnswer = z.infer<typeof RatingAnswer>;

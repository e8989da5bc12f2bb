import * as z from 'zod/mini';

/** What is wrong with one part of an input. `pointer` is an RFC 6901 JSON Pointer into it (`/title`). */
export const Issue = z.object({
  pointer: z.string(),
  code: z.string(),
  /** The bound that was crossed, and what was sent, where the code has numbers. */
  limit: z.optional(z.number()),
  actual: z.optional(z.number()),
});

/** RFC 9457 problem details, with the contract's code. `detail` is for developers; widgets own the words people read. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  code: z.string(),
  retryable: z.optional(z.boolean()),
  /** Seconds. */
  retryAfter: z.optional(z.number()),
  issues: z.optional(z.array(Issue)),
});

export type Issue = z.infer<typeof Issue>;
export type Problem = z.infer<typeof Problem>;

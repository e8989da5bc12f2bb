import * as z from 'zod/mini';
import { Count, Id, Key, Lang } from './common.ts';

/** A file to go with a proposal. `data` is base64 (RFC 4648 §4), without a `data:` prefix. */
export const AttachmentInput = z.object({
  consultation: Id,
  key: Key,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  type: z.string().check(z.maxLength(100)),
  data: z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
});
/** `bytes` is the decoded size. */
export const Attachment = z.object({ id: Id, name: z.string(), type: z.string(), bytes: Count, href: z.string() });

/** Somewhere to vote, to get help or to meet. */
export const Place = z.object({
  id: Id,
  name: z.string(),
  kinds: z.array(z.enum(['vote', 'help', 'meet'])),
  address: z.string(),
  /** Opening hours in words, one line each. */
  hours: z.array(z.string()),
  /** How to get in: step-free, hearing loop … */
  access: z.optional(z.string()),
  phone: z.optional(z.string()),
});
export const PlaceList = z.object({ items: z.array(Place), lang: Lang });
export const PlaceListInput = z.object({ consultation: Id, kind: z.optional(z.enum(['vote', 'help', 'meet'])) });

/** Totals only. `count: null` means that the cell was suppressed because it, or a complement, is under `minimum`. */
export const Statistics = z.object({
  consultation: Id,
  minimum: Count,
  cells: z.array(z.object({ name: z.string(), value: z.string(), count: z.nullable(Count) })),
});

/** Whether the backend is well set up; a `hint` is written for the webmaster. */
export const Check = z.object({ items: z.array(z.object({ id: Id, ok: z.boolean(), hint: z.optional(z.string()) })) });

/** What a backend offers. A group that is not named is not offered. */
export const Description = z.object({
  /** Version of this contract, `1.0`. A minor version only adds optional fields. */
  contract: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  /** Groups of which only reading is offered; see `readingVerbs`. They are not among `groups`. Absent: none. */
  reading: z.optional(z.array(z.string())),
  /** Largest body in bytes, and largest attachment in bytes. Absent: not known. */
  limits: z.object({ body: z.optional(Count), attachment: z.optional(Count) }),
  languages: z.array(Lang),
});

export type AttachmentInput = z.infer<typeof AttachmentInput>;
export type Attachment = z.infer<typeof Attachment>;
export type Place = z.infer<typeof Place>;
export type PlaceList = z.infer<typeof PlaceList>;
export type PlaceListInput = z.infer<typeof PlaceListInput>;
export type Statistics = z.infer<typeof Statistics>;
export type Check = z.infer<typeof Check>;
export type Description = z.infer<typeof Description>;

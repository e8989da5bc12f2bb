import * as z from 'zod/mini';

/** Identifies a consultation, ballot or entry in addresses: 1 to 100 of `A–Z a–z 0–9 . _ ~ -` (RFC 3986 unreserved). */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9._~-]{1,100}$/));

/** Identifies an option inside its ballot; never part of an address, so imported numbers such as `12/B` stay as they are. */
export const OptionId = z.string().check(z.minLength(1), z.maxLength(100));

/** A moment: ISO 8601 with a zone (`2026-03-01T09:00:00+01:00`). */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/),
);

/** A date as precise as it is known: `2027`, `2027-03` or `2027-03-15` (ISO 8601 reduced precision). */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));

/** A BCP 47 language tag: `fr`, `ar`, `pt-BR`. */
export const Lang = z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/));

/** An ISO 4217 currency code: `EUR`. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));

/** A count of things; never negative. */
export const Count = z.int().check(z.minimum(0));

/** Money in minor units of the currency named beside it, as ISO 4217 counts them (cents for EUR, yen for JPY; see `minorDigits`); never negative. */
export const MinorUnits = z.int().check(z.minimum(0));

/**
 * Names one act, made by the person's side: 16 to 128 of `A–Z a–z 0–9 _ -`, drawn at random.
 * The same key with the same content replays the stored answer; with other content the answer is `invalid`.
 */
export const Key = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,128}$/));

/** A random secret that stays on a person's device: it tells two devices apart and names nobody. */
export const DeviceMark = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,128}$/));

/** Counts the person's intentions on one thing, from 1: an old retry with a lower number never beats a newer intention. */
export const Sequence = z.int().check(z.minimum(1));

/** Where to go on reading a list: opaque to everybody but the backend that made it. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(1000));

/** Where a thing stands in time, by the backend's clock (a resident's clock may be wrong). */
export const OpenStatus = z.enum(['upcoming', 'open', 'closed']);

/** How a contribution reached the town. `assisted`: a mediator helped the person. */
export const Channel = z.enum(['online', 'paper', 'assisted']);

/**
 * How to reach a person, as it was typed; `validateContact` says whether it will do. Consent is kept with the address;
 * without consent nothing may be kept. Bounded, because whoever checks an address reads it more than once.
 */
export const ContactDraft = z.object({ email: z.string().check(z.maxLength(1_000)), consent: z.boolean() });

/** A choice offered in a list: a stable id and the words people read. */
export const Choosable = z.object({ id: Id, label: z.string() });

/** A link to more, with words that make sense alone. */
export const Link = z.object({ label: z.string(), href: z.string().check(z.regex(/^(https?:\/\/|\/|mailto:|tel:)/)) });

/** One page of a list. `next` is absent on the last page; `total` is absent when the backend does not count. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(Cursor), total: z.optional(Count) });

export type OpenStatus = z.infer<typeof OpenStatus>;
export type Channel = z.infer<typeof Channel>;
export type Choosable = z.infer<typeof Choosable>;
export type ContactDraft = z.infer<typeof ContactDraft>;
export type Link = z.infer<typeof Link>;
/** One page of a list; see {@link pageOf}. */
export interface Page<T> {
  items: T[];
  next?: string | undefined;
  total?: number | undefined;
}

import * as z from 'zod/mini';
import { Choosable, Count, Id, Instant, Lang, Link, OpenStatus } from './common.ts';

/** What the proposal form asks, set by the organiser. Lengths are in characters as people see them (grapheme clusters). */
export const ProposalForm = z.object({
  status: OpenStatus,
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  titleMax: Count,
  textMin: Count,
  textMax: Count,
  /** Empty: no category is asked. */
  categories: z.array(Choosable),
  /** Whether a place is asked, in words. */
  place: z.boolean(),
  /** Whether an address to answer to may be left. It is never required. */
  contact: z.boolean(),
  /** One optional question about the person, for statistics only. */
  profile: z.optional(z.object({ label: z.string(), why: z.string(), options: z.array(Choosable) })),
  /** `before`: a moderator reads a proposal before it is published; `after`: it is published at once. */
  moderation: z.enum(['before', 'after']),
});

/** One participation process with its dates, in the language closest to the one asked for. */
export const Consultation = z.object({
  id: Id,
  title: z.string(),
  summary: z.optional(z.string()),
  /** The language of the texts in this answer. */
  lang: Lang,
  /** Every language the texts exist in. */
  languages: z.array(Lang),
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  status: OpenStatus,
  organiser: z.object({ name: z.string(), contact: z.optional(z.string()) }),
  /** How to take part without a computer. */
  offline: z.optional(z.string()),
  privacy: z.optional(Link),
  /** Absent: no proposals are collected. */
  proposalForm: z.optional(ProposalForm),
  ballots: z.array(z.object({ id: Id, title: z.string(), status: OpenStatus })),
});

export const ConsultationInput = z.object({ consultation: Id });

export type ProposalForm = z.infer<typeof ProposalForm>;
export type Consultation = z.infer<typeof Consultation>;
export type ConsultationInput = z.infer<typeof ConsultationInput>;

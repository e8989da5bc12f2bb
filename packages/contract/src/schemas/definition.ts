import * as z from 'zod/mini';
import { Count, Currency, Id, Instant, Lang, Link, MinorUnits, OptionId, PartialDate } from './common.ts';
import { Document, Progress } from './feedback.ts';
import { CountingDefinition } from './outcome.ts';
import { Method, Order, PaperProgress, Unit } from './votes.ts';

/**
 * The file an organiser writes to open a consultation (`parvis open FILE`). Everything a backend can show comes from
 * here; what residents do is kept elsewhere. Unknown fields are refused, so that a typing slip is found at once.
 */

/** Words in one language, or one entry per language: `{"fr": "Oui", "ar": "نعم"}`. */
export const Text = z.union([
  z.string().check(z.minLength(1)),
  z.record(Lang, z.string().check(z.minLength(1))).check(z.refine((o) => Object.keys(o).length > 0, 'at least one language')),
]);

const Named = z.strictObject({ id: Id, label: Text });

const Dates = { opensAt: z.optional(Instant), closesAt: z.optional(Instant) };

export const ProposalFormDefinition = z.strictObject({
  ...Dates,
  titleMax: z._default(z.int().check(z.minimum(10), z.maximum(300)), 120),
  textMin: z._default(Count, 0),
  textMax: z._default(z.int().check(z.minimum(100), z.maximum(20_000)), 5_000),
  categories: z._default(z.array(Named), []),
  place: z._default(z.boolean(), true),
  contact: z._default(z.boolean(), true),
  profile: z.optional(z.strictObject({ label: Text, why: Text, options: z.array(Named).check(z.minLength(2)) })),
  moderation: z._default(z.enum(['before', 'after']), 'before'),
});

export const OptionDefinition = z.strictObject({
  id: OptionId,
  number: z.int().check(z.minimum(1)),
  label: Text,
  text: z.optional(Text),
  cost: z.optional(MinorUnits),
  place: z.optional(Text),
  category: z.optional(Text),
  picture: z.optional(z.strictObject({ src: z.string(), alt: z.union([z.literal(''), Text]) })),
  withdrawn: z.optional(z.boolean()),
});

export const BallotDefinition = z.strictObject({
  id: Id,
  title: Text,
  text: z.optional(Text),
  method: Method,
  options: z.array(OptionDefinition).check(z.minLength(1), z.maxLength(2_000)),
  /** In what order the options are shown on a screen. Absent: `numbered`. */
  order: z.optional(Order),
  min: z._default(Count, 1),
  max: z.optional(z.int().check(z.minimum(1))),
  blank: z._default(z.boolean(), true),
  ceiling: z.optional(MinorUnits),
  currency: z.optional(Currency),
  purse: z.optional(Count),
  cap: z.optional(Count),
  grades: z.optional(z.array(Named).check(z.minLength(2))),
  scores: z.optional(z.strictObject({ from: z.int(), to: z.int() })),
  ...Dates,
  eligibility: z._default(z.enum(['open', 'code']), 'open'),
  /** `code`: who gets one code. */
  unit: z.optional(Unit),
  results: z._default(z.enum(['hidden', 'after-vote', 'live']), 'hidden'),
  /** How the votes are counted. Absent: totals are shown and no winner is named. */
  counting: z.optional(CountingDefinition),
  /** How many people or dwellings may vote, for the turnout. */
  electorate: z.optional(z.int().check(z.minimum(1))),
  /** Of how many places with paper ballots the votes are counted. */
  paper: z.optional(z.strictObject(PaperProgress.shape)),
  offline: z.optional(Text),
});

export const QuestionDefinition = z.strictObject({
  id: Id,
  question: Text,
  answer: Text,
  category: z.optional(Id),
  links: z.optional(z.array(Link)),
  updatedAt: z.optional(Instant),
});

export const StepDefinition = z.strictObject({
  id: Id,
  title: Text,
  text: z.optional(Text),
  date: z.optional(PartialDate),
  state: z.enum(['done', 'now', 'planned']),
  documents: z.optional(z.array(Document)),
});

export const ContributionDefinition = z.strictObject({
  id: Id,
  title: Text,
  kind: z._default(z.enum(['proposal', 'question', 'project']), 'project'),
  said: z.optional(Text),
  did: z.optional(Text),
  progress: Progress,
  place: z.optional(Text),
  category: z.optional(Text),
  cost: z.optional(MinorUnits),
  currency: z.optional(Currency),
  updated: z.optional(PartialDate),
  steps: z._default(z.array(StepDefinition), []),
});

/** A proposal that is public from the start: from an earlier campaign, or a paper form typed in. */
export const ProposalDefinition = z.strictObject({
  id: Id,
  title: z.string().check(z.minLength(1)),
  text: z._default(z.string(), ''),
  lang: z.optional(Lang),
  category: z.optional(Id),
  place: z.optional(z.string()),
  status: z._default(z.enum(['published', 'accepted', 'not-retained', 'withdrawn']), 'published'),
  supports: z._default(Count, 0),
  publishedAt: z.optional(Instant),
});

export const PlaceDefinition = z.strictObject({
  id: Id,
  name: Text,
  kinds: z.array(z.enum(['vote', 'help', 'meet'])).check(z.minLength(1)),
  address: z.string(),
  hours: z._default(z.array(Text), []),
  access: z.optional(Text),
  phone: z.optional(z.string()),
});

export const ConsultationDefinition = z.strictObject({
  /** For editors; ignored. */
  $schema: z.optional(z.string()),
  id: Id,
  title: Text,
  summary: z.optional(Text),
  /** The first is the language of plain texts. */
  languages: z._default(z.array(Lang).check(z.minLength(1)), ['fr']),
  ...Dates,
  organiser: z.strictObject({ name: Text, contact: z.optional(z.string()) }),
  offline: z.optional(Text),
  privacy: z.optional(z.strictObject({ label: Text, href: Link.shape.href })),
  proposalForm: z.optional(ProposalFormDefinition),
  ballots: z._default(z.array(BallotDefinition), []),
  faq: z.optional(
    z.strictObject({
      categories: z._default(z.array(Named), []),
      questions: z._default(z.array(QuestionDefinition), []),
      /** Whether residents may ask. */
      asking: z._default(z.boolean(), true),
    }),
  ),
  proposals: z._default(z.array(ProposalDefinition), []),
  feedback: z._default(z.array(ContributionDefinition), []),
  places: z._default(z.array(PlaceDefinition), []),
});

export type Text = z.infer<typeof Text>;
export type ProposalFormDefinition = z.infer<typeof ProposalFormDefinition>;
export type OptionDefinition = z.infer<typeof OptionDefinition>;
export type BallotDefinition = z.infer<typeof BallotDefinition>;
export type QuestionDefinition = z.infer<typeof QuestionDefinition>;
export type StepDefinition = z.infer<typeof StepDefinition>;
export type ContributionDefinition = z.infer<typeof ContributionDefinition>;
export type ProposalDefinition = z.infer<typeof ProposalDefinition>;
export type PlaceDefinition = z.infer<typeof PlaceDefinition>;
/** A checked file, with the defaults filled in. */
export type ConsultationDefinition = z.infer<typeof ConsultationDefinition>;
/** What an organiser may write: fields with a default may be left out. */
export type ConsultationFile = z.input<typeof ConsultationDefinition>;

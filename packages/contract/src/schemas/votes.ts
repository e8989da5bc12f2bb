import * as z from 'zod/mini';
import {
  Channel, Choosable, Count, Currency, Cursor, DeviceMark, Id, Instant, Key, Lang, Link, MinorUnits, OpenStatus, OptionId, pageOf,
} from './common.ts';
import { Outcome } from './outcome.ts';

/** How a ballot is filled in. `budget`: options with costs under a ceiling; `grades`: majority judgment. */
export const Method = z.enum(['single', 'approval', 'budget', 'points', 'ranking', 'grades', 'score', 'yes-no']);

/** In what order options are shown. `random`: drawn for each person, so that being first is nobody's advantage; see `shuffled`. */
export const Order = z.enum(['numbered', 'random']);

/** Who gets one access code, and so one vote. */
export const Unit = z.enum(['person', 'dwelling', 'lease']);

/** One thing that can be chosen. */
export const BallotOption = z.object({
  id: OptionId,
  /** The number printed on paper ballots, from 1. */
  number: z.int().check(z.minimum(1)),
  label: z.string(),
  text: z.optional(z.string()),
  /** In minor units of the ballot's currency. Absent: the option has no cost. */
  cost: z.optional(MinorUnits),
  place: z.optional(z.string()),
  category: z.optional(z.string()),
  /** `alt` is empty when the picture only decorates. */
  picture: z.optional(z.object({ src: z.string(), alt: z.string() })),
  /** True: it was withdrawn, stays visible and cannot be chosen. Absent means false. */
  withdrawn: z.optional(z.boolean()),
});

/** The definition of one vote. `min` and `max` count chosen (ranked, graded …) options in a vote that is not blank. */
export const Ballot = z.object({
  consultation: Id,
  id: Id,
  title: z.string(),
  text: z.optional(z.string()),
  lang: Lang,
  method: Method,
  options: z.array(BallotOption),
  /** Absent: `numbered`. Their numbers stay what they are, and votes name options in the order of `options`. */
  order: z.optional(Order),
  min: Count,
  /** Absent: no limit but the number of options. */
  max: z.optional(Count),
  /** Whether a blank vote may be cast. */
  blank: z.boolean(),
  /** `budget`: what the chosen options may cost together, in minor units. */
  ceiling: z.optional(MinorUnits),
  currency: z.optional(Currency),
  /** `points`: how many points a voter has, and how many one option may get (absent: all of them). */
  purse: z.optional(Count),
  cap: z.optional(Count),
  /** `grades`: from best to worst. */
  grades: z.optional(z.array(Choosable)),
  /** `score`: the lowest and the highest score. */
  scores: z.optional(z.object({ from: z.int(), to: z.int() })),
  opensAt: z.optional(Instant),
  closesAt: z.optional(Instant),
  status: OpenStatus,
  /** `open`: anybody may vote, voters are not verified; `code`: an access code is asked. */
  eligibility: z.enum(['open', 'code']),
  /** `code`: who has one vote. Absent: not said. */
  unit: z.optional(Unit),
  /** When results may be seen: after closing, after one's own vote, or at any time. */
  results: z.enum(['hidden', 'after-vote', 'live']),
  /** Changes whenever a rule or an option changes; sent back with the vote. */
  rulesHash: z.string(),
  /** How to vote without a computer. */
  offline: z.optional(z.string()),
});

/** The content of a vote: blank, a list of options (in order of preference for `ranking`), or a whole number per option. */
export const Choice = z.union([
  z.object({ blank: z.literal(true) }),
  z.object({ options: z.array(OptionId).check(z.maxLength(2_000)) }),
  z.object({ values: z.record(OptionId, z.int()).check(z.refine((values) => Object.keys(values).length <= 2_000, 'at most 2000 options')) }),
]);

/** Who votes: a device (`open` ballots) or the holder of an access code (`code` ballots). Never kept beside the vote. */
export const Voter = z.union([
  z.object({ mark: DeviceMark }),
  z.object({ code: z.string().check(z.maxLength(100)) }),
]);

export const BallotInput = z.object({ consultation: Id, ballot: Id });

export const Vote = z.object({
  consultation: Id,
  ballot: Id,
  key: Key,
  voter: Voter,
  /** `rulesHash` of the ballot as the voter saw it. */
  rulesHash: z.string().check(z.maxLength(200)),
  choice: Choice,
  /** Default `online`. `paper` is entered by a clerk, never through this verb. */
  channel: z.optional(z.enum(['online', 'assisted'])),
});

/** What a voter keeps: it shows that a vote was taken in, never what was voted. */
export const Receipt = z.object({
  /** Groups of four, separated by spaces. */
  receipt: z.string(),
  consultation: Id,
  ballot: Id,
  channel: Channel,
  /** The day it was taken in (`2026-03-01`): a finer time could join receipts to people. */
  day: z.string(),
  /** True: it was cast with a test code, to practise. Nothing is kept of it, and nobody finds its receipt. Absent means false. */
  test: z.optional(z.boolean()),
});

export const ReceiptInput = z.object({ consultation: Id, ballot: Id, receipt: z.string().check(z.maxLength(100)) });

const PerChannel = z.object({ online: Count, paper: Count, assisted: Count, total: Count });

/** How far the paper count is: `counted` of `places` where paper ballots are given in. */
export const PaperProgress = z.object({ places: Count, counted: Count });

/** A file to take along. `format`: `csv` (totals), `votes.csv` (every vote without its voter), `pb` (Pabulib), `json`. A `href` with a `/` in front starts at the root of the backend.s host. */
export const Download = z.object({ format: z.string(), href: Link.shape.href });

/** Totals per option. For `points`, `score` the sum of the values (below 0 where scores are); for `grades`, `ranking` how many votes name the option. */
export const Results = z.object({
  consultation: Id,
  ballot: Id,
  tally: z.array(z.object({ option: OptionId, online: z.int(), paper: z.int(), assisted: z.int(), total: z.int() })),
  blank: PerChannel,
  voters: PerChannel,
  /**
   * Channels with so few voters that their numbers could point at a person: their votes are counted under the first one named,
   * here and in the export, and the others stand at 0. Absent: every channel is shown as it is.
   */
  merged: z.optional(z.array(Channel)),
  /** How many people or dwellings may vote. Absent: nobody knows, and there is no turnout. */
  electorate: z.optional(Count),
  /** Absent: nothing is said about paper still to come. */
  paper: z.optional(PaperProgress),
  /** What the ballot's counting rule makes of the votes. Absent: the ballot has no rule, or it is too early. */
  outcome: z.optional(Outcome),
  /**
   * The same totals by group of buildings, each with ten voters at least, who make up all voters together. Absent: results are not told apart by building,
   * or it is too early.
   */
  groups: z.optional(z.array(z.object({ name: z.string(), voters: Count, blank: Count, tally: z.array(z.object({ option: OptionId, total: z.int() })) }))),
  /** Files of these results. Absent: whoever shows them makes its own. */
  downloads: z.optional(z.array(Download)),
  /** False while votes may still come in: online, or on paper that is not counted yet; see `isFinal`. */
  final: z.boolean(),
  /** False: anybody could vote, voters were not verified. */
  verified: z.boolean(),
  countedAt: Instant,
  /** The same as the HTTP ETag, for transports that lose headers. */
  etag: z.string(),
});

/** Every vote without its voter, in an order that says nothing. Offered once voting is closed. */
export const ExportedVotes = pageOf(z.object({ choice: Choice, channel: Channel }));
export const ExportInput = z.object({
  consultation: Id,
  ballot: Id,
  cursor: z.optional(Cursor),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(5000))),
});

export type Unit = z.infer<typeof Unit>;
export type Method = z.infer<typeof Method>;
export type Order = z.infer<typeof Order>;
export type BallotOption = z.infer<typeof BallotOption>;
export type Ballot = z.infer<typeof Ballot>;
export type Choice = z.infer<typeof Choice>;
export type Voter = z.infer<typeof Voter>;
export type BallotInput = z.infer<typeof BallotInput>;
export type Vote = z.infer<typeof Vote>;
export type Receipt = z.infer<typeof Receipt>;
export type ReceiptInput = z.infer<typeof ReceiptInput>;
export type Results = z.infer<typeof Results>;
export type Download = z.infer<typeof Download>;
export type PaperProgress = z.infer<typeof PaperProgress>;
export type PerChannel = z.infer<typeof PerChannel>;
export type ExportedVotes = z.infer<typeof ExportedVotes>;
export type ExportInput = z.infer<typeof ExportInput>;

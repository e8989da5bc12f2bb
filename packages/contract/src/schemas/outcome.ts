import * as z from 'zod/mini';
import { Count, MinorUnits, OptionId } from './common.ts';

/** A way to find what a vote elects. What each does, with its source, is said in `@parvis/counting`. */
export const RuleName = z.enum([
  'plurality', 'greedy', 'greedy-stop', 'threshold', 'equal-shares', 'phragmen', 'borda', 'irv', 'schulze', 'majority-judgment',
]);

const AtLeastOne = z.int().check(z.minimum(1));

/** How votes are counted: a rule and its settings. A setting that is absent has the rule's default; see `@parvis/counting`. */
const settings = {
  rule: RuleName,
  /** What the winners may cost together, in minor units. Absent: the ballot's ceiling. */
  budget: z.optional(MinorUnits),
  /** How many options are taken, on a ballot whose options have no costs. Absent: 1. */
  seats: z.optional(AtLeastOne),
  /** `threshold`: the least an option needs (votes, or points where points are given). */
  threshold: z.optional(Count),
  /** `equal-shares`: what a chosen option is worth to a voter. */
  utility: z.optional(z.enum(['cost', 'cardinality', 'points'])),
  /** `equal-shares`: what becomes of money that is left. */
  completion: z.optional(z.enum(['none', 'utilitarian', 'add1', 'add1u'])),
  /** `equal-shares` with add1: also stop as soon as nothing more fits into the budget. */
  exhaustive: z.optional(z.boolean()),
  /** `equal-shares` with add1: by how much each voter's share is raised at a time, in minor units. */
  step: z.optional(AtLeastOne),
  /** `equal-shares`: take the greedy outcome instead when strictly more voters prefer it. */
  compare: z.optional(z.boolean()),
  /** `phragmen`: whether an option that does not fit ends the count or is left out. */
  whenFull: z.optional(z.enum(['stop', 'skip'])),
};
export const Counting = z.object(settings);

/** As an organiser writes it: an unknown setting is refused. */
export const CountingDefinition = z.strictObject(settings);

/**
 * Why an option was taken or not.
 *
 * Taken: `taken` (its turn came and it fitted: `left` before it), `most` (single winner: the most votes, points or the best grade),
 * `shares` (`equal-shares`: its supporters paid for it, none more than `pay`), `load` (`phragmen`: its supporters had earned its cost),
 * `completion` (taken with the money that was `left`), `last` (`irv`: the last one standing, with `votes`),
 * `unbeaten` (`schulze`: no other is preferred to it).
 *
 * Not taken: `withdrawn`, `no-support`, `over-budget` (costs more than everything there is: `left` is the whole budget),
 * `no-money` (`left` when its turn came is less than its cost), `threshold` (below `limit`), `stopped` (the count had stopped at `option`),
 * `tie` (as good as `option`, which won by `by`), `fewer` (`option` has more), `supporters-short` (`equal-shares`: its supporters had `money` left
 * together), `eliminated` (`irv`: in `round` with `votes`; where `option` had as many and stayed, it had more in an earlier round, or else `by` decided),
 * `beaten` (`schulze`: `votes` prefer it to `option`, `against` the other way, by strongest paths), `lower-grade` (`majority-judgment`: `option` has the
 * better majority grade, or the same one and better grades next to it), `not-preferred` (taken by the rule, but more voters preferred the greedy outcome).
 */
export const ReasonCode = z.enum([
  'taken', 'most', 'shares', 'load', 'completion', 'last', 'unbeaten',
  'withdrawn', 'no-support', 'over-budget', 'no-money', 'threshold', 'stopped', 'tie', 'fewer', 'supporters-short',
  'eliminated', 'beaten', 'lower-grade', 'not-preferred',
]);

export const Reason = z.object({
  code: ReasonCode,
  /** Money left when its turn came, in minor units. */
  left: z.optional(MinorUnits),
  /** What it would have needed: votes, or points where points are given. */
  limit: z.optional(z.number()),
  /** The other option the reason speaks of. */
  option: z.optional(OptionId),
  /** What decided a tie: lower cost, more raw votes, lower option number. */
  by: z.optional(z.enum(['cost', 'votes', 'number'])),
  /** What its supporters had left together, in minor units, rounded down. */
  money: z.optional(MinorUnits),
  /** The most one supporter paid, in minor units, rounded up. */
  pay: z.optional(MinorUnits),
  /** From 1. */
  round: z.optional(z.int().check(z.minimum(1))),
  votes: z.optional(Count),
  against: z.optional(Count),
});

export const OptionOutcome = z.object({
  option: OptionId,
  /** In which place it was taken, from 1. Absent: not taken. */
  place: z.optional(z.int().check(z.minimum(1))),
  /** Voters who support it: name it, or give it more than zero points. */
  votes: Count,
  /** What the rule goes by: votes, points, Borda points, duels won; for `majority-judgment` the index of the majority grade, 0 the best. */
  value: z.number(),
  reason: Reason,
});

/** What the counting rule makes of the votes. The same votes and settings always give the same outcome. */
export const Outcome = z.object({
  /** With every default filled in, so that anybody can count again. */
  counting: Counting,
  /** In order of election. */
  winners: z.array(OptionId),
  /** Every option, in the order of the ballot. */
  options: z.array(OptionOutcome),
  /** In minor units. Absent: the options have no costs. */
  spent: z.optional(MinorUnits),
  /** `equal-shares`: each voter's share in the end, in minor units, rounded down. */
  share: z.optional(MinorUnits),
  /** `equal-shares` with `compare`: how many voters have more winners they chose under either outcome. */
  prefer: z.optional(z.object({ shares: Count, greedy: Count })),
  /** `irv`: votes of the options still standing in each round. */
  rounds: z.optional(z.array(z.record(OptionId, Count))),
});

export type RuleName = z.infer<typeof RuleName>;
export type Counting = z.infer<typeof Counting>;
export type ReasonCode = z.infer<typeof ReasonCode>;
export type Reason = z.infer<typeof Reason>;
export type OptionOutcome = z.infer<typeof OptionOutcome>;
export type Outcome = z.infer<typeof Outcome>;

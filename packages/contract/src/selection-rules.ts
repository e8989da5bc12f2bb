import type { Issue } from './schemas/problem.ts';
import type { Ballot, BallotOption } from './schemas/votes.ts';

/** The rules of a ballot that decide whether a vote may be cast. A `Ballot` or its definition both fit. */
export type VoteRules = Pick<Ballot, 'method' | 'min' | 'max' | 'blank' | 'ceiling' | 'purse' | 'cap' | 'scores'> & {
  options: readonly Pick<BallotOption, 'id' | 'cost' | 'withdrawn'>[];
  grades?: readonly unknown[] | undefined;
};

/** Every reason a vote can be refused for; a widget turns each into a sentence that says what to do. */
export type VoteIssueCode =
  | 'wrong-shape' | 'blank-not-allowed' | 'too-few' | 'too-many' | 'unknown-option' | 'withdrawn-option'
  | 'repeated-option' | 'over-ceiling' | 'over-purse' | 'over-cap' | 'out-of-range';

/** At most one option may be chosen: choosing another replaces it. */
export const picksOne = (rules: VoteRules): boolean => rules.method === 'single' || rules.method === 'yes-no';

/** How many options may be named at most. */
export const maxOf = (rules: VoteRules): number => (picksOne(rules) ? 1 : (rules.max ?? rules.options.length));

/** How many options must be named at least in a vote that is not blank. */
export const minOf = (rules: VoteRules): number => (picksOne(rules) ? 1 : Math.max(rules.min, 1));

/** What options cost together, in minor units; an unknown option costs nothing here. */
export function costOf(rules: VoteRules, named: readonly string[]): number {
  const costs = new Map(rules.options.map((o) => [o.id, o.cost ?? 0]));
  return named.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0);
}

/**
 * What is wrong with the options a vote names: the part of `validateVote` that needs nothing but their ids.
 * A file that shows only such ballots carries only this. `pointer` leads to one of them.
 */
export function validateSelection(rules: VoteRules, named: readonly string[], pointer = (_id: string, index: number): string => `/options/${index}`): Issue[] {
  return [...unfitOptions(rules, named, pointer), ...validateTotals(rules, named)];
}

/** The part of it for options that are sure to be on the ballot, once each: how many they are, and what they cost together. */
export const validateTotals = (rules: VoteRules, named: readonly string[]): Issue[] => [...wrongNumber(rules, named.length), ...overCeiling(rules, named)];

function unfitOptions(rules: VoteRules, named: readonly string[], pointer: (id: string, index: number) => string): Issue[] {
  const known = new Map(rules.options.map((o) => [o.id, o]));
  const seen = new Set<string>();
  return named.flatMap((id, index): Issue[] => {
    const option = known.get(id);
    const code = !option ? 'unknown-option' : option.withdrawn ? 'withdrawn-option' : seen.has(id) && 'repeated-option';
    seen.add(id);
    return code ? [{ pointer: pointer(id, index), code }] : [];
  });
}

function wrongNumber(rules: VoteRules, actual: number): Issue[] {
  const [min, max] = [minOf(rules), maxOf(rules)];
  if (actual < min) return [{ pointer: '', code: 'too-few', limit: min, actual }];
  if (actual > max) return [{ pointer: '', code: 'too-many', limit: max, actual }];
  return [];
}

function overCeiling(rules: VoteRules, named: readonly string[]): Issue[] {
  if (rules.method !== 'budget' || rules.ceiling === undefined) return [];
  const actual = costOf(rules, named);
  return actual > rules.ceiling ? [{ pointer: '', code: 'over-ceiling', limit: rules.ceiling, actual }] : [];
}

import type { Issue } from './schemas/problem.ts';
import type { Ballot, BallotOption, Choice } from './schemas/votes.ts';

/** The rules of a ballot that decide whether a vote may be cast. A `Ballot` or its definition both fit. */
export type VoteRules = Pick<Ballot, 'method' | 'min' | 'max' | 'blank' | 'ceiling' | 'purse' | 'cap' | 'scores'> & {
  options: readonly Pick<BallotOption, 'id' | 'cost' | 'withdrawn'>[];
  grades?: readonly unknown[] | undefined;
};

/** Every reason a vote can be refused for; a widget turns each into a sentence that says what to do. */
export type VoteIssueCode =
  | 'wrong-shape' | 'blank-not-allowed' | 'too-few' | 'too-many' | 'unknown-option' | 'withdrawn-option'
  | 'repeated-option' | 'over-ceiling' | 'over-purse' | 'over-cap' | 'out-of-range';

const byValues = (method: VoteRules['method']) => method === 'points' || method === 'grades' || method === 'score';

/** At most one option may be chosen: choosing another replaces it. */
export const picksOne = (rules: VoteRules): boolean => rules.method === 'single' || rules.method === 'yes-no';

/** The options a vote names. A blank vote names none; under `points`, zero points name nothing. */
export function namedOptions(choice: Choice, method: VoteRules['method']): string[] {
  if ('options' in choice) return choice.options;
  if ('values' in choice) return Object.keys(choice.values).filter((id) => method !== 'points' || choice.values[id] !== 0);
  return [];
}

/** What the named options cost together, in minor units; an unknown option costs nothing here. */
export function costOf(rules: VoteRules, choice: Choice): number {
  const costs = new Map(rules.options.map((o) => [o.id, o.cost ?? 0]));
  return namedOptions(choice, rules.method).reduce((sum, id) => sum + (costs.get(id) ?? 0), 0);
}

/** The points a vote gives away. */
export const pointsIn = (choice: Choice): number =>
  'values' in choice ? Object.values(choice.values).reduce((sum, n) => sum + n, 0) : 0;

/** How many options may be named at most. */
export const maxOf = (rules: VoteRules): number => (picksOne(rules) ? 1 : (rules.max ?? rules.options.length));

/** How many options must be named at least in a vote that is not blank. */
export const minOf = (rules: VoteRules): number => (picksOne(rules) ? 1 : Math.max(rules.min, 1));

/**
 * The one validator of votes: widget, plain page, server, clerk entry, import and tests all ask it.
 * Empty: the vote may be cast. Pointers lead into the choice.
 */
export function validateVote(rules: VoteRules, choice: Choice): Issue[] {
  if ('blank' in choice) return rules.blank ? [] : [{ pointer: '', code: 'blank-not-allowed' }];
  const values = 'values' in choice;
  if (values !== byValues(rules.method)) return [{ pointer: '', code: 'wrong-shape' }];
  const named = namedOptions(choice, rules.method);
  return [
    ...unfitOptions(rules, choice, named),
    ...wrongNumber(rules, named.length),
    ...(values ? wrongValues(rules, choice.values) : []),
    ...overCeiling(rules, choice),
  ];
}

function unfitOptions(rules: VoteRules, choice: Choice, named: string[]): Issue[] {
  const known = new Map(rules.options.map((o) => [o.id, o]));
  const seen = new Set<string>();
  return named.flatMap((id, index): Issue[] => {
    const pointer = 'values' in choice ? valuePointer(id) : `/options/${index}`;
    const option = known.get(id);
    if (!option) return [{ pointer, code: 'unknown-option' }];
    if (option.withdrawn) return [{ pointer, code: 'withdrawn-option' }];
    if (seen.has(id)) return [{ pointer, code: 'repeated-option' }];
    seen.add(id);
    return [];
  });
}

const valuePointer = (id: string) => `/values/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function wrongNumber(rules: VoteRules, actual: number): Issue[] {
  const [min, max] = [minOf(rules), maxOf(rules)];
  if (actual < min) return [{ pointer: '', code: 'too-few', limit: min, actual }];
  if (actual > max) return [{ pointer: '', code: 'too-many', limit: max, actual }];
  return [];
}

function wrongValues(rules: VoteRules, values: Readonly<Record<string, number>>): Issue[] {
  const [from, to] = rangeOf(rules);
  const issues = Object.entries(values).flatMap(([id, value]): Issue[] => {
    if (value < from || !Number.isSafeInteger(value)) return [{ pointer: valuePointer(id), code: 'out-of-range', limit: from, actual: value }];
    if (value > to) return [{ pointer: valuePointer(id), code: rules.method === 'points' ? 'over-cap' : 'out-of-range', limit: to, actual: value }];
    return [];
  });
  const given = Object.values(values).reduce((sum, n) => sum + n, 0);
  if (rules.method === 'points' && rules.purse !== undefined && given > rules.purse) {
    issues.push({ pointer: '', code: 'over-purse', limit: rules.purse, actual: given });
  }
  return issues;
}

/** The lowest and the highest value an option may be given. Grades count from 0, the best. */
function rangeOf(rules: VoteRules): [number, number] {
  if (rules.method === 'points') return [0, rules.cap ?? rules.purse ?? Number.MAX_SAFE_INTEGER];
  if (rules.method === 'grades') return [0, (rules.grades?.length ?? 1) - 1];
  return [rules.scores?.from ?? 0, rules.scores?.to ?? 0];
}

function overCeiling(rules: VoteRules, choice: Choice): Issue[] {
  if (rules.method !== 'budget' || rules.ceiling === undefined) return [];
  const actual = costOf(rules, choice);
  return actual > rules.ceiling ? [{ pointer: '', code: 'over-ceiling', limit: rules.ceiling, actual }] : [];
}

/** What a vote adds to the tally: an amount per option. See `Results` for what the amounts mean. */
export function tallyEntries(rules: Pick<VoteRules, 'method'>, choice: Choice): [option: string, amount: number][] {
  if ('options' in choice) return [...new Set(choice.options)].map((id) => [id, 1]);
  if (!('values' in choice)) return [];
  const graded = rules.method === 'grades';
  return namedOptions(choice, rules.method).map((id) => [id, graded ? 1 : (choice.values[id] ?? 0)]);
}

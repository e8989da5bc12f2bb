import type { Issue } from './schemas/problem.ts';
import type { Choice } from './schemas/votes.ts';
import { validateSelection, type VoteRules } from './selection-rules.ts';

export * from './selection-rules.ts';

const byValues = (method: VoteRules['method']) => method === 'points' || method === 'grades' || method === 'score';

/** The options a vote names. A blank vote names none; under `points`, zero points name nothing. */
export function namedOptions(choice: Choice, method: VoteRules['method']): string[] {
  if ('options' in choice) return choice.options;
  if ('values' in choice) return Object.keys(choice.values).filter((id) => method !== 'points' || choice.values[id] !== 0);
  return [];
}

/**
 * The one validator of votes: widget, plain page, server, clerk entry, import and tests all ask it.
 * Empty: the vote may be cast. Pointers lead into the choice.
 */
export function validateVote(rules: VoteRules, choice: Choice): Issue[] {
  if ('blank' in choice) return rules.blank ? [] : [{ pointer: '', code: 'blank-not-allowed' }];
  if ('values' in choice !== byValues(rules.method)) return [{ pointer: '', code: 'wrong-shape' }];
  const named = namedOptions(choice, rules.method);
  return 'values' in choice ? [...validateSelection(rules, named, valuePointer), ...wrongValues(rules, choice.values)] : validateSelection(rules, named);
}

/** Leads to the value given to an option (RFC 6901). */
export const valuePointer = (id: string): string => `/values/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;

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

/**
 * A valid vote as it is kept: options in the ballot's order, unless their order is the vote (`ranking`). The order in which
 * somebody chose would tell votes apart in the export, and could be agreed on with a buyer.
 */
export function canonicalChoice({ method, options }: Pick<VoteRules, 'method' | 'options'>, choice: Choice): Choice {
  if ('options' in choice && method !== 'ranking') {
    const chosen = new Set(choice.options);
    return { options: options.flatMap(({ id }) => (chosen.has(id) ? [id] : [])) };
  }
  if ('values' in choice) return { values: Object.fromEntries(options.flatMap(({ id }) => (Object.hasOwn(choice.values, id) ? [[id, choice.values[id] as number]] : []))) };
  return choice;
}

/** What a vote adds to the tally: an amount per option. See `Results` for what the amounts mean. */
export function tallyEntries(rules: Pick<VoteRules, 'method'>, choice: Choice): [option: string, amount: number][] {
  if ('options' in choice) return [...new Set(choice.options)].map((id) => [id, 1]);
  if (!('values' in choice)) return [];
  const graded = rules.method === 'grades';
  return namedOptions(choice, rules.method).map((id) => [id, graded ? 1 : (choice.values[id] ?? 0)]);
}

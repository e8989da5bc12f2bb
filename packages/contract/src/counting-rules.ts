import type { BallotDefinition } from './schemas/definition.ts';
import type { Counting, RuleName } from './schemas/outcome.ts';
import type { Issue } from './schemas/problem.ts';
import type { Method } from './schemas/votes.ts';

/** What a counting rule asks of a ballot, and what can be set. How it counts is in `@parvis/counting`. */
export interface RuleTraits {
  /** The ballots it can count. */
  fits: readonly Method[];
  /** Settings it knows, besides `budget` and `seats` where it takes several. */
  settings: readonly (keyof Counting)[];
  /** Whether it takes options until the budget (or the seats) are used up; otherwise it takes one. */
  several: boolean;
}

/** Ballots whose votes say how much an option is worth: points, scores, or places that are turned into points. */
const valued: readonly Method[] = ['points', 'score', 'ranking'];

const anyButGrades = ['single', 'approval', 'budget', 'points', 'ranking', 'score', 'yes-no'] as const satisfies readonly Method[];

/** The one list of rules: definitions are checked against it, and `@parvis/counting` counts by it. */
export const countingRules: Readonly<Record<RuleName, RuleTraits>> = {
  plurality: { fits: ['single', 'yes-no', 'approval', 'budget', 'ranking'], settings: [], several: false },
  greedy: { fits: anyButGrades, settings: [], several: true },
  'greedy-stop': { fits: anyButGrades, settings: [], several: true },
  threshold: { fits: anyButGrades, settings: ['threshold'], several: true },
  'equal-shares': { fits: anyButGrades, settings: ['utility', 'completion', 'exhaustive', 'step', 'compare'], several: true },
  phragmen: { fits: anyButGrades, settings: ['whenFull'], several: true },
  borda: { fits: ['ranking'], settings: [], several: false },
  irv: { fits: ['ranking'], settings: [], several: false },
  schulze: { fits: ['ranking'], settings: [], several: false },
  'majority-judgment': { fits: ['grades'], settings: [], several: false },
};

/** The rules that can count a ballot of this kind. */
export const rulesFor = (method: Method): RuleName[] =>
  (Object.keys(countingRules) as RuleName[]).filter((name) => countingRules[name].fits.includes(method));

/** The settings a rule knows, besides itself. */
export const settingsFor = (name: RuleName): readonly (keyof Counting)[] =>
  (countingRules[name].several ? ['budget', 'seats', ...countingRules[name].settings] : countingRules[name].settings);

/** What does not go together in how a ballot's votes are to be counted. `at` leads to the ballot. */
export function checkCounting({ method, options, ceiling, counting }: BallotDefinition, at: string): Issue[] {
  if (!counting) return [];
  const { rule, ...settings } = counting;
  const pointer = (field: string) => `${at}/counting/${field}`;
  if (!countingRules[rule].fits.includes(method)) return [{ pointer: pointer('rule'), code: 'rule-does-not-fit' }];
  const priced = options.some((option) => option.cost !== undefined);
  const known = settingsFor(rule).filter((name) => name !== (priced ? 'seats' : 'budget'));
  const foreign = Object.keys(settings).filter((name) => !known.includes(name as keyof Counting));
  const issues = foreign.map((name) => ({ pointer: pointer(name), code: 'setting-without-effect' }));
  if (settings.utility === 'points' && !valued.includes(method)) issues.push({ pointer: pointer('utility'), code: 'no-points' });
  if (!countingRules[rule].several) return issues;
  if (!priced && settings.seats === undefined) issues.push({ pointer: pointer('seats'), code: 'missing' });
  if (!priced) return issues;
  if (settings.budget === undefined && ceiling === undefined) issues.push({ pointer: pointer('budget'), code: 'missing' });
  options.forEach((option, i) => {
    if (option.cost === undefined && !option.withdrawn) issues.push({ pointer: `${at}/options/${i}/cost`, code: 'missing' });
  });
  return issues;
}

import type { Counting, RuleName } from '@parvis/contract';
import { countingRules, settingsFor } from '@parvis/contract/counting-rules';
import type { PbMeta } from './meta.ts';
import type { PbProblemCode } from './problem.ts';

/** The rule of a vote as a file carries it. Its budget and its threshold have keys of the format. */
export type PbCounting = Omit<Counting, 'budget' | 'seats' | 'threshold'>;

const yesNo = ['yes', 'no'] as const;
const words = {
  parvis_utility: ['cost', 'cardinality', 'points'],
  parvis_completion: ['none', 'utilitarian', 'add1', 'add1u'],
  parvis_exhaustive: yesNo,
  parvis_compare: yesNo,
  parvis_when_full: ['stop', 'skip'],
} as const;

/**
 * Keys of our own in META: how the votes are counted, word for word as `parvis count` takes it. `rule` says less: the format has no name for most rules,
 * and none for their settings.
 */
export const settingKeys: readonly string[] = ['parvis_rule', ...Object.keys(words), 'parvis_step'];

/** Reads the value of a key; undefined when it is not there, or when it is malformed, which has been reported. */
export interface TakeKey {
  <T>(key: string, read: (text: string) => T | undefined, code: PbProblemCode): T | undefined;
}

/** The rule a file names, with its settings. `step`: the amount of `parvis_step`. */
export function readSettings(take: TakeKey, step: number | undefined): PbCounting | undefined {
  const oneOf = <T extends string>(key: string, allowed: readonly T[]): T | undefined => take(key, (text) => allowed.find((word) => word === text.toLowerCase()), 'setting-unknown');
  const yes = (key: 'parvis_exhaustive' | 'parvis_compare'): boolean | undefined => {
    const word = oneOf(key, words[key]);
    return word === undefined ? undefined : word === 'yes';
  };
  const rule = oneOf('parvis_rule', Object.keys(countingRules) as RuleName[]);
  const settings = {
    utility: oneOf('parvis_utility', words.parvis_utility),
    completion: oneOf('parvis_completion', words.parvis_completion),
    exhaustive: yes('parvis_exhaustive'),
    step,
    compare: yes('parvis_compare'),
    whenFull: oneOf('parvis_when_full', words.parvis_when_full),
  };
  return rule && ({ rule, ...present(settings) } as PbCounting);
}

/** The rows of META for a rule; empty without one. */
export function settingEntries(counting: PbCounting | undefined, money: (minor: number | undefined) => string): [key: string, value: string][] {
  if (!counting) return [];
  const { rule, utility = '', completion = '', exhaustive, step, compare, whenFull = '' } = counting;
  const yes = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');
  return [
    ['parvis_rule', rule], ['parvis_utility', utility], ['parvis_completion', completion], ['parvis_exhaustive', yes(exhaustive)], ['parvis_step', money(step)],
    ['parvis_compare', yes(compare)], ['parvis_when_full', whenFull],
  ];
}

/** How a file says its votes are counted, with its budget and its threshold. Absent: it does not say. */
export function countingOf({ counting, budget, limits }: Pick<PbMeta, 'counting' | 'budget' | 'limits'>): Counting | undefined {
  if (!counting) return undefined;
  const known = settingsFor(counting.rule);
  const threshold = limits.minProjectScoreThreshold;
  return { ...counting, ...(known.includes('budget') && present({ budget })), ...(known.includes('threshold') && present({ threshold })) };
}

const present = <T extends object>(values: T): Partial<T> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

import type { Reason } from '@parvis/contract';
import type { Election } from './election.ts';

export type TieBreak = NonNullable<Reason['by']>;

/**
 * The published tie rule, the same for every rule: lower cost, then more raw votes, then lower option number.
 * Below 0: `a` goes first. Options have different numbers, so that nothing is ever left to chance.
 */
export function compareTied({ options }: Pick<Election, 'options'>, votes: ArrayLike<number>, a: number, b: number): { order: number; by: TieBreak } {
  const costs = (options[a]!.cost ?? 0) - (options[b]!.cost ?? 0);
  if (costs !== 0) return { order: costs, by: 'cost' };
  const raw = votes[b]! - votes[a]!;
  if (raw !== 0) return { order: raw, by: 'votes' };
  return { order: options[a]!.number - options[b]!.number, by: 'number' };
}

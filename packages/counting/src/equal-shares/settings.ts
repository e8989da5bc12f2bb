import type { Counting } from '@parvis/contract';
import { CountingError } from '../counting-error.ts';
import type { Election } from '../election.ts';

type Named = 'utility' | 'completion' | 'exhaustive' | 'step' | 'compare';
export type EqualSharesSettings = Pick<Counting, 'rule'> & { [K in Named]: NonNullable<Counting[K]> };

/** Every setting with its default: voters who gave points, or places, are counted by them. @throws CountingError `utility`: points are asked of voters who gave none */
export function withDefaults(election: Election, asked: Counting): EqualSharesSettings {
  const gavePoints = ['points', 'score', 'ranking'].includes(election.method);
  const { utility = gavePoints ? 'points' : 'cost', completion = 'none', exhaustive = false, step = usualStep(election), compare = false } = asked;
  if (utility === 'points' && !gavePoints) throw new CountingError('utility');
  return { rule: asked.rule, utility, completion, exhaustive, step, compare };
}

/** From this share on, in whole units of the currency, one unit is too fine a step. */
const coarse = 5_000;

/**
 * By how much shares are raised at a time when nobody says: one unit of the currency, or a hundredth of a share of 5,000 units and more, in whole units
 * (a share can be 34,551 forints: steps of one would take thousands of rounds to change anything).
 */
export function usualStep({ budget = 0, votes, exponent }: Pick<Election, 'budget' | 'votes' | 'exponent'>): number {
  const unit = 10 ** exponent;
  const share = Math.floor(budget / Math.max(1, votes.total) / unit);
  return (share < coarse ? 1 : Math.floor(share / 100)) * unit;
}

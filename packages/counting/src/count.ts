import type { Counting, Outcome, RuleName } from '@parvis/contract';
import { countingRules, rulesFor } from '@parvis/contract/counting-rules';
import type { Election } from './election.ts';
import type { OnProgress } from './rule.ts';
import { rules } from './rules/index.ts';
import { rawVotes } from './tally.ts';

/** Why an election cannot be counted as asked. The words people read belong to whoever shows it. */
export class CountingError extends Error {
  override readonly name = 'CountingError';
  /** `rule`: the rule does not fit the ballot, `fits` do. `budget`: nothing says how much there is. `utility`: voters gave no points. */
  readonly code: 'rule' | 'budget' | 'utility';
  readonly fits: readonly RuleName[];

  constructor(code: CountingError['code'], fits: readonly RuleName[] = []) {
    super(code);
    this.code = code;
    this.fits = fits;
  }
}

/**
 * What the rule makes of the votes. Exact, and the same however votes and options are ordered.
 * Settings that the rule does not know are passed over.
 * @throws CountingError
 */
export function count(election: Election, asked: Counting, onProgress: OnProgress = () => {}): Outcome {
  const rule = rules[asked.rule];
  const { fits, settings: known, several } = countingRules[asked.rule];
  if (!fits.includes(election.method)) throw new CountingError('rule', rulesFor(election.method));
  const priced = election.options.some((option) => option.cost !== undefined);
  const ready = several ? withBudget(election, asked, priced) : election;
  const settings: Counting = {
    ...Object.fromEntries(Object.entries(asked).filter(([name]) => known.includes(name as keyof Counting))),
    rule: asked.rule,
    ...(several && (priced ? { budget: ready.budget } : { seats: ready.budget })),
  };
  const result = rule.count(ready, settings, onProgress);
  const votes = rawVotes(election);
  const places = new Map(result.winners.map((winner, i) => [winner, i + 1]));
  return {
    counting: { ...settings, ...result.settings },
    winners: result.winners.map((winner) => election.options[winner]!.id),
    options: election.options.map(({ id }, i) => {
      const place = places.get(i);
      return { option: id, ...(place !== undefined && { place }), votes: votes[i]!, ...result.options[i]! };
    }),
    ...(priced && { spent: result.winners.reduce((sum, winner) => sum + (election.options[winner]!.cost ?? 0), 0) }),
    ...result.more,
  };
}

/** Options without costs cost one seat each. */
function withBudget(election: Election, { budget, seats = 1 }: Counting, priced: boolean): Election {
  if (!priced) return { ...election, budget: seats, exponent: 0, options: election.options.map((option) => ({ ...option, cost: 1 })) };
  const money = budget ?? election.budget;
  if (money === undefined) throw new CountingError('budget');
  return { ...election, budget: money };
}

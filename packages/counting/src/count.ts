import type { Counting, Outcome, Reason } from '@parvis/contract';
import { countingRules, rulesFor } from '@parvis/contract/counting-rules';
import { CountingError } from './counting-error.ts';
import { type Election, seat } from './election.ts';
import type { OnProgress } from './rule.ts';
import { rules } from './rules/index.ts';
import { rawVotes } from './tally.ts';

export { CountingError } from './counting-error.ts';

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
  const settings = Object.fromEntries(Object.entries(asked).filter(([name]) => known.includes(name as keyof Counting)));
  const result = rule.count(ready, { ...settings, rule: asked.rule }, onProgress);
  const votes = rawVotes(election);
  const places = new Map(result.winners.map((winner, i) => [winner, i + 1]));
  return {
    counting: {
      rule: asked.rule,
      ...(several && (priced ? { budget: ready.budget } : { seats: asked.seats ?? 1 })),
      ...settings,
      ...result.settings,
    },
    winners: result.winners.map((winner) => election.options[winner]!.id),
    options: election.options.map(({ id }, i) => {
      const place = places.get(i);
      const { value, reason } = result.options[i]!;
      return { option: id, ...(place !== undefined && { place }), votes: votes[i]!, value, reason: priced ? reason : withoutMoney(reason) };
    }),
    ...(priced && { spent: result.winners.reduce((sum, winner) => sum + (election.options[winner]!.cost ?? 0), 0) }),
    ...(priced ? result.more : withoutShare(result.more)),
  };
}

function withBudget(election: Election, { budget, seats = 1 }: Counting, priced: boolean): Election {
  if (!priced) return { ...election, budget: seats * seat, exponent: 0, options: election.options.map((option) => ({ ...option, cost: seat })) };
  const money = budget ?? election.budget;
  if (money === undefined) throw new CountingError('budget');
  return { ...election, budget: money };
}

/** Where options have no costs, there is no money to speak of. */
function withoutMoney({ left: _, money: __, pay: ___, ...reason }: Reason): Reason {
  return reason;
}

function withoutShare({ share: _, ...more }: Partial<Outcome> = {}): Partial<Outcome> {
  return more;
}

import type { Method } from '@parvis/contract';
import * as fc from 'fast-check';
import type { Election } from '../election.ts';
import { VoteTable } from '../vote-table.ts';

/** Votes of a random election as plain data, before they are gathered in a table. */
export interface RandomElection {
  method: Method;
  costs: number[];
  budget: number;
  withdrawn: boolean[];
  /** Options named, by place, each with its value (1 where the method has none). */
  votes: [option: number, value: number][][];
}

const methods = ['approval', 'points', 'ranking'] as const;

/** Small enough for slow checks, with few different costs so that ties are common. */
export const randomElections = (allowed: readonly (typeof methods)[number][] = methods): fc.Arbitrary<RandomElection> =>
  fc.record({ method: fc.constantFrom(...allowed), options: fc.integer({ min: 1, max: 7 }) }).chain(({ method, options }) =>
    fc.record({
      method: fc.constant(method),
      costs: fc.array(fc.constantFrom(0, 10, 20, 30, 30, 47, 90), { minLength: options, maxLength: options }),
      budget: fc.integer({ min: 0, max: 200 }),
      withdrawn: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()), { minLength: options, maxLength: options }),
      votes: fc.array(
        fc.uniqueArray(fc.tuple(fc.nat(options - 1), fc.integer({ min: method === 'points' ? 0 : 1, max: method === 'points' ? 4 : 1 })), { selector: ([option]) => option, maxLength: options }),
        { minLength: 1, maxLength: 12 },
      ),
    }));

/** Gathers a random election, its options and votes in another order when asked. */
export function gathered(random: RandomElection, optionOrder = random.costs.map((_, i) => i), votes = random.votes): Election {
  const table = new VoteTable({ ordered: random.method === 'ranking', valued: random.method === 'points' });
  for (const vote of votes) table.add(vote.map(([option]) => optionOrder.indexOf(option)), vote.map(([, value]) => value));
  return {
    method: random.method,
    options: optionOrder.map((i) => ({ id: `o${i + 1}`, number: i + 1, cost: random.costs[i], withdrawn: random.withdrawn[i] })),
    votes: table,
    budget: random.budget,
    exponent: 0,
    places: 4,
  };
}

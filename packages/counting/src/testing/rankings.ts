import * as fc from 'fast-check';
import type { Counting, Outcome } from '@parvis/contract';
import { count } from '../count.ts';
import type { Election, ElectionOption } from '../election.ts';
import { VoteTable } from '../vote-table.ts';

/** Options and rankings without an order of their own, to be put in any. A ranking names options by their places in `options`. */
export interface Rankings {
  options: ElectionOption[];
  votes: { ranking: number[]; times: number }[];
}

/** Rankings of two to `most` options, some of them equal in cost or withdrawn, with few votes so that ties abound. */
export const rankings = (most = 5): fc.Arbitrary<Rankings> =>
  fc.array(fc.record({ cost: fc.constantFrom(undefined, 1, 2), withdrawn: fc.constantFrom(false, false, false, true) }), { minLength: 2, maxLength: most }).chain((drawn) =>
    fc.record({
      options: fc.constant(drawn.map((option, i) => ({ id: 'abcdefgh'[i]!, number: i + 1, ...option }))),
      votes: fc.array(fc.record({ ranking: fc.shuffledSubarray(drawn.map((_, i) => i)), times: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 }),
    }));

export function electionOf({ options, votes }: Rankings): Election {
  const table = new VoteTable({ ordered: true });
  for (const { ranking, times } of votes) table.add(ranking, undefined, 'online', times);
  return { method: 'ranking', options, votes: table, exponent: 0 };
}

/** The same rankings with options and votes written in another order. */
const reordered = ({ options, votes }: Rankings): fc.Arbitrary<Rankings> =>
  fc.record({ order: fc.shuffledSubarray(options, { minLength: options.length }), votes: fc.shuffledSubarray(votes, { minLength: votes.length }) }).map(
    ({ order, votes: rows }) => ({
      options: order,
      votes: rows.map(({ ranking, times }) => ({ ranking: ranking.map((i) => order.indexOf(options[i]!)), times })),
    }));

const byOption = ({ options, ...rest }: Outcome) => ({ ...rest, options: options.toSorted((a, b) => (a.option < b.option ? -1 : 1)) });

/** Pairs of outcomes of the same rankings in two orders; they should be equal. */
export const outcomesInTwoOrders = (rule: Counting['rule']): fc.Arbitrary<{ one: unknown; other: unknown }> =>
  rankings().chain((drawn) => reordered(drawn).map((other) => ({
    one: byOption(count(electionOf(drawn), { rule })), other: byOption(count(electionOf(other), { rule })),
  })));

/** Rankings in which some option wins, and the same with one more vote that names only the winner. */
export const winnerWithOneMoreVote = (rule: Counting['rule']): fc.Arbitrary<{ winner: string; after: Outcome }> =>
  rankings().map((drawn) => ({ drawn, winner: count(electionOf(drawn), { rule }).winners[0] })).filter(({ winner }) => winner !== undefined).map(({ drawn, winner }) => {
    const place = drawn.options.findIndex(({ id }) => id === winner);
    return { winner: winner!, after: count(electionOf({ ...drawn, votes: [...drawn.votes, { ranking: [place], times: 1 }] }), { rule }) };
  });

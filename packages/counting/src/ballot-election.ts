import type { Ballot, BallotOption, Channel, Choice, Counting, Outcome } from '@parvis/contract';
import { minorDigits } from '@parvis/contract/money';
import { count } from './count.ts';
import type { Election } from './election.ts';
import { VoteTable } from './vote-table.ts';

/** What counting needs to know of a ballot. A `Ballot` and its definition both fit. */
export type CountedBallot = Pick<Ballot, 'method' | 'max' | 'ceiling' | 'currency'> & {
  options: readonly Pick<BallotOption, 'id' | 'number' | 'cost' | 'withdrawn'>[];
  grades?: readonly unknown[] | undefined;
};

export interface BallotElection {
  election: Election;
  /** Takes a valid vote in (see `validateVote`); options that the ballot no longer has are passed over. */
  add(choice: Choice, channel?: Channel, times?: number): void;
}

/** An election to fill with the votes of a ballot, as the contract keeps and exports them. */
export function electionOfBallot(ballot: CountedBallot): BallotElection {
  const { method, options, max, ceiling, currency, grades } = ballot;
  const votes = new VoteTable({ ordered: method === 'ranking', valued: method === 'points' || method === 'score' || method === 'grades' });
  const places = new Map(options.map(({ id }, i) => [id, i]));
  const election: Election = {
    method,
    options: options.map(({ id, number, cost, withdrawn }) => ({ id, number, cost, withdrawn })),
    votes,
    budget: ceiling,
    exponent: currency === undefined ? 2 : minorDigits(currency),
    places: method === 'ranking' ? (max ?? options.length) : undefined,
    grades: grades?.length,
  };
  return {
    election,
    add(choice, channel, times) {
      if ('values' in choice) {
        const named = Object.entries(choice.values).filter(([id]) => places.has(id));
        votes.add(named.map(([id]) => places.get(id)!), named.map(([, value]) => value), channel, times);
      } else {
        const named = 'options' in choice ? [...new Set(choice.options)].flatMap((id) => places.get(id) ?? []) : [];
        votes.add(named, undefined, channel, times);
      }
    },
  };
}

/**
 * What a ballot's own rule makes of its votes. Absent: it has none.
 * @throws CountingError
 */
export function outcomeOf({ counting, ...ballot }: CountedBallot & { counting?: Counting | undefined }, votes: Iterable<{ choice: Choice; channel: Channel }>): Outcome | undefined {
  if (!counting) return undefined;
  const { election, add } = electionOfBallot(ballot);
  for (const { choice, channel } of votes) add(choice, channel);
  return count(election, counting);
}

import type { Election } from './election.ts';
import { worthOf } from './tally.ts';
import { VoteTable } from './vote-table.ts';

/** Who supports what, for rules that look at groups of voters who voted alike. */
export interface Supports {
  /** Voters in each group. */
  voters: Float64Array;
  /** Voters in all, those without a choice too. */
  total: number;
  /** For each option, the groups that support it. */
  groups: readonly Uint32Array[];
  /** For each option, what it is worth to a voter of each of those groups, above 0. Absent: 1 to everybody. */
  worths?: readonly Float64Array[];
}

/**
 * Supporters name an option, or give it more than zero points. `byPoints`: an option is worth its points (places under `ranking`) times the table's
 * scale; otherwise voters who support the same options are one group, whatever their points.
 */
export function supportsOf(election: Election, byPoints: boolean): Supports {
  const { options, votes } = byPoints ? election : approvals(election);
  const groups = options.map((): number[] => []);
  const worths = options.map((): number[] => []);
  const voters = new Float64Array(votes.size);
  for (let at = 0; at < votes.size; at += 1) {
    voters[at] = votes.count(at);
    const named = votes.options(at);
    const worth = byPoints ? worthOf(election, at) : () => 1;
    for (let i = 0; i < named.length; i += 1) {
      const value = worth(i);
      if (value <= 0 || options[named[i]!]!.withdrawn) continue;
      groups[named[i]!]!.push(at);
      worths[named[i]!]!.push(value);
    }
  }
  return {
    voters,
    total: votes.total,
    groups: groups.map((list) => Uint32Array.from(list)),
    ...(byPoints && { worths: worths.map((list) => Float64Array.from(list)) }),
  };
}

/** The same votes without their points or places. */
function approvals(election: Election): Pick<Election, 'options' | 'votes'> {
  const { method, options, votes } = election;
  if (method !== 'points' && method !== 'score' && method !== 'ranking') return election;
  const plain = new VoteTable();
  for (let at = 0; at < votes.size; at += 1) {
    const values = votes.values(at);
    const named = [...votes.options(at)].filter((_, i) => method === 'ranking' || values[i]! > 0);
    plain.add(named, undefined, 'online', votes.count(at));
  }
  return { options, votes: plain };
}

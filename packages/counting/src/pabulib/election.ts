import type { Method } from '@parvis/contract';
import type { Election } from '../election.ts';
import { naturalOrder } from '../natural-order.ts';
import { VoteTable } from '../vote-table.ts';
import type { VoteType } from './meta.ts';
import type { PabulibFile } from './read.ts';
import { withPoints } from './votes.ts';

const methods: Record<VoteType, Method> = {
  approval: 'approval', 'choose-1': 'single', ordinal: 'ranking', cumulative: 'points', scoring: 'score',
};

/**
 * Reads the votes of a file into an election. Options stand in the order of the file and are numbered in the natural order of their ids, which is
 * what decides the last ties; a limit on what one vote may cost (knapsack) changes nothing for counting. A file with a score for projects that a vote
 * does not name gives it to them. What is wrong goes to the file's `report`; errors of its chunks pass through.
 */
export async function electionOfPabulib({ meta, projects, votes: rows }: PabulibFile): Promise<Election> {
  const { voteType, limits } = meta;
  const valued = withPoints(voteType);
  const votes = new VoteTable({ ordered: voteType === 'ordinal', valued });
  const places = new Map(projects.map(({ id }, i) => [id, i]));
  const numbers = new Map(projects.map(({ id }) => id).sort(naturalOrder).map((id, i) => [id, i + 1]));
  const usual = voteType === 'scoring' ? (limits.defaultScore ?? 0) : 0;
  for await (const { projects: ids, points, channel } of rows) {
    const named = ids.map((id) => places.get(id)!);
    if (usual !== 0 && named.length > 0) {
      const unnamed = projects.flatMap((_, i) => (named.includes(i) ? [] : [i]));
      votes.add([...named, ...unnamed], [...points!, ...unnamed.map(() => usual)], channel);
    } else votes.add(named, points, channel);
  }
  return {
    method: methods[voteType],
    options: projects.map(({ id, cost, withdrawn }) => ({ id, number: numbers.get(id)!, cost, withdrawn })),
    votes,
    budget: meta.budget,
    exponent: meta.exponent,
    places: limits.maxLength,
    threshold: limits.minProjectScoreThreshold,
  };
}

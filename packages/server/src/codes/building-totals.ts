import { type BallotDefinition, countedTogether, type Totals, totalsOf } from '@parvis/contract';
import type { GroupTotals, GroupVote } from '../store/group-store.ts';
import { groupName } from './groups.ts';

/** Votes that no building is known of: on paper, or of dwellings added later. */
const elsewhere = 'Autres votes';

/**
 * How each group of buildings voted. Groups with fewer than ten voters are counted together, and so are votes of no known building, so that whoever
 * subtracts finds no fewer either. Empty: a single group came out.
 * @param all the totals of the ballot
 */
export function buildingTotals(ballot: BallotDefinition, votes: readonly GroupVote[], all: Totals): GroupTotals[] {
  const byGroup = new Map<string, GroupVote[]>();
  for (const vote of votes) byGroup.set(vote.group, [...(byGroup.get(vote.group) ?? []), vote]);
  const groups = [...byGroup].map(([group, own]): GroupTotals => {
    const { voters, blank, tally } = totalsOf(ballot, own.map(({ choice }) => ({ choice, channel: 'online' })));
    return { group, voters: voters.total, blank: blank.total, tally: tally.map(({ option, total }) => ({ option, total })) };
  }).sort((a, b) => a.group.localeCompare(b.group, 'fr', { numeric: true }));
  const rest = subtract({ group: elsewhere, voters: all.voters.total, blank: all.blank.total, tally: all.tally.map(({ option, total }) => ({ option, total })) }, groups);
  if (rest.voters > 0) groups.push(rest);
  const small = countedTogether(groups, ({ voters }) => voters);
  const shown = groups.filter((group) => !small.includes(group));
  const [first, ...others] = groups.filter((group) => small.includes(group));
  if (first) shown.push({ ...others.reduce(add, first), group: groupName([first, ...others].map(({ group }) => group)) });
  return shown.length < 2 ? [] : shown;
}

const combine = (sign: 1 | -1) => (a: GroupTotals, b: GroupTotals): GroupTotals => ({
  group: a.group,
  voters: a.voters + sign * b.voters,
  blank: a.blank + sign * b.blank,
  tally: a.tally.map(({ option, total }) => ({ option, total: total + sign * (b.tally.find((row) => row.option === option)?.total ?? 0) })),
});
const add = combine(1);
const subtract = (from: GroupTotals, groups: readonly GroupTotals[]): GroupTotals => groups.reduce(combine(-1), from);

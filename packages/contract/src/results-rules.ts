import type { Channel, OpenStatus } from './schemas/common.ts';
import type { BallotDefinition } from './schemas/definition.ts';
import type { Ballot, Choice, PerChannel, Results } from './schemas/votes.ts';
import { countedTogether, smallestGroup } from './statistics-rules.ts';
import { tallyEntries } from './vote-rules.ts';

/** A vote without its voter, as it is kept and exported. */
export interface CountableVote {
  choice: Choice;
  channel: Channel;
}

/** Totals of a ballot, channel by channel. */
export type Totals = Pick<Results, 'tally' | 'blank' | 'voters'>;

/** Those that few use come first. */
const channels: readonly Channel[] = ['assisted', 'paper', 'online'];

const nobody = (): PerChannel => ({ online: 0, paper: 0, assisted: 0, total: 0 });

/** Totals to be filled vote by vote. See `Results` for what an option's amounts mean; options that the ballot does not have are passed over. */
export function emptyTotals({ method, options }: Pick<BallotDefinition, 'method'> & { options: readonly Pick<Ballot['options'][number], 'id'>[] }): { totals: Totals; add(vote: CountableVote): void } {
  const rows = new Map(options.map(({ id }) => [id, { option: id, ...nobody() }]));
  const [blank, voters] = [nobody(), nobody()];
  const raise = (counts: PerChannel | undefined, channel: Channel, amount: number) => {
    if (!counts) return;
    counts[channel] += amount;
    counts.total += amount;
  };
  return {
    totals: { tally: [...rows.values()], blank, voters },
    add({ choice, channel }) {
      raise(voters, channel, 1);
      if ('blank' in choice) raise(blank, channel, 1);
      for (const [option, amount] of tallyEntries({ method }, choice)) raise(rows.get(option), channel, amount);
    },
  };
}

/** The totals of votes, as they are. */
export function totalsOf(ballot: Pick<BallotDefinition, 'method' | 'options'>, votes: Iterable<CountableVote>): Totals {
  const { totals, add } = emptyTotals(ballot);
  for (const vote of votes) add(vote);
  return totals;
}

/** The channels whose votes are counted together, the largest first; empty: each is shown as it is. See {@link countedTogether}. */
export const mergedChannels = (voters: Readonly<Record<Channel, number>>): Channel[] => countedTogether(channels, (channel) => voters[channel]);

/** The channel a vote is counted under where people read. */
export const shownChannel = (channel: Channel, merged: readonly Channel[]): Channel => (merged[0] !== undefined && merged.includes(channel) ? merged[0] : channel);

/** What `Results` says of these totals: small channels merged, and beside them what the ballot knows of the electorate and of paper. */
export function shownTotals({ electorate, paper }: Pick<BallotDefinition, 'electorate' | 'paper'>, totals: Totals): Totals & Pick<Results, 'merged' | 'electorate' | 'paper'> {
  const merged = mergedChannels(totals.voters);
  const show = (counts: PerChannel): PerChannel => {
    const shown = { ...nobody(), total: counts.total };
    for (const channel of channels) shown[shownChannel(channel, merged)] += counts[channel];
    return shown;
  };
  return {
    tally: totals.tally.map(({ option, ...counts }) => ({ option, ...show(counts) })),
    blank: show(totals.blank),
    voters: show(totals.voters),
    ...(merged.length > 0 && { merged }),
    ...(electorate !== undefined && { electorate }),
    ...(paper && { paper }),
  };
}

/** Who may see a ballot's results now; voters show their receipt. */
export const resultsOpenTo = ({ results }: Pick<Ballot, 'results'>, status: OpenStatus): 'everybody' | 'voters' | 'nobody' =>
  (status === 'closed' || results === 'live' ? 'everybody' : results === 'after-vote' ? 'voters' : 'nobody');

/** Whether no vote can come any more: voting is closed, and paper is counted as far as the ballot says. */
export const isFinal = ({ paper }: Pick<BallotDefinition, 'paper'>, status: OpenStatus): boolean =>
  status === 'closed' && (paper === undefined || paper.counted === paper.places);

/**
 * Whether results may be shown while voting goes on, `shown` being the voters in those that were shown last (0: none were). Two
 * answers with a vote between them would give that vote away, so {@link smallestGroup} more have to come first; in a large election
 * a hundredth, so that it is not counted anew all the time.
 */
export const mayShowWhileOpen = (voters: number, shown: number): boolean => voters - shown >= Math.max(smallestGroup, shown / 100);

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

/** Channels that were used, the largest first; empty: one at most. */
function usedChannels(voters: Readonly<Record<Channel, number>>): Channel[] {
  const used = channels.filter((channel) => voters[channel] > 0).sort((a, b) => voters[b] - voters[a]);
  return used.length > 1 ? used : [];
}

/** The channel a vote is counted under where people read. */
export const shownChannel = (channel: Channel, merged: readonly Channel[]): Channel => (merged[0] !== undefined && merged.includes(channel) ? merged[0] : channel);

/**
 * What `Results` says of these totals: small channels merged, and beside them what the ballot knows of the electorate and of paper. Until voting is closed all channels are
 * told as one: by a channel that few use, one more vote would show between two answers.
 */
export function shownTotals(
  { electorate, paper }: Pick<BallotDefinition, 'electorate' | 'paper'>, totals: Totals, status: OpenStatus,
): Totals & Pick<Results, 'merged' | 'electorate' | 'paper'> {
  const merged = status === 'closed' ? mergedChannels(totals.voters) : usedChannels(totals.voters);
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

/** Results of an open ballot: what everybody sees, and what they see next. */
export interface Live<R> {
  shown?: R | undefined;
  next?: R | undefined;
}

/**
 * One step of showing results while voting goes on. They are counted once {@link smallestGroup} voters came since those that are shown (in a large election a
 * hundredth, so that it is not counted anew all the time), and shown once as many more have come since. So no two answers are fewer apart, and neither are the last
 * answer and the final one: nobody finds the vote of a few by subtraction. Channels are told as one until then; see {@link shownTotals}.
 *
 * `shown` has to outlive a restart; `next` must not be stored, since it is closer to the votes that are kept.
 * @param voters all that voted so far
 * @returns what is shown now, and whether the caller has to count: its results become `next`
 */
export function liveStep<R extends Pick<Results, 'voters'>>({ shown, next }: Live<R>, voters: number): { live: Live<R>; counts: boolean } {
  const isDue = next !== undefined && voters - next.voters.total >= smallestGroup;
  const live = isDue ? { shown: next } : { shown, next };
  const told = live.shown?.voters.total ?? 0;
  return { live, counts: live.next === undefined && voters - told >= Math.max(smallestGroup, told / 100) };
}

import type { Ballot, BallotOption, Channel, OptionOutcome, PerChannel, Results } from '@parvis/contract';

/** One option with what was counted for it. */
export interface Row {
  option: BallotOption;
  counts: PerChannel;
  /** What the rule makes of it. Absent: the ballot has no rule, or it is too early. */
  outcome?: OptionOutcome | undefined;
}

/** A ballot, what was counted, and both by option; see `rowsOf`. */
export interface Counted {
  ballot: Ballot;
  results: Results;
  rows: readonly Row[];
}

/** What the numbers beside the options count. `firsts`: first places; `duels`: duels won; `grade`: the place of a grade, 0 the best. */
export type Unit = 'votes' | 'points' | 'firsts' | 'duels' | 'grade';

/** Channels that are shown as one, with the channel under which their votes are counted. */
export interface Column {
  channel: Channel;
  together: readonly Channel[];
}

const channels: readonly Channel[] = ['online', 'paper', 'assisted'];
const nobody: PerChannel = { online: 0, paper: 0, assisted: 0, total: 0 };

/** Every option, in the order of the ballot. */
export function rowsOf({ options }: Ballot, { tally, outcome }: Results): Row[] {
  const counts = new Map(tally.map((entry) => [entry.option, entry]));
  const outcomes = new Map(outcome?.options.map((entry) => [entry.option, entry]));
  return options.map((option) => ({ option, counts: counts.get(option.id) ?? nobody, outcome: outcomes.get(option.id) }));
}

const placeOf = ({ outcome }: Row): number => outcome?.place ?? 0;

/** In the order in which they were taken. */
export const takenOf = (rows: readonly Row[]): Row[] => rows.filter(placeOf).sort((a, b) => placeOf(a) - placeOf(b));

/** The best first; under rounds those that stood longest. Withdrawn options come last. */
export function othersOf(rows: readonly Row[], unit: Unit): Row[] {
  const sign = unit === 'grade' ? -1 : 1;
  const round = ({ outcome }: Row) => outcome?.reason.round ?? 0;
  const gone = ({ option }: Row) => Number(option.withdrawn ?? false);
  return rows.filter((row) => !placeOf(row)).sort((a, b) => gone(a) - gone(b) || round(b) - round(a) || sign * (valueOf(b) - valueOf(a)));
}

/** What the rule goes by; without a rule, what was counted. */
export const valueOf = ({ outcome, counts }: Row): number => outcome?.value ?? counts.total;

/** What the rule gives out: money, seats, or the place of the one winner. Undefined: there is no rule. */
export function takes({ outcome }: Pick<Results, 'outcome'>): 'priced' | 'seats' | 'one' | undefined {
  if (!outcome) return undefined;
  const { budget, seats } = outcome.counting;
  return budget !== undefined ? 'priced' : seats !== undefined ? 'seats' : 'one';
}

/** The channels to show side by side: online and paper always, assisted once somebody was helped, merged ones as one. */
export function columnsOf({ voters, merged = [] }: Results): Column[] {
  const [under, ...hidden] = merged;
  return channels
    .filter((channel) => !hidden.includes(channel) && (channel !== 'assisted' || channel === under || voters.assisted > 0))
    .map((channel) => ({ channel, together: channel === under ? merged : [channel] }));
}

/** Whether votes came through more than one channel. */
export const hasChannels = ({ voters }: Results): boolean => voters.online !== voters.total;

/** Whether the number the rule goes by is the sum of what came through the channels. */
export const isSummed = (rows: readonly Row[]): boolean => rows.every((row) => valueOf(row) === row.counts.total);

/** A part of a bar, in per cent of the longest one. */
export interface Segment {
  channel: Channel;
  from: number;
  length: number;
}

/**
 * The bar of each row against the longest. Parted by channel where the number beside it is the sum of the channels; a grade is the longer
 * the better it is.
 */
export function barsOf(rows: readonly Row[], unit: Unit, grades: number): (row: Row) => Segment[] {
  const lengthOf = (row: Row) => (unit === 'grade' ? grades - valueOf(row) : Math.max(0, valueOf(row)));
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row)), 1);
  const summed = isSummed(rows) && rows.every(({ counts }) => channels.every((channel) => counts[channel] >= 0));
  const share = (amount: number) => Math.round((amount / longest) * 1e4) / 100;
  return (row) => {
    if (!summed) return [{ channel: 'online', from: 0, length: share(lengthOf(row)) }];
    let before = 0;
    return channels.map((channel) => {
      const from = share(before);
      before += row.counts[channel];
      return { channel, from, length: share(before) - from };
    });
  };
}

/** Whether more votes may come, or are still to be counted. */
export const isPending = ({ ballot: { status }, results: { final, paper } }: Pick<Counted, 'ballot' | 'results'>): boolean =>
  !final || status === 'open' || Boolean(paper && paper.counted < paper.places);

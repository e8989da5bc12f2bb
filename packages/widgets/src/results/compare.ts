import type { Channel, Outcome, PerChannel, Results } from '@parvis/contract';

/** What a device counted by itself. */
export interface Tallied extends Pick<Results, 'tally' | 'blank' | 'voters'> {
  /** Absent: there is no rule. */
  outcome?: Outcome | undefined;
}

/** One thing that is published otherwise than it was counted. */
export type Difference =
  | { kind: 'tally'; option: string; channel: Counted; published: number; counted: number }
  | { kind: 'blank' | 'voters'; channel: Counted; published: number; counted: number }
  | { kind: 'winners'; published: readonly string[]; counted: readonly string[] }
  | { kind: 'reason'; option: string };

type Counted = Channel | 'total';
const counted: readonly Counted[] = ['online', 'paper', 'assisted', 'total'];
const nobody: PerChannel = { online: 0, paper: 0, assisted: 0, total: 0 };

/** Where results and recount are not the same: numbers by option and channel, blank votes, voters, winners in their order, reasons. Empty: nowhere. */
export function differences(published: Results, recount: Tallied): Difference[] {
  const numbers = (a: PerChannel = nobody, b: PerChannel = nobody) =>
    counted.filter((channel) => a[channel] !== b[channel]).map((channel) => ({ channel, published: a[channel], counted: b[channel] }));
  const byOption = ({ tally }: Pick<Results, 'tally'>) => new Map(tally.map((entry) => [entry.option, entry]));
  const [tally, again] = [byOption(published), byOption(recount)];
  const options = [...new Set([...tally.keys(), ...again.keys()])];
  return [
    ...options.flatMap((option) => numbers(tally.get(option), again.get(option)).map((found) => ({ kind: 'tally' as const, option, ...found }))),
    ...numbers(published.blank, recount.blank).map((found) => ({ kind: 'blank' as const, ...found })),
    ...numbers(published.voters, recount.voters).map((found) => ({ kind: 'voters' as const, ...found })),
    ...outcomes(published.outcome, recount.outcome),
  ];
}

function outcomes(published: Outcome | undefined, recount: Outcome | undefined): Difference[] {
  if (!published || !recount) return [];
  const reasons = new Map(recount.options.map((entry) => [entry.option, entry]));
  return [
    ...(isSame(published.winners, recount.winners) ? [] : [{ kind: 'winners' as const, published: published.winners, counted: recount.winners }]),
    ...published.options.filter((entry) => !isSame(entry, reasons.get(entry.option))).map(({ option }) => ({ kind: 'reason' as const, option })),
  ];
}

/** Equal as JSON, in whichever order the fields stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

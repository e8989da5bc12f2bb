import type { Channel, Outcome, PerChannel, Results } from '@parvis/contract';

/** What a device counted by itself. */
export interface Tallied extends Pick<Results, 'tally' | 'blank' | 'voters'> {
  /** Absent: there is no rule. */
  outcome?: Outcome | undefined;
}

/** Undefined: one side does not have it. */
interface Numbers {
  published: number | undefined;
  counted: number | undefined;
}

/** One thing that is published otherwise than it was counted. */
export type Difference =
  | ({ kind: 'tally'; option: string; channel: Counted } & Numbers)
  | ({ kind: 'blank' | 'voters'; channel: Counted } & Numbers)
  /** The groups of buildings together, against all votes. */
  | ({ kind: 'groups'; of: 'blank' | 'voters' | { option: string } } & Numbers)
  | { kind: 'winners'; published: readonly string[]; counted: readonly string[] }
  | ({ kind: 'place' | 'supporters' | 'value'; option: string } & Numbers)
  | { kind: 'reason'; option: string }
  /** Amounts of money. */
  | ({ kind: 'spent' | 'share' } & Numbers)
  | ({ kind: 'prefer'; list: 'shares' | 'greedy' } & Numbers)
  | ({ kind: 'round'; option: string; round: number } & Numbers)
  | { kind: 'setting'; name: string; published: unknown; counted: unknown };

type Counted = Channel | 'total';
const counted: readonly Counted[] = ['online', 'paper', 'assisted', 'total'];
const nobody: PerChannel = { online: 0, paper: 0, assisted: 0, total: 0 };

/** Where results and recount are not the same, in everything that a count can tell: numbers, outcome, settings of the rule. Empty: nowhere. */
export function differences(published: Results, recount: Tallied): Difference[] {
  const numbers = (a: PerChannel = nobody, b: PerChannel = nobody) =>
    counted.filter((channel) => a[channel] !== b[channel]).map((channel) => ({ channel, published: a[channel], counted: b[channel] }));
  const [tally, again] = [byOption(published.tally), byOption(recount.tally)];
  // Channels that are said to be counted under another one have no votes of their own.
  const shownAsNone = published.merged?.slice(1).filter((channel) => recount.voters[channel] > 0) ?? [];
  return [
    ...either(tally, again).flatMap((option) => numbers(tally.get(option), again.get(option)).map((found) => ({ kind: 'tally' as const, option, ...found }))),
    ...numbers(published.blank, recount.blank).map((found) => ({ kind: 'blank' as const, ...found })),
    ...numbers(published.voters, recount.voters).map((found) => ({ kind: 'voters' as const, ...found })),
    ...shownAsNone.map((channel) => ({ kind: 'voters' as const, channel, published: 0, counted: recount.voters[channel] })),
    ...(published.groups ? groups(published.groups, recount) : []),
    ...outcomes(published.outcome, recount.outcome),
  ];
}

/** A vote has no building once it is exported: the groups can only be added up. */
function groups(published: NonNullable<Results['groups']>, { tally, blank, voters }: Tallied): Difference[] {
  const sum = (of: (group: (typeof published)[number]) => number | undefined) => published.reduce((total, group) => total + (of(group) ?? 0), 0);
  const options = new Set([...tally, ...published.flatMap((group) => group.tally)].map(({ option }) => option));
  return [
    ...[...options].map((option) => ({
      kind: 'groups' as const, of: { option },
      published: sum((group) => group.tally.find((entry) => entry.option === option)?.total), counted: tally.find((entry) => entry.option === option)?.total ?? 0,
    })),
    { kind: 'groups' as const, of: 'blank' as const, published: sum((group) => group.blank), counted: blank.total },
    { kind: 'groups' as const, of: 'voters' as const, published: sum((group) => group.voters), counted: voters.total },
  ].filter(isDifferent);
}

function outcomes(a: Outcome | undefined, b: Outcome | undefined): Difference[] {
  if (!a || !b) return a === b ? [] : [{ kind: 'winners', published: a?.winners ?? [], counted: b?.winners ?? [] }];
  const [options, again] = [byOption(a.options), byOption(b.options)];
  const [settings, settingsAgain] = [new Map<string, unknown>(Object.entries(a.counting)), new Map<string, unknown>(Object.entries(b.counting))];
  return [
    ...(isSame(a.winners, b.winners) ? [] : [{ kind: 'winners' as const, published: a.winners, counted: b.winners }]),
    ...either(options, again).flatMap((option): Difference[] => {
      const [one, other] = [options.get(option), again.get(option)];
      const found = ([['place', 'place'], ['supporters', 'votes'], ['value', 'value']] as const).map(([kind, field]) => ({ kind, option, published: one?.[field], counted: other?.[field] }));
      return [...found.filter(isDifferent), ...(isSame(one?.reason, other?.reason) ? [] : [{ kind: 'reason' as const, option }])];
    }),
    ...[
      { kind: 'spent' as const, published: a.spent, counted: b.spent },
      { kind: 'share' as const, published: a.share, counted: b.share },
      ...(['shares', 'greedy'] as const).map((list) => ({ kind: 'prefer' as const, list, published: a.prefer?.[list], counted: b.prefer?.[list] })),
      ...rounds(a.rounds, b.rounds),
    ].filter(isDifferent),
    ...either(settings, settingsAgain).map((name) => ({ kind: 'setting' as const, name, published: settings.get(name), counted: settingsAgain.get(name) })).filter(isDifferent),
  ];
}

function rounds(published: Outcome['rounds'] = [], recount: Outcome['rounds'] = []) {
  return [...Array(Math.max(published.length, recount.length)).keys()].map((i) => {
    const [one = {}, other = {}] = [published[i], recount[i]];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].map((option) => ({ kind: 'round' as const, option, round: i + 1, published: one[option], counted: other[option] }));
  }).flat();
}

const byOption = <T extends { option: string }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.option, entry]));
const either = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] => [...new Set([...a.keys(), ...b.keys()])];
const isDifferent = ({ published, counted: again }: { published: unknown; counted: unknown }): boolean => published !== again;

/** Equal as JSON, in whichever order the fields stand. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

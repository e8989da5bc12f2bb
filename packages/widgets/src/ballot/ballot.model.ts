import type { Ballot, Choice, Method } from '@parvis/contract';
import { maxOf, picksOne } from '@parvis/contract/vote-rules';

/** The kinds of ballot this version can show. The contract knows more. */
export const shownMethods: readonly Method[] = ['approval', 'single', 'yes-no', 'budget'];

/** The choice to cast, in the order of the ballot: the order in which somebody chose is nobody's business. */
export const choiceOf = (ballot: Ballot, chosen: readonly string[]): Choice => ({
  options: ballot.options.filter((o) => chosen.includes(o.id)).map((o) => o.id),
});

/** What a click on an option makes of the choices. Going over a limit is allowed: it is explained, and refused at the review. */
export function choose(ballot: Ballot, chosen: readonly string[], id: string): string[] {
  if (picksOne(ballot)) return [id];
  return chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id];
}

/** Where the choices stand against the limits. */
export interface Balance {
  count: number;
  /** Absent: every option may be chosen. */
  max: number | undefined;
  /** In minor units. */
  cost: number;
  /** Absent: the ballot has no budget. */
  ceiling: number | undefined;
  /** Choices that do not fit, taken in the order they were made. */
  beyond: ReadonlySet<string>;
  /** The cheapest single choice that brings the cost back under the ceiling. Absent: the cost fits, or several must go. */
  takeOne: Ballot['options'][number] | undefined;
}

export function balanceOf(ballot: Ballot, chosen: readonly string[]): Balance {
  const options = chosen.flatMap((id) => ballot.options.find((o) => o.id === id) ?? []);
  const cost = (o: { cost?: number | undefined } | undefined) => o?.cost ?? 0;
  const ceiling = ballot.method === 'budget' ? ballot.ceiling : undefined;
  const limit = maxOf(ballot);
  const beyond = new Set<string>();
  let [count, spent, total] = [0, 0, 0];
  for (const option of options) {
    total += cost(option);
    if (count + 1 > limit || (ceiling !== undefined && spent + cost(option) > ceiling)) {
      beyond.add(option.id);
    } else {
      count += 1;
      spent += cost(option);
    }
  }
  const excess = total - (ceiling ?? Infinity);
  const enough = options.filter((o) => excess > 0 && cost(o) >= excess).sort((a, b) => cost(a) - cost(b));
  return {
    count: options.length,
    max: limit < ballot.options.filter((o) => !o.withdrawn).length ? limit : undefined,
    cost: total,
    ceiling,
    beyond,
    takeOne: enough[0],
  };
}

/** Choices kept on the device, with what the ballot said when they were made. */
export interface Draft {
  chosen: readonly string[];
  seen: Pick<Ballot, 'rulesHash' | 'min' | 'max' | 'ceiling'> & { options: readonly { id: string; label: string; cost?: number | undefined }[] };
}

export const draftOf = (ballot: Ballot, chosen: readonly string[]): Draft => ({
  chosen,
  seen: {
    rulesHash: ballot.rulesHash, min: ballot.min, max: ballot.max, ceiling: ballot.ceiling,
    options: ballot.options.filter((o) => chosen.includes(o.id)).map(({ id, label, cost }) => ({ id, label, cost })),
  },
});

/** What a changed ballot means for choices made before. */
export interface Changes {
  /** Labels of choices that are gone. */
  gone: string[];
  /** Choices that cost something else now. */
  costs: { label: string; cost: number }[];
  limits: boolean;
}

/** The choices that still exist. `changes` is absent when the ballot is still the one they were made on. */
export function takeUp({ chosen, seen }: Draft, ballot: Ballot): { chosen: string[]; changes: Changes | undefined } {
  const now = new Map(ballot.options.filter((o) => !o.withdrawn).map((o) => [o.id, o]));
  const left = chosen.filter((id) => now.has(id));
  if (seen.rulesHash === ballot.rulesHash) return { chosen: left, changes: undefined };
  return {
    chosen: left,
    changes: {
      gone: seen.options.filter((o) => !now.has(o.id)).map((o) => o.label),
      costs: seen.options.flatMap(({ id, cost }) => {
        const option = now.get(id);
        return option?.cost !== undefined && option.cost !== cost ? [{ label: option.label, cost: option.cost }] : [];
      }),
      limits: seen.min !== ballot.min || seen.max !== ballot.max || seen.ceiling !== ballot.ceiling,
    },
  };
}

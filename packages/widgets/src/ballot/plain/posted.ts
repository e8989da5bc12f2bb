import type { Ballot, BallotOption } from '@parvis/contract';
import type { Making } from '../ballot.model.ts';
import { enter } from '../methods/entered.ts';
import { gives } from '../methods/points.model.ts';

/** Prefix of every id and of the names of ticks. A page shows one ballot. */
export const uid = 'vote-';

export const optionField = `${uid}option`;
export const valueField = (id: string): string => `value-${id}`;
export const placeField = (id: string): string => `place-${id}`;

/** The values a posted form has under a name. */
export type Posted = (name: string) => readonly string[];

/** The vote that a form holds. What the ballot does not have, or has no more, is left out. */
export function readMaking(ballot: Ballot, posted: Posted): Making {
  const { method } = ballot;
  const options = ballot.options.filter((o) => !o.withdrawn);
  const text = (name: string): string => posted(name)[0]?.trim() ?? '';
  if (method === 'ranking') {
    const values = new Map(options.map(({ id }) => [id, text(placeField(id))] as const).filter(([, place]) => place !== ''));
    const placeOf = (id: string): number => Number(values.get(id)) || Infinity;
    return { chosen: options.filter(({ id }) => values.has(id)).sort((a, b) => placeOf(a.id) - placeOf(b.id)), values };
  }
  if (method === 'points' || method === 'grades' || method === 'score') {
    const names = method === 'points' ? gives : undefined;
    return options.reduce<Making>((made, option) => enter(made, option, text(valueField(option.id)) || undefined, names), { chosen: [], values: new Map() });
  }
  const ticked = new Set(posted(optionField));
  return { chosen: options.filter(({ id }) => ticked.has(id)), values: new Map() };
}

/** The options that a form names, also those that can no longer be chosen. */
export const chosenBefore = (ballot: Ballot, posted: Posted): readonly BallotOption[] =>
  readMaking({ ...ballot, options: ballot.options.map(({ withdrawn: _, ...option }) => option) }, posted).chosen;

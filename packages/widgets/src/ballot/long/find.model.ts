import type { Ballot, BallotOption } from '@parvis/contract';
import { finder, fold } from '@parvis/contract/fold';
import type { Making } from '../ballot.model.ts';

/** What somebody looks for among many options. Empty texts: anything. */
export interface Find {
  words: string;
  category: string;
  place: string;
  /** Only what is chosen. */
  mine: boolean;
}

export const anything: Find = { words: '', category: '', place: '', mine: false };

/** More options than these are looked through with a search. */
export const isLong = ({ options }: Ballot): boolean => options.length > 20;

/** Folded once: every letter typed searches all of them again. */
const folded = new WeakMap<BallotOption, string>();

function textOf(option: BallotOption): string {
  const { number, label, place = '', category = '', text = '' } = option;
  const known = folded.get(option) ?? fold(`${number} ${label} ${place} ${category} ${text}`);
  folded.set(option, known);
  return known;
}

/** Ids of the options that are found; undefined: nothing is looked for, and all are shown. What is chosen is chosen, found or not. */
export function foundBy({ words, category, place, mine }: Find, { options }: Ballot, { chosen }: Pick<Making, 'chosen'>): Set<string> | undefined {
  if (!words.trim() && !category && !place && !mine) return undefined;
  const fits = finder(words.trim());
  const found = options.filter((o) => (!category || o.category === category) && (!place || o.place === place) && (!mine || chosen.includes(o)) && fits(textOf(o)));
  return new Set(found.map(({ id }) => id));
}

/** Of each ballot once: making a collator is slow on an old phone, and a list is shown again with every letter and tick. */
const listed = new WeakMap<Ballot, Partial<Record<'category' | 'place', string[]>>>();

/** The different values of the options, in the order of the language, to pick one from. Empty: fewer than two, and nothing to pick. */
export function valuesOf(ballot: Ballot, field: 'category' | 'place'): string[] {
  const lists = listed.get(ballot) ?? {};
  listed.set(ballot, lists);
  return (lists[field] ??= sortedValues(ballot, field));
}

function sortedValues({ options, lang }: Ballot, field: 'category' | 'place'): string[] {
  const values = [...new Set(options.flatMap((o) => o[field] ?? []))];
  return values[1] ? values.sort(new Intl.Collator(lang, { numeric: true }).compare) : [];
}

import { fold } from '@parvis/contract';

export interface Searchable<T> {
  item: T;
  folded: string;
}

export const searchable = <T>(item: T, folded: string): Searchable<T> => ({ item, folded });

/** The entries in which every word of the search stands, without regard to case or accents. No search finds everything. */
export function matching<T>(all: readonly Searchable<T>[], search = ''): T[] {
  const words = fold(search).split(/\s+/);
  return all.filter(({ folded }) => words.every((word) => folded.includes(word))).map(({ item }) => item);
}

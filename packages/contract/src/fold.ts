/** Text as it is searched: lower case, without accents (Unicode NFD without combining marks). `ÉTÉ` → `ete`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word of a search stands somewhere in a text. An empty search finds everything. */
export function finds(search: string, text: string): boolean {
  const folded = fold(text);
  return fold(search).split(/\s+/).every((word) => folded.includes(word));
}

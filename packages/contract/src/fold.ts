/** Text as it is searched: lower case, without accents (Unicode NFD without combining marks). `ÉTÉ` → `ete`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Says of texts that are folded already whether every word of a search stands somewhere in them: for many texts that are searched again and again. */
export function finder(search: string): (folded: string) => boolean {
  const words = fold(search).split(/\s+/);
  return (folded) => words.every((word) => folded.includes(word));
}

/** Whether every word of a search stands somewhere in a text. An empty search finds everything. */
export const finds = (search: string, text: string): boolean => finder(search)(fold(text));

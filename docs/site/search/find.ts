import { wordsOf } from './normal.ts';

/** What the browser loads at the first search in a language. */
export interface SearchIndex {
  /** Address, title and language of each page. */
  pages: [url: string, title: string, lang: string][];
  /** Parts of pages, from one heading to the next: which page, the heading and its fragment; both empty for what stands above the first one. */
  parts: [page: number, heading: string, slug: string][];
  /** Sorted, as `wordsOf` makes them. */
  words: string[];
  /** For each word, the parts that hold it: how far the part is behind the one before (small numbers travel lighter) and how much the word weighs there, in turn. */
  found: number[][];
}

export interface Hit {
  url: string;
  title: string;
  /** Heading of the part; empty: the page itself. */
  heading: string;
  lang: string;
}

/**
 * Parts that hold what is looked for, the weightiest first. The last letters of a word may be missing, accents and capitals do not matter. Parts that
 * hold more of the words come before all others; one page appears three times at most.
 */
export function find(index: SearchIndex, query: string): Hit[] {
  const weights = new Map<number, { matched: number; weight: number }>();
  for (const word of new Set(wordsOf(query))) {
    for (const [part, weight] of partsWith(index, word)) {
      const { matched, weight: before } = weights.get(part) ?? { matched: 0, weight: 0 };
      weights.set(part, { matched: matched + 1, weight: before + weight });
    }
  }
  const most = Math.max(...[...weights.values()].map(({ matched }) => matched), 0);
  const ranked = [...weights].filter(([, { matched }]) => matched === most).sort(([a, x], [b, y]) => y.weight - x.weight || a - b);
  const shown = new Map<number, number>();
  return ranked.flatMap(([part]) => {
    const [page, heading, slug] = index.parts[part] ?? [0, '', ''];
    const count = shown.get(page) ?? 0;
    shown.set(page, count + 1);
    const [url, title, lang] = index.pages[page] ?? ['', '', ''];
    return count < 3 ? [{ url: slug === '' ? url : `${url}#${slug}`, title, heading, lang }] : [];
  });
}

/** Weight of a word in each part that holds it or a longer one; the whole word weighs more. */
function partsWith({ words, found }: SearchIndex, word: string): Map<number, number> {
  const weights = new Map<number, number>();
  for (let at = firstFrom(words, word); at < words.length; at++) {
    const known = words[at] ?? '';
    if (!known.startsWith(word)) break;
    const places = found[at] ?? [];
    const factor = known === word ? 2 : 1;
    let part = 0;
    for (let i = 0; i < places.length; i += 2) {
      const [further = 0, weight = 0] = places.slice(i, i + 2);
      part += further;
      weights.set(part, Math.max(weights.get(part) ?? 0, weight * factor));
    }
  }
  return weights;
}

/** Where the first word lies that is not before this one. */
function firstFrom(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

import { headingsOf, plain, splitAtHeadings } from '../markdown/headings.ts';
import type { Page } from '../page.ts';
import type { SearchIndex } from './find.ts';
import { wordsOf } from './normal.ts';

/** How much a word weighs in the title of a page, in a heading, and each time in the text, which counts up to this often. */
const [inTitle, inHeading, mostInText] = [40, 20, 5];

/** Makes the index of the pages that one language shows. */
export function indexPages(pages: readonly Page[]): SearchIndex {
  const parts: SearchIndex['parts'] = [];
  const found = new Map<string, number[]>();
  const lastPart = new Map<string, number>();
  pages.forEach((page, number) => {
    for (const { heading, text } of partsOf(page)) {
      const head = new Set(wordsOf(heading ? heading.text : page.title));
      for (const [word, count] of counted([...wordsOf(text), ...head])) {
        const weight = Math.min(count, mostInText) + (head.has(word) ? (heading ? inHeading : inTitle) : 0);
        found.set(word, [...(found.get(word) ?? []), parts.length - (lastPart.get(word) ?? 0), weight]);
        lastPart.set(word, parts.length);
      }
      parts.push([number, heading?.text ?? '', heading?.slug ?? '']);
    }
  });
  const words = [...found.keys()].sort();
  return { pages: pages.map(({ url, title, lang }) => [url, title, lang]), parts, words, found: words.map((word) => found.get(word) ?? []) };
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function partsOf({ format, text, description }: Page): ReturnType<typeof splitAtHeadings> {
  if (format === 'html') return [{ text: `${description} ${text.replace(/<[^>]*>/g, ' ')}` }];
  const [title] = headingsOf(text);
  return splitAtHeadings(text).map(({ heading, text }) => {
    const words = plain(text.replace(/<!--.*?-->/gs, ' '));
    return heading === undefined || heading.slug === title?.slug ? { text: words } : { heading, text: words };
  });
}

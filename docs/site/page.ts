import type { Lang } from './languages.ts';

/** One page of the site, whether it is read from a file or made by the build. */
export interface Page {
  /** Language of its text. */
  lang: Lang;
  /** Its address without language and ending, such as `widgets/ballot`; the same in every language. */
  path: string;
  title: string;
  /** One sentence, for search engines and the map of the site; empty where the page has none. */
  description: string;
  /** Its text: Markdown, or HTML where `format` says so. */
  text: string;
  format: 'md' | 'html';
  /** Where it is read from, below `docs`; absent for a page that the build makes. */
  file?: string;
  /** Its address in the site, such as `fr/widgets/ballot.html`. */
  url: string;
  /** Scripts and styles of this page alone (see `programs.ts`), below `docs/site`, such as `builder/builder.ts`. */
  scripts?: readonly string[];
  styles?: readonly string[];
}

/** What the build adds to a page that it makes. */
export type MadePage = Omit<Page, 'url' | 'file' | 'scripts' | 'styles'>;

export const withUrl = (page: Omit<Page, 'url'>): Page => ({ ...page, url: `${page.lang}/${page.path}.html` });

/** @returns the way from the page at `from` to what lies at `to`, both from the top of the site: the site works in any folder */
export function relativeTo(from: string, to: string): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

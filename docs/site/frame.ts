import { languageNames, languages, type Lang } from './languages.ts';
import { headingsOf, type Heading } from './markdown/headings.ts';
import { navigation, placeOf, type NavSection } from './navigation.ts';
import { relativeTo, type Page } from './page.ts';
import { words, type FrameWords } from './words.ts';

export interface Switch {
  lang: Lang;
  name: string;
  /** Where the same page lies in that language; its way in where there is no such page. */
  href: string;
  here: boolean;
  /** Whether it is really the same page. */
  same: boolean;
}

/** Everything the layout shows around a page. */
export interface Frame {
  page: Page;
  words: FrameWords;
  /** From the page to the top of the site: empty or `../`, once or more. */
  top: string;
  sections: readonly NavSection[];
  section?: NavSection;
  previous?: Page;
  next?: Page;
  switches: readonly Switch[];
  /** Of the page of a widget: where its accessibility statement lies, from the top of the site. */
  statement?: string;
  /** Headings of the second and third level. */
  headings: readonly Heading[];
}

/** What surrounds each page, by its address. */
export function frames(pages: readonly Page[]): Map<string, Frame> {
  const navigations = new Map(languages.map((lang) => [lang, navigation(pages, lang)]));
  const urls = new Set(pages.map(({ url }) => url));
  return new Map(pages.map((page) => {
    const sections = navigations.get(page.lang) ?? [];
    const statement = page.url.replace('/widgets/', '/accessibility/');
    const frame: Frame = {
      page, sections, ...placeOf(page, sections), ...(statement !== page.url && urls.has(statement) && { statement }),
      words: words[page.lang],
      top: '../'.repeat(page.url.split('/').length - 1),
      switches: languages.map((lang) => switchTo(lang, page, urls)),
      headings: page.format === 'md' ? headingsOf(page.text).filter(({ level }) => level === 2 || level === 3) : [],
    };
    return [page.url, frame];
  }));
}

function switchTo(lang: Lang, page: Page, urls: ReadonlySet<string>): Switch {
  const url = lang === page.lang ? page.url : `${lang}/${page.path}.html`;
  const same = urls.has(url);
  return { lang, name: languageNames[lang], same, here: lang === page.lang, href: relativeTo(page.url, same ? url : `${lang}/index.html`) };
}

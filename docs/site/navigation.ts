import type { Lang, Words } from './languages.ts';
import type { Page } from './page.ts';

/** Pages for one kind of reader, in the order in which they are read. */
interface Section {
  id: string;
  title: Words;
  /** Paths of pages; `folder/*` is every page of a folder that is not named elsewhere, by title. */
  pages: readonly string[];
}

/** The one list that says where a page stands. A page that none names fails a test. */
const sections: readonly Section[] = [
  {
    id: 'webmaster',
    title: { fr: 'Pour le site web', en: 'For the website' },
    pages: ['webmaster/first-widget', 'embedding', 'webmaster/problems', 'host-page-check', 'webmaster/csp', 'webmaster/gdpr', 'snippet', 'themes', 'cms/index', 'cms/*', 'plain-pages', 'privacy', 'webmaster/*'],
  },
  { id: 'widgets', title: { fr: 'Les widgets', en: 'The widgets' }, pages: ['widgets/proposal-form', 'widgets/ballot', 'widgets/results', 'widgets/faq', 'widgets/feedback', 'widgets/*'] },
  {
    id: 'organiser',
    title: { fr: 'Pour qui organise', en: 'For organisers' },
    pages: ['organiser/open-a-consultation', 'organiser/voting-method', 'organiser/counting-rule', 'organiser/paper-and-mediators', 'organiser/announce-results', 'organiser/*', 'consultation-file', 'counting', 'codes', 'import', 'server'],
  },
  {
    id: 'developer',
    title: { fr: 'Pour qui développe', en: 'For developers' },
    pages: ['adapters/writing-an-adapter', 'contract', 'developer/conformance', 'developer/events-and-properties', 'adapters/*', 'frameworks', 'development'],
  },
  { id: 'project', title: { fr: 'Le projet', en: 'The project' }, pages: ['accessibility', 'accessibility/*', 'decisions/*', '*'] },
];

/** A section as one language has it: only pages that exist, never an empty section. */
export interface NavSection {
  id: string;
  title: string;
  pages: readonly Page[];
}

/** Pages that belong to no section: the way in, and what the layout links to by itself. */
export const outsideSections: readonly string[] = ['index', 'map'];

/** The sections of one language. A page that exists in the other language only stands in for the one that is not there. */
export function navigation(pages: readonly Page[], lang: Lang): NavSection[] {
  const own = new Map<string, Page>();
  for (const page of pages) if (!own.has(page.path) || page.lang === lang) own.set(page.path, page);
  for (const path of outsideSections) own.delete(path);
  const named = new Set(sections.flatMap((section) => section.pages.filter((path) => !path.endsWith('*'))));
  const taken = new Set<string>();
  return sections.flatMap(({ id, title, pages: paths }) => {
    const found = paths.flatMap((path) => {
      const here = (path.endsWith('*') ? below(path.slice(0, -1)) : [own.get(path) ?? []].flat()).filter((page) => !taken.has(page.path));
      for (const page of here) taken.add(page.path);
      return here;
    });
    return found.length > 0 ? [{ id, title: title[lang], pages: found }] : [];
  });

  function below(folder: string): Page[] {
    const inside = [...own.values()].filter(({ path }) => path.startsWith(folder) && !named.has(path) && !taken.has(path));
    // Decisions are read in the order in which they were taken, everything else by its title.
    return inside.sort(folder === 'decisions/' ? (a, b) => a.path.localeCompare(b.path) : (a, b) => a.title.localeCompare(b.title, lang));
  }
}

/** Whether a section names the page or its folder. The last section takes in what none names, so that no page is lost before it has its place. */
export const isPlaced = (path: string): boolean =>
  sections.some(({ pages }) => pages.some((place) => place === path || (place.endsWith('/*') && path.startsWith(place.slice(0, -1)))));

/** Where a page stands: its section, and its neighbours for the same reader. */
export function placeOf(page: Page, sections: readonly NavSection[]): { section?: NavSection; previous?: Page; next?: Page } {
  const section = sections.find(({ pages }) => pages.some(({ path }) => path === page.path));
  const at = section?.pages.findIndex(({ path }) => path === page.path) ?? -1;
  const [previous, next] = [section?.pages[at - 1], section?.pages[at + 1]];
  return { ...(section && { section }), ...(previous && { previous }), ...(next && { next }) };
}

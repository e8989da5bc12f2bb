import { widgets } from '../loader/links.ts';
import type { Facts, Frame, Script, Tag } from './facts.ts';

/** What is read off the page itself, before anything is asked. */
export type Read = Omit<Facts, 'scripts' | 'refusals' | 'answers'> & { scripts: readonly Omit<Script, 'state'>[] };

const tagNames = Object.values(widgets);
const shown = new RegExp(`/c/[^/]+/(${Object.keys(widgets).join('|')})\\b`);
const headings = 'h1,h2,h3,h4,h5,h6';

/** @param own address of the folder that this check came from; absent: nobody knows */
export function readPage(own: string | undefined): Read {
  const scripts = readScripts();
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/c/"]')].filter((link) => !link.closest(`${tagNames}`) && shown.test(link.pathname));
  const frames = [...document.querySelectorAll('iframe')].filter(({ src }) => /\/c\/[^/]+/.test(src));
  return {
    page: location.href,
    lang: document.documentElement.lang,
    base: document.querySelector('base')?.getAttribute('href') ?? undefined,
    from: document.baseURI,
    common: document.querySelector<HTMLMetaElement>('meta[name="parvis-backend"]')?.content || undefined,
    folder: scripts[0]?.src.replace(/[^/]*$/, '') ?? own,
    scripts,
    tags: [...document.querySelectorAll<HTMLElement>(`${tagNames}`)].map(readTag),
    links: links.map(({ href }) => href),
    frames: frames.map((frame): Frame => ({ src: frame.src, title: frame.title, sandbox: frame.getAttribute('sandbox') ?? undefined })),
    doubles: doublesOf([...document.querySelectorAll('[id]')].map(({ id }) => id)),
    tagAsText: /<parvis-[a-z-]+[\s>]/.test([...document.querySelectorAll('p,div,td,li,section,article')].filter((place) => place.childElementCount === 0).map((place) => place.textContent).join('\n')),
    lacks: lacking(),
  };
}

/** Scripts of Parvis as the page wrote them: those that the loader brought carry its build behind a question mark. */
function readScripts(): Omit<Script, 'state'>[] {
  return [...document.querySelectorAll('script')].flatMap(({ src }) => {
    const name = /\/parvis-([a-z-]+)\.js$/.exec(src)?.[1];
    return name && name !== 'check' ? [{ src, name }] : [];
  });
}

function readTag(tag: HTMLElement): Tag {
  const text = (name: string) => tag.getAttribute(name) ?? '';
  const before = [...document.querySelectorAll(headings)].filter((heading) => heading.compareDocumentPosition(tag) & Node.DOCUMENT_POSITION_FOLLOWING && !tag.contains(heading)).pop();
  const isDefined = customElements.get(tag.localName) !== undefined;
  const card = tag.shadowRoot?.querySelector('.pv-card');
  // A widget shows its slot while it is not ready: what stands before it is what it says.
  const trouble = card?.querySelector(':scope > slot') ? card.querySelector('.pv-notice')?.textContent?.trim().replace(/\s+/g, ' ') : undefined;
  return {
    name: tag.localName,
    backend: tag.getAttribute('backend') ?? undefined,
    consultation: text('consultation'),
    ballot: text('ballot'),
    level: Number(text('heading-level')) || 2,
    before: before && Number(before.localName[1]),
    // A tag that the browser does not know yet is as wide as its words: what counts is the place it is in.
    width: (isDefined ? tag : tag.parentElement ?? tag).getBoundingClientRect().width,
    defined: isDefined,
    trouble: trouble || undefined,
    fallback: tag.querySelector('a[href]') !== null,
    // As the loader leaves it: the link and nothing else inside, and an address with a slash at its end.
    fromLink: tag.childNodes.length === 1 && tag.firstElementChild?.localName === 'a' && text('backend').endsWith('/'),
  };
}

export const doublesOf = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => id !== '' && ids.indexOf(id) !== at))];

const lacking = (): string[] => [
  ...('customElements' in globalThis ? [] : ['customElements']),
  ...('adoptedStyleSheets' in Document.prototype ? [] : ['adoptedStyleSheets']),
  ...('IntersectionObserver' in globalThis ? [] : ['IntersectionObserver']),
  ...('structuredClone' in globalThis ? [] : ['structuredClone']),
];

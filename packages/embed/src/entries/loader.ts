import { loadFile } from '../loader/files.ts';
import { upgrade, widgets } from '../loader/links.ts';

/** Marks what is done once, however often the page carries this script: the start, and each link. */
const key = Symbol.for('parvis.loader');
type Marked = { [key]?: unknown };
const page = globalThis as Marked;
const me = document.currentScript as HTMLScriptElement | null;

function start(): true {
  // A site that packs its scripts into a file of its own says in its page where the server is.
  const folder = /^.*\/(?=parvis-loader)/.exec(`${me?.src}`)?.[0] ?? `${document.querySelector<HTMLMetaElement>('meta[name=parvis-backend]')?.content}/embed/`;
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) loadFile(target.localName, folder, me?.nonce);
  }, { rootMargin: '800px' });
  const look = (): void => {
    for (const tag of document.querySelectorAll(`${Object.values(widgets)}`)) near.observe(tag);
    // What stands beside a link is known once the page is whole.
    if (document.readyState === 'loading') return;
    for (const link of document.querySelectorAll<HTMLAnchorElement & Marked>('a[href*="/c/"]')) link[key] ??= upgrade(link, folder.replace(/embed\/$/, ''));
  };
  if (/parvis-check/.test(location.search)) loadFile('parvis-check', folder, me?.nonce);
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', look);
  look();
  return true;
}

page[key] ??= start();

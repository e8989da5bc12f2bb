import { loadFile } from '../loader/files.ts';
import { upgrade, widgets } from '../loader/links.ts';

/** Once for the page, however often it carries this script. */
const key = Symbol.for('parvis.loader');
const page = globalThis as { [key]?: true };
const me = document.currentScript as HTMLScriptElement | null;

function start(): void {
  // A site that packs its scripts into a file of its own says in its page where the server is.
  const folder = /^.*\/(?=parvis-loader)/.exec(me?.src ?? '')?.[0] ?? `${document.querySelector<HTMLMetaElement>('meta[name=parvis-backend]')?.content}/embed/`;
  const links = new WeakSet<Element>();
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) loadFile(target.localName, folder, me?.nonce);
  }, { rootMargin: '800px' });
  const look = (): void => {
    for (const tag of document.querySelectorAll(`${Object.values(widgets)}`)) near.observe(tag);
    // What stands beside a link is known once the page is whole.
    if (document.readyState === 'loading') return;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="/c/"]')) {
      if (!links.has(link)) void upgrade(link, folder.replace(/embed\/$/, ''));
      links.add(link);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', look);
  look();
}

if (!page[key]) {
  page[key] = true;
  start();
}

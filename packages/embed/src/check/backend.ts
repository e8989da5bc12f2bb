import { widgets } from '../loader/links.ts';
import type { Facts, Tag } from './facts.ts';

/** What a tag means by its backend: an address on the web, a folder of files, another scheme, or nothing that can be used. Addresses have no slash at the end. */
export type Meant = { web: string } | { folder: string } | { scheme: string } | 'none' | 'unreadable';

/** Files that bring a scheme. */
export const schemeFiles: Readonly<Record<string, string>> = { static: 'parvis-static.js', demo: 'parvis-demo.js' };

export function meant({ common, from }: Pick<Facts, 'common' | 'from'>, { backend }: Pick<Tag, 'backend'>): Meant {
  const address = backend || common;
  if (!address) return 'none';
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(address) ?? [];
  const whole = (relative: string) => (URL.canParse(relative, from) ? new URL(relative, from).href.replace(/\/+$/, '') : undefined);
  const folder = /^static$/i.test(scheme) ? whole(address.slice('static:'.length)) : undefined;
  if (folder) return { folder };
  if (scheme && !/^https?$/i.test(scheme)) return { scheme: scheme.toLowerCase() };
  const web = whole(address);
  return web ? { web } : 'unreadable';
}

/** What is asked for a tag, as `Answer` names it. Absent: nothing can be. */
export function askedFor(its: Meant): string | undefined {
  if (typeof its !== 'object') return undefined;
  return 'web' in its ? its.web : 'folder' in its ? `static:${its.folder}` : undefined;
}

/** The scheme of a tag that needs a file of its own. */
export const schemeOf = (its: Meant): string | undefined => (typeof its !== 'object' ? undefined : 'folder' in its ? 'static' : 'scheme' in its ? its.scheme : undefined);

/** Addresses of the backends of all tags and frames, and of links where a script may make widgets of them; each once. A link alone asks nothing of its server. */
export function backendsOf(facts: Pick<Facts, 'common' | 'from' | 'tags' | 'links' | 'frames'> & { scripts: readonly { name: string }[] }): string[] {
  const links = facts.scripts.some(({ name }) => name === 'loader') ? facts.links : [];
  const ofTags = facts.tags.flatMap((tag) => askedFor(meant(facts, tag)) ?? []);
  return [...new Set([...ofTags, ...[...links, ...facts.frames.map(({ src }) => src)].map(serverOf)])];
}

/** Ids of the consultations that tags ask a backend for; each once. @param backend as `askedFor` says it */
export const consultationsAt = (facts: Pick<Facts, 'common' | 'from' | 'tags'>, backend: string): string[] =>
  [...new Set(facts.tags.filter((tag) => tag.consultation && askedFor(meant(facts, tag)) === backend).map(({ consultation }) => consultation))];

/** The server that a page `/c/…` belongs to, without a slash at the end. */
export const serverOf = (address: string): string => address.replace(/\/c\/.*$/, '').replace(/\/+$/, '');

/** What a link to a page says. */
const labels: Readonly<Record<string, string>> = {
  vote: 'Voter', results: 'Voir les résultats', propose: 'Proposer une idée', faq: 'Questions et réponses', feedback: 'Ce que sont devenus les projets',
};

/** The link that belongs into a tag: to the page that shows the same, or, among files, to that of the consultation. */
export function linkFor(facts: Pick<Facts, 'common' | 'from'>, tag: Pick<Tag, 'name' | 'backend' | 'consultation' | 'ballot'>): string {
  const its = meant(facts, tag);
  const [page = ''] = Object.entries(widgets).find(([, name]) => name === tag.name) ?? [];
  const ballot = tag.ballot && /^(vote|results)$/.test(page) ? `/${tag.ballot}` : '';
  const address = typeof its !== 'object' || 'scheme' in its ? 'https://…' : 'web' in its ? `${its.web}/c/${tag.consultation}/${page}${ballot}` : `${its.folder}/${tag.consultation}/index.html`;
  return `<a href="${address}">${labels[page] ?? ''}</a>`;
}

/** Whether a page with TLS may speak to an address: browsers refuse it without, but on this machine. */
export const isMixed = (page: string, address: string): boolean =>
  /^https:/.test(page) && /^http:/.test(address) && !/^http:\/\/(localhost|127\.|\[::1\])/.test(address);

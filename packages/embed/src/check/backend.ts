import type { Facts, Tag } from './facts.ts';

/** What a tag means by its backend: an address on the web, a scheme with a file of its own, or nothing that can be used. */
export type Meant = { web: string } | { scheme: string } | 'none' | 'unreadable';

/** Files that bring a scheme. */
export const schemeFiles: Readonly<Record<string, string>> = { static: 'parvis-static.js', demo: 'parvis-demo.js' };

export function meant({ common, from }: Pick<Facts, 'common' | 'from'>, { backend }: Pick<Tag, 'backend'>): Meant {
  const address = backend || common;
  if (!address) return 'none';
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(address) ?? [];
  if (scheme && !/^https?$/i.test(scheme)) return { scheme: scheme.toLowerCase() };
  return URL.canParse(address, from) ? { web: new URL(address, from).href.replace(/\/+$/, '') } : 'unreadable';
}

/** Addresses on the web of all tags and frames, and of links where a script may make widgets of them; each once. A link alone asks nothing of its server. */
export function backendsOf(facts: Pick<Facts, 'common' | 'from' | 'tags' | 'links' | 'frames'> & { scripts: readonly { name: string }[] }): string[] {
  const links = facts.scripts.some(({ name }) => name === 'loader') ? facts.links : [];
  const ofTags = facts.tags.flatMap((tag) => {
    const its = meant(facts, tag);
    return typeof its === 'object' && 'web' in its ? [its.web] : [];
  });
  return [...new Set([...ofTags, ...[...links, ...facts.frames.map(({ src }) => src)].map(serverOf)])];
}

/** The server that a page `/c/…` belongs to, without a slash at the end. */
export const serverOf = (address: string): string => address.replace(/\/c\/.*$/, '').replace(/\/+$/, '');

/** Whether a page with TLS may speak to an address: browsers refuse it without, but on this machine. */
export const isMixed = (page: string, address: string): boolean =>
  /^https:/.test(page) && /^http:/.test(address) && !/^http:\/\/(localhost|127\.|\[::1\])/.test(address);

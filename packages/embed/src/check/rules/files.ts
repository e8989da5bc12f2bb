import { isMixed, meant, schemeFiles, schemeOf } from '../backend.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';

const loaderLine = (folder = 'https://…/embed/'): string => `<script src="${folder}parvis-loader.js" defer></script>`;
const folderOf = (src: string): string => src.replace(/[^/]*$/, '');

/** Whether the files that the tags need are there, and from one place. */
export function aboutFiles(facts: Facts): Finding[] {
  const { tags, links, frames, scripts, folder, page } = facts;
  if (facts.tagAsText) return [{ name: 'tag-as-text', weight: 'stop' }, ...missing(facts)];
  if (tags.length + links.length + frames.length + scripts.length === 0) return [{ name: 'nothing-here', weight: 'stop' }];
  const folders = [...new Set(scripts.map(({ src }) => folderOf(src)))];
  return [
    ...missing(facts),
    ...scripts.filter(({ state, src }) => state === 'absent' && !isMixed(page, src)).map(({ src }): Finding => ({ name: 'script-absent', weight: 'stop', holes: { src } })),
    ...scripts.filter(({ src }) => isMixed(page, src)).map(({ src }): Finding => ({ name: 'mixed', weight: 'stop', holes: { address: src }, paste: src.replace(/^http:/, 'https:') })),
    ...(folders.length > 1 ? [{ name: 'two-copies', weight: 'better', holes: { folders: folders.join(' · ') }, paste: loaderLine(folder) } satisfies Finding] : []),
  ];
}

function missing(facts: Facts): Finding[] {
  const { tags, links, scripts, folder } = facts;
  const has = (name: string) => scripts.some((script) => script.name === name);
  const served = (tag: string) => has('loader') || has('all') || has(tag.replace('parvis-', ''));
  const lone = [...new Set(tags.filter(({ name, defined }) => !defined && !served(name)).map(({ name }) => name))];
  const schemes = [...new Set(tags.flatMap((tag) => schemeOf(meant(facts, tag)) ?? []))].filter((scheme) => schemeFiles[scheme] && !has(scheme));
  return [
    ...lone.map((tag): Finding => ({ name: 'no-script', weight: 'stop', holes: { tag }, paste: loaderLine(folder) })),
    ...schemes.map((scheme): Finding => ({
      name: 'no-scheme', weight: 'stop', holes: { scheme, file: schemeFiles[scheme] ?? '' }, paste: `<script type="module" src="${folder ?? 'https://…/embed/'}${schemeFiles[scheme]}"></script>`,
    })),
    ...(links.length > 0 && scripts.length === 0 ? [{ name: 'links-only', weight: 'better', paste: loaderLine(folder) } satisfies Finding] : []),
  ];
}

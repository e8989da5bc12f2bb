import { posix } from 'node:path';
import { relativeTo, type Page } from '../page.ts';

export interface Target {
  /** Where the link leads; absent where the site has no such place and no forge is known. */
  href?: string;
  /** For a file of the repository that is no page: its path from the top. */
  repository?: string;
}

/** Folders below `docs` that lie in the site as they are. */
export const copiedFolders: readonly string[] = ['images'];

/**
 * Where a link of a Markdown file leads in the site. Other pages get their address there; what lies elsewhere in the
 * repository is no part of the site.
 * @param link as written, relative to the file
 * @param pages every page, by its file below `docs`
 * @param forge address under which files of the repository can be read, ending with a slash
 */
export function targetOf(link: string, from: Page, pages: ReadonlyMap<string, Page>, forge?: string): Target {
  if (/^([a-z]+:|#|\/\/)/i.test(link)) return { href: link };
  const [path = '', fragment] = link.split('#');
  const file = posix.join(posix.dirname(from.file ?? from.url), path);
  const end = fragment === undefined ? '' : `#${fragment}`;
  // A link to a folder leads to its README, as in a forge.
  const page = pages.get(file) ?? pages.get(posix.join(file, 'README.md'));
  if (page) return { href: relativeTo(from.url, page.url) + end };
  if (copiedFolders.some((folder) => file.startsWith(`${folder}/`))) return { href: relativeTo(from.url, file) };
  const repository = posix.join('docs', file);
  return { repository, ...(forge === undefined ? {} : { href: `${forge}${repository}${end}` }) };
}

import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Context, Handler } from 'hono';
import { etagOf, isKnown } from '../api/etags.ts';
import { HttpError } from '../api/problems.ts';
import { contentType } from './content-types.ts';

interface Kept {
  modified: number;
  etag: string;
  bytes: Buffer<ArrayBuffer>;
}

/** Files above this are read at each request; in bytes. */
const keepBelow = 1_000_000;

/**
 * Serves the files of a folder, and `index.html` for a folder's address. Only what really lies inside is served: links that
 * lead out of it and names that begin with a dot are not found.
 * @param path where it is mounted, without a slash at the end
 */
export function serveFolder(path: string, folder: string, headers: Record<string, string>): Handler {
  const kept = new Map<string, Kept>();
  return async (c) => {
    const name = decode(c.req.path.slice(path.length));
    const file = name === undefined ? undefined : await inside(folder, name);
    if (file === undefined) throw new HttpError(404, 'not-found');
    const about = await stat(file);
    if (about.isDirectory()) {
      if (!c.req.path.endsWith('/')) return c.redirect(`${c.req.path}/${new URL(c.req.url).search}`, 301);
      const index = await inside(folder, `${name}index.html`);
      if (index === undefined) throw new HttpError(404, 'not-found');
      return answer(c, index, await read(index, (await stat(index)).mtimeMs), headers);
    }
    return answer(c, file, await read(file, about.mtimeMs), headers);
  };

  async function read(file: string, modified: number): Promise<Kept> {
    const known = kept.get(file);
    if (known?.modified === modified) return known;
    const bytes = await readFile(file);
    const fresh = { modified, bytes, etag: etagOf(bytes) };
    if (bytes.length < keepBelow) kept.set(file, fresh);
    return fresh;
  }
}

function answer(c: Context, file: string, { bytes, etag }: Kept, extra: Record<string, string>): Response {
  const headers = { ...extra, etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  if (isKnown(etag, c.req.header('if-none-match'))) return c.body(null, 304, headers);
  return c.body(bytes, 200, { ...headers, 'content-type': contentType(file) });
}

function decode(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    return /[\0\\]|\/\.|\/\//.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}

/** The real file, if it exists and lies in the folder. */
async function inside(folder: string, name: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return file === root || file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { HttpError } from '../api/problems.ts';
import { serveFolder } from './folder.ts';

/** Any page may load the widgets' files: module scripts always ask with CORS. */
const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
const forGood = 'public, max-age=31536000, immutable';

/**
 * The widgets' files. At `/embed/NAME` browsers ask each time whether there is a newer one. At `/embed/v/BUILD/NAME`, and at `/embed/NAME?BUILD`
 * as the loader asks, they keep what they have for good; BUILD is the `build` of `integrity.json`, which any change of any file changes.
 */
export function mountEmbed(app: Hono, folder: string): void {
  if (!existsSync(folder)) return;
  const built = buildIn(folder);
  let versioned: { build: string; serve: ReturnType<typeof serveFolder> } | undefined;
  app.get('/embed/v/:build/*', async (c) => {
    const { build } = c.req.param();
    if (build !== (await built())) throw new HttpError(404, 'not-found');
    if (versioned?.build !== build) versioned = { build, serve: serveFolder(`/embed/v/${build}`, folder, headers) };
    const answer = await versioned.serve(c, () => Promise.resolve());
    if (answer) answer.headers.set('cache-control', forGood);
    return answer as Response;
  });
  const newest = serveFolder('/embed', folder, headers);
  app.get('/embed/*', async (c, next) => {
    const answer = await newest(c, next);
    const asked = new URL(c.req.url).search.slice(1);
    if (answer && asked !== '' && asked === (await built())) answer.headers.set('cache-control', forGood);
    return answer as Response;
  });
}

/** The name of the build in a folder, read again when it changes. Undefined: the folder names none. */
function buildIn(folder: string): () => Promise<string | undefined> {
  const file = join(folder, 'integrity.json');
  let known: { modified: number; build: string | undefined } | undefined;
  return async () => {
    const modified = await stat(file).then(({ mtimeMs }) => mtimeMs, () => undefined);
    if (modified === undefined) return undefined;
    if (known?.modified !== modified) known = { modified, build: (JSON.parse(await readFile(file, 'utf8')) as { build?: string }).build };
    return known.build;
  };
}

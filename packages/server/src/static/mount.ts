import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Store } from '../store/store.ts';
import { serveAttachment } from './attachments.ts';
import { mountEmbed } from './embed.ts';
import { serveFolder } from './folder.ts';

export interface StaticOptions {
  /** Folder of the widgets' files. Absent: where the repository builds them. */
  embed?: string | undefined;
  sites?: readonly { path: string; folder: string }[] | undefined;
  /** Content-Security-Policy of the sites' pages. Absent: none, as on most town sites. */
  siteCsp?: string | undefined;
}

const builtEmbed = join(import.meta.dirname, '..', '..', '..', 'embed', 'dist');

export function mountStatic(app: Hono, store: Store, { embed = builtEmbed, sites = [], siteCsp }: StaticOptions): void {
  mountEmbed(app, embed);
  app.get('/files/:consultation/:id', serveAttachment(store));
  const siteHeaders: Record<string, string> = siteCsp === undefined ? {} : { 'content-security-policy': siteCsp };
  for (const { path, folder } of sites) {
    app.get(path, (c) => c.redirect(`${path}/`, 301));
    app.get(`${path}/*`, serveFolder(path, folder, siteHeaders));
  }
}

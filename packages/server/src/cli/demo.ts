import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServeOptions } from './serve-options.ts';

const examples = join(import.meta.dirname, '..', '..', '..', '..', 'examples');

/** Opens every consultation among the examples and serves every folder of pages there, beside what was asked for. */
export function demo(options: ServeOptions): ServeOptions {
  const names = existsSync(examples) ? readdirSync(examples).sort() : [];
  const opened = names.map((name) => join(examples, name, 'consultation.json')).filter((file) => existsSync(file));
  const sites = names.flatMap((name) => {
    const folder = [join(examples, name), join(examples, name, 'dist')].find((path) => existsSync(join(path, 'index.html')));
    const taken = options.sites.some((site) => site.path === `/${name}`);
    return folder === undefined || taken ? [] : [{ path: `/${name}`, folder }];
  });
  return { ...options, open: [...opened, ...options.open], sites: [...options.sites, ...sites] };
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../store/store.ts';
import { importDemoVotes } from './demo-votes.ts';
import type { ServeOptions } from './serve-options.ts';

const examples = join(import.meta.dirname, '..', '..', '..', '..', 'examples');
/** Names in a folder; none where there is no folder. */
const filesOf = (folder: string): string[] => (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : []);

/** Opens every consultation among the examples and serves every folder of pages there, beside what was asked for. */
export function demo(options: ServeOptions): ServeOptions {
  const names = filesOf(examples);
  const opened = names.flatMap((name) => filesOf(join(examples, name)).filter((file) => /^consultation.*\.json$/.test(file)).map((file) => join(examples, name, file)));
  const sites = names.flatMap((name) => {
    const folder = [join(examples, name), join(examples, name, 'dist')].find((path) => existsSync(join(path, 'index.html')));
    const taken = options.sites.some((site) => site.path === `/${name}`);
    return folder === undefined || taken ? [] : [{ path: `/${name}`, folder }];
  });
  return { ...options, open: [...opened, ...options.open], sites: [...options.sites, ...sites] };
}

/** The votes of the examples' older ballots, so that there is a result to see. */
export async function demoVotes(store: Store): Promise<void> {
  for (const folder of filesOf(examples).map((name) => join(examples, name))) await importDemoVotes(store, filesOf(folder).filter((file) => file.endsWith('.pb')).map((file) => join(folder, file)));
}

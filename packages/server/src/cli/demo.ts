import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createCodes } from '../codes/acts/create.ts';
import { readOptions } from '../codes/options.ts';
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

/**
 * Codes and letters for the examples that have a list of dwellings, made once, into the folder of data.
 * @param base the address of the server
 */
export async function demoCodes(store: Store, data: string, base: string): Promise<void> {
  for (const name of filesOf(examples)) {
    const units = join(examples, name, 'logements.csv');
    if (!existsSync(units)) continue;
    const { id } = JSON.parse(readFileSync(join(examples, name, 'consultation.json'), 'utf8')) as { id: string };
    const out = join(data, `codes-${id}`);
    if ((await store.codeCounts(id)).length > 0 || existsSync(out)) continue;
    await createCodes(store, readOptions(['--consultation', id, '--units', units, '--page', `${base}/${name}/`, '--out', out]), () => undefined);
    console.log(`  ${out} : codes et lettres pour essayer ${base}/${name}/`);
  }
}

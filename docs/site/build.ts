import { cp } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { writeAssets } from './assets.ts';
import { preview, programs } from './programs.ts';
import { docs } from './read.ts';

const gallery = join(docs, '..', 'examples', 'gallery', 'dist');

/**
 * Builds the site: pages, styles, scripts, and the gallery of states, which must have been built before.
 * @param out an absolute path
 * @param forge address under which the files of the repository can be read
 * @returns how many pages it has
 */
export async function buildSite(out: string, forge?: string): Promise<number> {
  await prepare(out);
  const [, pages] = await eleventy(out, forge).write();
  return pages.length;
}

/** Builds the site, and again whenever a page changes. */
export async function watchSite(out: string, forge?: string): Promise<void> {
  await prepare(out);
  const site = eleventy(out, forge);
  await site.init();
  await site.watch();
}

async function prepare(out: string): Promise<void> {
  // Eleventy takes all paths from the folder it stands in.
  process.chdir(docs);
  await Promise.all([
    writeAssets(out, [...Object.values(programs), preview]),
    cp(gallery, join(out, 'gallery'), { recursive: true }),
    cp(join(docs, 'site', preview.html), join(out, 'preview.html')),
  ]);
}

const eleventy = (out: string, forge?: string) =>
  new Eleventy('.', relative(docs, out), {
    quietMode: true,
    configPath: 'site/config.ts',
    config: (config) => config.addGlobalData('forge', forge),
  });

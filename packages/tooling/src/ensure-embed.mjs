import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';
import { filesBelow, hashFiles, stamp } from './stamp.mjs';

const SOURCES = ['contract', 'counting', 'adapters', 'widgets', 'embed'];
const embed = join(root, 'packages', 'embed');
const gallery = join(root, 'examples', 'gallery');
/** In this order: the gallery shows the very files that were built. */
const scripts = [join(embed, 'build.ts'), join(gallery, 'build.ts')];

/**
 * Builds the browser files and the gallery unless they are there and made from these very sources.
 * @param {string} node
 * @param {{force?: boolean}} [options] `force` builds even when nothing changed
 */
export async function ensureEmbed(node, { force = false } = {}) {
  const done = stamp('embed');
  const upToDate = async () =>
    existsSync(join(embed, 'dist', 'integrity.json')) && existsSync(join(gallery, 'dist', 'index.json')) && (await done.matches(await embedHash()));
  if (!force && (await upToDate())) return;
  await withLock('embed', async () => {
    if (!force && (await upToDate())) return;
    say('building the browser files.');
    const hash = await embedHash();
    for (const script of scripts) {
      const { code, output } = await runQuietly(node, ['--conditions=parvis-source', script], { cwd: root });
      if (code !== 0) throw new SetupError(`the browser files could not be built:\n${withoutFrames(output)}`);
    }
    await done.write(hash);
  });
}

/** @returns a hash of everything that the browser files and the gallery are made from: results of tests belong to it */
export async function embedHash() {
  const folders = [...SOURCES.map((name) => join(root, 'packages', name, 'src')), join(root, 'packages', 'widgets', 'languages')];
  const sources = await Promise.all(folders.map(filesBelow));
  const others = SOURCES.map((name) => join(root, 'packages', name, 'package.json'));
  const files = [...sources.flat().filter((file) => !file.endsWith('.test.ts')), ...others, ...scripts, ...['gallery.ts', 'page.ts', 'page.css'].map((name) => join(gallery, name))];
  return hashFiles([...files, join(root, 'pnpm-lock.yaml')].filter((file) => existsSync(file)));
}

/** @param {string} output */
function withoutFrames(output) {
  return output.split('\n').filter((line) => !/^\s+at /.test(line)).join('\n').trim();
}

// `npm run pack -- FOLDER`: one tarball per public package, as a registry would get it.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { runQuietly } from './child.mjs';
import { ensurePnpm, pnpm } from './ensure-pnpm.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';
import { filesBelow } from './stamp.mjs';

/** @returns {Promise<{ name: string, folder: string }[]>} what is meant for others */
async function publicPackages() {
  const folders = (await readdir(join(root, 'packages'))).map((name) => join(root, 'packages', name));
  const all = await Promise.all(folders.map(async (folder) => ({ folder, ...JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) })));
  return all.filter((each) => !each.private);
}

/**
 * Packs what `npm run build` left. `pnpmfile.mjs` says what outsiders get instead of the sources.
 * @param {string} target where the tarballs go
 * @returns {Promise<string[]>} their paths
 */
export async function packAll(target) {
  await ensurePnpm();
  await mkdir(target, { recursive: true });
  const tarballs = [];
  for (const { name, folder } of await publicPackages()) {
    await removeStale(folder);
    const { code, output } = await runQuietly(pnpm, ['pack', '--pack-destination', target], { cwd: folder, env: { ...process.env, CI: 'true' } });
    if (code !== 0) throw new SetupError(`${name} could not be packed:\n${output}`);
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    tarballs.push(join(target, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`));
  }
  return tarballs;
}

/**
 * The compiler leaves what it made of files that are gone since.
 * @param {string} folder
 */
async function removeStale(folder) {
  const [sources, built] = [join(folder, 'src'), join(folder, 'dist')];
  const known = new Set((await filesBelow(sources)).map((path) => path.slice(sources.length).replace(/\.ts$/, '')));
  for (const path of await filesBelow(built)) {
    const name = /^(.+)\.js\.map$/.exec(path.slice(built.length))?.[1];
    if (name === undefined || known.has(name)) continue;
    await Promise.all(['.js', '.js.map', '.d.ts', '.d.ts.map'].map((end) => rm(join(built, `${name}${end}`), { force: true })));
  }
}

if (import.meta.main) {
  const target = resolve(process.env['INIT_CWD'] ?? '.', process.argv[2] ?? 'tarballs');
  for (const path of await packAll(target)) say(`${path.slice(dirname(path).length + 1)} is in ${target}`);
}

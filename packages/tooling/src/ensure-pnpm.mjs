import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { npmInstall } from './npm.mjs';
import { root, tools } from './paths.mjs';
import { say } from './say.mjs';

const prefix = join(tools, 'pnpm');
const windows = process.platform === 'win32';

/** Folder that holds the `pnpm` program once `ensurePnpm` has run. */
export const pnpmBin = windows ? prefix : join(prefix, 'bin');

/** The program itself. */
export const pnpm = join(pnpmBin, windows ? 'pnpm.exe' : 'pnpm');

/** Brings the pnpm that `packageManager` of the root package.json names. */
export async function ensurePnpm() {
  const version = await wantedVersion();
  if ((await installedVersion()) === version) return;
  await withLock('pnpm', async () => {
    if ((await installedVersion()) === version) return;
    say(`installing pnpm ${version} into .tools (once).`);
    await npmInstall(`pnpm ${version}`, ['--global', '--prefix', prefix, `pnpm@${version}`]);
  });
}

async function wantedVersion() {
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return String(packageManager).replace(/^pnpm@/, '');
}

async function installedVersion() {
  const modules = windows ? join(prefix, 'node_modules') : join(prefix, 'lib', 'node_modules');
  try {
    return JSON.parse(await readFile(join(modules, 'pnpm', 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

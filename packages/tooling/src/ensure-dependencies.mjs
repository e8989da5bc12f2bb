import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { ensurePnpm, pnpm } from './ensure-pnpm.mjs';
import { withLock } from './lock.mjs';
import { failInstall } from './npm.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { hashFiles, stamp } from './stamp.mjs';

/**
 * Installs the workspace's packages when the lock file or a package.json changed since the last time.
 * @param {string} node the Node that will run the task
 */
export async function ensureDependencies(node) {
  const done = stamp('dependencies');
  const upToDate = async () =>
    existsSync(join(root, 'node_modules', '.modules.yaml')) && (await done.matches(await currentHash()));
  if (await upToDate()) return;
  await ensurePnpm();
  await withLock('dependencies', async () => {
    if (await upToDate()) return;
    say('installing the packages of the lock file.');
    const hash = await currentHash();
    const { code, output } = await runQuietly(pnpm, ['install', '--frozen-lockfile'], {
      cwd: root,
      // CI: never ask a question that nobody is there to answer.
      env: { ...process.env, CI: 'true', PATH: [dirname(node), process.env['PATH']].join(delimiter) },
    });
    if (code !== 0) failInstall('the packages of the lock file', output);
    await done.write(hash);
  });
}

async function currentHash() {
  const folders = ['packages', 'examples'];
  const members = await Promise.all(
    folders.map(async (folder) => (await readdir(join(root, folder)).catch(() => [])).map((name) => join(folder, name))),
  );
  const manifests = ['.', 'test', 'docs', ...members.flat()].map((folder) => join(root, folder, 'package.json'));
  const files = [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...manifests];
  return hashFiles(files.filter((file) => existsSync(file)));
}

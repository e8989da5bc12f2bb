import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { withLock } from './lock.mjs';
import { npmInstall } from './npm.mjs';
import { tools } from './paths.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const NEEDED_MAJOR = 24;
const VERSION = '24.21.0';

/**
 * @returns {Promise<string>} path of a Node that runs the sources: the running one when it is recent enough,
 *   otherwise one kept in `.tools`
 */
export async function ensureNode() {
  if (major(process.versions.node) >= NEEDED_MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(tools, 'node_modules', name);
  const node = join(folder, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (await isInstalled(folder)) return node;
  return withLock('node', async () => {
    if (await isInstalled(folder)) return node;
    say(`installing Node ${VERSION} into .tools (about 190 MB, once).`);
    await npmInstall(`Node ${VERSION}`, ['--prefix', tools, `${name}@${VERSION}`]);
    const { code, output } = await runQuietly(node, ['--version']);
    if (code !== 0) {
      throw new SetupError(`Node ${VERSION} does not run on this machine (${output.trim()}): install Node ${NEEDED_MAJOR} yourself and run the command again.`);
    }
    return node;
  });
}

/** @param {string} folder */
async function isInstalled(folder) {
  try {
    return major(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version) >= NEEDED_MAJOR;
  } catch {
    return false;
  }
}

/** @param {string} version */
function major(version) {
  return Number.parseInt(version, 10);
}

import { mkdir } from 'node:fs/promises';
import { runQuietly } from './child.mjs';
import { tools } from './paths.mjs';
import { remedyFor } from './remedies.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Installs from the npm registry.
 * @param {string} what name for messages, like "Node 24.21.0"
 * @param {readonly string[]} args arguments of `npm install`
 */
export async function npmInstall(what, args) {
  await mkdir(tools, { recursive: true });
  // npm tells its own place to the scripts it runs; going through it needs no shell on any system.
  const cli = process.env['npm_execpath'];
  const [file, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const all = [...first, 'install', ...args, '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const { code, output } = await runQuietly(file, all, { cwd: tools });
  if (code === 127) throw new SetupError(`${what} could not be installed: npm is not on this machine, install it first.`);
  if (code !== 0) failInstall(what, output);
}

/**
 * @param {string} what
 * @param {string} output what the installer wrote
 * @returns {never}
 */
export function failInstall(what, output) {
  const remedy = remedyFor(output);
  throw new SetupError(
    remedy ? `${what} could not be installed: ${remedy}.` : `${what} could not be installed; the installer said:\n${output.trim()}`,
  );
}

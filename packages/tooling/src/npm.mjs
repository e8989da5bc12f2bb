import { mkdir } from 'node:fs/promises';
import { runQuietly } from './child.mjs';
import { tools } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** What npm's output says went wrong, and what the person can do about it. First match wins. */
const REMEDIES = /** @type {const} */ ([
  [/EACCES|EPERM|EROFS/, 'this account may not write into the folder .tools: give it the right to, or copy the project to a folder of its own'],
  [/ENOSPC/, 'the disk is full: free about 1 GB and run the command again'],
  [/UNABLE_TO_|SELF_SIGNED|CERT_/, 'the certificate of the npm registry is not trusted here: set NODE_EXTRA_CA_CERTS to the certificate file of your network'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i, 'the npm registry cannot be reached: connect to the internet (or set the npm registry or proxy of your network) and run the command again'],
  [/ETARGET|E404|EBADPLATFORM/, 'the npm registry does not have it for this machine: install it yourself and run the command again'],
]);

/**
 * Installs from the npm registry.
 * @param {string} what name for messages, like "Node 24.21.0"
 * @param {readonly string[]} args arguments of `npm install`
 */
export async function npmInstall(what, args) {
  await mkdir(tools, { recursive: true }).catch((error) => fail(what, String(error)));
  // npm tells its own place to the scripts it runs; going through it needs no shell on any system.
  const cli = process.env['npm_execpath'];
  const [file, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
  const all = [...first, 'install', ...args, '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const { code, output } = await runQuietly(file, all, { cwd: tools });
  if (code === 127) throw new SetupError(`${what} could not be installed: npm is not on this machine, install it first.`);
  if (code !== 0) fail(what, output);
}

/**
 * @param {string} what
 * @param {string} output
 * @returns {never}
 */
export function fail(what, output) {
  const remedy = REMEDIES.find(([pattern]) => pattern.test(output));
  if (remedy) throw new SetupError(`${what} could not be installed: ${remedy[1]}.`);
  throw new SetupError(`${what} could not be installed; the installer said:\n${output.trim()}`);
}

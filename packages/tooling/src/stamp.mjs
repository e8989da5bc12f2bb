import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { root, tools } from './paths.mjs';

/**
 * @param {readonly string[]} files absolute paths
 * @returns {Promise<string>} a hash of their names and contents, whatever their order
 */
export async function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    hash.update(`${relative(root, file)}\0`).update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder absolute path; a folder that does not exist holds nothing
 * @returns {Promise<string[]>} absolute paths of all files below it
 */
export async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    }),
  );
  return found.flat();
}

/**
 * What was done last, so that the next run can skip it.
 * @param {string} name
 */
export function stamp(name) {
  const file = join(tools, 'stamps', name);
  return {
    /** @param {string} hash @returns {Promise<boolean>} whether the last success was for this very input */
    matches: async (hash) => (await readFile(file, 'utf8').catch(() => '')) === hash,
    /** @param {string} hash */
    write: async (hash) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, hash);
    },
  };
}

import { glob } from 'node:fs/promises';
import { sep } from 'node:path';
import { root } from '../support/machine.ts';

const IGNORED = /(^|[\\/])(node_modules|dist|out)$/;

/**
 * @param patterns globs from the top folder
 * @param filters parts of paths; a file is kept when it holds one of them, or when there are none
 * @returns paths from the top folder, with slashes, sorted
 */
export async function findFiles(
  patterns: readonly string[],
  { except, filters = [] }: { except?: RegExp; filters?: readonly string[] } = {},
): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob([...patterns], { cwd: root, exclude: (name) => IGNORED.test(name) })) {
    found.push(path.split(sep).join('/'));
  }
  return found
    .filter((path) => !except?.test(path))
    .filter((path) => filters.length === 0 || filters.some((part) => path.includes(part)))
    .sort();
}

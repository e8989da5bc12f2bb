import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFiles } from '../run/files.ts';
import { root } from '../support/machine.ts';
import type { SourceFile } from './check.ts';

const BINARY = /\.(png|jpe?g|webp|avif|gif|ico|woff2?|ttf|pdf|gz|zip|sqlite)$/;

/** @returns every path of the repository that is tracked or about to be, from the top folder. */
export async function repositoryPaths(): Promise<string[]> {
  // An unpacked archive has no history: then everything that is not ignored by habit counts.
  if (!existsSync(join(root, '.git'))) return findFiles(['**/*']);
  // The checkout may belong to another account than the one that tests it.
  const command = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

export async function readText(path: string): Promise<SourceFile> {
  return { path, text: await readFile(join(root, path), 'utf8') };
}

export function isText(path: string): boolean {
  return !BINARY.test(path);
}

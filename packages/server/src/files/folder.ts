import { createWriteStream } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../cli/stop.ts';
import type { StaticFile } from './answers.ts';

/** Names every file of the folder, itself left out: what is not in it was put there by somebody else. */
export const listName = 'parvis-files.json';

/** A folder that an export may replace. */
export interface Target {
  /** Absolute, links followed. */
  folder: string;
  /** Text of a file that an earlier export wrote. */
  earlier(path: string): Promise<string | undefined>;
}

/** @throws Stop when the folder holds what no export wrote: nothing of others is ever replaced */
export async function openTarget(folder: string): Promise<Target> {
  const place = await realpath(folder).catch(() => resolve(folder));
  const about = await lstat(place).catch(() => undefined);
  if (about && !about.isDirectory()) throw new Stop(`${folder} n’est pas un dossier. Choisissez-en un avec --static.`);
  const known = about ? await listOf(place) : [];
  const there = about ? await filesIn(place) : [];
  const foreign = there.filter((path) => path !== listName && !known.includes(path));
  if (foreign.length > 0) {
    throw new Stop(`Le dossier ${folder} contient ${foreign.length === 1 ? 'un fichier qui ne vient' : `${foreign.length} fichiers qui ne viennent`} pas de cette commande : ${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? ' …' : ''}. Rien n’a été écrit. Choisissez un dossier vide, qui n’est qu’à elle.`);
  }
  return { folder: place, earlier: (path) => readFile(join(place, path), 'utf8').catch(() => undefined) };
}

async function listOf(folder: string): Promise<string[]> {
  try {
    const list: unknown = JSON.parse(await readFile(join(folder, listName), 'utf8'));
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/**
 * Writes everything beside the folder, then puts it in its place: whoever reads meanwhile finds the old files or the new ones. When something fails, the old
 * ones stay.
 * @returns how many files there are
 */
export async function replaceFolder({ folder }: Target, files: AsyncIterable<StaticFile>): Promise<number> {
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}.nouveau-`);
  try {
    const paths: string[] = [];
    for await (const { path, content } of files) {
      paths.push(path);
      await write(join(fresh, path), content);
    }
    await writeFile(join(fresh, listName), `${JSON.stringify(paths.sort(), null, 1)}\n`);
    await swap(fresh, folder);
    return paths.length + 1;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function write(file: string, content: StaticFile['content']): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (typeof content === 'string') await writeFile(file, content);
  else await pipeline(Readable.from(content), createWriteStream(file));
}

async function swap(fresh: string, folder: string): Promise<void> {
  const old = `${fresh}.ancien`;
  const isThere = await rename(folder, old).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return false;
  });
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (isThere) await rename(old, folder);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

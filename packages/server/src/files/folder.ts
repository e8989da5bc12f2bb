import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../cli/stop.ts';
import type { StaticFile } from './answers.ts';

/** Names every file of the folder, itself left out: what is not in it was put there by somebody else. */
const listName = 'parvis-files.json';

/** A folder that an export may replace. */
export interface Target {
  /** Absolute, links followed. */
  folder: string;
  /** Its permissions, which stay. Absent: the folder is not there yet. */
  mode?: number | undefined;
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
  return { folder: place, mode: about?.mode, earlier: (path) => readFile(join(place, path), 'utf8').catch(() => undefined) };
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
 * Writes everything beside the folder, then puts it in its place: nobody reads old files beside new ones. Between two renames, for a moment, there is no folder.
 * When something fails, the old one stays.
 * @returns how many files there are
 * @throws Stop when two files would have the same name
 */
export async function replaceFolder({ folder, mode }: Target, files: AsyncIterable<StaticFile>): Promise<number> {
  const fresh = `${folder}.nouveau-${randomBytes(4).toString('hex')}`;
  // A plain folder, not one for its owner alone: a web server that is another user reads it.
  await mkdir(fresh, { recursive: true });
  try {
    const paths: string[] = [];
    for await (const { path, content } of files) {
      paths.push(path);
      await write(fresh, path, content);
    }
    await write(fresh, listName, `${JSON.stringify(paths.sort(), null, 1)}\n`);
    if (mode !== undefined) await chmod(fresh, mode);
    await swap(fresh, folder);
    return paths.length + 1;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Never over a file that was written before: ids become names, and one of them may be that of another file. */
async function write(folder: string, path: string, content: StaticFile['content']): Promise<void> {
  const file = join(folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    if (typeof content === 'string') await writeFile(file, content, { flag: 'wx' });
    else await pipeline(Readable.from(content), createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new Stop(`Deux fichiers auraient le même nom : ${path}. L’id d’une consultation ou d’un vote est déjà le nom d’un autre fichier. Rien n’a été remplacé. Changez cet id, ou écrivez les autres consultations une à une, avec --consultation.`, { cause: error });
  }
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

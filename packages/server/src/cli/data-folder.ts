import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { FolderInUse, lockFolder } from '../store/sqlite/lock.ts';
import type { Store } from '../store/store.ts';
import { Stop } from './stop.ts';

/** Where data lies when nobody says otherwise. */
export const defaultFolder = '.data';

export interface OpenFolder {
  store: Store;
  close(): Promise<void>;
}

/**
 * Opens a data folder.
 * @param exclusive no other server or import may work on it at the same time
 * @throws Stop with a sentence that says what to do
 */
export function openFolder(folder: string, { exclusive }: { exclusive: boolean }): OpenFolder {
  let unlock: (() => void) | undefined;
  try {
    makeFolder(resolve(folder));
    if (exclusive) unlock = lockFolder(folder);
    const store = openSqliteStore(folder);
    return {
      store,
      async close() {
        await store.close();
        unlock?.();
      },
    };
  } catch (error) {
    unlock?.();
    throw new Stop(sentence(folder, error), { cause: error });
  }
}

/** One by one: where nothing can be made (`/proc`), Node's own recursion never ends. */
function makeFolder(folder: string): void {
  const about = statSync(folder, { throwIfNoEntry: false });
  if (about?.isDirectory()) return;
  if (!about) makeFolder(dirname(folder));
  // What is there and no folder fails here, with EEXIST.
  mkdirSync(folder, { mode: 0o700 });
}

function sentence(folder: string, error: unknown): string {
  if (error instanceof FolderInUse) return `Un autre Parvis utilise déjà le dossier ${folder}. Arrêtez-le, ou choisissez un autre dossier avec --data.`;
  const { code, errcode, message } = error as { code?: string; errcode?: number; message?: string };
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${folder} n’est pas un dossier. Choisissez-en un avec --data.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || errcode === 8 || errcode === 14) return `Parvis ne peut pas écrire dans ${folder}. Donnez-lui ce droit, ou choisissez un autre dossier avec --data.`;
  if (code === 'ENOSPC' || errcode === 13) return `Le disque de ${folder} est plein. Libérez de la place, puis recommencez.`;
  if (errcode === 5) return `Un autre programme utilise les données de ${folder}. Réessayez dans un instant.`;
  if (errcode === 11 || errcode === 26) return `Les données de ${folder} sont abîmées, ou ne viennent pas de Parvis. Reprenez une sauvegarde, ou choisissez un autre dossier avec --data.`;
  return `Le dossier ${folder} ne s’ouvre pas : ${message ?? String(error)}`;
}

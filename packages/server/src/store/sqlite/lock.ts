import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another program holds the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Keeps a second server away from a data folder. The lock is the operating system's own (an exclusive SQLite transaction
 * on a file of its own), so it is gone when the process is, however it ended.
 * @returns what lets go
 * @throws FolderInUse, or what the file system says
 */
export function lockFolder(folder: string): () => void {
  const db = new DatabaseSync(join(folder, 'parvis.lock'));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (isBusy(error)) throw new FolderInUse(folder, { cause: error });
    throw error;
  }
  return () => db.close();
}

const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === 5;

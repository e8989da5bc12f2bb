import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../store.ts';
import { attachmentStore } from './attachments.ts';
import { codeStore } from './codes.ts';
import { consultationStore } from './consultations.ts';
import { openEngine, reading } from './engine.ts';
import { groupStore } from './groups.ts';
import { proposalStore } from './proposals.ts';
import { reactionStore } from './reactions.ts';
import { Replays } from './replays.ts';
import { voteStore } from './votes.ts';
import { createWritable } from './writable.ts';

export interface SqliteOptions {
  /** The server's clock. Default: the machine's. */
  now?: (() => Date) | undefined;
}

/**
 * Opens the database in a folder, creating both where they are missing.
 * Throws what the file system or SQLite says: the caller turns it into a sentence.
 */
export function openSqliteStore(folder: string, { now = () => new Date() }: SqliteOptions = {}): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const engine = openEngine(join(folder, 'parvis.db'), now);
  const { db, writer, definitions } = engine;
  const writable = createWritable(engine);
  engine.onRollback = writable.doubt;
  const replays = new Replays(engine);
  return {
    ...consultationStore(engine),
    ...voteStore(engine, replays),
    ...codeStore(engine),
    ...groupStore(engine),
    ...proposalStore(engine, replays),
    ...reactionStore(engine),
    ...attachmentStore(engine, replays),

    get commits() {
      return writer.commits;
    },

    revision: () => reading(() => `${definitions.outsideVersion()}.${writer.changes}`),

    writable: writable.ask,

    async close() {
      await writer.idle();
      engine.log.empty();
      db.close();
    },
  };
}

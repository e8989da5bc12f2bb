import { DatabaseSync } from 'node:sqlite';
import { Definitions } from './definitions.ts';
import { GroupWriter } from './group-writer.ts';
import { fault } from './fault.ts';
import { Log } from './log.ts';
import { migrate } from './migrations.ts';
import { Salts } from './salts.ts';
import { Sql } from './sql.ts';
import { Tallies } from './tallies.ts';

/** What the parts of the store share. */
export interface Engine {
  db: DatabaseSync;
  sql: Sql;
  writer: GroupWriter;
  definitions: Definitions;
  salts: Salts;
  tallies: Tallies;
  log: Log;
  now(): Date;
  /** Called when the database failed and a whole transaction was undone. */
  onRollback(): void;
}

/** How long a write waits for another program (`parvis open` beside a running server), in milliseconds. */
const patience = 2_000;

/** Opens (or creates) the database file and brings it to the newest version. Throws what the engine says. */
export function openEngine(file: string, now: () => Date): Engine {
  const db = new DatabaseSync(file, { timeout: patience });
  try {
    // A vote is answered for once it is on the disk: FULL flushes the log at every commit.
    // Deleted rows are overwritten, so that a forgotten address or answer is gone from the file.
    // Votes land on pages at random, so small pages mean less to flush, and a long log (32 MiB) writes a page into the
    // file once for many votes.
    db.exec(`PRAGMA page_size = 2048; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384`);
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  const sql = new Sql(db);
  const tallies = new Tallies(sql);
  const definitions = new Definitions(db, sql);
  const log = new Log(db, patience);
  const writer = new GroupWriter(db, {
    afterBegin: () => definitions.refresh(),
    beforeCommit: () => tallies.flush(),
    afterCommit: () => log.emptyIfAsked(),
    afterRollback: () => {
      tallies.forget();
      definitions.forgetAll();
      engine.onRollback();
    },
  });
  const engine: Engine = { db, sql, writer, tallies, definitions, log, salts: new Salts(sql), now, onRollback: () => undefined };
  return engine;
}

/** Reads are done at once: the promise is for stores that cannot. */
export async function reading<T>(read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    throw fault(error);
  }
}

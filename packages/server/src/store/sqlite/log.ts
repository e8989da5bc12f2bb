import type { DatabaseSync } from 'node:sqlite';

/**
 * The database's log (`parvis.db-wal`). It holds each commit with everything that was written together, in order, until it is moved into the file and
 * emptied. Whoever reads it finds the use of a code beside its vote.
 */
export class Log {
  readonly #db: DatabaseSync;
  readonly #patience: number;
  /** At first for what a server that was killed has left. */
  #asked = true;

  /** `patience`: how long other statements wait for another program, in milliseconds. */
  constructor(db: DatabaseSync, patience: number) {
    this.#db = db;
    this.#patience = patience;
    this.emptyIfAsked();
  }

  /** Inside a transaction: when it is committed, the log is emptied before anybody is answered. */
  emptyAfterCommit(): void {
    this.#asked = true;
  }

  /** Never throws: the commit stands, and another program that is just reading, or a full disk, only puts it off until the next. */
  emptyIfAsked(): void {
    if (!this.#asked) return;
    try {
      this.#db.exec('PRAGMA busy_timeout = 0');
      this.#asked = !this.empty();
    } catch {
      // Asked for still.
    } finally {
      this.#db.exec(`PRAGMA busy_timeout = ${this.#patience}`);
    }
  }

  /** @returns whether nothing is left in it */
  empty(): boolean {
    return this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
  }
}

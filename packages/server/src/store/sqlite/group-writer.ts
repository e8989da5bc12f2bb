import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fault } from './fault.ts';

interface Job {
  silent: boolean;
  run(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Done {
  /** What people read. */
  changed: boolean;
  settle(): void;
}

/**
 * Group commit: writes asked for while a commit is running share the next one, so that a flush of the disk is paid once
 * for all of them. An answer leaves after the commit returned, never before.
 */
export class GroupWriter {
  /** Transactions committed so far. */
  commits = 0;
  /** Those among them that changed what people read. */
  changes = 0;

  readonly #db: DatabaseSync;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  readonly #undo: StatementSync;
  readonly #afterBegin: () => void;
  readonly #beforeCommit: () => void;
  readonly #afterCommit: () => void;
  readonly #afterRollback: () => void;
  #waiting: Job[] = [];
  #scheduled = false;
  /** A long transaction is under way; writes wait for its end. */
  #held: Promise<unknown> | undefined;

  /**
   * The first two run once per group inside the transaction, `afterCommit` before anybody is answered (it may not throw); `afterRollback` forgets what
   * would have been written.
   */
  constructor(db: DatabaseSync, hooks: { afterBegin: () => void; beforeCommit: () => void; afterCommit: () => void; afterRollback: () => void }) {
    this.#db = db;
    this.#afterBegin = hooks.afterBegin;
    this.#beforeCommit = hooks.beforeCommit;
    this.#afterCommit = hooks.afterCommit;
    this.#afterRollback = hooks.afterRollback;
    this.#savepoint = db.prepare('SAVEPOINT one');
    this.#release = db.prepare('RELEASE one');
    this.#undo = db.prepare('ROLLBACK TO one');
  }

  /** Runs `job` in the next group; `silent`: it changes nothing that people read. A job that throws is undone alone; a database that fails undoes and rejects the whole group. */
  write<T>(job: () => T, { silent = false } = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ silent, run: job, resolve: resolve as (value: unknown) => void, reject });
      this.#schedule();
    });
  }

  /** One transaction for work that waits for something else (a file being read). Other writes wait for it. */
  async long<T>(work: () => Promise<T>): Promise<T> {
    while (this.#held) await this.#held.catch(() => undefined);
    const running = this.#inTransaction(work);
    this.#held = running;
    try {
      return await running;
    } finally {
      this.#held = undefined;
      this.#schedule();
    }
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#held || this.#waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  async #inTransaction<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.#begin();
      const value = await work();
      this.#commit();
      this.changes += 1;
      return value;
    } catch (error) {
      this.#rollBack();
      throw fault(error);
    }
  }

  #schedule(): void {
    if (this.#scheduled || this.#held || this.#waiting.length === 0) return;
    this.#scheduled = true;
    // After the requests that are already in the sockets have been read: they join this group.
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#scheduled = false;
    if (this.#held) return;
    const jobs = this.#waiting;
    this.#waiting = [];
    let done: Done[];
    try {
      this.#begin();
      done = jobs.map((job) => this.#runOne(job));
      this.#commit();
      if (done.some(({ changed }) => changed)) this.changes += 1;
    } catch (error) {
      this.#rollBack();
      done = jobs.map((job) => ({ changed: false, settle: () => job.reject(fault(error)) }));
    }
    for (const { settle } of done) settle();
  }

  #runOne(job: Job): Done {
    this.#savepoint.run();
    try {
      const value = job.run();
      this.#release.run();
      return { changed: !job.silent, settle: () => job.resolve(value) };
    } catch (error) {
      // Without a transaction the engine has undone everything by itself (disk full): nothing of the group stands.
      if (!this.#db.isTransaction) throw error;
      this.#undo.run();
      this.#release.run();
      return { changed: false, settle: () => job.reject(fault(error)) };
    }
  }

  #begin(): void {
    this.#db.exec('BEGIN IMMEDIATE');
    this.#afterBegin();
  }

  #commit(): void {
    this.#beforeCommit();
    this.#db.exec('COMMIT');
    this.commits += 1;
    this.#afterCommit();
  }

  #rollBack(): void {
    this.#afterRollback();
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConsultationDefinition } from '@parvis/contract';
import { queries, type Sql } from './sql.ts';

/** In milliseconds: a look takes a lock on the file, too dear for every call. Writes look anew in their transaction. */
const lookEvery = 20;

/** Definitions, read from the file once and kept until another program changes the database. */
export class Definitions {
  readonly #sql: Sql;
  readonly #dataVersion: StatementSync;
  readonly #kept = new Map<string, ConsultationDefinition>();
  #version = -1;
  #lookedAt = -Infinity;

  constructor(db: DatabaseSync, sql: Sql) {
    this.#sql = sql;
    this.#dataVersion = db.prepare('PRAGMA data_version');
  }

  get(id: string): ConsultationDefinition | undefined {
    this.outsideVersion();
    return this.newest(id);
  }

  /** As of the last look: inside a transaction nothing can change. */
  newest(id: string): ConsultationDefinition | undefined {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const row = this.#sql.first(queries.selectFrom('consultations').select('definition').where('consultation_id', '=', id));
    if (!row) return undefined;
    const definition = JSON.parse(row.definition) as ConsultationDefinition;
    this.#kept.set(id, definition);
    return definition;
  }

  /** Changes when another program has committed something. */
  outsideVersion(): number {
    if (performance.now() - this.#lookedAt > lookEvery) this.refresh();
    return this.#version;
  }

  /** Looks whether another program changed something. */
  refresh(): void {
    // Changes when another connection commits (https://sqlite.org/pragma.html#pragma_data_version).
    const version = Number(this.#dataVersion.get()?.['data_version']);
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    this.#lookedAt = performance.now();
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }

  /** A transaction did not happen: what was read in it may never have been there. */
  forgetAll(): void {
    this.#kept.clear();
  }
}

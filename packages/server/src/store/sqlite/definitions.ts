import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConsultationDefinition } from '@parvis/contract';
import { queries, type Sql } from './sql.ts';

/** Definitions, read from the file once and kept until another program changes the database. */
export class Definitions {
  readonly #sql: Sql;
  readonly #dataVersion: StatementSync;
  readonly #kept = new Map<string, ConsultationDefinition>();
  #version: unknown;
  #justLooked = false;

  constructor(db: DatabaseSync, sql: Sql) {
    this.#sql = sql;
    this.#dataVersion = db.prepare('PRAGMA data_version');
  }

  get(id: string): ConsultationDefinition | undefined {
    if (!this.#justLooked) this.refresh();
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

  /** Changes when another connection commits (https://sqlite.org/pragma.html#pragma_data_version). */
  outsideVersion(): unknown {
    return this.#dataVersion.get()?.['data_version'];
  }

  /** Looks whether another program changed something. One look serves all the calls of one turn of the event loop. */
  refresh(): void {
    const version = this.outsideVersion();
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    if (!this.#justLooked) setImmediate(() => (this.#justLooked = false));
    this.#justLooked = true;
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }
}

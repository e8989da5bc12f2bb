import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Tables } from './tables.ts';

/** Anything Kysely can turn into SQL: a query, with the type of its rows. */
interface Query<R> {
  compile(): CompiledQuery<R>;
}

/**
 * Kysely writes the SQL and knows the types; `node:sqlite` runs it, at once and without promises, so that a whole
 * transaction happens in one go and nothing can come between its statements.
 */
export const queries = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export class Sql {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** A statement is compiled once; its text is the key. */
  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all<R>(query: Query<R>): R[] {
    const { sql, parameters } = query.compile();
    return this.#prepare(sql).all(...(parameters as SQLInputValue[])) as R[];
  }

  first<R>(query: Query<R>): R | undefined {
    const { sql, parameters } = query.compile();
    return this.#prepare(sql).get(...(parameters as SQLInputValue[])) as R | undefined;
  }

  /** How many rows it changed. */
  run(query: Query<unknown>): number {
    const { sql, parameters } = query.compile();
    return Number(this.#prepare(sql).run(...(parameters as SQLInputValue[])).changes);
  }

  /** For the hot path: Kysely's work is done once, the values of the example are replaced at each run, in its order. */
  prepared(query: Query<unknown>): (...values: SQLInputValue[]) => number {
    const statement = this.#prepare(query.compile().sql);
    return (...values) => Number(statement.run(...values).changes);
  }

  preparedFirst<R>(query: Query<R>): (...values: SQLInputValue[]) => R | undefined {
    const statement = this.#prepare(query.compile().sql);
    return (...values) => statement.get(...values) as R | undefined;
  }
}

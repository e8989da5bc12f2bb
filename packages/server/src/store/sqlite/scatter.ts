import { randomInt } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

type Row = Record<string, SQLInputValue>;

/** Rows on either side that are written anew: more than a page of 2048 bytes holds, since a vote takes 40 at least. */
const reach = 64;

/**
 * Takes the order of arrival out of a table of votes. SQLite finds the rows of a page by their keys, which are random, but puts each where there is room:
 * the bytes of a page tell which row came last (https://sqlite.org/fileformat2.html#b_tree_pages).
 */
export class Scatter {
  readonly #below;
  readonly #above;
  readonly #remove;
  readonly #insert;

  constructor(db: DatabaseSync, table: 'votes' | 'group_votes') {
    const rows = `FROM ${table} WHERE consultation_id = ? AND ballot_id = ? AND vote_id`;
    this.#below = db.prepare(`SELECT * ${rows} <= ? ORDER BY vote_id DESC LIMIT ${reach}`);
    this.#above = db.prepare(`SELECT * ${rows} > ? ORDER BY vote_id LIMIT ?`);
    this.#remove = db.prepare(`DELETE ${rows} BETWEEN ? AND ?`);
    const columns = db.prepare(`SELECT * FROM ${table}`).columns();
    this.#insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join()})`);
  }

  /** Writes the neighbours of a new row, the whole page and some more, anew in an order drawn at random. */
  around(consultation: string, ballot: string, id: Uint8Array): void {
    const place = [consultation, ballot, id] as const;
    this.#rewrite(shuffled([...this.#below.all(...place) as Row[], ...this.#above.all(...place, reach) as Row[]]));
  }

  /** Writes all votes of a ballot anew, in the order of their ids. */
  settle(consultation: string, ballot: string): void {
    this.#rewrite(this.#above.all(consultation, ballot, new Uint8Array(), -1) as Row[]);
  }

  #rewrite(rows: readonly Row[]): void {
    const ids = rows.map((row) => Buffer.from(row['vote_id'] as Uint8Array)).sort(Buffer.compare);
    const [first, last] = [ids.at(0), ids.at(-1)];
    if (!first || !last) return;
    this.#remove.run(rows[0]?.['consultation_id'] ?? null, rows[0]?.['ballot_id'] ?? null, first, last);
    for (const row of rows) this.#insert.run(...Object.values(row));
  }
}

/** Fisher and Yates. */
function shuffled<T>(list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}

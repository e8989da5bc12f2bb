import { randomInt } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { randomId } from './random.ts';

type Row = SQLInputValue[];

/** A table of votes, and how its places look; all that comes after the three columns of the key. */
export interface PlaceTable {
  name: 'votes' | 'group_votes';
  /** SQL: whether a place is free, and how many bytes of its row are not the key. */
  free: string;
  size: string;
  /** SQL: the codes that need a place here once they vote. */
  codes: string;
  /** A free place of so many bytes. */
  empty(room: number): Row;
  /** A vote from before there were places, made as long as the others. */
  padded(values: Row, room: number): Row;
}

/**
 * Places for the votes of codes: there before anybody votes, one for each code, with ids drawn at random and all of one length. A vote goes into a free
 * one, drawn at random. SQLite writes a row that keeps its key and its length where it lies (`btreeOverwriteCell` in btree.c), so nothing in the file tells
 * which vote came first: neither the keys, nor the order of rows, nor the bytes of a page, which do where rows are added
 * (https://sqlite.org/fileformat2.html#b_tree_pages).
 */
export class Places {
  readonly #table: PlaceTable;
  readonly #free;
  readonly #codes;
  readonly #all;
  readonly #clear;
  readonly #insert;
  readonly #fill;
  /** Free places by ballot, as they were last read. Another program, or a write that was undone, may have changed them. */
  readonly #lists = new Map<string, { room: number; ids: Uint8Array[] }>();

  constructor(db: DatabaseSync, table: PlaceTable) {
    this.#table = table;
    const { name, free, size, codes } = table;
    const of = 'consultation_id = ? AND ballot_id = ?';
    const columns = db.prepare(`SELECT * FROM ${name}`).columns().map((column) => String(column.name));
    this.#free = db.prepare(`SELECT vote_id, ${size} AS size FROM ${name} WHERE ${of} AND ${free}`);
    this.#codes = db.prepare(`SELECT count(*) AS number FROM codes WHERE ${of} AND is_test = 0 AND is_used = 0 AND is_void = 0 AND ${codes}`);
    this.#all = db.prepare(`SELECT * FROM ${name} WHERE ${of} AND NOT ${free} ORDER BY vote_id`);
    this.#clear = db.prepare(`DELETE FROM ${name} WHERE ${of}`);
    this.#insert = db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join()})`);
    this.#fill = db.prepare(`UPDATE ${name} SET ${columns.slice(3).map((column) => `${column} = ?`).join()} WHERE ${of} AND vote_id = ? AND ${free}`);
    this.#all.setReturnArrays(true);
  }

  /** Writes a vote of a code that has just been used into one of the free places. `values` take `room` bytes. */
  fill(consultation: string, ballot: string, room: number, values: Row): void {
    for (;;) {
      const known = this.#lists.get(nameOf(consultation, ballot));
      const ids = known?.room === room && known.ids.length > 0 ? known.ids : this.prepare(consultation, ballot, room, 1);
      if (this.#fill.run(...values, consultation, ballot, draw(ids)).changes === 1) return;
      this.#lists.delete(nameOf(consultation, ballot));
    }
  }

  /**
   * Sees to it that there is a free place for every code that has not voted, and for `more`. New ones are needed when codes were made, when the rules were
   * changed before the first vote, and once in a file from before there were places. All of the ballot is written anew then, in the order of the ids.
   */
  prepare(consultation: string, ballot: string, room: number, more = 0): Uint8Array[] {
    const free = this.#free.all(consultation, ballot) as { vote_id: Uint8Array; size: number }[];
    const wanted = Number(this.#codes.get(consultation, ballot)?.['number']) + more;
    const fits = free.filter(({ size }) => size === room).map(({ vote_id: id }) => id);
    const ids = fits.length === free.length && fits.length >= wanted ? fits : Array.from({ length: wanted }, randomId);
    if (ids !== fits) {
      const votes = this.#votes(consultation, ballot).map(([c, b, id, ...values]): Row => [c, b, id, ...this.#table.padded(values, room)] as Row);
      this.#write(consultation, ballot, [...votes, ...ids.map((id): Row => [consultation, ballot, id, ...this.#table.empty(room)])]);
    }
    this.#lists.set(nameOf(consultation, ballot), { room, ids });
    return ids;
  }

  /** Voting has closed: writes all votes of a ballot anew, in the order of their ids. Free places go. */
  settle(consultation: string, ballot: string): void {
    this.#write(consultation, ballot, this.#votes(consultation, ballot));
  }

  #votes(consultation: string, ballot: string): Row[] {
    return this.#all.all(consultation, ballot) as unknown as Row[];
  }

  #write(consultation: string, ballot: string, rows: Row[]): void {
    this.#clear.run(consultation, ballot);
    for (const row of rows.sort((a, b) => Buffer.compare(a[2] as Uint8Array, b[2] as Uint8Array))) this.#insert.run(...row);
  }
}

const nameOf = (consultation: string, ballot: string): string => `${consultation}\n${ballot}`;

/** Takes one out of the list, at random. */
function draw(ids: Uint8Array[]): Uint8Array {
  const i = randomInt(ids.length);
  const id = ids[i] as Uint8Array;
  ids[i] = ids.at(-1) as Uint8Array;
  ids.pop();
  return id;
}

import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** A row of a table as it lies in the file. */
export interface RowOnDisk {
  /** Number of the page, from 1, and where in it the row begins. SQLite fills a page from its end: a lower offset was written later. */
  page: number;
  offset: number;
  /** In the order of the table's columns, for tables whose key comes first. */
  values: (string | number | Buffer | null)[];
}

/**
 * Reads the rows of a table without rowids straight from the bytes of the file, in the order of their keys, as somebody would who looks for more than
 * SQLite tells (https://sqlite.org/fileformat2.html). Rows that need more than their page are not read.
 */
export function rowsOnDisk(file: string, table: string): RowOnDisk[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const { rootpage } = db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').get(table) as { rootpage: number };
  db.close();
  const bytes = readFileSync(file);
  const size = bytes.readUInt16BE(16);

  function read(number: number): RowOnDisk[] {
    const start = (number - 1) * size;
    const page = bytes.subarray(start, start + size);
    const header = page[0] === 2 ? 12 : 8;
    const offsets = Array.from({ length: page.readUInt16BE(3) }, (_, i) => page.readUInt16BE(header + 2 * i));
    if (page[0] === 10) return offsets.map((offset) => ({ page: number, offset, values: recordAt(page, offset) }));
    // An inner page has rows of its own, each after the rows of the page it leads to.
    const inner = offsets.flatMap((offset) => [...read(page.readUInt32BE(offset)), { page: number, offset, values: recordAt(page, offset + 4) }]);
    return [...inner, ...read(page.readUInt32BE(8))];
  }
  return read(rootpage);
}

function recordAt(page: Buffer, offset: number): RowOnDisk['values'] {
  const [, body] = varint(page, offset);
  const [headerSize, types] = varint(page, body);
  const values: RowOnDisk['values'] = [];
  let at = body + headerSize;
  for (let next = types; next < body + headerSize;) {
    const [type, after] = varint(page, next);
    next = after;
    const length = type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0);
    const part = page.subarray(at, at + length);
    at += length;
    if (type === 0) values.push(null);
    else if (type >= 12) values.push(type % 2 === 0 ? part : part.toString());
    else values.push(length === 0 ? type - 8 : part.readIntBE(0, Math.min(length, 6)));
  }
  return values;
}

/** A number of up to 9 bytes, and where it ends; the numbers of a page are small. */
function varint(page: Buffer, at: number): [value: number, end: number] {
  let value = 0;
  for (let i = at; ; i += 1) {
    const byte = page[i] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 128) return [value, i + 1];
  }
}

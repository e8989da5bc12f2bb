import { keyOf, type Entry } from './po.ts';

const HEADER_BYTES = 28;
const MAGIC = 0x950412de;

/** The `.mo` file that WordPress reads: two tables of lengths and places, keys in the order of their bytes. */
export function makeMo(header: string, entries: readonly Entry[]): Buffer {
  const rows = [['', header] as const, ...entries.map((entry) => [keyOf(entry), entry.translation] as const)]
    .map(([key, value]) => [Buffer.from(key), Buffer.from(value)] as const)
    .sort(([a], [b]) => a.compare(b));
  const tables = Buffer.alloc(HEADER_BYTES + rows.length * 16);
  const originals = HEADER_BYTES;
  const translations = HEADER_BYTES + rows.length * 8;
  [MAGIC, 0, rows.length, originals, translations, 0, tables.length].forEach((word, i) => tables.writeUInt32LE(word, i * 4));
  const texts: Buffer[] = [];
  let place = tables.length;
  for (const [column, table] of [[0, originals], [1, translations]] as const) {
    rows.forEach((row, i) => {
      const text = row[column];
      tables.writeUInt32LE(text.length, table + i * 8);
      tables.writeUInt32LE(place, table + i * 8 + 4);
      texts.push(text, Buffer.from([0]));
      place += text.length + 1;
    });
  }
  return Buffer.concat([tables, ...texts]);
}

/** The file for scripts of the editor, in the form of `wp.i18n`. */
export function makeJson(entries: readonly Entry[]): string {
  const messages = Object.fromEntries(entries.map((entry) => [keyOf(entry), [entry.translation]]));
  const locale_data = { messages: { '': { domain: 'messages', lang: 'fr_FR', 'plural-forms': 'nplurals=2; plural=n > 1;' }, ...messages } };
  return `${JSON.stringify({ domain: 'messages', locale_data }, null, 1)}\n`;
}

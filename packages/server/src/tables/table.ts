import { byteOrderMark, type Cell, csvLine } from '@parvis/contract/csv';

export type Row = Record<string, Cell>;

/** One table of an export or a download. */
export interface Table {
  columns: readonly string[];
  rows: Iterable<Row> | AsyncIterable<Row>;
}

/** For a spreadsheet set to French: semicolons, UTF-8 with its mark, nothing that would be taken for a formula. */
export async function* asCsv({ columns, rows }: Table): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns);
  for await (const row of rows) yield csvLine(columns.map((column) => row[column]));
}

export async function* asJson({ rows }: Table): AsyncGenerator<string> {
  let first = true;
  yield '[';
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield '\n]\n';
}

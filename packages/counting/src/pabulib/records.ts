import { PabulibError } from './problem.ts';

/** One row: its cells without surrounding spaces, and the line on which it begins. */
export interface PbRecord {
  line: number;
  cells: string[];
  /** Control characters were found in it and taken out. */
  cleaned: boolean;
}

/** Longest line, and longest row that runs over several lines because of quotes, in characters (UTF-16 units). */
export const maxRecord = 1_000_000;

// C0 and C1 without tab and line feed: nothing people can read (Unicode category Cc).
export const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** RFC 4180 with a separator of one's own: a cell that begins with a quote ends with one, and doubled quotes stand for one. */
class Row {
  cells: string[] = [];
  /** The quoted cell that goes on over the end of the line. */
  private open: string | undefined;
  size = 0;
  private readonly separator: string;

  constructor(separator: string) {
    this.separator = separator;
  }

  /** Takes one line in; true when the row is complete. */
  add(text: string): boolean {
    this.size += text.length + 1;
    if (this.open === undefined && !text.includes('"')) {
      this.cells = text.split(this.separator);
      for (let i = 0; i < this.cells.length; i += 1) this.cells[i] = this.cells[i]!.trim();
      return true;
    }
    let at = 0;
    if (this.open !== undefined) {
      this.open += '\n';
      at = this.quotedCell(text, 0);
    }
    while (at <= text.length && this.open === undefined) at = this.cell(text, at);
    return this.open === undefined;
  }

  /** Reads the cell that begins at `at`; gives the place after its separator. */
  private cell(text: string, at: number): number {
    let start = at;
    while (text[start] === ' ' || (text[start] === '\t' && this.separator !== '\t')) start += 1;
    if (text[start] === '"') {
      this.open = '';
      return this.quotedCell(text, start + 1);
    }
    const end = this.endOf(text, at);
    this.cells.push(text.slice(at, end).trim());
    return end + 1;
  }

  private quotedCell(text: string, from: number): number {
    let at = from;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        this.open += text.slice(at);
        return text.length + 1;
      }
      this.open += text.slice(at, quote);
      at = quote + 1;
      if (text[at] !== '"') break;
      this.open += '"';
      at += 1;
    }
    // Text after the closing quote belongs to the cell: `"Name" of a street`.
    const end = this.endOf(text, at);
    this.cells.push(((this.open ?? '') + text.slice(at, end)).trim());
    this.open = undefined;
    return end + 1;
  }

  private endOf(text: string, from: number): number {
    const end = text.indexOf(this.separator, from);
    return end < 0 ? text.length : end;
  }
}

/**
 * Cuts text into rows, chunk by chunk and without I/O: what is kept in memory is one row, however long the file.
 * Lines end with LF, CR LF or CR; a byte order mark at the start and empty lines are passed over.
 */
export class RecordSplitter {
  private buffer = '';
  /** No line end before here in the buffer. */
  private searched = 0;
  private line = 0;
  private row: Row | undefined;
  private rowLine = 0;
  private started = false;
  private readonly separator: string;

  /** `separator`: one sign that is neither a quote nor a line end. */
  constructor(separator = ';') {
    this.separator = separator;
  }

  /** The complete rows a chunk brings. */
  push(chunk: string): PbRecord[] {
    this.buffer += chunk;
    if (!this.started && this.buffer.length > 0) {
      this.started = true;
      if (this.buffer.startsWith('\uFEFF')) this.buffer = this.buffer.slice(1);
    }
    return this.lines(false);
  }

  /** The last row, which may lack its line end. */
  end(): PbRecord[] {
    const records = this.lines(true);
    if (this.row) throw new PabulibError({ line: this.rowLine, code: 'quote-not-closed' });
    return records;
  }

  private lines(last: boolean): PbRecord[] {
    const records: PbRecord[] = [];
    const breaks = /\r\n|\n|\r/g;
    breaks.lastIndex = this.searched;
    let start = 0;
    for (let found = breaks.exec(this.buffer); found; found = breaks.exec(this.buffer)) {
      // A carriage return at the end of a chunk may be half of CR LF.
      if (!last && found[0] === '\r' && breaks.lastIndex === this.buffer.length) break;
      this.take(this.buffer.slice(start, found.index), records);
      start = breaks.lastIndex;
    }
    this.buffer = this.buffer.slice(start);
    this.searched = Math.max(0, this.buffer.length - 1);
    if (this.buffer.length > maxRecord) throw new PabulibError({ line: this.line + 1, code: 'line-too-long' });
    if (last && this.buffer.length > 0) {
      this.take(this.buffer, records);
      this.buffer = '';
    }
    return records;
  }

  private take(text: string, records: PbRecord[]): void {
    this.line += 1;
    if (!this.row) {
      if (text.trim() === '') return;
      this.row = new Row(this.separator);
      this.rowLine = this.line;
    }
    const complete = this.row.add(text);
    if (this.row.size > maxRecord) {
      throw new PabulibError({ line: this.rowLine, code: complete ? 'line-too-long' : 'quote-not-closed' });
    }
    if (!complete) return;
    records.push(cleanRecord(this.rowLine, this.row.cells));
    this.row = undefined;
  }
}

function cleanRecord(line: number, cells: string[]): PbRecord {
  let cleaned = false;
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]!;
    if (cell.search(controls) < 0) continue;
    cells[i] = cell.replace(controls, '').trim();
    cleaned = true;
  }
  return { line, cells, cleaned };
}

import { PabulibError, type Report } from './problem.ts';
import { type PbRecord, RecordSplitter } from './records.ts';

export type Chunks = AsyncIterable<string> | Iterable<string>;

export const sections = ['META', 'PROJECTS', 'VOTES'] as const;
export type Section = (typeof sections)[number];

/** The rows of a file in turn. Those of one chunk are at hand without waiting, which is what makes millions of votes quick. */
export class Rows {
  private readonly chunks: AsyncIterator<string> | Iterator<string>;
  private readonly splitter = new RecordSplitter();
  private readonly report: Report;
  private ready: PbRecord[] = [];
  private at = 0;
  private done = false;
  /** The line of the last row given. */
  line = 1;

  constructor(chunks: Chunks, report: Report) {
    this.chunks = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
    this.report = report;
  }

  /** The next row at hand; undefined: ask `more()` first. */
  take(): PbRecord | undefined {
    const record = this.ready[this.at];
    if (!record) return undefined;
    this.at += 1;
    this.line = record.line;
    if (record.cleaned) this.report({ line: record.line, code: 'control-characters' });
    return record;
  }

  /** Reads the next chunk; false at the end of the file. */
  async more(): Promise<boolean> {
    if (this.done) return false;
    const { value, done } = await this.chunks.next();
    this.done = done === true;
    this.ready = this.done ? this.splitter.end() : this.splitter.push(value);
    this.at = 0;
    return true;
  }

  /** The next row; undefined at the end of the file. */
  async next(): Promise<PbRecord | undefined> {
    for (;;) {
      const record = this.take();
      if (record || !(await this.more())) return record;
    }
  }

  /** Lets the file go when it is not read to its end. */
  async close(): Promise<void> {
    if (!this.done) await this.chunks.return?.();
    this.done = true;
  }
}

/** The section a row opens: its name alone in the first cell. */
export function sectionOf({ cells }: PbRecord): Section | undefined {
  const first = cells[0] ?? '';
  // Most rows are votes: look closer only where the length fits.
  if (first.length < 4 || first.length > 8) return undefined;
  const name = sections.find((section) => section === first.toUpperCase());
  return name && cells.every((cell, i) => i === 0 || cell === '') ? name : undefined;
}

/** Whether a row ends the section it stands in, by opening the next one. A section out of place stops reading. */
export function endsSection(record: PbRecord, current: Section): boolean {
  const section = sectionOf(record);
  if (!section) return false;
  const step = sections.indexOf(section) - sections.indexOf(current);
  if (step === 1) return true;
  if (step <= 0) throw new PabulibError({ line: record.line, code: 'section-repeated', field: section });
  throw new PabulibError({ line: record.line, code: 'section-missing', field: sections[sections.indexOf(current) + 1]! });
}

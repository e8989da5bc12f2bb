/** A row that is left out. */
export interface Finding {
  line: number;
  code: string;
  message: string;
}

/** Something worth knowing that happened `count` times; `lines` are the first of them. */
export interface Note {
  code: string;
  count: number;
  lines: number[];
  message: string;
}

type Sentence = (count: number) => string;

/** What is kept in memory of bad rows: beyond, only their number. */
const keptFindings = 10_000;
const keptLines = 5;

/** Gathers what is said about a file, bounded in memory however bad the file. */
export class Findings {
  readonly bad: Finding[] = [];
  badCount = 0;
  private readonly noted = new Map<string, { count: number; lines: number[]; sentence: Sentence }>();

  addBad(finding: Finding): void {
    this.badCount += 1;
    if (this.bad.length < keptFindings) this.bad.push(finding);
  }

  /** The same code is said once, with its count and first lines; line 0 stands for the file as a whole. */
  addNote(code: string, line: number, sentence: Sentence): void {
    const note = this.noted.get(code) ?? { count: 0, lines: [], sentence };
    note.count += 1;
    if (line > 0 && note.lines.length < keptLines) note.lines.push(line);
    this.noted.set(code, note);
  }

  get notes(): Note[] {
    return [...this.noted].map(([code, { count, lines, sentence }]) => ({ code, count, lines, message: sentence(count) }));
  }
}

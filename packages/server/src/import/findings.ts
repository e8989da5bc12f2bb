/** A row that is left out. */
export interface Finding {
  line: number;
  code: string;
  message: string;
  /** Rows after it with the very same fault, which are not listed one by one; `lines` are the first of them. Absent: none. */
  alike?: { count: number; lines: number[] };
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
/** How many rows are listed that have the very same fault, where one cause may spoil thousands. */
const keptAlike = 3;

/** Gathers what is said about a file, bounded in memory however bad the file. */
export class Findings {
  readonly bad: Finding[] = [];
  badCount = 0;
  private readonly alike = new Map<string, Finding[]>();
  private readonly noted = new Map<string, { count: number; lines: number[]; sentence: Sentence }>();

  /** `cause`: what many rows may have in common, such as one project that is missing. The first of them are listed, the others counted. */
  addBad(finding: Finding, cause?: string): void {
    this.badCount += 1;
    const alike = cause === undefined ? undefined : this.alike.get(cause);
    if (alike && alike.length === keptAlike) {
      const last = alike[keptAlike - 1]!;
      last.alike ??= { count: 0, lines: [] };
      last.alike.count += 1;
      if (last.alike.lines.length < keptFindings) last.alike.lines.push(finding.line);
      return;
    }
    if (this.bad.length >= keptFindings) return;
    this.bad.push(finding);
    if (cause !== undefined) this.alike.set(cause, [...(alike ?? []), finding]);
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

import { addEntry, type PbEntry, type PbMeta, readMeta } from './meta.ts';
import { PabulibError, quoted, type Report } from './problem.ts';
import { type PbProject, readProject } from './projects.ts';
import { type PbRecord, RecordSplitter } from './records.ts';
import { type PbVote, readVote, withPoints } from './votes.ts';

/** A Pabulib file whose votes have not been read yet. */
export interface PabulibFile {
  meta: PbMeta;
  /** In the order of the file, without the bad ones. */
  projects: PbProject[];
  /** Columns of PROJECTS and VOTES as the file names them, in lower case. */
  columns: { projects: string[]; votes: string[] };
  /** Reads on; can be gone through once. Memory stays bounded: one chunk and its rows. */
  votes: AsyncGenerator<PbVote, void, undefined>;
}

export type Chunks = AsyncIterable<string> | Iterable<string>;

/**
 * Reads the Pabulib format (https://pabulib.org/format) from chunks of text of any size, without I/O of its own.
 * What is wrong or worth knowing goes to `report`, line by line, while votes are read too; counts that differ from what
 * META announces come last. Throws only `PabulibError`, when nothing can be read from there on; errors of `chunks` pass through.
 */
export async function readPabulib(chunks: Chunks, report: Report): Promise<PabulibFile> {
  const records = rows(chunks, report);
  const { entries, line } = await readEntries(records, report);
  const meta = readMeta(entries, line, report);
  const { projects, columns, line: votesLine } = await readProjects(records, meta, report);
  checkCount(meta, 'num_projects', meta.numProjects, projects.read, report);
  const heading = await header(records, votesLine, ['vote', ...(withPoints(meta.voteType) ? ['points'] : [])]);
  return {
    meta,
    projects: projects.list,
    columns: { projects: [...columns.keys()], votes: [...heading.keys()] },
    votes: readVotes(records, meta, heading, projects.list, report),
  };
}

type Rows = AsyncGenerator<PbRecord, void, undefined>;

async function* rows(chunks: Chunks, report: Report): Rows {
  const splitter = new RecordSplitter();
  const check = (record: PbRecord) => {
    if (record.cleaned) report({ line: record.line, code: 'control-characters' });
    return record;
  };
  for await (const chunk of chunks) for (const record of splitter.push(chunk)) yield check(record);
  for (const record of splitter.end()) yield check(record);
}

const sections = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof sections)[number];

/** The section a row opens: its name alone in the first cell. */
function sectionOf({ cells }: PbRecord): Section | undefined {
  const first = cells[0] ?? '';
  // Most rows are votes: look closer only where the length fits.
  if (first.length < 4 || first.length > 8) return undefined;
  const name = sections.find((section) => section === first.toUpperCase());
  return name && cells.every((cell, i) => i === 0 || cell === '') ? name : undefined;
}

/** The next row of a section; its end when `next` begins. Any other section there is out of place. */
async function rowWithin(records: Rows, current: Section, next: Section | undefined, last: number): Promise<PbRecord | { ended: number }> {
  const { value: record } = await records.next();
  if (!record) {
    if (next) throw new PabulibError({ line: last, code: 'section-missing', field: next });
    return { ended: last };
  }
  const section = sectionOf(record);
  if (!section) return record;
  if (section === next) return { ended: record.line };
  const seen = sections.indexOf(section) <= sections.indexOf(current);
  throw new PabulibError({ line: record.line, code: seen ? 'section-repeated' : 'section-order', field: section });
}

async function readEntries(records: Rows, report: Report): Promise<{ entries: Map<string, PbEntry>; line: number }> {
  const { value: title } = await records.next();
  if (!title) throw new PabulibError({ line: 1, code: 'section-missing', field: 'META' });
  const section = sectionOf(title);
  if (!section) throw new PabulibError({ line: title.line, code: 'not-pabulib', value: quoted(title.cells[0] ?? '') });
  if (section !== 'META') throw new PabulibError({ line: title.line, code: 'section-order', field: section });
  const entries = new Map<string, PbEntry>();
  for (let last = title.line; ;) {
    const row = await rowWithin(records, 'META', 'PROJECTS', last);
    if ('ended' in row) return { entries, line: title.line };
    addEntry(entries, row, report);
    last = row.line;
  }
}

/** The row of column names, by name in lower case; `line` is that of the section's title. */
async function header(records: Rows, line: number, needed: readonly string[]): Promise<Map<string, number>> {
  const { value: row } = await records.next();
  const names = row && !sectionOf(row) ? row.cells : [];
  const columns = new Map<string, number>();
  names.forEach((name, i) => {
    const key = name.toLowerCase();
    if (key !== '' && !columns.has(key)) columns.set(key, i);
  });
  const missing = needed.find((name) => !columns.has(name));
  if (missing) throw new PabulibError({ line: row?.line ?? line, code: 'column-missing', field: missing });
  return columns;
}

async function readProjects(records: Rows, meta: PbMeta, report: Report) {
  const columns = await header(records, meta.line, ['project_id', 'cost']);
  const list: PbProject[] = [];
  const taken = new Set<string>();
  let read = 0;
  for (let last = meta.line; ;) {
    const row = await rowWithin(records, 'PROJECTS', 'VOTES', last);
    if ('ended' in row) {
      if (read === 0) throw new PabulibError({ line: row.ended, code: 'no-projects' });
      return { projects: { list, read }, columns, line: row.ended };
    }
    last = row.line;
    read += 1;
    const project = fits(row, columns, report) ? readProject(row, columns, meta, taken, report) : undefined;
    if (!project) continue;
    taken.add(project.id);
    list.push(project);
  }
}

async function* readVotes(
  records: Rows, meta: PbMeta, columns: ReadonlyMap<string, number>, projects: readonly PbProject[], report: Report,
): AsyncGenerator<PbVote, void, undefined> {
  const known = new Map(projects.map((project) => [project.id, project]));
  const places = { vote: columns.get('vote') ?? -1, points: columns.get('points') ?? -1, method: columns.get('voting_method') ?? -1 };
  let read = 0;
  for (let last = meta.line; ; ) {
    const row = await rowWithin(records, 'VOTES', undefined, last);
    if ('ended' in row) break;
    last = row.line;
    read += 1;
    const vote = fits(row, columns, report) ? readVote(row, places, meta.voteType, known, report) : undefined;
    if (vote) yield vote;
  }
  checkCount(meta, 'num_votes', meta.numVotes, read, report);
}

/** Cells beyond the named columns are a forgotten quote or a stray semicolon: what belongs where is a guess. */
function fits({ line, cells }: PbRecord, columns: ReadonlyMap<string, number>, report: Report): boolean {
  let width = 0;
  for (const place of columns.values()) if (place >= width) width = place + 1;
  let extra = cells.length;
  while (extra > width && cells[extra - 1] === '') extra -= 1;
  if (extra <= width) return true;
  report({ line, code: 'cells-too-many', declared: width, actual: extra });
  return false;
}

function checkCount(meta: PbMeta, key: 'num_projects' | 'num_votes', declared: number | undefined, actual: number, report: Report): void {
  const line = meta.entries.get(key)?.line ?? meta.line;
  if (declared === undefined) report({ line, code: 'count-missing', field: key, actual });
  else if (declared !== actual) {
    report({ line, code: key === 'num_votes' ? 'count-votes' : 'count-projects', field: key, declared, actual });
  }
}

import { addEntry, type PbEntry, type PbMeta, readMeta } from './meta.ts';
import { PabulibError, quoted, type Report } from './problem.ts';
import { type PbProject, readProject } from './projects.ts';
import type { PbRecord } from './records.ts';
import { type Chunks, endsSection, Rows, type Section, sectionOf, sections } from './rows.ts';
import { SeenIds } from './seen.ts';
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

/**
 * Reads the Pabulib format (https://pabulib.org/format) from chunks of text of any size, without I/O of its own.
 * What is wrong or worth knowing goes to `report`, line by line, while votes are read too; counts that differ from what
 * META announces come last. Throws only `PabulibError`, when nothing can be read from there on; errors of `chunks` pass through.
 */
export async function readPabulib(chunks: Chunks, report: Report): Promise<PabulibFile> {
  const rows = new Rows(chunks, report);
  try {
    const { entries, line } = await readEntries(rows, report);
    const meta = readMeta(entries, line, report);
    const { projects, columns, read } = await readProjects(rows, meta, report);
    checkCount(meta, 'num_projects', meta.numProjects, read, report);
    const heading = await header(rows, ['vote', ...(withPoints(meta.voteType) ? ['points'] : [])]);
    return {
      meta,
      projects,
      columns: { projects: [...columns.keys()], votes: [...heading.keys()] },
      votes: readVotes(rows, meta, heading, projects, report),
    };
  } catch (error) {
    await rows.close();
    throw error;
  }
}

/** The rows of a section that another must follow. */
async function* rowsOf(rows: Rows, section: Section): AsyncGenerator<PbRecord, void, undefined> {
  for (let row = await rows.next(); row; row = await rows.next()) {
    if (endsSection(row, section)) return;
    yield row;
  }
  const next = sections[sections.indexOf(section) + 1] ?? section;
  throw new PabulibError({ line: rows.line, code: 'section-missing', field: next });
}

async function readEntries(rows: Rows, report: Report): Promise<{ entries: Map<string, PbEntry>; line: number }> {
  const title = await rows.next();
  if (!title) throw new PabulibError({ line: 1, code: 'section-missing', field: 'META' });
  const section = sectionOf(title);
  if (!section) throw new PabulibError({ line: title.line, code: 'not-pabulib', value: quoted(title.cells[0] ?? '') });
  if (section !== 'META') throw new PabulibError({ line: title.line, code: 'section-order', field: section });
  const entries = new Map<string, PbEntry>();
  for await (const row of rowsOf(rows, 'META')) addEntry(entries, row, report);
  return { entries, line: title.line };
}

/** The row of column names: places by name in lower case. */
async function header(rows: Rows, needed: readonly string[]): Promise<Map<string, number>> {
  const row = await rows.next();
  const names = row && !sectionOf(row) ? row.cells : [];
  const columns = new Map<string, number>();
  names.forEach((name, i) => {
    const key = name.toLowerCase();
    if (key !== '' && !columns.has(key)) columns.set(key, i);
  });
  const missing = needed.find((name) => !columns.has(name));
  if (missing) throw new PabulibError({ line: rows.line, code: 'column-missing', field: missing });
  return columns;
}

async function readProjects(rows: Rows, meta: PbMeta, report: Report) {
  const columns = await header(rows, ['project_id', 'cost']);
  const projects: PbProject[] = [];
  const taken = new Set<string>();
  let read = 0;
  for await (const row of rowsOf(rows, 'PROJECTS')) {
    read += 1;
    const project = fits(row, widthOf(columns), report) ? readProject(row, columns, meta, taken, report) : undefined;
    if (!project) continue;
    taken.add(project.id);
    projects.push(project);
  }
  if (read === 0) throw new PabulibError({ line: rows.line, code: 'no-projects' });
  return { projects, columns, read };
}

async function* readVotes(
  rows: Rows, meta: PbMeta, columns: ReadonlyMap<string, number>, projects: readonly PbProject[], report: Report,
): AsyncGenerator<PbVote, void, undefined> {
  const known = new Map(projects.map((project) => [project.id, project]));
  const places = { vote: columns.get('vote') ?? -1, points: columns.get('points') ?? -1, method: columns.get('voting_method') ?? -1 };
  const width = widthOf(columns);
  const voter = columns.get('voter_id') ?? -1;
  const voters = new SeenIds();
  let read = 0;
  try {
    do {
      for (let row = rows.take(); row; row = rows.take()) {
        endsSection(row, 'VOTES');
        read += 1;
        const id = row.cells[voter] ?? '';
        if (id !== '' && voters.add(id)) report({ line: row.line, code: 'voter-twice', field: 'voter_id' });
        const vote = fits(row, width, report) ? readVote(row, places, meta.voteType, known, report) : undefined;
        if (vote) yield vote;
      }
    } while (await rows.more());
    checkCount(meta, 'num_votes', meta.numVotes, read, report);
  } finally {
    await rows.close();
  }
}

function widthOf(columns: ReadonlyMap<string, number>): number {
  let width = 0;
  for (const place of columns.values()) width = Math.max(width, place + 1);
  return width;
}

/** Cells beyond the named columns are a forgotten quote or a stray semicolon: what belongs where is a guess. */
function fits({ line, cells }: PbRecord, width: number, report: Report): boolean {
  let used = cells.length;
  while (used > width && cells[used - 1] === '') used -= 1;
  if (used <= width) return true;
  report({ line, code: 'cells-too-many', declared: width, actual: used });
  return false;
}

function checkCount(meta: PbMeta, key: 'num_projects' | 'num_votes', declared: number | undefined, actual: number, report: Report): void {
  const line = meta.entries.get(key)?.line ?? meta.line;
  if (declared === undefined) report({ line, code: 'count-missing', field: key, actual });
  else if (declared !== actual) {
    report({ line, code: key === 'num_votes' ? 'count-votes' : 'count-projects', field: key, declared, actual });
  }
}

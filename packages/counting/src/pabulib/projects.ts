import { parseWhole } from './amount.ts';
import { type PbMeta, put, readAmount } from './meta.ts';
import { quoted, type Report } from './problem.ts';
import type { PbRecord } from './records.ts';

/** One row of PROJECTS. Source: https://pabulib.org/format */
export interface PbProject {
  id: string;
  line: number;
  /** In minor units. Absent: it was withdrawn. */
  cost?: number;
  /** The file gives it the cost 999999999: it was withdrawn and never wins. */
  withdrawn: boolean;
  /** What the city counted: voters, and points. Absent: the file does not say. */
  votes?: number;
  score?: number;
  /** 0 not funded, 1 funded; other numbers are explained in the file's comment. Absent: the file does not say. */
  selected?: number;
  name?: string;
  description?: string;
  /** Several are parted by commas. */
  category?: string;
  neighborhood?: string;
  subunit?: string;
  district?: string;
}

/** The cost that stands for a withdrawn project, in major units. */
export const withdrawnCost = 999_999_999;

const texts = ['name', 'description', 'category', 'neighborhood', 'subunit', 'district'] as const;

/** Every column of PROJECTS that ends in a field. */
export const readProjectColumns: readonly string[] = ['project_id', 'cost', 'votes', 'score', 'selected', ...texts];

/** Reads a row; undefined when it is bad, which has been reported. `taken`: the ids before it. */
export function readProject(
  record: PbRecord, columns: ReadonlyMap<string, number>, { exponent }: PbMeta, taken: ReadonlySet<string>, report: Report,
): PbProject | undefined {
  const { line } = record;
  const cell = (column: string) => record.cells[columns.get(column) ?? -1] ?? '';
  const id = cell('project_id');
  if (id === '') return void report({ line, code: 'project-without-id', field: 'project_id' });
  if (taken.has(id)) return void report({ line, code: 'project-repeated', field: 'project_id', value: quoted(id) });
  const cost = readAmount({ value: cell('cost'), line }, 'cost', exponent, report);
  if (cost === undefined) return undefined;

  const withdrawn = cost === withdrawnCost * 10 ** exponent;
  if (withdrawn) report({ line, code: 'project-withdrawn', value: quoted(id) });
  const project: PbProject = { id, line, withdrawn, ...(!withdrawn && { cost }) };
  // What the city counted is only compared: a slip there is no reason to refuse the project.
  for (const column of ['votes', 'score', 'selected'] as const) put(project, column, parseWhole(cell(column)));
  for (const column of texts) put(project, column, cell(column) || undefined);
  if (project.selected !== undefined && project.selected !== 0 && project.selected !== 1) {
    report({ line, code: 'selected-unusual', field: 'selected', value: cell('selected') });
  }
  return project;
}

import type { ConsultationDefinition, ContributionDefinition, ProposalDefinition, ProposalFormDefinition } from '@parvis/contract';
import type { PbRecord } from '@parvis/counting';
import { ImportError } from '../errors.ts';
import type { Findings } from '../findings.ts';
import type { ImportOptions, Kind } from '../options.ts';
import { checked, type Merged, mergeById, type Plan } from '../plan.ts';
import type { Source } from '../source.ts';
import { counted } from '../text.ts';
import { BadRow, Cells } from './cells.ts';
import { type Column, columns, type Layout, layoutOf } from './columns.ts';
import { contributionOf, proposalOf } from './entries.ts';
import { rowsOf } from './rows.ts';

/** What one list may hold: a consultation's definition is kept as a whole in memory. */
const mostEntries = 50_000;

/** Reads a list of proposals or decided projects through and checks every row. */
export async function planList(source: Source, name: string, options: ImportOptions, findings: Findings, told: (part: number) => void): Promise<Plan> {
  const rows = rowsOf(source, told);
  const { value: header } = await rows.next();
  const layout = checkedLayout(layoutOf(header?.cells ?? [], options.map));
  const kind = options.as ?? guessKind(layout);
  const list = kind === 'feedback' ? new Contributions(findings) : new Proposals();
  let read = 0;
  for await (const row of rows) {
    read += 1;
    takeRow(row, layout, list, findings);
    if (list.size > mostEntries) throw new ImportError(`Le fichier contient plus de ${counted(mostEntries, 'entrée')}. Partagez-le en plusieurs fichiers.`, row.line);
  }
  if (read === 0) throw new ImportError('Le fichier ne contient que la ligne des titres. Ajoutez au moins une ligne.');
  const consultation = options.consultation ?? name;
  return {
    consultation,
    sentences: [`${counted(list.size, list.one, list.many)}.`, ...roles(layout)],
    kept: { [kind]: list.size },
    leftOut: layout.leftOut,
    merge: (existing) => list.mergeInto(existing ?? checked({
      id: consultation,
      title: options.title ?? name,
      organiser: { name: options.organiser ?? 'L’organisateur' },
    })),
  };
}

function checkedLayout(layout: Layout): Layout {
  if (layout.missing.length > 0) {
    throw new ImportError(`--map nomme ${layout.missing.map((name) => `« ${name} »`).join(', ')}, que le fichier n’a pas. Ses colonnes : ${layout.headers.join(', ')}.`);
  }
  if (layout.at.has('title')) return layout;
  throw new ImportError(`Aucune colonne ne ressemble à un titre. Dites laquelle avec --map "En-tête=title". Colonnes lues : ${layout.headers.join(', ')}. Rôles : ${columns.join(', ')}.`);
}

/** Dates of steps, a status or an answer tell a list of decided projects from one of proposals. */
const guessKind = ({ at }: Layout): Exclude<Kind, 'pb'> => (at.has('step') || at.has('answer') || at.has('status') ? 'feedback' : 'proposals');

const roleWords: Record<Exclude<Column, 'ignore'>, string> = {
  id: 'numéro', title: 'titre', text: 'texte', category: 'thème', place: 'lieu', cost: 'coût', status: 'avancement', votes: 'nombre de soutiens',
  edition: 'édition', updated: 'mise à jour', published: 'date de publication', answer: 'réponse', step: 'date d’une étape',
};

function roles({ headers, at }: Layout): string[] {
  const pairs = [...at].flatMap(([column, places]) => places.map((i) => `« ${headers[i]} » → ${roleWords[column as keyof typeof roleWords]}`));
  return [`Colonnes gardées : ${pairs.join(', ')}.`];
}

interface List {
  readonly size: number;
  readonly one: string;
  readonly many: string;
  /** Takes a row in; throws a `BadRow` when it cannot be kept. */
  add(cells: Cells, line: number): void;
  mergeInto(before: ConsultationDefinition): Merged;
}

function takeRow(row: PbRecord, layout: Layout, list: List, findings: Findings): void {
  const { line, cells } = row;
  if (cells.every((cell) => cell === '')) return;
  if (row.cleaned) findings.addNote('control-characters', line, (n) => `${counted(n, 'ligne')} avec des signes illisibles (caractères de contrôle) : ils sont ôtés.`);
  try {
    if (cells.slice(layout.headers.length).some((cell) => cell !== '')) {
      throw new BadRow('cells-too-many', `Cette ligne a ${cells.length} cases pour ${layout.headers.length} colonnes. Mettez entre guillemets les textes qui contiennent le séparateur.`);
    }
    list.add(new Cells(layout, row), line);
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    findings.addBad({ line, code: error.code, message: error.message });
  }
}

/** Entries by id, each once. */
class Entries<T extends { id: string }> {
  private readonly byId = new Map<string, { entry: T; line: number }>();

  add(entry: T, line: number): void {
    const before = this.byId.get(entry.id);
    if (before) throw new BadRow('repeated', `Le numéro « ${entry.id} » est déjà pris par la ligne ${before.line}. Donnez un numéro à chaque ligne, ou ôtez celle-ci.`);
    this.byId.set(entry.id, { entry, line });
  }

  get list(): T[] {
    return [...this.byId.values()].map(({ entry }) => entry);
  }

  get size(): number {
    return this.byId.size;
  }
}

class Proposals implements List {
  readonly one = 'proposition';
  readonly many = 'propositions';
  private readonly entries = new Entries<ProposalDefinition>();
  private readonly categories = new Map<string, string>();

  get size(): number {
    return this.entries.size;
  }

  add(cells: Cells, line: number): void {
    const { entry, category } = proposalOf(cells);
    this.entries.add(entry, line);
    if (entry.category !== undefined && !this.categories.has(entry.category)) this.categories.set(entry.category, category);
  }

  mergeInto(before: ConsultationDefinition): Merged {
    const { list, replaced } = mergeById(before.proposals, this.entries.list);
    const proposalForm = this.form(before.proposalForm);
    return { definition: checked({ ...before, proposals: list, ...(proposalForm && { proposalForm }) }), replaced };
  }

  /** The form names the themes. A form made only for that is closed: importing a list does not open a consultation. */
  private form(before: ProposalFormDefinition | undefined) {
    if (this.categories.size === 0) return before;
    const known = new Set(before?.categories.map(({ id }) => id));
    const added = [...this.categories].filter(([id]) => !known.has(id)).map(([id, label]) => ({ id, label }));
    return { ...(before ?? { closesAt: new Date().toISOString() }), categories: [...(before?.categories ?? []), ...added] };
  }
}

class Contributions implements List {
  readonly one = 'projet décidé, avec ses étapes';
  readonly many = 'projets décidés, avec leurs étapes';
  private readonly entries = new Entries<ContributionDefinition>();
  private readonly findings: Findings;

  constructor(findings: Findings) {
    this.findings = findings;
  }

  get size(): number {
    return this.entries.size;
  }

  add(cells: Cells, line: number): void {
    const { entry, backwards, withoutStatus } = contributionOf(cells);
    this.entries.add(entry, line);
    if (backwards) {
      this.findings.addNote('dates-backwards', line, (n) => `${counted(n, 'projet')} avec des dates qui reculent d’une étape à la suivante : elles sont gardées telles quelles, dans l’ordre des étapes.`);
    }
    if (withoutStatus) this.findings.addNote('status-missing', line, (n) => `${counted(n, 'projet')} sans avancement : ${n < 2 ? 'montré comme accepté' : 'montrés comme acceptés'}.`);
  }

  mergeInto(before: ConsultationDefinition): Merged {
    const { list, replaced } = mergeById(before.feedback, this.entries.list);
    return { definition: checked({ ...before, feedback: list }), replaced };
  }
}

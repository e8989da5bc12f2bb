import type { Unit } from '@parvis/contract';
import type { PbRecord } from '@parvis/counting';
import { ImportError } from '../import/errors.ts';
import type { Findings } from '../import/findings.ts';
import { BadRow } from '../import/lists/cells.ts';
import { rowsOf } from '../import/lists/rows.ts';
import type { Source } from '../import/source.ts';
import { plain } from '../import/text.ts';
import { type UnitColumn, unitColumns, type UnitLayout, unitLayout } from './columns.ts';
import { brokenWord, isNoText } from './signs.ts';

/** One row of the list: what stands on the letter. Empty: the cell was empty, or there is no such column. */
export type ListedUnit = Record<UnitColumn, string> & { line: number };

export interface UnitList {
  layout: UnitLayout;
  units: ListedUnit[];
}

/** What a row cannot be without, which columns say that two rows are the same, and the words for one and for the list of them. */
export const rules: Record<Unit, { needs: UnitColumn; key: readonly UnitColumn[]; one: string; list: string }> = {
  dwelling: { needs: 'door', key: ['address', 'postcode', 'building', 'stair', 'floor', 'door'], one: 'Ce logement', list: 'la liste des logements au format CSV' },
  person: { needs: 'name', key: ['reference', 'name', 'address', 'building', 'stair', 'floor', 'door'], one: 'Cette personne', list: 'la liste des personnes au format CSV' },
  lease: { needs: 'reference', key: ['reference'], one: 'Ce bail', list: 'la liste des baux au format CSV' },
};

/** As a French mail merge reads them, and as {@link unitLayout} reads them again. */
export const columnWords: Record<UnitColumn, string> = {
  building: 'bâtiment', stair: 'escalier', floor: 'étage', door: 'porte', name: 'nom', reference: 'bail', address: 'adresse', postcode: 'code postal', town: 'ville', lang: 'langue',
};

const longest = 100;
const mostUnits = 100_000;

/**
 * Reads a list of dwellings (persons, leases) through. Rows in defect go to the findings; the others are in the order of the file.
 * @param langs languages that letters are written in
 * @throws ImportError when nothing can be read
 */
export async function readUnits(source: Source, unit: Unit, langs: readonly string[], findings: Findings): Promise<UnitList> {
  const { needs, key: sameColumns, one, list: wanted } = rules[unit];
  if (isNoText(source.head)) throw new ImportError(`Ce fichier ne contient pas de texte. Donnez ${wanted}.`);
  const rows = rowsOf(source, () => {});
  const { value: head } = await rows.next();
  if (head) readable(head, source);
  const layout = unitLayout(head?.cells ?? []);
  if (!layout.at.has(needs)) {
    throw new ImportError(`Aucune colonne ne dit « ${columnWords[needs]} ». Écrivez ce titre sur la première ligne. Colonnes lues : ${layout.headers.join(', ')}.`, 1);
  }
  const list: ListedUnit[] = [];
  const seen = new Map<string, number>();
  for await (const row of rows) {
    if (row.cells.every((cell) => cell === '')) continue;
    readable(row, source);
    try {
      const listed = unitOf(row, layout, unit, langs);
      const key = unitKey(listed, sameColumns);
      const before = seen.get(key);
      if (before !== undefined) throw new BadRow('repeated', `${one} est déjà à la ligne ${before} (${describeUnit(listed)}). Gardez une seule ligne.`);
      seen.set(key, row.line);
      list.push(listed);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      findings.addBad({ line: row.line, code: error.code, message: error.message });
    }
    if (list.length > mostUnits) throw new ImportError(`Le fichier contient plus de ${mostUnits} lignes. Partagez-le en plusieurs fichiers.`, row.line);
  }
  if (list.length === 0 && findings.badCount === 0) throw new ImportError('Le fichier ne contient que la ligne des titres. Ajoutez au moins une ligne.');
  return { layout, units: list };
}

/** A file in another encoding is not guessed at: a header that nobody recognises would lose its column, and letters would carry broken names. @throws ImportError */
function readable(row: PbRecord, { encoding }: Source): void {
  const text = row.cells.join(' ');
  // Signs that Windows has not were letters elsewhere; they are gone from the cells.
  const word = brokenWord(text) ?? (row.cleaned && encoding === 'windows-1252' ? text.trim().slice(0, 30) : undefined);
  if (word === undefined) return;
  throw new ImportError(`« ${word} » : les accents de ce fichier ne sont pas lisibles. Ouvrez-le dans le logiciel qui l’a écrit, et enregistrez-le de nouveau au format « CSV UTF-8 ».`, row.line);
}

function unitOf(row: PbRecord, layout: UnitLayout, unit: Unit, langs: readonly string[]): ListedUnit {
  const listed = listedUnit(row, layout);
  const { headers, at } = layout;
  // A building that is missing in one row would leave its dwelling out of the results by building.
  for (const column of [rules[unit].needs, 'building'] as const) {
    if (at.has(column) && listed[column] === '') throw new BadRow('missing', `Il manque « ${headers[at.get(column) ?? -1]} ». Remplissez cette case.`);
  }
  const lang = listed.lang.toLowerCase();
  if (lang !== '' && !langs.includes(lang)) throw new BadRow('lang-unknown', `« ${listed.lang} » : il n’y a pas de lettre dans cette langue. Écrivez ${langs.join(', ')}, ou videz la case.`);
  return { ...listed, lang };
}

/** The cells of a row by what they hold. @throws BadRow */
export function listedUnit({ line, cells }: PbRecord, { headers, at }: UnitLayout): ListedUnit {
  if (cells.slice(headers.length).some((cell) => cell !== '')) {
    throw new BadRow('cells-too-many', `Cette ligne a ${cells.length} cases pour ${headers.length} colonnes. Mettez entre guillemets les textes qui contiennent le séparateur.`);
  }
  const cell = (column: UnitColumn) => {
    // What our own tables put before a text that a spreadsheet would run.
    const value = (cells[at.get(column) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    if (value.length > longest) throw new BadRow('too-long', `« ${headers[at.get(column) ?? -1]} » a plus de ${longest} signes. Raccourcissez ce texte.`);
    return value;
  };
  return { ...(Object.fromEntries(unitColumns.map((column) => [column, cell(column)])) as Record<UnitColumn, string>), line };
}

/** Two rows with the same key stand for one dwelling, person or lease. */
export const unitKey = (unit: ListedUnit, columns: readonly UnitColumn[]): string => columns.map((column) => sameAs(unit[column])).join('\n');

/** `Porte 04` and `porte 4` are one door. */
const sameAs = (text: string): string => plain(text).replace(/\b0+(?=\d)/g, '');

/** In a few words: `Bâtiment A, escalier 2, porte 14`. */
export const describeUnit = (unit: ListedUnit): string =>
  (['building', 'stair', 'floor', 'door', 'name', 'reference'] as const).filter((column) => unit[column] !== '')
    .map((column) => (column === 'name' ? unit.name : withWord(columnWords[column], unit[column]))).join(', ');

/** `bâtiment A`, also where the cell says `Bâtiment A` already. */
export const withWord = (word: string, value: string): string => (plain(value).startsWith(plain(word)) ? value : `${word} ${value}`);

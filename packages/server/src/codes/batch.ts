import { codeFragment, createAccessCode, normalizeCode, type ConsultationDefinition, type Unit } from '@parvis/contract';
import type { NewCode } from '../store/code-store.ts';
import { unitColumns } from './columns.ts';
import type { Letter } from './letters/letter.ts';
import type { ListedUnit } from './units.ts';

/** One letter to print, with the languages it is written in. */
export interface AddressedLetter {
  letter: Letter;
  langs: readonly string[];
  group: string | undefined;
}

export interface BatchPlan {
  consultation: ConsultationDefinition;
  ballots: ConsultationDefinition['ballots'];
  unit: Unit;
  /** The page where people vote. */
  page: string;
  langs: readonly string[];
}

/** Draws a code for every unit. Plain codes are nowhere but in what this returns. */
export const lettersFor = (plan: BatchPlan, units: readonly ListedUnit[], groups: ReadonlyMap<string, string>): AddressedLetter[] =>
  units.map((unit) => addressed(plan, unit, { test: false, group: groups.get(unit.building) }));

/** Letters to practise with. */
export function testLetters(plan: BatchPlan, number: number): AddressedLetter[] {
  const nobody = Object.fromEntries(unitColumns.map((column) => [column, ''])) as Letter['to'];
  return Array.from({ length: number }, (_, i) => addressed(plan, { ...nobody, name: `Essai ${i + 1}` }, { test: true, group: undefined }));
}

function addressed({ page, langs }: BatchPlan, to: Letter['to'], { test, group }: { test: boolean; group: string | undefined }): AddressedLetter {
  const code = createAccessCode();
  return { letter: { to, code, link: page + codeFragment(code), test }, langs: to.lang === '' ? langs : [to.lang], group };
}

/** What the store takes in of the letters. */
export const codesOf = (letters: readonly AddressedLetter[]): NewCode[] =>
  letters.map(({ letter, group }) => ({ code: normalizeCode(letter.code), test: letter.test, group }));

/** The page of the server where a code is good: the ballot, or all ballots when there are several. */
export function serverPage(server: string, consultation: string, ballots: readonly { id: string }[]): string {
  const base = `${server.replace(/\/$/, '')}/c/${consultation}/vote`;
  return ballots.length === 1 ? `${base}/${ballots[0]?.id}` : base;
}

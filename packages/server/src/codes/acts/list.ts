import { basename } from 'node:path';
import type { Unit } from '@parvis/contract';
import { misuse, Stop } from '../../cli/stop.ts';
import { noteEncoding } from '../../import/command.ts';
import { ImportError } from '../../import/errors.ts';
import { Findings } from '../../import/findings.ts';
import { openSource } from '../../import/source.ts';
import { badLines } from '../../import/summary.ts';
import { counted } from '../../import/text.ts';
import { letterLanguages } from '../letters/words.ts';
import type { CodesOptions } from '../options.ts';
import { describeUnit, readUnits, rules, unitKey, type UnitList } from '../units.ts';

/** How many bad rows are listed. */
const listed = 20;

/** Reads the list that letters are written for. @throws Stop that names the rows to be corrected */
export async function readList(file: string, unit: Unit, findings: Findings): Promise<UnitList> {
  const name = basename(file);
  try {
    const source = await openSource(file, rules[unit].list);
    noteEncoding(source, findings, 'avant d’imprimer');
    const list = await readUnits(source, unit, letterLanguages, findings);
    if (findings.badCount === 0) return list;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new Stop(`${name} : ${error.line === undefined ? '' : `Ligne ${error.line} : `}${error.message}\nRien n’est créé.`, { cause: error });
  }
  throw refusal(name, findings);
}

/** Rows of a further list that have a code already would have two votes. @throws Stop that names them */
export async function refuseListed({ units, layout }: UnitList, unit: Unit, { units: file = '', lists }: CodesOptions): Promise<void> {
  if (lists.length === 0) throw misuse('Qui a déjà un code ? Donnez la première liste avec --list codes.csv : ainsi personne n’a deux codes.');
  const findings = new Findings();
  for (const before of lists) {
    const earlier = await readList(before, unit, new Findings());
    const shared = rules[unit].key.filter((column) => layout.at.has(column) && earlier.layout.at.has(column));
    const lines = new Map(earlier.units.map((one) => [unitKey(one, shared), one.line]));
    for (const one of units) {
      const line = lines.get(unitKey(one, shared));
      if (line !== undefined) findings.addBad({ line: one.line, code: 'repeated', message: `${rules[unit].one} a déjà un code, à la ligne ${line} de ${basename(before)} (${describeUnit(one)}). Enlevez cette ligne.` });
    }
  }
  if (findings.badCount > 0) throw refusal(basename(file), findings);
}

function refusal(name: string, findings: Findings): Stop {
  const shown = badLines(findings, listed).map((line) => `  ${line}`);
  return new Stop([`${name} : ${counted(findings.badCount, 'ligne')} à corriger.`, ...shown, 'Rien n’est créé.'].join('\n'));
}

import { basename } from 'node:path';
import { isParvisError } from '@parvis/contract';
import { misuse, Stop } from '../../cli/stop.ts';
import { noteEncoding } from '../../import/command.ts';
import { ImportError } from '../../import/errors.ts';
import { Findings } from '../../import/findings.ts';
import { openSource } from '../../import/source.ts';
import { counted, figure } from '../../import/text.ts';
import { createGroupKeys } from '../../store/sqlite/group-seal.ts';
import type { Store } from '../../store/store.ts';
import { type BatchPlan, codesOf, lettersFor, testLetters } from '../batch.ts';
import { writeLetters, writeTable } from '../files.ts';
import { groupsOf } from '../groups.ts';
import { letterLanguages } from '../letters/words.ts';
import type { CodesOptions } from '../options.ts';
import { findTarget, langsOf, pageOf, unitOf } from '../target.ts';
import { readUnits, type UnitList } from '../units.ts';
import { makeFolder } from './folder.ts';

/** How many bad rows are listed. */
const listed = 20;

export const keyFile = 'cle-batiments.pem';

/** Draws codes for a list and writes the letters: both or nothing. */
export async function createCodes(store: Store, options: CodesOptions, say: (line: string) => void): Promise<void> {
  if (options.units === undefined) throw misuse('Pour qui ? Donnez la liste des logements : parvis codes --units FICHIER');
  const target = await findTarget(store, options);
  const { consultation, ballots } = target;
  const plan: BatchPlan = { ...target, unit: unitOf(target), page: pageOf(target, options), langs: langsOf(target, options) };
  const findings = new Findings();
  const { units, layout } = await readList(options.units, plan, findings);
  const groups = await grouping(store, consultation.id, units);
  say(`${options.units} : ${counted(units.length, 'ligne')}.`);
  if (layout.leftOut.length > 0) say(`  Laissé de côté : ${layout.leftOut.join(', ')}.`);
  for (const { message } of findings.notes) say(`  À savoir : ${message}`);
  for (const line of aboutGroups(units, groups.of)) say(`  ${line}`);
  if (options.dryRun) return say('Tout est vérifié. Rien n’est créé (--dry-run).');

  const letters = lettersFor(plan, units, groups.of);
  const tests = testLetters(plan, options.test);
  const out = options.out ?? `codes-${consultation.id}`;
  const keys = groups.isNew ? createGroupKeys() : undefined;
  const folder = makeFolder(out);
  const files: [string, string][] = [];
  try {
    const frame = { ...plan, byBuilding: groups.of.size > 0 };
    files.push([writeTable(folder, letters), `${counted(letters.length, 'code')}, pour un publipostage`]);
    for (const name of await writeLetters(folder, frame, letters)) files.push([name, `lettres à imprimer (${plan.langs.join(', ')})`]);
    for (const name of await writeLetters(folder, frame, tests, 'essai')) files.push([name, `${counted(tests.length, 'lettre')} pour essayer : ces votes ne comptent pas`]);
    if (keys) {
      folder.write(keyFile, keys.privateKey);
      files.push([keyFile, 'à confier à une personne qui n’a ni la base ni les codes']);
    }
    await store.addCodes({
      consultation: consultation.id, ballots: ballots.map(({ id }) => id), codes: codesOf([...letters, ...tests]), add: options.add,
      reason: options.reason ?? (options.add ? 'ajout' : 'première liste'), groups: keys && { of: groups.of, publicKey: keys.publicKey },
    });
    folder.finish();
  } catch (error) {
    folder.discard();
    if (isParvisError(error) && error.code === 'already') throw new Stop('Ce vote a déjà des codes : une seconde liste donnerait deux voix à chacun. Pour de nouveaux logements seulement, ajoutez --add.');
    throw error;
  }
  say(`Codes créés pour ${ballots.map(({ id }) => id).join(', ')}. Dossier ${out} :`);
  for (const [name, what] of files) say(`  ${name.padEnd(18)} ${what}`);
  say('Ces codes ne sont écrits nulle part ailleurs. Gardez ce dossier hors de portée, et effacez-le après le vote.');
}

async function readList(file: string, { unit }: BatchPlan, findings: Findings): Promise<UnitList> {
  const name = basename(file);
  try {
    const source = await openSource(file);
    noteEncoding(source, findings);
    const list = await readUnits(source, unit, letterLanguages, findings);
    if (findings.badCount === 0) return list;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new Stop(`${name} : ${error.line === undefined ? '' : `Ligne ${error.line} : `}${error.message}\nRien n’est créé.`, { cause: error });
  }
  const shown = findings.bad.slice(0, listed).map(({ line, message }) => `  Ligne ${line} : ${message}`);
  const more = findings.badCount > shown.length ? [`  … et ${figure(findings.badCount - shown.length)} de plus.`] : [];
  throw new Stop([`${name} : ${counted(findings.badCount, 'ligne')} à corriger.`, ...shown, ...more, 'Rien n’est créé.'].join('\n'));
}

/** The groups of the first list stay: a building that joins later counts in the totals only. */
async function grouping(store: Store, consultation: string, units: UnitList['units']): Promise<{ of: ReadonlyMap<string, string>; isNew: boolean }> {
  const known = await store.buildings(consultation);
  const isFirst = known.size === 0 && (await store.codeCounts(consultation)).length === 0;
  const of = isFirst ? groupsOf(units) : known;
  return { of, isNew: isFirst && of.size > 0 };
}

function aboutGroups(units: UnitList['units'], of: ReadonlyMap<string, string>): string[] {
  if (!units.some(({ building }) => building !== '')) return [];
  if (of.size === 0) return ['Pas de résultats par bâtiment : il faut deux groupes de dix logements.'];
  const sizes = new Map<string, number>();
  for (const { building } of units) sizes.set(of.get(building) ?? '', (sizes.get(of.get(building) ?? '') ?? 0) + 1);
  const outside = sizes.get('') ?? 0;
  sizes.delete('');
  return [
    `Résultats par bâtiment : ${[...sizes].map(([group, size]) => `${group} (${size})`).join(', ')}.`,
    ...(outside > 0 ? [`Compté dans le total seulement : ${counted(outside, 'logement')} d’un bâtiment nouveau.`] : []),
  ];
}

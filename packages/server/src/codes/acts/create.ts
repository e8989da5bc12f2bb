import { isParvisError } from '@parvis/contract';
import { misuse, Stop } from '../../cli/stop.ts';
import { Findings } from '../../import/findings.ts';
import { counted } from '../../import/text.ts';
import { createGroupKeys } from '../../store/sqlite/group-seal.ts';
import type { Store } from '../../store/store.ts';
import { type BatchPlan, codesOf, lettersFor, testLetters } from '../batch.ts';
import { writeLetters, writeTable } from '../files.ts';
import type { CodesOptions } from '../options.ts';
import { findTarget, langsOf, pageOf, unitOf } from '../target.ts';
import { refuseTooMany } from './electorate.ts';
import { makeFolder } from './folder.ts';
import { aboutGroups, grouping } from './grouping.ts';
import { readList, refuseListed } from './list.ts';

export const keyFile = 'cle-batiments.pem';
const secondList = 'Ce vote a déjà des codes : une seconde liste donnerait deux voix à chacun. Pour de nouveaux logements seulement, ajoutez --add, et la première liste : --list codes.csv.';

/** Draws codes for a list and writes the letters: both or nothing. */
export async function createCodes(store: Store, options: CodesOptions, say: (line: string) => void): Promise<void> {
  if (options.units === undefined) throw misuse('Pour qui ? Donnez la liste des logements : parvis codes --units FICHIER');
  const target = await findTarget(store, options);
  const { consultation, ballots } = target;
  const plan: BatchPlan = { ...target, unit: unitOf(target), page: pageOf(target, options), langs: langsOf(target, options) };
  const findings = new Findings();
  const list = await readList(options.units, plan.unit, findings);
  const { units, layout } = list;
  if (options.add) await refuseListed(list, plan.unit, options);
  else if ((await store.codeCounts(consultation.id)).some(({ ballot }) => ballots.some(({ id }) => id === ballot))) throw new Stop(secondList);
  await refuseTooMany(store, target, units.length);
  const groups = await grouping(store, plan, list, options);
  say(`${options.units} : ${counted(units.length, 'ligne')}.`);
  if (layout.leftOut.length > 0) say(`  Laissé de côté : ${layout.leftOut.join(', ')}.`);
  for (const { message } of findings.notes) say(`  À savoir : ${message}`);
  for (const line of aboutGroups(units, groups.of, options)) say(`  ${line}`);
  if (options.dryRun) return say('Tout est vérifié. Rien n’est créé (--dry-run).');

  const letters = lettersFor(plan, units, groups.of);
  const tests = testLetters(plan, options.test);
  const out = options.out ?? `codes-${consultation.id}`;
  const keys = groups.isNew ? createGroupKeys() : undefined;
  const folder = makeFolder(out);
  const files: [string, string][] = [];
  try {
    const frame = { ...plan, byBuilding: groups.of.size > 0, serverPages: options.page === undefined, madeAt: new Date() };
    files.push([writeTable(folder, frame, letters), `${counted(letters.length, 'code')}, pour un publipostage`]);
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
    if (isParvisError(error) && error.code === 'already') throw new Stop(secondList, { cause: error });
    throw error;
  }
  say(`Codes créés pour ${ballots.map(({ id }) => id).join(', ')}. Dossier ${out} :`);
  for (const [name, what] of files) say(`  ${name.padEnd(18)} ${what}`);
  say('Ces codes ne sont écrits nulle part ailleurs. Gardez ce dossier hors de portée, et effacez-le après le vote.');
}

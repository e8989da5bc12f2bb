import { basename } from 'node:path';
import { codeFragment, createAccessCode, isParvisError, normalizeCode, readAccessCode } from '@parvis/contract';
import { misuse, Stop } from '../../cli/stop.ts';
import { ImportError } from '../../import/errors.ts';
import { BadRow } from '../../import/lists/cells.ts';
import { rowsOf } from '../../import/lists/rows.ts';
import { openSource } from '../../import/source.ts';
import { plain } from '../../import/text.ts';
import type { VoidedCode } from '../../store/code-store.ts';
import type { Store } from '../../store/store.ts';
import { unitLayout } from '../columns.ts';
import { writeLetters, writeTable } from '../files.ts';
import type { CodesOptions } from '../options.ts';
import { findTargets, langsOf, pageOf, type Target, unitOf } from '../target.ts';
import { describeUnit, type ListedUnit, listedUnit } from '../units.ts';
import { makeFolder } from './folder.ts';

/** Withdraws a code that has not voted. */
export async function voidCode(store: Store, options: CodesOptions, say: (line: string) => void): Promise<void> {
  const code = typedCode(options);
  const reason = reasonOf(options);
  const done = await whereItIs(await findTargets(store, options), ({ consultation }) => withdraw(store, { consultation: consultation.id, code, reason }));
  say(`Ce code ne vote plus pour ${done.voided.join(', ')}.`);
  if (done.voted.length > 0) say(`Il a déjà voté pour ${done.voted.join(', ')} : ce vote reste.`);
}

/** Withdraws a code and writes the letter anew with another: both or nothing. */
export async function replaceCode(store: Store, options: CodesOptions, say: (line: string) => void): Promise<void> {
  const code = typedCode(options);
  if (options.lists.length === 0) throw misuse('À qui écrire ? Donnez la liste de la première lettre : --list codes.csv');
  const reason = reasonOf(options);
  const targets = await findTargets(store, options);
  const to = await findUnit(options.lists, code);
  await whereItIs(targets, (target) => replaceIn(target, { store, options, code, to, reason, say }));
}

interface Replacing {
  store: Store;
  options: CodesOptions;
  code: string;
  to: ListedUnit;
  reason: string;
  say: (line: string) => void;
}

async function replaceIn(target: Target, { store, options, code, to, reason, say }: Replacing): Promise<void> {
  const plan = { ...target, unit: unitOf(target), page: pageOf(target, options), langs: langsOf(target, options) };
  const by = createAccessCode();
  const letter = { to, code: by, link: plan.page + codeFragment(by), test: false };
  const letters = [{ letter, langs: to.lang === '' ? plan.langs : [to.lang], group: undefined }];
  const out = options.out ?? `codes-${target.consultation.id}-remplacement`;
  const folder = makeFolder(out);
  try {
    const byBuilding = (await store.buildings(target.consultation.id)).has(to.building);
    const frame = { ...plan, byBuilding, serverPages: options.page === undefined, madeAt: new Date() };
    const files = [writeTable(folder, frame, letters), ...(await writeLetters(folder, frame, letters, 'lettre'))];
    const done = await withdraw(store, { consultation: target.consultation.id, code, by: normalizeCode(by), reason });
    folder.finish();
    say(`${describeUnit(to)} : nouvelle lettre dans ${out} (${files.join(', ')}). L’ancien code ne vote plus.`);
    if (done.voted.length > 0) say(`L’ancien code a déjà voté pour ${done.voted.join(', ')} : ce vote reste, et le nouveau code n’y vote pas.`);
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** Several consultations may ask for codes: the right one is where the code is known. */
async function whereItIs<T>(targets: readonly Target[], act: (target: Target) => Promise<T>): Promise<T> {
  const [target, ...others] = targets;
  try {
    return await act(target as Target);
  } catch (error) {
    if (others.length > 0 && error instanceof UnknownCode) return whereItIs(others, act);
    throw error;
  }
}

class UnknownCode extends Stop {}

function typedCode({ act, code }: CodesOptions): string {
  if (code === '') throw misuse(`Quel code ? Écrivez : parvis codes ${act} CODE`);
  const read = readAccessCode(code);
  if ('slip' in read) throw new Stop('Ce code n’est pas juste. Relisez-le sur la liste ou sur la lettre : quatre groupes de quatre signes.');
  return read.code;
}

function reasonOf({ reason }: CodesOptions): string {
  if (reason === undefined || reason.trim() === '') throw misuse('Pour quel motif ? Ajoutez par exemple --reason "lettre perdue". Le journal garde ce motif : n’y écrivez ni nom ni logement.');
  return reason.trim();
}

const refusals: Record<string, string> = {
  already: 'Ce code est déjà annulé. Rien n’est changé.',
  'already-voted': 'Ce code a déjà voté. Son vote reste, car rien ne dit lequel c’est : il n’y a rien à remplacer.',
};

async function withdraw(store: Store, act: Parameters<Store['voidCode']>[0]): Promise<VoidedCode> {
  try {
    return await store.voidCode(act);
  } catch (error) {
    if (isParvisError(error) && error.code === 'not-found') throw new UnknownCode('Ce code n’est pas de cette consultation. Rien n’est changé.', { cause: error });
    const sentence = isParvisError(error) ? refusals[error.code] : undefined;
    if (sentence === undefined) throw error;
    throw new Stop(sentence, { cause: error });
  }
}

/** Who the letter with this code was written to. */
async function findUnit(lists: readonly string[], code: string): Promise<ListedUnit> {
  for (const list of lists) {
    const unit = await unitIn(list, code);
    if (unit) return unit;
  }
  throw new Stop(`Ce code n’est pas dans ${lists.map((list) => basename(list)).join(', ')}. S’il vient d’une lettre de remplacement ou d’un ajout, donnez la liste écrite avec cette lettre : --list DOSSIER/codes.csv. Rien n’est changé.`);
}

async function unitIn(list: string, code: string): Promise<ListedUnit | undefined> {
  const name = basename(list);
  try {
    const rows = rowsOf(await openSource(list, 'le fichier codes.csv que Parvis a écrit'), () => {});
    const { value: head } = await rows.next();
    const at = head?.cells.findIndex((header) => plain(header) === 'code') ?? -1;
    if (at < 0) throw new Stop(`${name} n’a pas de colonne « code ». Donnez le fichier codes.csv que Parvis a écrit.`);
    for await (const row of rows) if (normalizeCode(row.cells[at] ?? '') === code) return listedUnit(row, unitLayout(head?.cells ?? []));
    return undefined;
  } catch (error) {
    if (error instanceof ImportError || error instanceof BadRow) throw new Stop(`${name} : ${error.message}`, { cause: error });
    throw error;
  }
}

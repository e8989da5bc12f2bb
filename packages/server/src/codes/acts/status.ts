import { counted, figure } from '../../import/text.ts';
import type { CodeLogEntry } from '../../store/code-store.ts';
import type { Store } from '../../store/store.ts';
import type { CodesOptions } from '../options.ts';
import { findTarget } from '../target.ts';

const actWords: Record<CodeLogEntry['act'], [one: string, many: string]> = {
  created: ['code créé', 'codes créés'], voided: ['code annulé', 'codes annulés'], replaced: ['code remplacé', 'codes remplacés'],
};

/** How many codes stand where, and what was done with them. It names no code. */
export async function showStatus(store: Store, options: CodesOptions, say: (line: string) => void): Promise<void> {
  const { consultation, ballots } = await findTarget(store, options);
  const [counts, log] = await Promise.all([store.codeCounts(consultation.id), store.codeLog(consultation.id)]);
  for (const { id } of ballots) {
    const of = counts.find(({ ballot }) => ballot === id);
    if (!of) say(`${id} : pas encore de codes.`);
    else say(`${id} : ${figure(of.used)} sur ${counted(of.used + of.unused, 'code')} ont servi. En plus : ${counted(of.void, 'code annulé', 'codes annulés')}, ${counted(of.test, 'code')} d’essai.`);
  }
  for (const { day, act, codes, reason } of log) say(`  ${day}  ${counted(codes, ...actWords[act])} : ${reason}`);
}

import { readFileSync } from 'node:fs';
import { isFinal, partStatus, type BallotDefinition } from '@parvis/contract';
import { misuse, Stop } from '../../cli/stop.ts';
import { keptTotals } from '../../domain/results.ts';
import { counted } from '../../import/text.ts';
import type { GroupVote } from '../../store/group-store.ts';
import { openGroupVote } from '../../store/sqlite/group-seal.ts';
import type { Store } from '../../store/store.ts';
import { buildingTotals } from '../building-totals.ts';
import type { CodesOptions } from '../options.ts';
import { findTarget } from '../target.ts';

/** After closing: opens the sealed votes, keeps the totals of groups that are large enough, and forgets the rest. */
export async function openBuildings(store: Store, options: CodesOptions, say: (line: string) => void): Promise<void> {
  if (options.key === undefined) throw misuse('Avec quelle clé ? Écrivez : parvis codes buildings --key cle-batiments.pem');
  const { consultation, ballots } = await findTarget(store, options);
  const now = new Date();
  const open = ballots.filter((ballot) => partStatus(consultation, ballot, now) !== 'closed');
  if (open.length > 0) throw new Stop(`Le vote n’est pas terminé pour ${open.map(({ id }) => id).join(', ')}. Les résultats par bâtiment s’ouvrent après la clôture.`);
  const waiting = ballots.filter((ballot) => !isFinal(ballot, 'closed'));
  if (waiting.length > 0) throw new Stop(`Il reste des bulletins de papier à compter pour ${waiting.map(({ id }) => id).join(', ')}. Ouvrez les résultats par bâtiment ensuite.`);
  const key = readKey(options.key);
  // Every ballot is opened before the first is kept: a wrong key changes nothing.
  const opened = await Promise.all(ballots.map(async (ballot) => ({ ballot, votes: openAll(key, await store.groupVotes(consultation.id, ballot.id)) })));
  for (const { ballot, votes } of opened) await keep(store, consultation.id, ballot, votes, say);
}

async function keep(store: Store, consultation: string, ballot: BallotDefinition, votes: readonly GroupVote[], say: (line: string) => void): Promise<void> {
  if (votes.length === 0) return say(`${ballot.id} : rien à ouvrir.`);
  const groups = buildingTotals(ballot, votes, keptTotals(ballot, await store.tally(consultation, ballot.id)));
  await store.putGroupTotals(consultation, ballot.id, groups);
  if (groups.length === 0) return say(`${ballot.id} : trop peu de réponses pour montrer les bâtiments à part.`);
  say(`${ballot.id} : ${groups.map(({ group, voters }) => `${group} (${counted(voters, 'réponse')})`).join(', ')}.`);
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Stop(`La clé ${file} ne peut pas être lue (${(error as NodeJS.ErrnoException).code}). Vérifiez son nom et vos droits.`, { cause: error });
  }
}

function openAll(key: string, sealed: readonly Uint8Array[]): GroupVote[] {
  try {
    return sealed.map((one) => openGroupVote(key, one));
  } catch (error) {
    throw new Stop('Cette clé n’ouvre pas ces votes. Donnez le fichier cle-batiments.pem écrit avec les codes de cette consultation. Rien n’est changé.', { cause: error });
  }
}

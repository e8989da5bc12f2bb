import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ballot, ConsultationFile } from '@parvis/contract';

/** A participatory budget of the usual size: 20 projects, three votes each, results in the open. */
export const consultation: ConsultationFile = {
  id: 'load',
  title: 'Budget participatif',
  organiser: { name: 'Commune' },
  proposalForm: { moderation: 'after' },
  ballots: [{
    id: 'vote',
    title: 'Quels projets ?',
    method: 'budget',
    max: 3,
    ceiling: 100_000_00,
    currency: 'EUR',
    results: 'live',
    options: Array.from({ length: 20 }, (_, i) => ({
      id: `projet-${i + 1}`, number: i + 1, label: `Projet numéro ${i + 1}`, text: 'Un projet pour le quartier. '.repeat(8), cost: 10_000_00 + i * 1_000_00,
    })),
  }],
};

/** Writes it where a server can open it. @returns the file's path */
export async function writeConsultation(folder: string): Promise<string> {
  const file = join(folder, 'consultation.json');
  await writeFile(file, JSON.stringify(consultation));
  return file;
}

export const ballotPath = '/api/v1/consultations/load/ballots/vote';

export async function fetchBallot(url: string): Promise<Ballot> {
  const answer = await fetch(url + ballotPath);
  if (!answer.ok) throw new Error(`the ballot: ${answer.status}`);
  return (await answer.json()) as Ballot;
}

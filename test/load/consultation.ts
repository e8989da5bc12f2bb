import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAccessCode, normalizeCode, type Ballot, type ConsultationFile } from '@parvis/contract';
import { openSqliteStore } from '@parvis/server';

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
export async function writeConsultation(folder: string, eligibility: Ballot['eligibility'] = 'open'): Promise<string> {
  const file = join(folder, 'consultation.json');
  await writeFile(file, JSON.stringify({ ...consultation, ballots: consultation.ballots?.map((ballot) => ({ ...ballot, eligibility })) }));
  return file;
}

/** Makes codes beside the server that is running, as `parvis codes` does. `byBuilding`: each vote is also sealed with its building. @returns them */
export async function issueCodes(data: string, number: number, byBuilding: boolean): Promise<string[]> {
  const codes = Array.from({ length: number }, createAccessCode);
  const publicKey = generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const store = openSqliteStore(data);
  try {
    await store.addCodes({
      consultation: 'load', ballots: ['vote'], add: false, reason: 'load',
      codes: codes.map((code, i) => ({ code: normalizeCode(code), test: false, group: byBuilding ? `Bâtiment ${i % 8}` : undefined })),
      groups: byBuilding ? { of: new Map(), publicKey } : undefined,
    });
  } finally {
    await store.close();
  }
  return codes;
}

export const ballotPath = '/api/v1/consultations/load/ballots/vote';

export async function fetchBallot(url: string): Promise<Ballot> {
  const answer = await fetch(url + ballotPath);
  if (!answer.ok) throw new Error(`the ballot: ${answer.status}`);
  return (await answer.json()) as Ballot;
}

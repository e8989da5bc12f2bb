import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HOUR = 3_600_000;

const projects = ['Des bancs à l’ombre', 'Un jardin partagé', 'Réparer l’horloge', 'Une fontaine'].map((label, i) => ({ id: `p${i + 1}`, number: i + 1, label }));
const priced = projects.map((option, i) => ({ ...option, cost: (i + 1) * 1_000_000, place: `Quartier ${i + 1}` }));
const yesOrNo = ['Oui', 'Non'].map((label, i) => ({ id: `r${i + 1}`, number: i + 1, label }));
const grades = ['Très bien', 'Bien', 'Passable', 'À rejeter'].map((label, i) => ({ id: `g${i}`, label }));

/** What each method asks for besides its options. */
const rules = {
  single: {},
  'yes-no': { options: yesOrNo },
  approval: { max: 3 },
  budget: { options: priced, ceiling: 5_000_000, currency: 'EUR' },
  points: { purse: 10, cap: 5 },
  ranking: {},
  grades: { grades },
  score: { scores: { from: 0, to: 5 } },
} as const;

export type EveryMethod = keyof typeof rules;
export const everyMethod = Object.keys(rules) as EveryMethod[];

/** Writes a consultation with one ballot of each method, open now; a ballot has the id of its method. @returns the file */
export async function writeEveryMethod(folder: string): Promise<string> {
  const file = join(folder, 'every-method.json');
  await writeFile(file, JSON.stringify({
    id: 'toutes', title: 'Toutes les façons de voter', languages: ['fr'],
    opensAt: new Date(Date.now() - HOUR).toISOString(), closesAt: '2099-05-31T20:00:00+02:00',
    organiser: { name: 'Ville de Merlaval', contact: 'participation@merlaval.example' },
    offline: 'Vous pouvez voter sur papier à la mairie.',
    ballots: everyMethod.map((method) => ({ id: method, method, title: `Vote par ${method}`, options: projects, blank: true, eligibility: 'open', results: 'hidden', ...rules[method] })),
  }));
  return file;
}

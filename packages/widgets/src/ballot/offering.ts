import type { Ballot, BallotOption, PartialBackend, Receipt } from '@parvis/contract';
import { randomKey } from '@parvis/contract/codes';
import { appears, giving } from '../shared/example.ts';
import type { ParvisBallot } from './ballot.ts';

/** What the named states of ballots are made of: a town's projects, a backend that offers them, and what a person does. */

export const euros = (n: number): number => n * 100;
export const project = (number: number, label: string, cost: number, place: string, text?: string): BallotOption =>
  ({ id: `p${number}`, number, label, cost: euros(cost), place, ...(text && { text }) });

export const projects: BallotOption[] = [
  project(1, 'Des bancs à l’ombre sur le mail', 48_000, 'Mail des Tilleuls', 'Douze bancs avec dossier et accoudoirs, sous les arbres, un tous les cinquante mètres.'),
  project(2, 'Un jardin partagé derrière la gare', 62_500, 'Rue du Dépôt', 'Trente parcelles, un point d’eau et un abri pour les outils.'),
  project(3, 'Réparer l’horloge du marché', 18_200, 'Place du Marché'),
  project(4, 'Une piste cyclable jusqu’au collège', 390_000, 'Route de la Plaine', 'Une voie séparée de la route, sur 1,4 km, avec des passages surélevés.'),
  project(5, 'Des fontaines à eau fraîche', 36_000, 'Six places de la ville'),
  project(6, 'Une cour d’école plantée d’arbres', 145_000, 'École des Hirondelles', 'Le bitume laisse la place à la terre, à l’ombre et à une mare.'),
  { ...project(7, 'Un kiosque à musique', 210_000, 'Parc du Moulin'), withdrawn: true },
  project(8, 'Des toilettes publiques accessibles', 128_000, 'Port et Grand-Place'),
  project(9, 'Une boîte à livres par quartier', 9_900, 'Onze quartiers'),
  project(10, 'Éclairer le chemin du stade', 74_000, 'Chemin du Stade', 'Des lampes basses qui s’allument quand on passe, pour laisser la nuit aux animaux.'),
];

/** Short answers, as to a question. */
export const answers = (...labels: string[]): BallotOption[] => labels.map((label, i) => ({ id: `r${i + 1}`, number: i + 1, label }));

const base: Omit<Ballot, 'id'> = {
  consultation: 'bp-2027', title: 'Budget participatif 2027', lang: 'fr', method: 'budget', options: projects, min: 0, blank: true,
  text: 'Le conseil municipal réserve 500 000 € à des projets proposés par les habitants.',
  ceiling: euros(500_000), currency: 'EUR', closesAt: '2027-03-28T18:00:00+02:00', status: 'open', eligibility: 'open', results: 'hidden', rulesHash: 'r1',
  offline: 'Vous pouvez voter sur papier à la mairie, à la médiathèque et au marché du samedi.\n\nBesoin d’aide ? Appelez le 01 99 00 12 34.',
};
const receipt: Receipt = { receipt: '7KQM4XTP9WAC3RHD', consultation: 'bp-2027', ballot: 'b', channel: 'online', day: '2027-03-14' };

/** A backend with one ballot. Its id differs each time, so that nothing kept on the device reaches from one example to another. */
export const offering = (ballot: Partial<Ballot> = {}, votes: Partial<NonNullable<PartialBackend['votes']>> = {}): PartialBackend => {
  const id = randomKey();
  return { votes: { ballot: giving({ ...base, ...ballot, id }), cast: giving(receipt), ...votes } };
};

const one = <T extends HTMLElement>(element: ParvisBallot, selector: string): T | null => element.renderRoot.querySelector<T>(selector);

/** Waits for it, then clicks it. */
export const press = async (element: ParvisBallot, selector: string): Promise<void> => {
  await appears(element, selector);
  one(element, selector)?.click();
  await element.updateComplete;
};
export const tick = (...ids: string[]) => async (element: ParvisBallot): Promise<void> => {
  for (const id of ids) await press(element, `input[value="${id}"]`);
};
export const review = (...ids: string[]) => async (element: ParvisBallot): Promise<void> => {
  await tick(...ids)(element);
  await press(element, '.pv-main');
};
export const vote = (then: string, ...ids: string[]) => async (element: ParvisBallot): Promise<void> => {
  await review(...ids)(element);
  await cast(then)(element);
};
/** From the review to what comes of the vote. */
export const cast = (then: string) => async (element: ParvisBallot): Promise<void> => {
  await appears(element, '.pv-chosen');
  await press(element, '.pv-main');
  await appears(element, then);
};

/** Types a text into the field of the option at a place in the ballot. */
export const type = async (element: ParvisBallot, place: number, text: string): Promise<void> => {
  const field = one<HTMLInputElement>(element, `input[id$="o${place}"]`);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await element.updateComplete;
};

import type { Ballot } from '@parvis/contract';
import type { Example } from '../../shared/example.ts';
import type { ParvisBallot } from '../ballot.ts';
import { cast, offering, press, type } from '../offering.ts';

export const pointsBallot: Partial<Ballot> = { method: 'points', title: 'À quoi donner la priorité ?', text: 'Répartissez vos points entre les projets du quartier.', ceiling: undefined, purse: 10, cap: 5 };

const given = (...points: [place: number, text: string][]) => async (element: ParvisBallot): Promise<void> => {
  for (const [place, text] of points) await type(element, place, text);
};
const checked = (...points: [place: number, text: string][]) => async (element: ParvisBallot): Promise<void> => {
  await given(...points)(element);
  await press(element, '.pv-main');
};

export const pointsStates: Example<ParvisBallot>[] = [
  { name: 'points', title: 'Points : aucun n’est donné', backend: () => offering(pointsBallot) },
  { name: 'points-given', title: 'Points : sept sur dix sont donnés', backend: () => offering(pointsBallot), act: given([0, '5'], [2, '2']) },
  { name: 'points-over', title: 'Points : trop de points', backend: () => offering(pointsBallot), act: given([0, '5'], [1, '5'], [5, '3']) },
  { name: 'points-error', title: 'Points : la vérification est refusée', backend: () => offering(pointsBallot), act: checked([0, '7'], [2, 'deux']) },
  { name: 'points-review', title: 'Points : vérifier', backend: () => offering(pointsBallot), act: checked([0, '5'], [2, '2'], [9, '1']) },
  { name: 'points-done', title: 'Points : vote arrivé', backend: () => offering(pointsBallot), act: async (e) => { await checked([0, '5'])(e); await cast('[data-kind=ok]')(e); } },
];

import type { Ballot } from '@parvis/contract';
import type { Example } from '../../shared/example.ts';
import type { ParvisBallot } from '../ballot.ts';
import { cast, offering, press } from '../offering.ts';

export const rankingBallot: Partial<Ballot> = { method: 'ranking', title: 'Dans quel ordre faire les travaux ?', text: 'Nous commencerons par les projets que vous mettez en premier.', ceiling: undefined, max: 4 };

const ranked = (...places: number[]) => async (element: ParvisBallot): Promise<void> => {
  for (const place of places) await press(element, `button[name="add"][id$="o${place}"]`);
};
const checked = (...places: number[]) => async (element: ParvisBallot): Promise<void> => {
  await ranked(...places)(element);
  await press(element, '.pv-main');
};

export const rankingStates: Example<ParvisBallot>[] = [
  { name: 'ranking', title: 'Classement : rien n’est classé', backend: () => offering(rankingBallot) },
  { name: 'ranking-begun', title: 'Classement : trois projets sont classés', backend: () => offering(rankingBallot), act: ranked(5, 1, 8) },
  { name: 'ranking-over', title: 'Classement : un projet de trop', backend: () => offering(rankingBallot), act: ranked(5, 1, 8, 0, 2) },
  { name: 'ranking-error', title: 'Classement : la vérification est refusée', backend: () => offering({ ...rankingBallot, min: 2 }), act: checked(5) },
  { name: 'ranking-review', title: 'Classement : vérifier', backend: () => offering(rankingBallot), act: checked(5, 1, 8) },
  { name: 'ranking-done', title: 'Classement : vote arrivé', backend: () => offering(rankingBallot), act: async (e) => { await checked(5, 1)(e); await cast('[data-kind=ok]')(e); } },
];

import type { Ballot, BallotOption } from '@parvis/contract';
import type { Example } from '../../shared/example.ts';
import type { ParvisBallot } from '../ballot.ts';
import { cast, euros, offering, press, tick, type } from '../offering.ts';

/** Twelve ideas in five districts: sixty projects, each with a number, a cost, a place and a theme. */
const ideas: readonly [label: string, cost: number, category: string, text: string][] = [
  ['Des bancs à l’ombre', 48_000, 'Cadre de vie', 'Douze bancs avec dossier et accoudoirs, sous les arbres, un tous les cinquante mètres.'],
  ['Un jardin partagé', 62_500, 'Nature en ville', 'Trente parcelles, un point d’eau et un abri pour les outils. Une association locale ouvre le jardin trois jours par semaine.'],
  ['Une piste cyclable', 390_000, 'Déplacements', 'Une voie séparée de la route, avec des passages surélevés.'],
  ['Des fontaines à eau fraîche', 36_000, 'Cadre de vie', 'Elles marchent de mai à octobre.'],
  ['Une cour d’école plantée', 145_000, 'Nature en ville', 'Le bitume laisse la place à la terre, à l’ombre et à une mare.'],
  ['Des toilettes accessibles', 128_000, 'Cadre de vie', 'Ouvertes jour et nuit, avec une table à langer pour adultes.'],
  ['Une boîte à livres', 4_900, 'Culture', 'Chacun prend un livre et en laisse un autre.'],
  ['Un éclairage qui s’adapte', 74_000, 'Déplacements', 'Des lampes basses qui s’allument quand on passe.'],
  ['Un terrain de pétanque', 21_000, 'Sport', 'Six pistes, des bancs et de l’ombre.'],
  ['Une scène de plein air', 88_000, 'Culture', 'Pour la musique, le théâtre et le cinéma d’été.'],
  ['Des agrès pour tous', 57_000, 'Sport', 'Aussi pour les personnes en fauteuil.'],
  ['Un abri pour les vélos', 33_000, 'Déplacements', 'Vingt places fermées, avec des prises.'],
];
const districts = ['Centre', 'Gare', 'Port', 'Les Tilleuls', 'Belle-Étoile'];

/** Two pictures of one pixel each: nothing is fetched. */
const picture = { src: 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', alt: 'Plan du projet : trois rangées de parcelles autour d’un point d’eau' };

export const sixty: BallotOption[] = districts.flatMap((place, d) => ideas.map(([label, cost, category, text], i) => ({
  id: `s${d * 12 + i + 1}`, number: d * 12 + i + 1, label: `${label} (${place})`, cost: euros(cost), place, category, text,
  ...(i === 1 && { picture }), ...(d === 2 && i === 8 && { withdrawn: true }),
})));

export const longBallot: Partial<Ballot> = {
  method: 'approval', max: 10, ceiling: undefined, options: sixty, title: 'Soixante projets pour la ville', text: 'Les habitants ont proposé soixante projets. Choisissez ceux que vous voulez voir naître.',
};
const longPoints: Partial<Ballot> = { ...longBallot, method: 'points', max: undefined, purse: 10, cap: 5 };

type Act = (element: ParvisBallot) => Promise<void>;
const then = (...acts: Act[]): Act => async (element) => { for (const act of acts) await act(element); };
const control = (element: ParvisBallot, name: string): HTMLInputElement | HTMLSelectElement | null => element.renderRoot.querySelector(`[id$="-${name}"]`);

/** Writes in the search, or picks from a filter. */
export const look = (name: 'words' | 'by-category' | 'by-place', value: string): Act => async (element) => {
  const field = control(element, name);
  if (!field) throw new Error(`no ${name}`);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await element.updateComplete;
};
export const compare: Act = (element) => press(element, '[aria-expanded]');
const onlyMine: Act = (element) => press(element, '[id$="-mine"]');
const added = (...places: number[]): Act => then(...places.map((place) => (element: ParvisBallot) => press(element, `button[name="add"][id$="o${place}"]`)));

export const longStates: Example<ParvisBallot>[] = [
  { name: 'long', title: 'Soixante projets', backend: () => offering(longBallot), act: tick('s1', 's30') },
  { name: 'long-found', title: 'Soixante projets : une recherche et un thème', backend: () => offering(longBallot), act: then(tick('s1', 's30'), look('words', 'velo'), look('by-category', 'Déplacements')) },
  { name: 'long-nothing', title: 'Soixante projets : rien ne correspond', backend: () => offering(longBallot), act: then(tick('s1'), look('words', 'piscine')) },
  { name: 'long-mine', title: 'Soixante projets : seulement les choix', backend: () => offering(longBallot), act: then(tick('s1', 's30', 's14'), onlyMine) },
  { name: 'long-compare', title: 'Soixante projets : comparer ses choix', backend: () => offering(longBallot), act: then(tick('s1', 's30', 's14'), compare) },
  { name: 'long-compare-none', title: 'Soixante projets : rien à comparer encore', backend: () => offering(longBallot), act: compare },
  { name: 'long-error', title: 'Soixante projets : une recherche ne cache pas ce qui est à corriger', backend: () => offering({ ...longBallot, max: 2 }), act: then(tick('s1', 's30', 's14'), look('words', 'pétanque'), (e) => press(e, '.pv-main')) },
  { name: 'random', title: 'Dix projets, dans un ordre tiré au sort', backend: () => offering({ order: 'random' }) },
  { name: 'long-random', title: 'Soixante projets, dans un ordre tiré au sort', backend: () => offering({ ...longBallot, order: 'random' }) },
  { name: 'long-points', title: 'Soixante projets : des points, et une recherche', backend: () => offering(longPoints), act: then((e) => type(e, 0, '4'), (e) => type(e, 7, '2'), look('by-place', 'Centre')) },
  { name: 'long-ranking', title: 'Soixante projets : un classement, et une recherche', backend: () => offering({ ...longBallot, method: 'ranking', max: 5 }), act: then(added(3, 40, 12), look('words', 'jardin')) },
  { name: 'long-review', title: 'Soixante projets : vérifier', backend: () => offering({ ...longBallot, order: 'random' }), act: then(tick('s30', 's1', 's14'), (e) => press(e, '.pv-main')) },
  { name: 'long-done', title: 'Soixante projets : vote arrivé', backend: () => offering(longBallot), act: then(tick('s30'), (e) => press(e, '.pv-main'), cast('[data-kind=ok]')) },
];

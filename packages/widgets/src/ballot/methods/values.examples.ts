import type { Ballot } from '@parvis/contract';
import type { Example } from '../../shared/example.ts';
import type { ParvisBallot } from '../ballot.ts';
import { cast, offering, press } from '../offering.ts';

const labels = ['Très bien', 'Bien', 'Assez bien', 'Passable', 'Insuffisant', 'À rejeter'];

export const gradesBallot: Partial<Ballot> = {
  method: 'grades', title: 'Que pensez-vous de chaque projet ?', text: 'Donnez votre avis sur autant de projets que vous voulez.', ceiling: undefined,
  grades: labels.map((label, i) => ({ id: `g${i}`, label })),
};
export const scoreBallot: Partial<Ballot> = { ...gradesBallot, method: 'score', grades: undefined, scores: { from: 0, to: 10 } };

/** Gives the n-th answer to the option at a place. */
const judged = (...answers: [place: number, n: number][]) => async (element: ParvisBallot): Promise<void> => {
  for (const [place, n] of answers) await press(element, `input[id$="o${place}${n ? `-${n}` : ''}"]`);
};
const picked = (...answers: [place: number, value: string][]) => async (element: ParvisBallot): Promise<void> => {
  for (const [place, value] of answers) {
    const field = element.renderRoot.querySelector<HTMLSelectElement | HTMLInputElement>(`[id$="o${place}"]`);
    if (!field) continue;
    field.value = value;
    field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
    await element.updateComplete;
  }
};
const then = (...acts: ((element: ParvisBallot) => Promise<void>)[]) => async (element: ParvisBallot): Promise<void> => {
  for (const act of acts) await act(element);
};
const check = (element: ParvisBallot): Promise<void> => press(element, '.pv-main');

export const valuesStates: Example<ParvisBallot>[] = [
  { name: 'grades', title: 'Mentions : aucune n’est donnée', backend: () => offering(gradesBallot) },
  { name: 'grades-given', title: 'Mentions : trois sont données', backend: () => offering(gradesBallot), act: judged([0, 1], [1, 0], [4, 5]) },
  { name: 'grades-error', title: 'Mentions : la vérification est refusée', backend: () => offering({ ...gradesBallot, min: 3 }), act: then(judged([0, 1]), check) },
  { name: 'grades-review', title: 'Mentions : vérifier', backend: () => offering(gradesBallot), act: then(judged([0, 1], [1, 0], [4, 5]), check) },
  { name: 'grades-done', title: 'Mentions : vote arrivé', backend: () => offering(gradesBallot), act: then(judged([0, 1]), check, cast('[data-kind=ok]')) },
  { name: 'score', title: 'Notes : aucune n’est donnée', backend: () => offering(scoreBallot) },
  { name: 'score-given', title: 'Notes : trois sont données', backend: () => offering(scoreBallot), act: judged([0, 7], [1, 0], [4, 10]) },
  { name: 'score-over', title: 'Notes : une de trop', backend: () => offering({ ...scoreBallot, max: 2 }), act: judged([0, 7], [1, 0], [4, 10]) },
  { name: 'score-list', title: 'Notes sur vingt, dans une liste', backend: () => offering({ ...scoreBallot, scores: { from: 0, to: 20 } }), act: picked([0, '14']) },
  { name: 'score-written', title: 'Notes sur mille, à écrire : une ne va pas', backend: () => offering({ ...scoreBallot, scores: { from: 0, to: 1000 } }), act: then(picked([0, '750'], [2, '1200']), check) },
  { name: 'score-review', title: 'Notes : vérifier', backend: () => offering(scoreBallot), act: then(judged([0, 7], [1, 0], [4, 10]), check) },
  { name: 'score-done', title: 'Notes : vote arrivé', backend: () => offering(scoreBallot), act: then(judged([0, 7]), check, cast('[data-kind=ok]')) },
];

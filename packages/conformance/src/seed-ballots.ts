import type { Choice, ConsultationFile } from '@parvis/contract';

type BallotFile = NonNullable<ConsultationFile['ballots']>[number];

const day = 24 * 3600_000;

/** Option ids are unlike anything else, so that a store can be searched for them. */
const option = (letter: string, number: number, more: object = {}) => ({
  id: `kit-option-${letter}`, number, label: { fr: `Projet ${letter}`, en: `Project ${letter}` }, ...more,
});
const four = [option('a', 1), option('b', 2), option('c', 3), option('d', 4)];

/** The ballots of the open consultation: every method, every setting of results, and every place in time. */
export function ballotsAt(now: Date, closing: Date): BallotFile[] {
  const at = (days: number) => new Date(now.getTime() + days * day).toISOString();
  const live = { title: { fr: 'Vote', en: 'Vote' }, options: four, results: 'live' } as const;
  return [
    { ...live, id: 'approval', method: 'approval', max: 3, options: [...four, option('gone', 5, { withdrawn: true })] },
    { ...live, id: 'single', method: 'single', blank: false, results: 'hidden' },
    {
      ...live, id: 'budget', method: 'budget', ceiling: 100_000, currency: 'EUR', results: 'after-vote',
      options: [option('a', 1, { cost: 60_000 }), option('b', 2, { cost: 40_000 }), option('c', 3, { cost: 1 })],
    },
    { ...live, id: 'yes-no', method: 'yes-no', options: four.slice(0, 2) },
    { ...live, id: 'points', method: 'points', purse: 10, cap: 6 },
    { ...live, id: 'ranking', method: 'ranking', min: 2 },
    { ...live, id: 'grades', method: 'grades', grades: [{ id: 'good', label: 'Bien' }, { id: 'fair', label: 'Passable' }, { id: 'poor', label: 'À rejeter' }] },
    { ...live, id: 'score', method: 'score', scores: { from: 0, to: 5 } },
    { ...live, id: 'channels', method: 'approval' },
    { ...live, id: 'code', method: 'single', eligibility: 'code', unit: 'dwelling' },
    { ...live, id: 'other-code', method: 'single', eligibility: 'code' },
    { ...live, id: 'upcoming', method: 'single', opensAt: at(7), results: 'hidden' },
    { ...live, id: 'closed', method: 'single', closesAt: at(-1), results: 'hidden', electorate: 800, paper: { places: 17, counted: 3 } },
    { ...live, id: 'closing', method: 'approval', closesAt: closing.toISOString(), results: 'hidden', counting: { rule: 'plurality' } },
  ];
}

/** A vote that may be cast, for each ballot that is open to anybody. */
export const goodChoices: Readonly<Record<string, Choice>> = {
  approval: { options: ['kit-option-a', 'kit-option-c'] },
  single: { options: ['kit-option-b'] },
  budget: { options: ['kit-option-a', 'kit-option-b'] },
  'yes-no': { options: ['kit-option-a'] },
  points: { values: { 'kit-option-a': 6, 'kit-option-b': 4, 'kit-option-c': 0 } },
  ranking: { options: ['kit-option-d', 'kit-option-a', 'kit-option-b'] },
  grades: { values: { 'kit-option-a': 0, 'kit-option-b': 2 } },
  score: { values: { 'kit-option-a': 5, 'kit-option-d': 1 } },
};

/** Votes that must be refused: the ballot, the vote, and the code of the issue it is refused for. */
export const badChoices: readonly [ballot: string, choice: Choice, code: string][] = [
  ['approval', { options: [] }, 'too-few'],
  ['approval', { options: ['kit-option-a', 'kit-option-b', 'kit-option-c', 'kit-option-d'] }, 'too-many'],
  ['approval', { options: ['kit-option-nowhere'] }, 'unknown-option'],
  ['approval', { options: ['kit-option-gone'] }, 'withdrawn-option'],
  ['approval', { options: ['kit-option-a', 'kit-option-a'] }, 'repeated-option'],
  ['approval', { values: { 'kit-option-a': 1 } }, 'wrong-shape'],
  ['single', { options: ['kit-option-a', 'kit-option-b'] }, 'too-many'],
  ['single', { blank: true }, 'blank-not-allowed'],
  ['budget', { options: ['kit-option-a', 'kit-option-b', 'kit-option-c'] }, 'over-ceiling'],
  ['points', { values: { 'kit-option-a': 6, 'kit-option-b': 6 } }, 'over-purse'],
  ['points', { values: { 'kit-option-a': 7 } }, 'over-cap'],
  ['points', { values: { 'kit-option-a': -1, 'kit-option-b': 5 } }, 'out-of-range'],
  ['ranking', { options: ['kit-option-a'] }, 'too-few'],
  ['grades', { values: { 'kit-option-a': 3 } }, 'out-of-range'],
  ['score', { values: { 'kit-option-a': 6 } }, 'out-of-range'],
];

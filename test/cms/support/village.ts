import type { ConsultationFile } from '@parvis/contract';

const day = 24 * 3600_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();

/** A small consultation of our own: proposals that a moderator reads, an open ballot and one that is closed, questions, a decided project. */
export const village = (): ConsultationFile => ({
  id: 'bp', title: 'Budget du village', summary: 'Vous choisissez.', opensAt: at(-3), closesAt: at(30), organiser: { name: 'Commune de Valmont' },
  proposalForm: { moderation: 'before' },
  ballots: [
    { id: 'vote', title: 'Quel projet ?', method: 'approval', options: [{ id: 'banc', number: 1, label: 'Un banc' }, { id: 'arbre', number: 2, label: 'Un arbre' }] },
    { id: 'fini', title: 'Le nom du square', method: 'single', closesAt: at(-1), options: [{ id: 'a', number: 1, label: 'Lilas' }, { id: 'b', number: 2, label: 'Tilleul' }] },
  ],
  faq: { questions: [{ id: 'qui', question: 'Qui vote ?', answer: 'Tout le monde.' }] },
  feedback: [{ id: 'square', title: 'Le square', progress: 'planned' }],
});

import { ConsultationDefinition, type ConsultationFile, parse } from '@parvis/contract';

/** What the server's tests open: a bit of everything. */
export const file: ConsultationFile = {
  id: 'bp-2026',
  title: 'Budget participatif',
  summary: 'Choisissez ensemble.\n\nC’est simple.',
  languages: ['fr', 'en'],
  opensAt: '2026-03-01T09:00:00+01:00',
  closesAt: '2026-04-01T20:00:00+02:00',
  organiser: { name: 'Commune de Test', contact: 'mairie@test.example' },
  offline: 'Une urne est à la mairie.',
  proposalForm: {
    moderation: 'after', textMin: 0,
    categories: [{ id: 'nature', label: 'Nature' }, { id: 'rues', label: 'Rues' }],
    profile: { label: 'Âge', why: 'Pour savoir.', options: [{ id: 'jeune', label: 'Moins de 30' }, { id: 'age', label: '30 et plus' }] },
  },
  ballots: [
    {
      id: 'projets', title: { fr: 'Quels projets ?', en: 'Which projects?' }, method: 'budget', max: 2, ceiling: 500_000, currency: 'EUR', results: 'hidden',
      options: [
        { id: 'a', number: 1, label: 'Arbres <b>&</b>', cost: 200_000, place: 'Partout' },
        { id: 'b', number: 2, label: 'Bancs', cost: 300_000 },
        { id: 'c', number: 3, label: 'Cour', cost: 400_000 },
      ],
    },
    { id: 'code', title: 'Locataires', method: 'yes-no', eligibility: 'code', options: [{ id: 'oui', number: 1, label: 'Oui' }, { id: 'non', number: 2, label: 'Non' }] },
    { id: 'points', title: 'Points', method: 'points', purse: 10, results: 'live', options: [{ id: 'x', number: 1, label: 'X' }, { id: 'y', number: 2, label: 'Y' }] },
  ],
  faq: { questions: [{ id: 'q1', question: 'Qui peut voter ?', answer: 'Tout le monde.' }] },
  feedback: [{ id: 'f1', title: 'Le square', progress: 'done', cost: 1_250_050, currency: 'EUR', steps: [{ id: 's1', title: 'Ouvert', date: '2025-05', state: 'done' }] }],
  proposals: [{ id: 'p1', title: 'Une fontaine', text: 'Près de l’École.', supports: 3 }],
};

/** With the defaults filled in. */
export function definition(changes: Partial<ConsultationFile> = {}): ConsultationDefinition {
  const parsed = parse(ConsultationDefinition, { ...file, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

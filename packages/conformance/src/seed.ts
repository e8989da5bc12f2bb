import type { ConsultationFile } from '@parvis/contract';
import { ballotsAt } from './seed-ballots.ts';

const day = 24 * 3600_000;
/** An instant some days from now. */
export const daysFrom = (now: Date, days: number): string => new Date(now.getTime() + days * day).toISOString();

/** What the checks find in the backend. */
export const ids = { open: 'kit-open', moderated: 'kit-moderated', closed: 'kit-closed', upcoming: 'kit-upcoming' } as const;

/**
 * The consultations a backend must hold when the kit starts: one open, one open with moderation, one closed, one to
 * come. Nothing in it needs a clock to be set. `closing` is when the ballot `closing` of the first one closes.
 */
export function seedAt(now: Date, closing: Date = new Date(now.getTime() + day)): ConsultationFile[] {
  const organiser = { name: { fr: 'Ville de Kit', en: 'Kit Town', ar: 'مدينة كيت' }, contact: 'participer@kit.example' };
  const open = { opensAt: daysFrom(now, -7), closesAt: daysFrom(now, 30) };
  return [
    {
      id: ids.open,
      title: { fr: 'Budget participatif', en: 'Participatory budget', ar: 'الميزانية التشاركية' },
      summary: { fr: 'Vos idées pour la ville.', en: 'Your ideas for the town.', ar: 'أفكاركم للمدينة.' },
      languages: ['fr', 'en', 'ar'],
      ...open,
      organiser,
      offline: { fr: 'À l’accueil de la mairie.', en: 'At the town hall desk.' },
      proposalForm: {
        titleMax: 60, textMin: 20, textMax: 500, moderation: 'after',
        categories: [{ id: 'nature', label: { fr: 'Nature', en: 'Nature' } }, { id: 'transport', label: { fr: 'Se déplacer', en: 'Getting around' } }],
        profile: {
          label: { fr: 'Votre âge', en: 'Your age' }, why: { fr: 'Pour savoir qui participe.', en: 'To know who takes part.' },
          options: [{ id: 'young', label: { fr: 'Moins de 26 ans', en: 'Under 26' } }, { id: 'older', label: { fr: '26 ans et plus', en: '26 and over' } }],
        },
      },
      ballots: ballotsAt(now, closing),
      faq,
      proposals: [
        { id: 'kit-p1', title: 'Planter des arbres à l’école', text: 'De l’ombre pour les élèves.', category: 'nature', supports: 5, publishedAt: daysFrom(now, -6) },
        { id: 'kit-p2', title: 'Une piste cyclable', text: 'Aller au marché à vélo.', category: 'transport', supports: 12, publishedAt: daysFrom(now, -5) },
        { id: 'kit-p3', title: 'Un jardin partagé', text: 'Des légumes au pied des tours.', category: 'nature', place: 'Quartier de la Forêt', supports: 0, publishedAt: daysFrom(now, -4) },
        { id: 'kit-p4', title: 'مقاعد في الساحة', text: 'مكان للجلوس في الظل.', lang: 'ar', supports: 1, publishedAt: daysFrom(now, -3) },
        { id: 'kit-p5', title: 'Un abri pour le bus', text: 'Attendre au sec.', category: 'transport', status: 'accepted', supports: 3, publishedAt: daysFrom(now, -2) },
      ],
      feedback: feedbackAt(now),
      places: [
        { id: 'kit-hall', name: { fr: 'Mairie', en: 'Town hall' }, kinds: ['vote', 'help'], address: '1 place du Parvis', hours: [{ fr: 'Lundi, 9 h à 17 h', en: 'Monday, 9 to 5' }], access: { fr: 'Sans marche', en: 'Step-free' } },
        { id: 'kit-library', name: { fr: 'Médiathèque', en: 'Library' }, kinds: ['help'], address: '3 rue des Livres' },
      ],
    },
    {
      id: ids.moderated, title: 'Relu avant d’être publié', ...open, organiser,
      proposalForm: { textMin: 0, moderation: 'before' }, faq: { ...faq, asking: false },
    },
    {
      id: ids.closed, title: 'Terminé', opensAt: daysFrom(now, -60), closesAt: daysFrom(now, -30), organiser,
      proposalForm: { moderation: 'after' }, faq,
      proposals: [{ id: 'kit-old', title: 'Un banc', publishedAt: daysFrom(now, -40) }],
    },
    { id: ids.upcoming, title: 'Bientôt', opensAt: daysFrom(now, 7), organiser, proposalForm: {}, faq },
  ];
}

const faq: NonNullable<ConsultationFile['faq']> = {
  categories: [{ id: 'vote', label: { fr: 'Voter', en: 'Voting' } }, { id: 'ideas', label: { fr: 'Proposer', en: 'Proposing' } }],
  questions: [
    { id: 'kit-q1', question: { fr: 'Qui peut voter ?', en: 'Who may vote?' }, answer: { fr: 'Tous les habitants, dès 11 ans.', en: 'Every resident from 11.' }, category: 'vote' },
    { id: 'kit-q2', question: { fr: 'Où déposer une idée ?', en: 'Where do I leave an idea?' }, answer: { fr: 'Ici, ou à l’école.', en: 'Here, or at the school.' }, category: 'ideas' },
    { id: 'kit-q3', question: { fr: 'Quand a lieu le vote ?', en: 'When is the vote?' }, answer: { fr: 'En mars.', en: 'In March.' }, category: 'vote' },
  ],
};

const feedbackAt = (now: Date): NonNullable<ConsultationFile['feedback']> => [
  {
    id: 'kit-f1', title: { fr: 'Un square ombragé', en: 'A shady square' }, progress: 'in-progress',
    said: { fr: 'Il fait trop chaud.', en: 'It is too hot.' }, did: { fr: 'Douze arbres sont choisis.', en: 'Twelve trees are chosen.' },
    steps: [
      { id: 'decided', title: { fr: 'Décidé', en: 'Decided' }, date: daysFrom(now, -400).slice(0, 7), state: 'done' },
      { id: 'planted', title: { fr: 'Plantation', en: 'Planting' }, date: daysFrom(now, -90).slice(0, 10), state: 'now', documents: [{ title: 'Plan', href: 'https://kit.example/plan.pdf', format: 'PDF', bytes: 120_000 }] },
      { id: 'opened', title: { fr: 'Ouverture', en: 'Opening' }, state: 'planned' },
    ],
  },
  { id: 'kit-f2', title: { fr: 'Éclairer le stade', en: 'Light the stadium' }, progress: 'not-retained', did: { fr: 'Trop cher.', en: 'Too expensive.' } },
  { id: 'kit-f3', title: { fr: 'Un passage piéton', en: 'A crossing' }, progress: 'done', place: { fr: 'Rue de l’Église', en: 'Church street' } },
];

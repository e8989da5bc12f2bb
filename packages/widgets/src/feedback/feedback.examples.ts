import type { Contribution, ContributionList, PartialBackend, Timeline } from '@parvis/contract';
import { ParvisError } from '@parvis/contract/errors';
import { appears, failing, giving, never, type Example } from '../shared/example.ts';
import type { ParvisFeedback } from './feedback.ts';

const items: Contribution[] = [
  { id: 'preau', title: 'Un préau pour l’école des Tilleuls', kind: 'project', said: 'Les enfants attendent sous la pluie.', did: 'Le préau est construit. Il sert depuis la rentrée.', progress: 'done', place: 'École des Tilleuls', cost: 4_800_000, currency: 'EUR', updated: '2026-09-04' },
  { id: 'pistes', title: 'Des pistes cyclables vers la gare', kind: 'project', said: 'Aller à la gare à vélo fait peur.', did: 'La première partie est ouverte. La seconde attend l’accord du département.', progress: 'in-progress', place: 'Avenue de la Gare', cost: 26_000_000, currency: 'EUR', updated: '2026-10' },
  { id: 'bancs', title: 'Des bancs à l’ombre', kind: 'proposal', said: 'On ne peut s’asseoir nulle part en été.', progress: 'studied', updated: '2026-11-12' },
  { id: 'piscine', title: 'Une piscine couverte', kind: 'proposal', said: 'La plus proche est à 30 kilomètres.', did: 'Le coût dépasse tout le budget de la commune. Un bus ira à la piscine voisine le mercredi.', progress: 'not-retained', updated: '2026-06' },
];

const timeline: Timeline = {
  ...(items[1] as Contribution), lang: 'fr', following: true,
  steps: [
    { id: 'vote', title: 'Choisi par les habitants', date: '2025-06-20', state: 'done', text: 'Le projet a reçu 412 voix.' },
    { id: 'etude', title: 'Étude du tracé', date: '2025-11', state: 'done', documents: [{ title: 'Plan du tracé', href: 'https://www.exemple.fr/plan.pdf', format: 'PDF', bytes: 1_240_000 }, { title: 'Compte rendu de la réunion', href: 'https://www.exemple.fr/reunion.odt', format: 'ODT', bytes: 48_200 }] },
    { id: 'travaux', title: 'Travaux, seconde partie', date: '2026-09', state: 'now', late: true, text: 'Le département n’a pas encore donné son accord.\n\nNous l’attendons pour janvier.' },
    { id: 'ouverture', title: 'Ouverture de toute la piste', date: '2027-03', state: 'planned' },
  ],
};

const page = (list: Contribution[], next?: string): ContributionList => ({ items: list, lang: 'fr', total: list.length, next });

/** Answers as a backend would: a search finds by title, an unknown code is not found. */
const backend = (feedback: Partial<NonNullable<PartialBackend['feedback']>> = {}) => (): PartialBackend => ({
  feedback: {
    list: (input) => Promise.resolve(page(items.filter((i) => (!input.q || i.title.toLowerCase().includes(input.q.toLowerCase())) && (!input.progress || i.progress === input.progress)))),
    timeline: (input) => ('id' in input ? Promise.resolve(timeline) : Promise.reject(new ParvisError('not-found'))),
    follow: (input) => Promise.resolve({ following: input.follow, sequence: input.sequence }),
    rate: (input) => Promise.resolve({ useful: input.useful, sequence: input.sequence }),
    ...feedback,
  },
});

const one = (element: ParvisFeedback, selector: string) => element.renderRoot.querySelector(selector) as HTMLInputElement;
const type = async (element: ParvisFeedback, name: string, text: string): Promise<void> => {
  const control = one(element, `[name=${name}]`);
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};
const press = async (element: ParvisFeedback, selector: string, then: string): Promise<void> => {
  one(element, selector).click();
  await appears(element, then);
};

const followed = async (e: ParvisFeedback) => {
  await type(e, 'email', 'ines.moreau@exemple.fr');
  one(e, '[name=consent]').click();
  await press(e, 'form .pv-main', '.pv-part > .pv-actions');
};
const single = { contribution: 'pistes' };

const states: Example<ParvisFeedback>[] = [
  { name: 'loading', title: 'En cours de chargement', backend: backend({ list: never }) },
  { name: 'empty', title: 'Rien à montrer', backend: backend({ list: giving(page([])) }) },
  { name: 'ready', title: 'La liste', backend: backend() },
  { name: 'more', title: 'Une longue liste', backend: backend({ list: giving({ ...page(items, 'suite'), total: 42 }) }) },
  { name: 'search', title: 'Une recherche', backend: backend(), act: async (e) => { await type(e, 'q', 'banc'); await appears(e, '.pv-items > li:only-child'); } },
  { name: 'nothing-found', title: 'Rien trouvé', backend: backend(), act: async (e) => { await type(e, 'q', 'tramway'); await appears(e, '.pv-notice'); } },
  { name: 'timeline', title: 'Les étapes d’un projet', backend: backend(), attributes: single },
  { name: 'reading-only', title: 'Les étapes, là où rien ne s’envoie', backend: () => ({ feedback: { list: giving(page(items)), timeline: giving({ ...timeline, following: false }) } }), attributes: single },
  { name: 'no-steps', title: 'Pas encore d’étape', backend: backend({ timeline: giving({ ...timeline, steps: [], following: false }) }), attributes: single },
  { name: 'rated', title: 'Un avis donné', backend: backend(), attributes: single, act: (e) => press(e, '.pv-useful button', '[aria-pressed=true]') },
  { name: 'error', title: 'Deux choses à corriger', backend: backend(), attributes: single, act: async (e) => { await type(e, 'email', 'ines'); await press(e, 'form .pv-main', '[aria-invalid=true]'); } },
  { name: 'code-unknown', title: 'Code de suivi inconnu', backend: backend(), act: async (e) => { await type(e, 'code', 'AAAA AAAA AAAA AAAA'); await press(e, '.pv-part button', '[aria-invalid=true]'); } },
  { name: 'send-failed', title: 'L’envoi n’a pas marché', backend: backend({ follow: failing('offline') }), attributes: single, act: async (e) => {
    await type(e, 'email', 'ines.moreau@exemple.fr'); one(e, '[name=consent]').click(); await press(e, 'form .pv-main', '[role=alert]');
  } },
  { name: 'done', title: 'Nouvelles demandées', backend: backend(), attributes: single, act: followed },
  { name: 'closed', title: 'Projet terminé, sans nouvelles à suivre', backend: backend({ timeline: giving({ ...(items[0] as Contribution), lang: 'fr', following: false, steps: [{ id: 'fin', title: 'Ouverture du préau', date: '2026-09-01', state: 'done' }] }) }), attributes: { contribution: 'preau' } },
  { name: 'offline', title: 'Pas de connexion', backend: backend({ list: failing('offline') }) },
  { name: 'failed', title: 'Le service répond mal', backend: backend({ list: failing('backend-fault') }) },
  { name: 'not-offered', title: 'Pas proposé par ce service', backend: () => ({}) },
  { name: 'not-found', title: 'Consultation inconnue', backend: backend({ list: failing('not-found') }) },
  { name: 'long-words', title: 'Mots très longs, autres écritures, texte hostile', backend: backend({ list: giving(page([
    { id: 'long', title: 'Anticonstitutionnellement : l’intercommunalisationdesbâtimentsscolairesetpériscolaires', kind: 'project', progress: 'planned', said: 'Hexakosioihexekontahexaphobiquementparlantoupresquejamaisencorevu', cost: 123_456_789_00, currency: 'EUR', place: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson' },
    { id: 'ar', title: 'حديقة للأطفال قرب المحطة', kind: 'proposal', progress: 'received', said: 'نريد مكانًا آمنًا للعب.', did: 'استلمنا الاقتراح.' },
    { id: 'hostile', title: '<script>alert(1)</script> <b>gras</b> & 👩🏽‍🌾', kind: 'proposal', progress: 'abandoned', did: '<img src=x onerror=alert(1)>' },
  ])) }) },
];

/** Each state has a consultation of its own, so that what one keeps on the device never shows in another. */
export const examples: Example<ParvisFeedback>[] = states.map((state) => ({ ...state, attributes: { consultation: `feedback-${state.name}`, ...state.attributes } }));

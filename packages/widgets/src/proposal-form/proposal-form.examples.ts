import { ParvisError, type Consultation, type ErrorCode, type Issue, type PartialBackend, type ProposalForm, type ProposalReceipt } from '@parvis/contract';
import { appears, failing, giving, never, type Example } from '../shared/example.ts';
import type { ParvisProposalForm } from './proposal-form.ts';

const form: ProposalForm = {
  status: 'open', closesAt: '2099-06-30T20:00:00+02:00', titleMax: 80, textMin: 30, textMax: 1500, moderation: 'before', place: true, contact: true,
  categories: [
    { id: 'nature', label: 'Nature et climat' },
    { id: 'rues', label: 'Rues et déplacements' },
    { id: 'entraide', label: 'Entraide' },
    { id: 'culture', label: 'Culture et patrimoine' },
  ],
  profile: {
    label: 'Quel âge avez-vous ?', why: 'Nous voulons savoir si tous les âges prennent la parole. Cette réponse n’est jamais publiée.',
    options: [{ id: 'jeune', label: 'Moins de 18 ans' }, { id: 'adulte', label: '18 à 59 ans' }, { id: 'aine', label: '60 ans ou plus' }],
  },
};

const consultation: Consultation = {
  id: 'idees', title: 'Vos idées pour les berges de l’Orvelle', summary: 'La commune refait les berges en 2099. Dites ce que vous aimeriez y trouver.',
  lang: 'fr', languages: ['fr'], status: 'open', organiser: { name: 'la commune de Brévaux' }, ballots: [],
  offline: 'Des fiches en papier sont à la mairie et à la médiathèque. Pour avoir de l’aide, appelez le 04 00 00 00 12, le matin.',
  privacy: { label: 'Ce que nous faisons de vos données', href: 'https://www.exemple.fr/donnees' },
  proposalForm: form,
};

const receipt: ProposalReceipt = { id: 'p-1', status: 'pending', trackingCode: '7KQM4XTP9WAC3RHD', receivedAt: '2098-11-02T09:00:00+01:00' };

type Submit = NonNullable<NonNullable<PartialBackend['proposals']>['submit']>;

/** A backend with a form of its own and an answer of its own. */
const backend = (change: Partial<ProposalForm> = {}, submit: Submit = giving(receipt), whole: Partial<Consultation> = {}) => (): PartialBackend => ({
  consultations: { get: giving({ ...consultation, proposalForm: { ...form, ...change }, ...whole }) },
  proposals: { submit },
});
const refusing = (code: ErrorCode, options: { retryAfter?: number; issues?: Issue[] } = {}): Submit => () => Promise.reject(new ParvisError(code, options));
const getting = (get: () => Promise<never>) => (): PartialBackend => ({ consultations: { get }, proposals: { submit: never } });

const idea = {
  title: 'Un banc à l’ombre tous les cent mètres',
  text: 'Du moulin au pont, il n’y a aucun endroit pour s’asseoir.\n\nAvec des bancs à l’ombre, les anciens et les familles pourraient faire la promenade en entier.',
  place: 'Chemin de halage, entre le moulin et le pont',
};

const one = <T extends HTMLElement = HTMLElement>(element: ParvisProposalForm, selector: string) => element.renderRoot.querySelector<T>(selector);

/** Waits for what follows a press: a call that answers at once, and the view after it. */
const press = async (element: ParvisProposalForm, next: string): Promise<void> => {
  one(element, '.pv-main')?.click();
  await appears(element, next);
};
const fill = async (element: ParvisProposalForm, words: Record<string, string>): Promise<void> => {
  for (const [name, text] of Object.entries(words)) {
    const control = one<HTMLInputElement>(element, `[name=${name}]`);
    if (!control) continue;
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await element.updateComplete;
};
const review = async (element: ParvisProposalForm, words: Record<string, string> = idea): Promise<void> => {
  await fill(element, words);
  one(element, '[name=category][value=nature]')?.click();
  await press(element, '.pv-answers');
};
const send = async (element: ParvisProposalForm, next: string): Promise<void> => {
  await review(element);
  await press(element, next);
};

const states: Example<ParvisProposalForm>[] = [
  { name: 'loading', title: 'En cours de chargement', backend: getting(never) },
  { name: 'ready', title: 'Prêt à écrire', backend: backend() },
  { name: 'short', title: 'Un formulaire court', backend: backend({ categories: [], place: false, contact: false, profile: undefined, closesAt: undefined, textMin: 0, moderation: 'after' }) },
  { name: 'many-categories', title: 'Beaucoup de sujets', backend: backend({ categories: ['Nature', 'Rues', 'Écoles', 'Sport', 'Culture', 'Santé', 'Logement', 'Autre'].map((label) => ({ id: label.slice(0, 3), label })) }) },
  { name: 'error', title: 'Quatre choses à corriger', backend: backend(), act: async (e) => {
    await fill(e, { title: 'Un banc '.repeat(12), text: 'Trop court.', email: 'nom.exemple.fr', place: 'ici '.repeat(60) });
    await press(e, '[aria-invalid]');
  } },
  { name: 'review', title: 'Vérifier avant d’envoyer', backend: backend(), act: (e) => review(e) },
  { name: 'restored', title: 'Un brouillon rendu', backend: backend(), act: async (e) => {
    await fill(e, idea);
    await e.reload();
    await appears(e, 'form');
  } },
  { name: 'send-failed', title: 'L’envoi n’a pas marché', backend: backend({}, failing('offline')), act: (e) => send(e, '[data-kind=warn]') },
  { name: 'quota', title: 'Trop d’envois en peu de temps', backend: backend({}, refusing('quota', { retryAfter: 300 })), act: (e) => send(e, '[data-kind=warn]') },
  { name: 'refused', title: 'Le service demande une correction', backend: backend({}, refusing('invalid', { issues: [{ pointer: '/category', code: 'not-offered' }] })), act: (e) => send(e, '[data-kind=error]') },
  { name: 'closed-midway', title: 'Fermé pendant l’écriture', backend: backend({}, refusing('closed')), act: (e) => send(e, '[id$=shut]') },
  { name: 'done', title: 'Arrivée, à lire avant publication', backend: backend(), act: (e) => send(e, '[data-kind=ok]') },
  { name: 'published', title: 'Arrivée et publiée', backend: backend({ moderation: 'after' }, giving({ ...receipt, status: 'published' })), act: (e) => send(e, '[data-kind=ok]') },
  { name: 'upcoming', title: 'Pas encore ouvert', backend: backend({ status: 'upcoming', opensAt: '2099-03-01T09:00:00+01:00' }) },
  { name: 'closed', title: 'Terminé', backend: backend({ status: 'closed', closesAt: '2024-06-30T20:00:00+02:00' }) },
  { name: 'offline', title: 'Pas de connexion', backend: getting(failing('offline')) },
  { name: 'failed', title: 'Le service répond mal', backend: getting(failing('backend-fault')) },
  { name: 'not-offered', title: 'Pas proposé par ce service', backend: () => ({}) },
  { name: 'not-found', title: 'Consultation inconnue', backend: getting(failing('not-found')) },
  { name: 'long-words', title: 'Mots très longs et autres écritures', backend: backend({
    categories: [{ id: 'nature', label: 'Intercommunalisation des établissements anticonstitutionnellement débaptisés' }, { id: 'ar', label: 'الطبيعة والمناخ' }],
  }, giving(receipt), { title: 'Hexakosioihexekontahexaphobieintergouvernementalisationnelle 2099', organiser: { name: 'la communauté d’agglomération de Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson' } }),
    act: (e) => review(e, { title: 'Rhinopharyngographologiquementconsidérationnellementvôtre 👩🏽‍🌾🏳️‍🌈', text: `${'a'.repeat(60)}\n\nأريد حديقة صغيرة قرب النهر يلعب فيها الأطفال.\n🌳🌳🌳`, place: 'شارع النهر' }) },
  { name: 'hostile', title: 'Du code dans chaque champ', backend: backend({}, giving(receipt), { title: '<script>alert(1)</script> <b>gras</b>', offline: '<img src=x onerror=alert(1)> & fiches' }),
    act: (e) => review(e, { title: '<script>alert(1)</script>', text: '<b>gras</b> <img src=x onerror=alert(2)> &amp; ${7*7} {{7*7}}', place: '"><svg onload=alert(3)>' }) },
];

/** Each state has a consultation of its own, so that a draft kept in one never shows in another. */
export const examples: Example<ParvisProposalForm>[] = states.map((state) => ({ ...state, attributes: { consultation: `idees-${state.name}` } }));

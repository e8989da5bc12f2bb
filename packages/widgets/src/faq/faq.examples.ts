import type { FaqList, PartialBackend, Question } from '@parvis/contract';
import { appears, failing, giving, never, type Example } from '../shared/example.ts';
import type { ParvisFaq } from './faq.ts';

const categories = [
  { id: 'vote', label: 'Le vote' },
  { id: 'projets', label: 'Les projets' },
];

const questions: Question[] = [
  { id: 'qui-vote', category: 'vote', question: 'Qui peut voter ?', answer: 'Toute personne qui habite la commune peut voter, dès 11 ans.\n\nIl ne faut pas être français. Il ne faut pas créer de compte.', updatedAt: '2026-09-14T10:00:00+02:00' },
  { id: 'papier', category: 'vote', question: 'Peut-on voter sur papier ?', answer: 'Oui. Le bulletin se trouve à la mairie et à la médiathèque. Glissez-le dans l’urne avant le dernier jour du vote.', links: [{ label: 'Les lieux et les horaires', href: 'https://www.exemple.fr/lieux' }] },
  { id: 'changer', category: 'vote', question: 'Puis-je changer mon vote après l’envoi ?', answer: 'Non. Rien ne relie le vote à votre nom : personne ne peut le retrouver pour le changer.' },
  { id: 'choix', category: 'projets', question: 'Qui choisit les projets soumis au vote ?', answer: 'Les services de la ville vérifient trois choses : le coût, la sécurité, et si le lieu appartient à la commune.' },
  { id: 'suite', question: 'Quand saurons-nous ce que les projets deviennent ?', answer: 'Chaque projet a sa page. Elle dit ce qui est fait, ce qui est en cours et ce qui est prévu.' },
];

const list = (items: Question[], asking = true): FaqList => ({ items, categories, lang: 'fr', asking });
const answers = { trackingCode: '7KQM 4XTP 9WAC 3RHD', id: 'q-1', status: 'pending', receivedAt: '2026-11-02T09:00:00+01:00' } as const;

const backend = (faq: Partial<NonNullable<PartialBackend['faq']>>) => (): PartialBackend => ({
  faq: { list: giving(list(questions)), ask: giving(answers), rate: (input) => Promise.resolve({ useful: input.useful, sequence: input.sequence }), ...faq },
});

const one = <T extends Element>(element: ParvisFaq, selector: string): T => element.renderRoot.querySelector<T>(selector) as T;
const press = async (element: ParvisFaq, selector: string): Promise<void> => {
  one<HTMLElement>(element, selector).click();
  await element.updateComplete;
};
const type = async (element: ParvisFaq, name: string, text: string): Promise<void> => {
  const control = one<HTMLInputElement>(element, `[name=${name}]`);
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};
const startAsking = (element: ParvisFaq) => press(element, '.pv-ask .pv-main');

const states: Example<ParvisFaq>[] = [
  { name: 'loading', title: 'En cours de chargement', backend: backend({ list: never }) },
  { name: 'empty', title: 'Aucune question', backend: backend({ list: giving(list([])) }) },
  { name: 'ready', title: 'Prêt', backend: backend({}) },
  { name: 'open', title: 'Deux réponses ouvertes', backend: backend({}), act: async (e) => { await press(e, '[id$=q-qui-vote]'); await press(e, '[id$=q-papier]'); } },
  { name: 'reading-only', title: 'Une réponse, là où rien ne s’envoie', backend: () => ({ faq: { list: giving(list(questions, false)) } }), act: (e) => press(e, '[id$=q-qui-vote]') },
  { name: 'rated', title: 'Un avis donné', backend: backend({}), act: async (e) => { await press(e, '[id$=q-qui-vote]'); await press(e, '.pv-answer:not([hidden]) [aria-pressed]'); await appears(e, '[aria-pressed=true]'); } },
  { name: 'search', title: 'Une recherche', backend: backend({}), act: (e) => type(e, 'q', 'papier') },
  { name: 'nothing-found', title: 'Rien trouvé', backend: backend({}), act: (e) => type(e, 'q', 'piscine') },
  { name: 'asking', title: 'Poser une question', backend: backend({}), act: startAsking },
  { name: 'error', title: 'Deux choses à corriger', backend: backend({}), act: async (e) => {
    await startAsking(e); await type(e, 'question', 'Où ?'); await type(e, 'email', 'nom.exemple.fr'); await press(e, 'form .pv-main'); await appears(e, '[aria-invalid=true]');
  } },
  { name: 'send-failed', title: 'L’envoi n’a pas marché', backend: backend({ ask: failing('offline') }), act: async (e) => {
    await startAsking(e); await type(e, 'question', 'Y aura-t-il un bureau de vote au marché ?'); await press(e, 'form .pv-main'); await appears(e, '[role=alert]');
  } },
  { name: 'done', title: 'Question arrivée', backend: backend({}), act: async (e) => {
    await startAsking(e); await type(e, 'question', 'Y aura-t-il un bureau de vote au marché ?'); await press(e, 'form .pv-main'); await appears(e, '[data-kind=ok]');
  } },
  { name: 'closed', title: 'On ne peut plus poser de question', backend: backend({ list: giving(list(questions, false)) }) },
  { name: 'offline', title: 'Pas de connexion', backend: backend({ list: failing('offline') }) },
  { name: 'failed', title: 'Le service répond mal', backend: backend({ list: failing('backend-fault') }) },
  { name: 'not-offered', title: 'Pas proposé par ce service', backend: () => ({}) },
  { name: 'not-found', title: 'Consultation inconnue', backend: backend({ list: failing('not-found') }) },
  { name: 'long-words', title: 'Mots très longs, autres écritures, texte hostile', backend: backend({ list: giving(list([
    { id: 'long', category: 'vote', question: 'Anticonstitutionnellement, l’intercommunalisationdesbâtimentsscolairesetpériscolaires est-elle prévue ?', answer: 'Hexakosioihexekontahexaphobiquementparlantoupresquejamaisencorevu.' },
    { id: 'ar', category: 'vote', question: 'من يمكنه التصويت؟', answer: 'كل من يسكن في البلدية يمكنه التصويت.' },
    { id: 'hostile', category: 'projets', question: '<script>alert(1)</script> <b>gras</b> & 👩🏽‍🌾', answer: '<img src=x onerror=alert(1)> n’est que du texte.' },
  ])) }), act: async (e) => { for (const id of ['long', 'ar', 'hostile']) await press(e, `[id$=q-${id}]`); } },
];

/** Each state has a consultation of its own, so that what one keeps on the device never shows in another. */
export const examples: Example<ParvisFaq>[] = states.map((state) => ({ ...state, attributes: { consultation: `faq-${state.name}` } }));

import { ParvisError } from '@parvis/contract';
import type { Ballot, BallotOption } from '@parvis/contract';
import { failing, never, type Example } from '../shared/example.ts';
import type { ParvisBallot } from './ballot.ts';
import { codeStates } from './access/code.examples.ts';
import { longStates } from './long/long.examples.ts';
import { pointsStates } from './methods/points.examples.ts';
import { rankingStates } from './methods/ranking.examples.ts';
import { valuesStates } from './methods/values.examples.ts';
import { answers, euros, offering, press, project, projects, review, tick, vote } from './offering.ts';

const approval: Partial<Ballot> = { method: 'approval', max: 3, ceiling: undefined };
const single: Partial<Ballot> = {
  method: 'single', title: 'Quelle couleur pour la façade ?', text: 'Les travaux commencent en juin, sur les trois bâtiments.', ceiling: undefined,
  options: answers('Ocre clair', 'Gris pierre', 'Blanc cassé', 'Garder la couleur actuelle'),
};
const yesNo: Partial<Ballot> = { ...single, method: 'yes-no', title: 'Faut-il fermer la cour la nuit ?', text: 'La porte serait fermée de 22 heures à 6 heures. Chaque logement aurait un badge.', options: answers('Oui', 'Non') };
const long: Partial<Ballot> = { ...approval, max: 10, options: Array.from({ length: 48 }, (_, i) => ({ ...projects[i % projects.length] as BallotOption, id: `l${i}`, number: i + 1, withdrawn: i === 6 })) };

const states: Example<ParvisBallot>[] = [
  { name: 'loading', title: 'En cours de chargement', backend: () => offering({}, { ballot: never }) },
  { name: 'empty', title: 'Aucun projet sur le bulletin', backend: () => offering({ options: [] }) },
  { name: 'ready', title: 'Budget : rien n’est choisi', backend: () => offering() },
  { name: 'chosen', title: 'Budget : trois projets choisis', backend: () => offering(), act: tick('p1', 'p2', 'p6') },
  { name: 'over-budget', title: 'Budget : un projet ne rentre pas', backend: () => offering(), act: tick('p4', 'p2', 'p6') },
  { name: 'error', title: 'Budget : la vérification est refusée', backend: () => offering(), act: review('p4', 'p2', 'p6') },
  { name: 'error-empty', title: 'Rien n’est choisi, la vérification est refusée', backend: () => offering(approval), act: review() },
  { name: 'approval', title: 'Trois choix au plus', backend: () => offering(approval), act: tick('p3') },
  { name: 'over-limit', title: 'Un choix de trop', backend: () => offering(approval), act: tick('p1', 'p3', 'p5', 'p9') },
  { name: 'single', title: 'Une seule réponse', backend: () => offering(single), act: tick('r2') },
  { name: 'yes-no', title: 'Oui ou non', backend: () => offering(yesNo) },
  { name: 'long-ballot', title: 'Quarante-huit projets', backend: () => offering(long), act: tick('l1', 'l30') },
  { name: 'review', title: 'Vérifier', backend: () => offering(), act: review('p1', 'p2', 'p6') },
  { name: 'review-blank', title: 'Vérifier un vote blanc', backend: () => offering(), act: async (e) => { await tick('p1')(e); await press(e, '.pv-actions button:not(.pv-main)'); } },
  { name: 'sending', title: 'Envoi en cours', backend: () => offering({}, { cast: never }), act: vote('.pv-chosen', 'p1') },
  { name: 'send-failed', title: 'L’envoi n’a pas marché', backend: () => offering({}, { cast: failing('offline') }), act: vote('[data-kind=warn]', 'p1', 'p2') },
  { name: 'done', title: 'Vote arrivé', backend: () => offering(), act: vote('[data-kind=ok]', 'p1', 'p6') },
  { name: 'already-voted', title: 'Cet appareil a déjà voté', backend: () => offering({}, { cast: failing('already-voted') }), act: vote('[data-kind=info]', 'p1') },
  { name: 'closed-meanwhile', title: 'Le vote a fermé avant l’envoi', backend: () => offering({}, { cast: failing('closed') }), act: vote('[data-kind=info]', 'p1') },
  { name: 'refused', title: 'Vote refusé par le service', backend: () => offering({}, { cast: failing('not-eligible') }), act: vote('[role=alert]', 'p1') },
  { name: 'rules-changed', title: 'Le bulletin a changé', backend: () => {
    const { votes } = offering();
    const first = votes?.ballot?.({ consultation: 'bp-2027', ballot: 'b' }) as Promise<Ballot>;
    const newer = async (): Promise<Ballot> => {
      const ballot = await first;
      return { ...ballot, rulesHash: 'r2', ceiling: euros(450_000), options: ballot.options.map((o) => (o.id === 'p1' ? { ...o, withdrawn: true } : o.id === 'p2' ? { ...o, cost: euros(70_000) } : o)) };
    };
    let calls = 0;
    return { votes: { ...votes, ballot: () => (calls++ === 0 ? first : newer()), cast: failing('rules-changed') } };
  }, act: vote('[id$=message]', 'p1', 'p2') },
  { name: 'closed', title: 'Vote terminé', backend: () => offering({ status: 'closed' }) },
  { name: 'upcoming', title: 'Vote à venir', backend: () => offering({ status: 'upcoming', opensAt: '2027-03-01T08:00:00+01:00' }) },
  { name: 'offline', title: 'Pas de connexion', backend: () => offering({}, { ballot: failing('offline') }) },
  { name: 'failed', title: 'Le service répond mal', backend: () => offering({}, { ballot: failing('backend-fault') }) },
  { name: 'not-offered', title: 'Pas proposé par ce service', backend: () => ({}) },
  { name: 'not-found', title: 'Bulletin inconnu', backend: () => offering({}, { ballot: () => Promise.reject(new ParvisError('not-found')) }) },
  { name: 'long-words', title: 'Mots très longs, autres écritures', backend: () => offering({
    title: 'Anticonstitutionnellement : l’intercommunalisation des bâtiments périscolaires',
    options: [
      project(1, 'Hexakosioihexekontahexaphobiquementparlantoupresquejamaisencorevu', 123_456, 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson'),
      project(2, 'حديقة مشتركة خلف المحطة', 62_500, 'شارع المستودع', 'ثلاثون قطعة أرض ونقطة ماء.'),
      project(1234, 'Une place pour 👩🏽‍🌾👨‍👩‍👧‍👦 et pour tous', 498_000, 'Grand-Place 🏳️‍🌈'),
    ],
  }), act: tick('p1', 'p2') },
  { name: 'hostile', title: 'Du code dans les textes', backend: () => offering({
    title: '<script>alert(1)</script> <b>gras</b> & « guillemets »', text: '<img src=x onerror=alert(1)>',
    options: [project(1, '<b>Un banc</b>', 450_000, '"><svg onload=alert(1)>', '<script>alert(2)</script>'), project(2, '{cost} ${label} &amp;', 60_000, 'place')],
  }), act: tick('p1', 'p2') },
];

export const examples: Example<ParvisBallot>[] = [...states, ...pointsStates, ...rankingStates, ...valuesStates, ...longStates, ...codeStates].map((state) => ({ ...state, attributes: { consultation: 'bp-2027', ballot: 'vote' } }));

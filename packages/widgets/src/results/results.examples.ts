import type { Ballot, Counting, PartialBackend, Results } from '@parvis/contract';
import { appears, failing, never, type Example } from '../shared/example.ts';
import type { ParvisResults } from './results.ts';
import { answers, budgetBallot, byBuilding, euros, facade, projects, resultsOf, voted, votesOn, type Cast } from './results.samples.ts';

interface Setting {
  ballot?: Partial<Ballot>;
  /** Null: the ballot has no rule. */
  counting?: Counting | null;
  total?: number;
  paper?: number;
  assisted?: number;
  results?: Partial<Results>;
  votes?: Partial<NonNullable<PartialBackend['votes']>>;
}

/** A backend with one ballot, its votes and what they come to. */
function town({ ballot = {}, counting = { rule: 'greedy' }, total = 1234, paper, assisted, results, votes }: Setting = {}): PartialBackend {
  const poll = { ...budgetBallot, ...ballot };
  const cast = votesOn(poll, total, { ...(paper !== undefined && { paper }), ...(assisted !== undefined && { assisted }) });
  const backend = voted(poll, cast, resultsOf(poll, cast, counting ?? undefined, results));
  return { votes: { ...backend.votes, ...votes } };
}
const house = (method: Ballot['method'], rule?: Counting['rule'], more: Partial<Ballot> = {}) => () => town({ ballot: { ...facade, ...more, method }, counting: rule ? { rule } : null, total: 62, paper: 0.2 });

/** A poll whose results are told apart by building. */
const buildings = (names: readonly string[], total: number): PartialBackend => {
  const ballot = { ...budgetBallot, ...facade, blank: true };
  const cast = votesOn(ballot, total);
  return voted(ballot, cast, resultsOf(ballot, cast, { rule: 'plurality' }, { electorate: total * 2, groups: byBuilding(ballot, cast, names) }));
};

/** Two projects with as many votes and money for one of them. */
const tied: Cast[] = ([[['p1', 'p4'], 60], [['p6'], 40], [['p8'], 40], [['p5'], 12]] as const).flatMap(([options, times]) =>
  Array.from({ length: times }, (_, i) => ({ choice: { options: [...options] }, channel: i % 4 ? 'online' as const : 'paper' as const })));
const tie = (): PartialBackend => {
  const ballot = { ...budgetBallot, ceiling: euros(590_000) };
  return voted(ballot, tied, resultsOf(ballot, tied, { rule: 'greedy' }));
};

const grades = ['Très bien', 'Bien', 'Assez bien', 'Passable', 'Insuffisant', 'À rejeter'].map((label, i) => ({ id: `g${i}`, label }));
const many = Array.from({ length: 240 }, (_, i) => ({ ...projects[i % 10]!, id: `m${i}`, number: i + 1, withdrawn: false }));

const one = <T extends HTMLElement>(element: ParvisResults, selector: string): T | null => element.renderRoot.querySelector<T>(selector);
const recount = (then: string) => async (element: ParvisResults): Promise<void> => {
  one(element, '.pv-check button')?.click();
  await appears(element, then);
};
const search = (words: string) => async (element: ParvisResults): Promise<void> => {
  const input = one<HTMLInputElement>(element, 'input');
  if (!input) return;
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};
/** A page that forbids workers, while the state is made. */
const forbidden = async (element: ParvisResults): Promise<void> => {
  const widget = element.constructor as typeof ParvisResults;
  const { loadPart } = widget;
  widget.loadPart = () => Promise.reject(new Error('forbidden'));
  await recount('.pv-check .pv-notice')(element);
  if (loadPart) widget.loadPart = loadPart;
};
/** What is published has a vote that was never cast. */
const wrong = (results: Results): Results => ({ ...results, tally: results.tally.map((entry) => (entry.option === 'p3' ? { ...entry, online: entry.online + 1, total: entry.total + 1 } : entry)) });
const published = (change: (results: Results) => Results): PartialBackend => {
  const { votes } = town();
  return { votes: { ...votes, results: async (input) => change(await votes!.results!(input)) } };
};
const laterChanged = (): PartialBackend => {
  let calls = 0;
  return published((results) => (calls++ === 0 ? wrong(results) : { ...wrong(results), etag: '"2"' }));
};

const states: Example<ParvisResults>[] = [
  { name: 'loading', title: 'En cours de chargement', backend: () => town({ total: 1, votes: { ballot: never } }) },
  { name: 'empty', title: 'Personne n’a voté', backend: () => town({ total: 0 }) },
  { name: 'ready', title: 'Budget : projets retenus et non retenus', backend: () => town({ results: { electorate: 5400, verified: true } }) },
  { name: 'tie', title: 'Égalité : le moins cher passe avant', backend: tie },
  { name: 'later', title: 'Résultats cachés jusqu’à la fin du vote', backend: () => town({ total: 1, ballot: { status: 'open' }, votes: { results: failing('not-yet') } }) },
  { name: 'after-vote', title: 'Résultats visibles après son propre vote', backend: () => town({ total: 1, ballot: { status: 'open', results: 'after-vote' } }) },
  { name: 'too-few', title: 'Vote ouvert, encore trop peu de votes', backend: () => town({ total: 1, ballot: { status: 'open', results: 'live' }, votes: { results: failing('not-yet') } }) },
  { name: 'live', title: 'Vote ouvert, résultat provisoire', backend: () => town({ ballot: { status: 'open', results: 'live' }, paper: 0, assisted: 0, results: { merged: ['online', 'assisted'] } }) },
  { name: 'paper-to-come', title: 'Des votes papier manquent encore', backend: () => town({ results: { final: false, paper: { places: 17, counted: 3 } } }) },
  { name: 'assisted', title: 'En ligne, sur papier et avec de l’aide', backend: () => town({ assisted: 0.1 }) },
  { name: 'merged', title: 'Peu de votes par un moyen : comptés ensemble', backend: () => town({ results: { merged: ['paper', 'assisted'] } }) },
  { name: 'online-only', title: 'Seulement des votes en ligne', backend: () => town({ paper: 0 }) },
  { name: 'no-rule', title: 'Vote sans règle de comptage', backend: house('single') },
  { name: 'single', title: 'Un seul choix gagne', backend: house('single', 'plurality') },
  { name: 'yes-no', title: 'Oui ou non', backend: house('yes-no', 'plurality', { title: 'Faut-il fermer la cour la nuit ?', options: answers('Oui', 'Non') }) },
  { name: 'seats', title: 'Deux choix sont retenus', backend: () => town({ ballot: { ...facade, method: 'approval', max: 3 }, counting: { rule: 'greedy', seats: 2 }, total: 62 }) },
  { name: 'buildings', title: 'Par bâtiment', backend: () => buildings(['A', 'B + D', 'C', 'Autres votes'], 62) },
  { name: 'many-buildings', title: 'Par bâtiment : plus de bâtiments que de choix', backend: () => buildings(Array.from({ length: 17 }, (_, i) => `Résidence des Tilleuls, bâtiment ${i + 1}`), 200) },
  { name: 'threshold', title: 'Un nombre de votes à atteindre', backend: () => town({ counting: { rule: 'threshold', threshold: 200 } }) },
  { name: 'greedy-stop', title: 'Le compte s’arrête au premier projet trop cher', backend: () => town({ counting: { rule: 'greedy-stop' } }) },
  { name: 'equal-shares', title: 'Parts égales', backend: () => town({ counting: { rule: 'equal-shares', completion: 'add1u' } }) },
  { name: 'compared', title: 'Parts égales, comparées aux plus votés', backend: () => town({ counting: { rule: 'equal-shares', compare: true } }) },
  { name: 'phragmen', title: 'Phragmén', backend: () => town({ counting: { rule: 'phragmen' } }) },
  { name: 'points', title: 'Points', backend: () => town({ ballot: { method: 'points', purse: 10 } }) },
  { name: 'first-places', title: 'Classement : premiers choix', backend: house('ranking', 'plurality') },
  { name: 'borda', title: 'Classement : points', backend: house('ranking', 'borda') },
  { name: 'rounds', title: 'Classement : tour par tour', backend: house('ranking', 'irv') },
  { name: 'duels', title: 'Classement : deux par deux', backend: house('ranking', 'schulze') },
  { name: 'grades', title: 'Jugement majoritaire', backend: house('grades', 'majority-judgment', { grades }) },
  { name: 'long', title: 'Deux cent quarante projets', backend: () => town({ ballot: { options: many, max: 10 } }) },
  { name: 'search', title: 'Une recherche', backend: () => town({ ballot: { options: many, max: 10 } }), act: search('horloge') },
  { name: 'nothing-found', title: 'Rien trouvé', backend: () => town({ ballot: { options: many, max: 10 } }), act: search('piscine') },
  { name: 'recount', title: 'Compte en cours', backend: () => town({ votes: { export: never } }), act: recount('progress') },
  { name: 'recount-same', title: 'Recompté : le même résultat', backend: () => town(), act: recount('.pv-check [data-kind=ok]') },
  { name: 'recount-different', title: 'Recompté : un autre résultat', backend: () => published(wrong), act: recount('.pv-check [data-kind=warn]') },
  { name: 'recount-moved', title: 'Des votes sont arrivés pendant le compte', backend: laterChanged, act: recount('.pv-check [data-kind=info]') },
  { name: 'recount-failed', title: 'Le compte n’a pas pu finir', backend: () => town({ votes: { export: failing('offline') } }), act: recount('.pv-check [data-kind=warn]') },
  { name: 'recount-blocked', title: 'La page ne permet pas de recompter', backend: () => town(), act: forbidden },
  { name: 'downloads', title: 'Fichiers du service', backend: () => town({ total: 200, results: { downloads: [
    { format: 'csv', href: '/c/bp-2027/results/vote.csv' }, { format: 'votes.csv', href: '/c/bp-2027/results/vote.votes.csv' }, { format: 'pb', href: '/c/bp-2027/results/vote.pb' }, { format: 'json', href: '/c/bp-2027/results/vote.json' },
  ] } }) },
  { name: 'offline', title: 'Pas de connexion', backend: () => town({ total: 1, votes: { ballot: failing('offline') } }) },
  { name: 'failed', title: 'Le service répond mal', backend: () => town({ total: 1, votes: { results: failing('backend-fault') } }) },
  { name: 'not-offered', title: 'Pas proposé par ce service', backend: () => ({}) },
  { name: 'not-found', title: 'Vote inconnu', backend: () => town({ total: 1, votes: { ballot: failing('not-found') } }) },
  { name: 'long-words', title: 'Mots très longs, autres écritures, grands nombres', backend: () => town({ total: 400, ballot: {
    title: 'Anticonstitutionnellement : l’intercommunalisation des bâtiments périscolaires', ceiling: euros(123_456_789),
    options: [
      { id: 'a', number: 1, label: 'Hexakosioihexekontahexaphobiquementparlantoupresquejamaisencorevu', cost: euros(98_765_432) },
      { id: 'b', number: 2, label: 'حديقة مشتركة خلف المحطة', cost: euros(62_500) },
      { id: 'c', number: 1234, label: 'Une place pour 👩🏽‍🌾👨‍👩‍👧‍👦 et pour tous', cost: euros(49_800_000) },
    ],
  } }) },
  { name: 'hostile', title: 'Du code dans les textes', backend: () => town({ total: 90, ballot: {
    title: '<script>alert(1)</script> <b>gras</b> & « guillemets »', ceiling: euros(100),
    options: [{ id: '<b>a</b>', number: 1, label: '<b>Un banc</b>', cost: euros(90) }, { id: '{cost}', number: 2, label: '{cost} ${label} &amp;', cost: euros(60) }, { id: '=1', number: 3, label: '=cmd|\' /C calc\'!A0', cost: euros(20) }],
  } }) },
];

export const examples: Example<ParvisResults>[] = states.map((state) => ({ ...state, attributes: { consultation: 'bp-2027', ballot: 'vote' } }));

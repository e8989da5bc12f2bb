import { startCount } from '@parvis/counting';
import type { Ballot, BallotOption, Channel, Choice, Counting, PartialBackend, Results } from '@parvis/contract';
import { giving } from '../shared/example.ts';
import { tallied } from './counter.ts';

/** Votes and results for examples and tests: drawn from a seed and counted by the very rules, so that what is shown is true. */

export type Cast = { choice: Choice; channel: Channel };

export const euros = (n: number): number => n * 100;
const project = (number: number, label: string, cost: number, place: string): BallotOption => ({ id: `p${number}`, number, label, cost: euros(cost), place });

export const projects: BallotOption[] = [
  project(1, 'Des bancs à l’ombre sur le mail', 48_000, 'Mail des Tilleuls'),
  project(2, 'Un jardin partagé derrière la gare', 62_500, 'Rue du Dépôt'),
  project(3, 'Réparer l’horloge du marché', 18_200, 'Place du Marché'),
  project(4, 'Une piste cyclable jusqu’au collège', 390_000, 'Route de la Plaine'),
  project(5, 'Des fontaines à eau fraîche', 36_000, 'Six places de la ville'),
  project(6, 'Une cour d’école plantée d’arbres', 145_000, 'École des Hirondelles'),
  { ...project(7, 'Un kiosque à musique', 210_000, 'Parc du Moulin'), withdrawn: true },
  project(8, 'Des toilettes publiques accessibles', 128_000, 'Port et Grand-Place'),
  project(9, 'Une boîte à livres par quartier', 9_900, 'Onze quartiers'),
  project(10, 'Éclairer le chemin du stade', 74_000, 'Chemin du Stade'),
  project(11, 'Un palais des congrès', 620_000, 'Boulevard du Port'),
];

export const budgetBallot: Ballot = {
  consultation: 'bp-2027', id: 'vote', title: 'Budget participatif 2027', lang: 'fr', method: 'budget', options: projects, min: 1, max: 4, blank: true, ceiling: euros(500_000), currency: 'EUR',
  closesAt: '2027-03-28T18:00:00+02:00', status: 'closed', eligibility: 'open', results: 'hidden', rulesHash: 'r1',
};

export const answers = (...labels: string[]): BallotOption[] => labels.map((label, i) => ({ id: `r${i + 1}`, number: i + 1, label }));
export const facade: Partial<Ballot> = {
  method: 'single', title: 'Quelle couleur pour la façade ?', ceiling: undefined, currency: undefined, max: undefined, eligibility: 'code', options: answers('Ocre clair', 'Gris pierre', 'Blanc cassé', 'Garder la couleur actuelle'),
};

/** The same numbers from 0 to 1 every time (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many options a voter names when nothing says. */
const usual = 4;

/** Votes on any ballot; options in front get more of them. `paper` and `assisted`: their share of all votes. */
export function votesOn(ballot: Ballot, total: number, { seed = 1, paper = 0.3, assisted = 0 } = {}): Cast[] {
  const next = drawn(seed);
  const able = ballot.options.filter(({ withdrawn }) => !withdrawn);
  const some = (): string[] => {
    const most = ballot.method === 'single' || ballot.method === 'yes-no' ? 1 : Math.min(ballot.max ?? usual, able.length);
    const wanted = 1 + Math.floor(next() * most);
    const named = new Set<string>();
    while (named.size < wanted) named.add(able[Math.floor(next() ** 1.4 * able.length)]?.id ?? '');
    let money = ballot.ceiling ?? Infinity;
    return [...named].filter((id) => (money -= ballot.options.find((option) => option.id === id)?.cost ?? 0) >= 0);
  };
  const choice = (): Choice => {
    if (ballot.blank && next() < 0.03) return { blank: true };
    if (ballot.method === 'points') return { values: Object.fromEntries(some().map((id) => [id, 1 + Math.floor(next() * 3)])) };
    if (ballot.method === 'grades') return { values: Object.fromEntries(able.map(({ id }, i) => [id, Math.min((ballot.grades?.length ?? 1) - 1, Math.floor(next() * 4 + i / 2))])) };
    if (ballot.method === 'score') return { values: Object.fromEntries(able.map(({ id }, i) => [id, Math.floor(next() * 5) - 1 - (i % 3)])) };
    const options = some();
    return options.length > 0 ? { options } : { blank: true };
  };
  return Array.from({ length: total }, () => {
    const by = next();
    return { choice: choice(), channel: by < assisted ? 'assisted' : by < assisted + paper ? 'paper' : 'online' };
  });
}

/** What these votes come to. */
export function resultsOf(ballot: Ballot, votes: readonly Cast[], counting?: Counting, more: Partial<Results> = {}): Results {
  const counter = startCount(ballot, counting);
  counter.add([...votes]);
  return {
    consultation: ballot.consultation, ballot: ballot.id, ...tallied(counter.finish()), final: ballot.status === 'closed', verified: ballot.eligibility === 'code',
    countedAt: '2027-03-28T20:05:00+02:00', etag: '"1"', ...more,
  };
}

/** The same votes by building, as many for each; what is left is with the last. */
export function byBuilding(ballot: Ballot, votes: readonly Cast[], names: readonly string[]): NonNullable<Results['groups']> {
  const share = Math.floor(votes.length / names.length);
  return names.map((name, i) => {
    const { voters, blank, tally } = resultsOf(ballot, votes.slice(i * share, i === names.length - 1 ? undefined : (i + 1) * share));
    return { name, voters: voters.total, blank: blank.total, tally: tally.map(({ option, total }) => ({ option, total })) };
  });
}

/** A backend with one ballot that was voted on. */
export function voted(ballot: Ballot, votes: readonly Cast[], results: Results): { votes: Required<Pick<NonNullable<PartialBackend['votes']>, 'ballot' | 'results' | 'export'>> } {
  return {
    votes: {
      ballot: giving(ballot),
      results: giving(results),
      export: ({ cursor = '0', limit = 1_000 }) => {
        const [from, to] = [Number(cursor), Number(cursor) + limit];
        return Promise.resolve({ items: votes.slice(from, to), ...(to < votes.length && { next: String(to) }) });
      },
    },
  };
}

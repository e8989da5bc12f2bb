import type { BallotDefinition, Method, OptionDefinition } from '@parvis/contract';
import type { PbMeta, PbProject, VoteType } from '@parvis/counting';
import { money } from '../text.ts';
import { dayAfter, firstDay, startOf } from './days.ts';

/** What the votes themselves show: it stands in for limits that the file leaves out. */
export interface Observed {
  lowest: number;
  highest: number;
  /** The most points in one vote. */
  mostPoints: number;
}

/** The currency of a file that names none: the one of most readers. */
export const usualCurrency = 'EUR';

const methods: Record<VoteType, Method> = {
  approval: 'approval', 'choose-1': 'single', ordinal: 'ranking', cumulative: 'points', scoring: 'score',
};

/** A limit on what a vote may cost together makes an approval vote a budget vote (also called knapsack). */
export const methodOf = ({ voteType, limits }: PbMeta): Method =>
  voteType === 'approval' && limits.maxSumCost !== undefined ? 'budget' : methods[voteType];

/** A file that leaves unnamed projects with a score of their own: every vote then names them all. */
export const fillsIn = ({ voteType, limits }: PbMeta): boolean => voteType === 'scoring' && (limits.defaultScore ?? 0) !== 0;

/**
 * The ballot a file describes. `observed` is absent while the votes have not been read: bounds the file leaves out are
 * then open.
 */
export function ballotOf(id: string, title: string, meta: PbMeta, projects: readonly PbProject[], observed?: Observed): BallotDefinition {
  const { limits } = meta;
  const method = methodOf(meta);
  const currency = meta.currency ?? usualCurrency;
  return {
    id,
    title,
    ...(meta.budget !== undefined && { text: { fr: `Budget à répartir : ${money(meta.budget, currency, meta.exponent)}.` } }),
    method,
    options: options(projects, method),
    min: Math.max(1, limits.minLength ?? 1),
    ...(limits.maxLength !== undefined && limits.maxLength < projects.length && !fillsIn(meta) && { max: limits.maxLength }),
    blank: true,
    currency,
    ...(method === 'budget' && { ceiling: limits.maxSumCost }),
    ...(method === 'points' && points(meta, observed)),
    ...(method === 'score' && { scores: scores(meta, observed) }),
    ...datesOf(meta),
    eligibility: 'open',
    results: 'hidden',
  };
}

function points({ limits }: PbMeta, observed: Observed | undefined): Pick<BallotDefinition, 'purse' | 'cap'> {
  const purse = limits.maxSumPoints ?? observed?.mostPoints;
  return { ...(purse !== undefined && { purse }), ...(limits.maxPoints !== undefined && { cap: limits.maxPoints }) };
}

function scores({ limits }: PbMeta, observed: Observed | undefined): { from: number; to: number } {
  const { MIN_SAFE_INTEGER: least, MAX_SAFE_INTEGER: most } = Number;
  const usual = limits.defaultScore ?? 0;
  const from = limits.minPoints ?? (observed ? Math.min(0, usual, observed.lowest) : least);
  const to = limits.maxPoints ?? (observed ? Math.max(usual, observed.highest, from + 1) : most);
  return { from, to };
}

/** From the start of the first day to the end of the last one. Dates out of order are left out. */
export function datesOf({ dateBegin, dateEnd }: PbMeta): { opensAt?: string; closesAt?: string } {
  const opensAt = dateBegin && startOf(firstDay(dateBegin));
  const closesAt = dateEnd && startOf(dayAfter(dateEnd));
  if (opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt)) return {};
  return { ...(opensAt && { opensAt }), ...(closesAt && { closesAt }) };
}

const natural = new Intl.Collator('fr', { numeric: true });

/**
 * Files list the winners first: options are put in the order of their ids instead, so that the paper says nothing about
 * an earlier result. Ids that are small numbers are the printed numbers.
 */
function options(projects: readonly PbProject[], method: Method): OptionDefinition[] {
  const sorted = projects.toSorted((a, b) => natural.compare(a.id, b.id) || (a.id < b.id ? -1 : 1));
  const numbered = projects.every(({ id }) => /^[1-9]\d{0,3}$/.test(id));
  return sorted.map((project, i) => {
    const places = [project.neighborhood, project.subunit, project.district].filter((place) => place !== undefined);
    const place = [...new Set(places)].join(', ');
    // A budget ballot wants a cost for every option; a withdrawn one has none left.
    const cost = project.cost ?? (method === 'budget' ? 0 : undefined);
    return {
      id: project.id,
      number: numbered ? Number(project.id) : i + 1,
      label: project.name ?? `Projet ${project.id}`,
      ...(project.description !== undefined && { text: project.description }),
      ...(cost !== undefined && { cost }),
      ...(place !== '' && { place }),
      ...(project.category !== undefined && { category: project.category.split(/\s*,\s*/).join(', ') }),
      ...(project.withdrawn && { withdrawn: true }),
    };
  });
}

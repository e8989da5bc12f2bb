import type { Channel } from '@parvis/contract';
import type { VoteType } from './meta.ts';
import { quoted, type PbProblemCode, type Report } from './problem.ts';
import type { PbRecord } from './records.ts';

/**
 * One row of VOTES, made ready to count: a project named twice counts once (where it stands first), and under
 * `cumulative` zero points are no support. Nothing about the voter is kept. Source: https://pabulib.org/format
 */
export interface PbVote {
  line: number;
  /** Ids of projects of the file, each once; in order of preference under `ordinal`. Empty: an empty vote. */
  projects: string[];
  /** One number per project, not always whole. Only under `cumulative` and `scoring`. */
  points?: number[];
  /** Absent: the file does not say. */
  channel?: Channel;
}

/** Every column of VOTES that ends in a field. */
export const readVoteColumns: readonly string[] = ['vote', 'points', 'voting_method'];

export const withPoints = (type: VoteType): boolean => type === 'cumulative' || type === 'scoring';

const channels = new Map<string, Channel>([
  ['internet', 'online'], ['online', 'online'], ['paper', 'paper'], ['papier', 'paper'], ['assisted', 'assisted'],
]);

/** How the format names the ways to vote; `assisted` is ours. */
export const votingMethods = { online: 'internet', paper: 'paper', assisted: 'assisted' } as const satisfies Record<Channel, string>;

export interface VoteColumns {
  vote: number;
  points: number;
  method: number;
}

const list = (cell: string): string[] => (cell === '' ? [] : cell.split(',').map((part) => part.trim()).filter((part) => part !== ''));

/** Reads a row; undefined when it is bad, which has been reported. */
export function readVote(
  { line, cells }: PbRecord, columns: VoteColumns, type: VoteType, known: ReadonlyMap<string, unknown>, report: Report,
): PbVote | undefined {
  const say = (code: PbProblemCode, value?: string) => report({ line, code, ...(value !== undefined && { value: quoted(value) }) });
  const named = list(cells[columns.vote] ?? '');
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined) return void say('unknown-project', unknown);

  let projects = named;
  let points: number[] | undefined;
  if (withPoints(type)) {
    const given = list(cells[columns.points] ?? '');
    if (given.length !== named.length) {
      return void report({ line, code: 'points-mismatch', field: 'points', declared: named.length, actual: given.length });
    }
    points = given.map(toNumber);
    const wrong = points.findIndex((value) => Number.isNaN(value));
    if (wrong >= 0) return void say('points-malformed', given[wrong]);
    const negative = type === 'cumulative' ? points.findIndex((value) => value < 0) : -1;
    if (negative >= 0) return void say('points-negative', given[negative]);
  }
  if (new Set(projects).size < projects.length) {
    const seen = new Set<string>();
    const keep = projects.map((id) => seen.size < seen.add(id).size);
    say('project-twice', projects[keep.indexOf(false)]);
    points = points?.filter((_, i) => keep[i]);
    projects = projects.filter((_, i) => keep[i]);
  }
  if (type === 'cumulative' && points?.includes(0)) {
    say('zero-points');
    const all = points;
    projects = projects.filter((_, i) => all[i] !== 0);
    points = all.filter((value) => value !== 0);
  }
  if (projects.length === 0) say('empty-vote');

  const vote: PbVote = { line, projects };
  if (points) vote.points = points;
  const method = (cells[columns.method] ?? '').toLowerCase();
  if (method !== '') {
    const channel = channels.get(method);
    if (channel) vote.channel = channel;
    else say('channel-unknown', method);
  }
  return vote;
}

/** A decimal number with a point and at most 9 decimals, which is as finely as votes are counted; NaN when it is none. Adding zero turns -0 into 0. */
const toNumber = (text: string): number => (/^[+-]?\d{1,15}(\.\d{0,9})?0*$/.test(text) ? Number(text) + 0 : NaN);

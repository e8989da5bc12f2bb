import type { Channel, Method } from '@parvis/contract';
import type { Election, ElectionOption } from '../election.ts';
import { VoteTable } from '../vote-table.ts';

/** A vote as tests write it: ids separated by spaces, `id:value` where values are given; '' for a blank vote. A number: that many voted like this. */
export type WrittenVote = string | [times: number, vote: string] | [times: number, vote: string, channel: Channel];

export interface Written extends Partial<Omit<Election, 'options' | 'votes'>> {
  /** Costs by id, in minor units; undefined for options without. */
  options: Record<string, number | undefined>;
  withdrawn?: string[];
  votes: WrittenVote[];
}

/** An election in a few lines. Without a method: `approval`. Options are numbered in the order written. */
export function election({ options: costs, withdrawn = [], votes: written, method = 'approval', exponent = 0, ...rest }: Written): Election {
  const options: ElectionOption[] = Object.entries(costs).map(([id, cost], i) => ({ id, number: i + 1, cost, withdrawn: withdrawn.includes(id) }));
  const votes = new VoteTable({ ordered: method === 'ranking', valued: valued.includes(method) });
  for (const entry of written) {
    const [times, text, channel] = typeof entry === 'string' ? ([1, entry] as const) : entry;
    const parts = text.split(' ').filter(Boolean).map((part) => part.split(':'));
    const places = parts.map(([id]) => options.findIndex((option) => option.id === id));
    if (places.includes(-1)) throw new Error(`a vote of the test names an unknown option: ${text}`);
    votes.add(places, parts.map(([, value]) => Number(value ?? 1)), channel ?? 'online', times);
  }
  return { method, options, votes, exponent, ...rest };
}

const valued: readonly Method[] = ['points', 'score', 'grades'];

import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Made {
  projects: number;
  votes: number;
  /** The most projects one vote names. */
  most: number;
  budget: number;
}

/** A repeatable sequence of numbers from 0 to 1 (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An approval election as a Pabulib file, the same at every run: some projects are liked much, most a little, and costs have nothing to do with it. */
export function* madeElection({ projects, votes, most, budget }: Made): Generator<string> {
  const next = sequence(7);
  yield `META\nkey;value\nnum_projects;${projects}\nnum_votes;${votes}\nbudget;${budget}\ncurrency;EUR\nvote_type;approval\nPROJECTS\nproject_id;cost\n`;
  for (let i = 1; i <= projects; i += 1) yield `${i};${Math.round((budget / projects) * (0.5 + 4 * next()))}\n`;
  yield 'VOTES\nvoter_id;vote\n';
  for (let voter = 1; voter <= votes; voter += 1) {
    const chosen = new Set<number>();
    const wanted = 1 + Math.floor(next() * most);
    while (chosen.size < wanted) chosen.add(1 + Math.floor(projects * next() ** 2));
    yield `${voter};${[...chosen].join(',')}\n`;
  }
}

/** Writes a made election with votes until the file has that many bytes. */
export async function writeLarge(path: string, bytes: number): Promise<void> {
  const file = createWriteStream(path);
  let left = bytes;
  for (const text of madeElection({ projects: 220, votes: Number.MAX_SAFE_INTEGER, most: 30, budget: 10_000_000 })) {
    left -= text.length;
    if (!file.write(text)) await once(file, 'drain');
    if (left < 0) break;
  }
  file.end();
  await once(file, 'close');
}

export const write = (path: string, made: Made): Promise<void> => pipeline(Readable.from(madeElection(made)), createWriteStream(path));

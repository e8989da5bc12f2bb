import type { OnProgress } from '../rule.ts';
import type { VoteTable } from '../vote-table.ts';

// Square tables, row by row: what row has against column stands at `row * size + column`.

/** How many votes prefer one option to another. `standing`: places of the options to compare, in the order of the rows. */
export function preferences(votes: VoteTable, standing: readonly number[]): Float64Array {
  const size = standing.length;
  const rows = new Map(standing.map((option, row) => [option, row]));
  const naming = new Float64Array(size);
  const table = new Float64Array(size * size);
  for (let at = 0; at < votes.size; at += 1) {
    const count = votes.count(at);
    const named = Array.from(votes.options(at)).flatMap((option) => rows.get(option) ?? []);
    named.forEach((row, place) => {
      naming[row]! += count;
      // A vote prefers what it names to everything but what it names before.
      for (let before = 0; before < place; before += 1) table[row * size + named[before]!]! -= count;
    });
  }
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) table[row * size + column]! += naming[row]!;
  }
  return table;
}

/** Keeps the side with more votes; 0 for the other, and for both when they are equal. */
export function linksOf(preferred: Float64Array, size: number): Float64Array {
  return preferred.map((votes, at) => {
    const back = preferred[(at % size) * size + Math.floor(at / size)]!;
    return votes > back ? votes : 0;
  });
}

/** Widest paths (Floyd 1962, Warshall 1962 with minimum and maximum), written into the table. 0: there is none. */
export function strongestPaths(links: Float64Array, size: number, onProgress: OnProgress): Float64Array {
  for (let over = 0; over < size; over += 1) {
    for (let from = 0; from < size; from += 1) {
      const first = links[from * size + over]!;
      for (let to = 0; to < size; to += 1) {
        const path = Math.min(first, links[over * size + to]!);
        if (path > links[from * size + to]!) links[from * size + to] = path;
      }
    }
    onProgress((over + 1) / size);
  }
  return links;
}

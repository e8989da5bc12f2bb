/** Below this many people, a number could point at one of them. The one place where it is set: totals, channels and live results go by it. */
export const smallestGroup = 10;

/** One number of the statistics; cells of the same `name` divide the same people. */
export interface StatisticsCell {
  name: string;
  value: string;
  count: number;
}

/**
 * Hides numbers that could point at a person: every count below {@link smallestGroup}, then the smallest others of the same name
 * until what is hidden adds up to that, because a total minus the visible cells would give the hidden one away.
 */
export function suppressSmallCells(cells: readonly StatisticsCell[]): (Omit<StatisticsCell, 'count'> & { count: number | null })[] {
  const hidden = new Set(cells.filter((cell) => cell.count < smallestGroup));
  for (const name of new Set(cells.map((cell) => cell.name))) {
    const own = cells.filter((cell) => cell.name === name).sort((a, b) => a.count - b.count);
    let sum = own.reduce((total, cell) => total + (hidden.has(cell) ? cell.count : 0), 0);
    if (!own.some((cell) => hidden.has(cell))) continue;
    for (const cell of own) {
      if (sum >= smallestGroup) break;
      if (hidden.has(cell)) continue;
      hidden.add(cell);
      sum += cell.count;
    }
  }
  return cells.map((cell) => ({ ...cell, count: hidden.has(cell) ? null : cell.count }));
}

/**
 * The groups that are counted together, the largest first; empty: each may be shown as it is. A group smaller than {@link smallestGroup} takes the
 * smallest others with it until they are enough together, or there is no other: whoever subtracts what is shown from the total finds no smaller group
 * either. Groups of nobody are passed over.
 */
export function countedTogether<T>(groups: readonly T[], sizeOf: (group: T) => number): T[] {
  const used = groups.filter((group) => sizeOf(group) > 0).sort((a, b) => sizeOf(a) - sizeOf(b));
  const merged: T[] = [];
  let together = 0;
  for (const group of used) {
    if (sizeOf(group) >= smallestGroup && (merged.length === 0 || together >= smallestGroup)) break;
    merged.push(group);
    together += sizeOf(group);
  }
  return merged.length > 1 ? merged.reverse() : [];
}

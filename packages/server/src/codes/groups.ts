import { countedTogether } from '@parvis/contract';
import type { ListedUnit } from './units.ts';

/** In bytes, as they are sealed: a longer name would stand out there. */
const longestName = 180;
const bytes = (name: string): number => Buffer.byteLength(JSON.stringify(name));

/** A name with as much of its end left away as is too long. */
function shortened(name: string): string {
  if (bytes(name) <= longestName) return name;
  const signs = [...name];
  while (bytes(`${signs.join('')}…`) > longestName) signs.pop();
  return `${signs.join('')}…`;
}

/**
 * Which group of buildings each building belongs to: itself, or the one it shares with others because it has fewer than ten dwellings. Empty: fewer than two
 * groups come out, so results are not told apart. Nobody can be added to them in a way that makes one smaller.
 */
export function groupsOf(units: readonly Pick<ListedUnit, 'building'>[]): Map<string, string> {
  const sizes = new Map<string, number>();
  for (const { building } of units) if (building !== '') sizes.set(building, (sizes.get(building) ?? 0) + 1);
  const buildings = [...sizes.keys()];
  const small = countedTogether(buildings, (building) => sizes.get(building) ?? 0);
  const merged = groupName(buildings.filter((building) => small.includes(building)));
  const groups = new Map(buildings.map((building) => [building, small.includes(building) ? merged : shortened(building)]));
  return new Set(groups.values()).size < 2 ? new Map() : groups;
}

/** The buildings that are counted together, in one name. */
export function groupName(buildings: readonly string[]): string {
  const name = buildings.join(' + ');
  return bytes(name) <= longestName ? name : `${buildings.length} bâtiments`;
}

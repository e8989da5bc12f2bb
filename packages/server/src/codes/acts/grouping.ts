import { Stop } from '../../cli/stop.ts';
import { counted } from '../../import/text.ts';
import type { Store } from '../../store/store.ts';
import type { BatchPlan } from '../batch.ts';
import { groupsOf } from '../groups.ts';
import type { CodesOptions } from '../options.ts';
import type { UnitList } from '../units.ts';

export interface Grouping {
  of: ReadonlyMap<string, string>;
  /** Made of this list. */
  isNew: boolean;
}

/**
 * The groups of the first list stay: a building that joins later counts in the totals only.
 * @throws Stop when the list says nothing of buildings and nobody said that this is meant: after the letters are printed it is too late
 */
export async function grouping(store: Store, { consultation, unit }: BatchPlan, { units, layout }: UnitList, { noBuildings }: CodesOptions): Promise<Grouping> {
  const known = await store.buildings(consultation.id);
  const isFirst = known.size === 0 && (await store.codeCounts(consultation.id)).length === 0;
  if (!noBuildings && unit !== 'person' && !layout.at.has('building') && (isFirst || known.size > 0)) {
    throw new Stop(`Aucune colonne ne dit « bâtiment » : il n’y aurait pas de résultats par bâtiment. Colonnes lues : ${layout.headers.join(', ')}.\nAjoutez cette colonne, ou continuez sans elle avec --no-buildings. Rien n’est créé.`);
  }
  if (!isFirst) return { of: known, isNew: false };
  const of = noBuildings ? new Map<string, string>() : groupsOf(units);
  return { of, isNew: of.size > 0 };
}

/** What a list means for the results by building. */
export function aboutGroups(units: UnitList['units'], of: ReadonlyMap<string, string>, { noBuildings }: CodesOptions): string[] {
  if (of.size === 0) return noBuildings || !units.some(({ building }) => building !== '') ? [] : ['Pas de résultats par bâtiment : il faut deux groupes de dix logements.'];
  const sizes = new Map<string, number>();
  for (const { building } of units) sizes.set(of.get(building) ?? '', (sizes.get(of.get(building) ?? '') ?? 0) + 1);
  const outside = sizes.get('') ?? 0;
  sizes.delete('');
  return [
    ...(sizes.size > 0 ? [`Résultats par bâtiment : ${[...sizes].map(([group, size]) => `${group} (${size})`).join(', ')}.`] : []),
    ...(outside > 0 ? [`Compté dans le total seulement : ${counted(outside, 'logement')} d’un bâtiment nouveau.`] : []),
  ];
}

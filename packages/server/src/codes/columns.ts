import { plain } from '../import/text.ts';

/** What a column of a list of dwellings, persons or leases can hold. */
export const unitColumns = ['building', 'stair', 'floor', 'door', 'name', 'reference', 'address', 'postcode', 'town', 'lang'] as const;
export type UnitColumn = (typeof unitColumns)[number];

/** Headers as people write them, in French and English, without accents or signs. The first that fits wins. */
const headers: readonly (readonly [UnitColumn, RegExp])[] = [
  ['postcode', /^(code postal|cp|post ?code|zip)\b/],
  ['lang', /^(langue|lang|language)\b/],
  ['reference', /^(reference|ref|bail|contrat|lease|(numero|no|n|num|id) (d[ue] |de )?(bail|contrat|lease))\b/],
  ['building', /^(batiment|bat|immeuble|building|bloc|tour)\b/],
  ['stair', /^(escalier|esc|cage|montee|entree|stair(case)?|entrance)\b/],
  ['floor', /^(etage|niveau|floor|level)\b/],
  ['door', /^((numero|no|n|num) (d[ue] |de (la )?)?)?(porte|logement|appartement|appt?|lot|door|flat|apartment|dwelling)\b/],
  ['name', /^(noms?|locataires?|titulaires?|occupants?|destinataires?|name|tenants?|residents?)\b/],
  ['address', /^(adresse|rue|voie|address|street)\b/],
  ['town', /^(ville|commune|town|city)\b/],
];

export interface UnitLayout {
  headers: string[];
  at: ReadonlyMap<UnitColumn, number>;
  /** Headers that no column was recognised in. */
  leftOut: string[];
}

/** A second column of the same kind is left out. */
export function unitLayout(row: readonly string[]): UnitLayout {
  const at = new Map<UnitColumn, number>();
  const leftOut: string[] = [];
  row.forEach((header, i) => {
    const column = headers.find(([, pattern]) => pattern.test(plain(header)))?.[0];
    if (column !== undefined && !at.has(column)) at.set(column, i);
    else if (header !== '') leftOut.push(header);
  });
  return { headers: [...row], at, leftOut };
}

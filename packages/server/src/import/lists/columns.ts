import { plain } from '../text.ts';

/** What a column of a list can hold. `step`: the date of a step; `ignore`: nothing that is kept. */
export const columns = [
  'id', 'title', 'text', 'category', 'place', 'cost', 'status', 'votes', 'edition', 'updated', 'published', 'answer', 'step', 'ignore',
] as const;
export type Column = (typeof columns)[number];

/**
 * Headers as people write them, in French and English, without accents or signs. The first that fits wins: a header must
 * begin with the word, so that « Projet en quartier populaire » is no place and « Echelle du budget » no cost.
 */
const headers: readonly (readonly [Column, RegExp])[] = [
  ['step', /^(date|debut|fin) .*\b(etudes?|procedures?|marches?|travaux|chantier|livraison|ouverture|inauguration)\b/],
  ['step', /^((studies|design|tender|works?|construction|delivery|opening) (start |end )?date|date of (the )?(studies|works?|delivery|opening))$/],
  ['updated', /^((date de )?(la )?(derniere )?(mise a jour|maj)|updated?( at| on)?$|last updated?)/],
  ['published', /^(date( de)? (publication|depot|creation)|publie le|depose le|date|created at|published( at| on)?)$/],
  ['id', /^(id|identifiant|numero|n|no|num|ref|reference|code|project id|proposal id)( d[ueo] .*| de la .*| laureat)?$/],
  ['place', /^(quartier|arrondissement|lieu|adresse|secteur|localisation|commune|canton|code postal|nom du (quartier|lieu|secteur)|address|place|location|district|neighbou?rhood|ward)\b/],
  ['title', /^(titre|title|intitule|nom|name|libelle|projet|project|proposition|proposal|idee|idea)(( (du|de la|de l|of the))? (projet|proposition|idee|action|project|proposal))?( laureat)?$/],
  ['text', /^(description|descriptif|texte?|contenu|resume|presentation|details?|objectifs?|body|summary|content)\b/],
  ['category', /^(categorie|thematique|theme|category|topic|domaine)\b/],
  ['cost', /^(cout|budget|montant|cost|amount|price|prix|estimation)\b/],
  ['status', /^(statut|status|avancement|etat|progress|state)\b/],
  ['votes', /^((nombre de |nb |nb de |number of )?(votes?|voix|soutiens?|supports?|likes))$/],
  ['edition', /^(edition|annee|year|millesime|campagne)$/],
  ['answer', /^(reponse|decision|suite donnee|answer|response)\b/],
];

export function guessColumn(header: string): Column | undefined {
  const words = plain(header);
  // Thousands and millions would be kept a thousand times too small.
  const column = headers.find(([, pattern]) => pattern.test(words))?.[0];
  return column === 'cost' && /(\bk ?€|\bm ?€|\bke\b|\bmilliers?\b|\bmillions?\b)/i.test(header) ? undefined : column;
}

/** The columns of one list: where each kind of thing is. Several columns may hold a place or a step. */
export interface Layout {
  headers: string[];
  at: ReadonlyMap<Column, readonly number[]>;
  /** Headers of columns that are not kept. */
  leftOut: string[];
  /** Headers named by `--map` that the list does not have. */
  missing: string[];
}

const several: readonly Column[] = ['place', 'step'];

/** `wanted` overrides what a header suggests. A second column of the same kind is left out. */
export function layoutOf(headers: readonly string[], wanted: ReadonlyMap<string, Column>): Layout {
  const at = new Map<Column, number[]>();
  const leftOut: string[] = [];
  const byName = new Map([...wanted].map(([name, column]) => [plain(name), column]));
  const claimed = new Set(byName.values());
  headers.forEach((header, i) => {
    const asked = byName.get(plain(header));
    const guessed = guessColumn(header);
    // What the organiser names for a single place takes it from what a header suggests.
    const column = asked ?? (guessed && claimed.has(guessed) && !several.includes(guessed) ? undefined : guessed);
    const taken = column === undefined ? [] : (at.get(column) ?? []);
    if (column === undefined || column === 'ignore' || (taken.length > 0 && !several.includes(column))) {
      if (header !== '') leftOut.push(header);
    } else at.set(column, [...taken, i]);
  });
  const present = new Set(headers.map(plain));
  return { headers: [...headers], at, leftOut, missing: [...wanted.keys()].filter((name) => !present.has(plain(name))) };
}

/** The separator of a list, by what its first line has most of outside quotes. */
export function guessSeparator(firstLine: string): string {
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '');
  const signs = [';', ',', '\t', '|'];
  return signs.toSorted((a, b) => bare.split(b).length - bare.split(a).length)[0]!;
}

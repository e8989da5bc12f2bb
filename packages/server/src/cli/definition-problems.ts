import { type Issue, type Method, rulesFor } from '@parvis/contract';
import { expectedAt, nearestName } from './expectations.ts';

const unescape = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
const nameIn = (pointer: string) => unescape(pointer.split('/').at(-1) ?? '');

/** What to write where a field that another one calls for is missing. */
const missing: Record<string, string> = {
  ceiling: 'un vote par budget a un plafond. Écrivez le montant total en centimes, comme "ceiling": 30000000 pour 300 000 €',
  cost: 'ici, chaque option a un coût. Écrivez-le en centimes, comme "cost": 1500000 pour 15 000 €',
  currency: 'des options ont un coût. Écrivez la monnaie, comme "currency": "EUR"',
  budget: 'rien ne dit combien il y a à dépenser. Écrivez le montant total en centimes, comme "budget": 30000000 pour 300 000 €',
  seats: 'les options n’ont pas de coût. Écrivez combien d’options sont retenues, comme "seats": 3',
  purse: 'un vote par points distribue un nombre de points. Écrivez-le, comme "purse": 10',
  grades: 'un jugement majoritaire a des mentions. Écrivez-les de la meilleure à la moins bonne, comme "grades": [{"id": "bien", "label": "Bien"}, …]',
  scores: 'un vote par notes a une échelle. Écrivez-la, comme "scores": {"from": 0, "to": 5}',
};

const sentences: Record<string, (issue: Issue, name: string, expected: string, file: unknown) => string> = {
  missing: (_, name, expected) => `il manque "${name}" : ${missing[name] ?? `écrivez ${expected}`}.`,
  'unknown-field': ({ pointer }, name) => {
    const near = nearestName(pointer);
    return near === undefined ? `Parvis ne connaît pas "${name}". Enlevez-le.` : `Parvis ne connaît pas "${name}". Vouliez-vous écrire "${near}" ?`;
  },
  'wrong-type': (_, name, expected) => `"${name}" n’a pas la bonne forme. Écrivez ${expected}.`,
  malformed: (_, name, expected) => `"${name}" n’a pas la bonne forme. Écrivez ${expected}.`,
  'too-long': (_, name, expected) => `"${name}" est trop long ou trop grand. Écrivez ${expected}.`,
  'too-short': (_, name, expected) => `"${name}" est trop court ou trop petit. Écrivez ${expected}.`,
  repeated: (_, name) => `"${name}" sert déjà plus haut. Donnez-en un autre.`,
  'out-of-order': (_, name) => (name === 'scores' ? '"from" doit être plus petit que "to".' : '"closesAt" vient avant "opensAt". Échangez les dates, ou corrigez l’une d’elles.'),
  'too-many': ({ limit }, name) => name === 'counted' ? `"counted" dépasse "places". Écrivez ${limit} au plus.` : `"min" demande plus de choix qu’il n’est possible d’en faire. Écrivez ${limit} au plus.`,
  'rule-does-not-fit': ({ pointer }, _, __, file) => {
    const { method, counting } = valueAt(file, pointer.replace('/counting/rule', '')) as { method: Method; counting: { rule: string } };
    return `la règle "${counting.rule}" ne compte pas un vote "${method}". Écrivez une de ces règles : ${rulesFor(method).map((rule) => `"${rule}"`).join(', ')}.`;
  },
  'setting-without-effect': (_, name) => `"${name}" ne change rien à ce dépouillement. Enlevez-le.`,
  'no-points': () => '"utility": "points" demande un vote par points, par notes ou par classement. Écrivez "cost" ou "cardinality".',
  'rules-changed': () => 'des votes existent déjà pour ce scrutin : ses règles et ses options ne changent plus, car les personnes ont voté avec les anciennes. Remettez-les, ou ouvrez un nouveau scrutin avec un autre "id". Le titre, la présentation et les dates peuvent changer.',
  'ballot-with-votes-missing': () => 'un scrutin qui a des votes n’est plus dans le fichier. Remettez-le : des votes ne s’effacent pas.',
};

const valueAt = (file: unknown, pointer: string): unknown =>
  pointer.split('/').slice(1).reduce((value, part) => (value as Record<string, unknown> | undefined)?.[unescape(part)], file);

/** One thing to mend in a consultation file, in French: what is wrong, and what to write. `file`: what was read. */
export function sentenceFor(issue: Issue, file: unknown): string {
  const name = nameIn(issue.pointer);
  const shown = /^\d+$/.test(name) ? nameIn(issue.pointer.replace(/\/\d+$/, '')) : name === '' ? 'le fichier' : name;
  const make = sentences[issue.code];
  return make ? make(issue, shown, expectedAt(issue.pointer) ?? 'autre chose', file) : `"${shown}" : ${issue.code}.`;
}

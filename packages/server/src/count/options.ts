import { readArguments } from '../cli/arguments.ts';
import { misuse } from '../cli/stop.ts';
import { type AskedCounting, countingArguments, readCounting, settingsUsage } from './settings.ts';

export interface CountOptions {
  file: string;
  /** Absent: the file says it. */
  counting?: AskedCounting | undefined;
  json: boolean;
}

export const usage = `parvis count FICHIER.pb [--rule RÈGLE] [options]

Compte une élection au format Pabulib et dit, pour chaque projet, pourquoi il est retenu ou non.

${settingsUsage}
  --json                  le résultat au format JSON

À égalité : le moins cher d’abord, puis le plus de votes, puis le plus petit numéro.
`;

/** @throws Stop with a sentence that says what to write instead */
export function parseOptions(argv: readonly string[]): CountOptions {
  const { values, positionals } = readArguments('count', argv, { ...countingArguments, json: { type: 'boolean' } });
  const [file, ...more] = positionals;
  if (file === undefined) throw misuse('Quel fichier compter ? Écrivez : parvis count FICHIER.pb --rule greedy');
  if (more.length > 0) throw misuse(`Donnez un seul fichier à la fois (en trop : ${more.join(', ')}).`);
  return { file, counting: readCounting(values), json: values.json ?? false };
}

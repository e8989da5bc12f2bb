import { readArguments } from '../cli/arguments.ts';
import { misuse } from '../cli/stop.ts';
import { type AskedCounting, countingArguments, readCounting } from '../count/settings.ts';
import { type Column, columns } from './lists/columns.ts';

export const kinds = ['pb', 'proposals', 'feedback'] as const;
export type Kind = (typeof kinds)[number];

export interface ImportOptions {
  file: string;
  /** Absent: told from the file. */
  as?: Kind;
  /** Absent: named after the file. */
  consultation?: string;
  title?: string;
  organiser?: string;
  /** What to take a column for, by its header as written. */
  map: Map<string, Column>;
  /** Absent: the command line's default. */
  data?: string;
  withVotes: boolean;
  /** How the votes of a .pb file are counted. Absent: no winner is named. */
  counting?: AskedCounting;
  skipBad: boolean;
  json: boolean;
  dryRun: boolean;
}

export const usage = `parvis import FICHIER [options]

Importe une élection au format Pabulib (.pb) ou une liste au format CSV.

  --as pb|proposals|feedback   ce que contient le fichier ; sinon Parvis le devine
  --consultation ID            consultation où ranger les données ; créée si elle n’existe pas
  --title TEXTE                titre d’une consultation créée
  --organiser NOM              organisateur d’une consultation créée
  --with-votes                 garder aussi les votes d’un fichier .pb
  --rule RÈGLE                 compter ces votes par une règle, avec ses réglages (voir parvis count --help)
  --map "En-tête=rôle,…"       dire ce que contient une colonne d’une liste
  --skip-bad                   laisser de côté les lignes en défaut et garder le reste
  --dry-run                    tout lire et vérifier, ne rien garder
  --data DOSSIER               dossier des données
  --json                       résumé au format JSON

Rôles de colonnes : ${columns.join(', ')}
`;

/** @throws Stop with a sentence that says what to write instead */
export function parseOptions(argv: readonly string[]): ImportOptions {
  const { values, positionals } = readArguments('import', argv, {
    as: { type: 'string' }, consultation: { type: 'string' }, title: { type: 'string' }, organiser: { type: 'string' },
    map: { type: 'string', multiple: true }, data: { type: 'string' }, 'with-votes': { type: 'boolean' },
    'skip-bad': { type: 'boolean' }, ...countingArguments, json: { type: 'boolean' }, 'dry-run': { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw misuse('Quel fichier importer ? Écrivez : parvis import FICHIER');
  if (more.length > 0) throw misuse(`Donnez un seul fichier à la fois (en trop : ${more.join(', ')}).`);
  const as = kinds.find((kind) => kind === values.as);
  if (values.as !== undefined && !as) throw misuse(`--as accepte ${kinds.join(', ')} ; « ${values.as} » n’en fait pas partie.`);
  if (values.consultation !== undefined && !/^[A-Za-z0-9._~-]{1,100}$/.test(values.consultation)) {
    throw misuse('--consultation accepte des lettres sans accent, des chiffres et les signes . _ ~ - (100 au plus).');
  }
  const counting = readCounting(values);
  return {
    file,
    ...(counting && { counting }),
    map: readMap(values.map ?? []),
    ...(as && { as }),
    ...(values.consultation !== undefined && { consultation: values.consultation }),
    ...(values.title !== undefined && { title: values.title }),
    ...(values.organiser !== undefined && { organiser: values.organiser }),
    ...(values.data !== undefined && { data: values.data }),
    withVotes: values['with-votes'] ?? false,
    skipBad: values['skip-bad'] ?? false,
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
  };
}

function readMap(texts: readonly string[]): Map<string, Column> {
  const map = new Map<string, Column>();
  for (const pair of texts.flatMap((text) => text.split(','))) {
    if (pair.trim() === '') continue;
    // A header may hold a sign of equality itself; a role never does.
    const at = pair.lastIndexOf('=');
    const role = columns.find((column) => column === pair.slice(at + 1).trim());
    if (at < 1 || !role) throw misuse(`--map attend « En-tête=rôle » ; « ${pair.trim()} » n’en est pas un. Rôles : ${columns.join(', ')}.`);
    map.set(pair.slice(0, at).trim(), role);
  }
  return map;
}

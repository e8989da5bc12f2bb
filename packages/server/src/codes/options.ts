import { readArguments, wholeNumber } from '../cli/arguments.ts';
import { defaultFolder } from '../cli/data-folder.ts';
import { misuse } from '../cli/stop.ts';
import { letterLanguages } from './letters/words.ts';

export const acts = ['create', 'status', 'void', 'replace', 'buildings'] as const;
export type Act = (typeof acts)[number];

export interface CodesOptions {
  act: Act;
  /** What was typed after the act: a code, maybe in groups. */
  code: string;
  data: string;
  consultation: string | undefined;
  ballots: string[];
  units: string | undefined;
  /** Tables that earlier letters were written with. */
  lists: string[];
  key: string | undefined;
  /** Where people vote: a page of the town, or this server. */
  page: string | undefined;
  server: string | undefined;
  langs: string[] | undefined;
  out: string | undefined;
  test: number;
  add: boolean;
  noBuildings: boolean;
  reason: string | undefined;
  dryRun: boolean;
}

export const usage = `parvis codes --units FICHIER --url ADRESSE [options]
parvis codes status
parvis codes void CODE --reason TEXTE
parvis codes replace CODE --list codes.csv --url ADRESSE --reason TEXTE
parvis codes buildings --key cle-batiments.pem

Crée des codes d’accès, un par logement (personne, bail), et les lettres à imprimer. Un code donne une voix à chaque
vote de la consultation qui demande un code. Les codes sortent une seule fois : la base n’en garde qu’une empreinte.
Le serveur peut rester en marche.

  (create)     lit la liste des logements et écrit codes.csv (publipostage) et lettres.html (A4)
  status       dit combien de codes ont servi, et ce qui a été fait
  void         annule un code qui n’a pas servi
  replace      annule un code perdu et écrit une nouvelle lettre ; un code qui a voté ne se remplace pas
  buildings    après la clôture, ouvre les résultats par bâtiment

  --units FICHIER      liste au format CSV : bâtiment, escalier, étage, porte, nom, adresse, code postal, ville, langue
  --url ADRESSE        adresse de ce serveur, telle que les personnes la voient
  --page ADRESSE       page de votre site où l’on vote ; remplace --url. {lang} y devient la langue de la lettre
  --consultation ID    la consultation, s’il y en a plusieurs
  --ballot ID          le vote ; peut se répéter (tous ceux qui demandent un code)
  --lang fr,en         langues des lettres (${letterLanguages.join(', ')}) ; une page par langue
  --out DOSSIER        dossier à créer (codes-ID)
  --test N             nombre de codes d’essai, dont les votes ne comptent pas (1)
  --add                ajoute des logements à une première liste ; donnez-la avec --list, personne n’aura deux codes
  --list FICHIER       le codes.csv d’une liste d’avant ; peut se répéter
  --no-buildings       pas de résultats par bâtiment
  --key FICHIER        la clé des résultats par bâtiment
  --reason TEXTE       motif gardé dans le journal, sans nom ni logement
  --dry-run            lit et vérifie tout, ne crée rien
  --data DOSSIER       dossier des données (${defaultFolder})`;

/** @throws Stop with a sentence that says what to write instead */
export function readOptions(args: readonly string[]): CodesOptions {
  const { values, positionals } = readArguments('codes', args, {
    data: { type: 'string', default: defaultFolder }, consultation: { type: 'string' }, ballot: { type: 'string', multiple: true, default: [] as string[] },
    units: { type: 'string' }, list: { type: 'string', multiple: true, default: [] as string[] }, key: { type: 'string' }, url: { type: 'string' }, page: { type: 'string' }, lang: { type: 'string' },
    out: { type: 'string' }, test: { type: 'string', default: '1' }, add: { type: 'boolean', default: false }, 'no-buildings': { type: 'boolean', default: false }, reason: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  const named = acts.find((act) => act === positionals[0]);
  if (!named && positionals.length > 0) throw misuse(`« ${positionals[0]} » ? Écrivez : parvis codes ${acts.slice(1).join(', ')}, ou parvis codes --units FICHIER.`);
  return {
    act: named ?? 'create',
    code: positionals.slice(1).join(''),
    data: values.data, consultation: values.consultation, ballots: values.ballot, units: values.units, lists: values.list, key: values.key,
    page: values.page === undefined ? undefined : address('--page', values.page),
    server: values.url === undefined ? undefined : address('--url', values.url),
    langs: values.lang === undefined ? undefined : languages(values.lang),
    out: values.out,
    test: wholeNumber('--test', values.test, 0, 1_000),
    add: values.add,
    noBuildings: values['no-buildings'],
    reason: reasonOf(values.reason),
    dryRun: values['dry-run'],
  };
}

function address(option: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw misuse(`${option} attend une adresse, comme https://vote.ville.example, pas « ${text} ».`);
  if (url.hash !== '') throw misuse(`${option} : enlevez ce qui suit le # ; le code prend cette place.`);
  return text;
}

function languages(text: string): string[] {
  const langs = [...new Set(text.toLowerCase().split(',').map((lang) => lang.trim()).filter((lang) => lang !== ''))];
  const unknown = langs.find((lang) => !letterLanguages.includes(lang));
  if (unknown !== undefined || langs.length === 0) throw misuse(`--lang attend des langues parmi ${letterLanguages.join(', ')}, séparées par des virgules, pas « ${text} ».`);
  return langs;
}

function reasonOf(text: string | undefined): string | undefined {
  if (text !== undefined && text.length > 200) throw misuse('--reason a plus de 200 signes. Raccourcissez ce texte.');
  return text;
}

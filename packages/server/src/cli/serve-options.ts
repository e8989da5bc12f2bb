import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArguments, wholeNumber } from './arguments.ts';
import { defaultFolder } from './data-folder.ts';
import { misuse } from './stop.ts';

export const defaultPort = 4180;

export interface SiteMount {
  /** Begins with a slash, does not end with one. */
  path: string;
  folder: string;
}

export interface ServeOptions {
  port: number;
  host: string;
  data: string;
  /** Files of consultations to open first. */
  open: string[];
  /** Origins that may use the API. */
  allow: string[];
  sites: SiteMount[];
  siteCsp: string | undefined;
  /** Folder of the widgets' files. Absent: where the repository has it. */
  embed: string | undefined;
  rateLimit: boolean;
  trustProxy: boolean;
  demo: boolean;
}

export const helpForServe = `parvis serve [options]

  --port N             port d’écoute (${defaultPort} ; 0 : n’importe quel port libre)
  --host ADRESSE       adresse d’écoute (127.0.0.1 ; 0.0.0.0 : toutes)
  --data DOSSIER       dossier des données (${defaultFolder})
  --open FICHIER       ouvre d’abord cette consultation ; peut se répéter
  --allow ORIGINE      site qui peut utiliser ce serveur (https://www.ville.example, ou * pour tous) ; peut se répéter
  --site /NOM=DOSSIER  sert un dossier de pages ; peut se répéter
  --site-csp RÈGLE     Content-Security-Policy de ces pages
  --embed DOSSIER      dossier des fichiers des widgets
  --trust-proxy        croit l’adresse donnée par X-Forwarded-For (derrière un serveur mandataire)
  --no-rate-limit      ne limite pas le nombre d’appels par adresse (essais de charge)
  --demo               ouvre les exemples fournis`;

export function readServeOptions(args: readonly string[]): ServeOptions {
  const { values, positionals } = readArguments('serve', args, {
    port: { type: 'string', default: String(defaultPort) },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string', default: defaultFolder },
    open: { type: 'string', multiple: true, default: [] as string[] },
    allow: { type: 'string', multiple: true, default: [] as string[] },
    site: { type: 'string', multiple: true, default: [] as string[] },
    'site-csp': { type: 'string' },
    embed: { type: 'string' },
    'trust-proxy': { type: 'boolean', default: false },
    'no-rate-limit': { type: 'boolean', default: false },
    demo: { type: 'boolean', default: false },
  });
  if (positionals.length > 0) throw misuse(`Que faire de « ${positionals[0]} » ? Pour ouvrir une consultation : --open ${positionals[0]}`);
  return {
    port: wholeNumber('--port', values.port, 0, 65_535),
    host: values.host,
    data: resolve(values.data),
    open: values.open,
    allow: values.allow.map(origin),
    sites: values.site.map(site),
    siteCsp: values['site-csp'],
    embed: values.embed === undefined ? undefined : folder('--embed', values.embed),
    rateLimit: !values['no-rate-limit'],
    trustProxy: values['trust-proxy'],
    demo: values.demo,
  };
}

function origin(text: string): string {
  if (text === '*') return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw misuse(`--allow attend l’adresse d’un site, comme https://www.ville.example, pas « ${text} ».`);
  }
  return url.origin;
}

function site(text: string): SiteMount {
  const [, path, target] = /^(\/[\w.~-]+)=(.+)$/.exec(text) ?? [];
  if (path === undefined || target === undefined) throw misuse(`--site s’écrit /NOM=DOSSIER, comme /site=pages, pas « ${text} ».`);
  if (/^\/(api|c|embed|files|health|pages)$/.test(path)) throw misuse(`${path} sert déjà à Parvis. Choisissez un autre nom pour --site.`);
  return { path, folder: folder('--site', target) };
}

function folder(option: string, text: string): string {
  const path = resolve(text);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw misuse(`${option} : le dossier ${text} n’existe pas.`);
  return path;
}

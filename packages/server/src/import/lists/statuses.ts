import type { Progress, ProposalDefinition } from '@parvis/contract';
import { plain } from '../text.ts';

/** Where a project stands, and the step that is under way when its word says so. */
export interface Status {
  progress: Progress | 'withdrawn';
  /** A word of the step's title: `etudes`. */
  step?: string;
}

const words: readonly (readonly [Progress | 'withdrawn', string])[] = [
  ['planned', 'non demarre|pas demarre|pas commence|pas encore commence|a venir|prevu|programme|planifie|planned|not started'],
  ['in-progress', 'en cours|en realisation|en cours de realisation|in progress|ongoing|started'],
  ['done', 'fin|fini|termine|terminee|realise|realisee|livre|livree|acheve|achevee|ouvert|done|completed|finished'],
  ['abandoned', 'abandonne|abandonnee|annule|annulee|abandoned|cancelled|canceled'],
  ['not-retained', 'non retenu|non retenue|refuse|refusee|rejete|rejetee|irrecevable|non laureat|not retained|rejected'],
  ['accepted', 'retenu|retenue|accepte|acceptee|laureat|laureate|gagnant|vote|votee|valide|validee|accepted|selected|winner'],
  ['studied', 'a l etude|en etude|a etudier|en analyse|en instruction|recevable|studied|under review'],
  ['received', 'recu|recue|depose|deposee|soumis|soumise|publie|publiee|received|submitted|published'],
  ['withdrawn', 'retire|retiree|withdrawn'],
];

const known = new Map(words.flatMap(([progress, list]) => list.split('|').map((word) => [word, progress])));

/** Steps of a decided project, in the order of the work; a status may be the name of one. */
const phases: readonly (readonly [word: string, title: string])[] = [
  ['etude', 'Études'], ['procedure', 'Marchés et autorisations'], ['marche', 'Marchés et autorisations'], ['travaux', 'Travaux'],
  ['chantier', 'Travaux'], ['livraison', 'Livraison'], ['ouverture', 'Ouverture au public'], ['inauguration', 'Ouverture au public'],
];

const phaseOf = (text: string) => phases.find(([word]) => new RegExp(`\\b${word}s?\\b`).test(plain(text)));

/** Reads the word of a status column; undefined when it is not known. */
export function readStatus(text: string): Status | undefined {
  const word = plain(text);
  const progress = known.get(word);
  if (progress) return { progress };
  // « Etudes », « Travaux en cours »: the name of a step, alone or under way.
  const phase = phaseOf(word);
  const rest = phase ? word.replace(new RegExp(`\\b${phase[0]}s?\\b`), '').trim() : word;
  return phase && /^(en cours|in progress)?$/.test(rest) ? { progress: 'in-progress', step: phase[1] } : undefined;
}

export const statusWords = 'non démarré, études, procédures, travaux, livraison, en cours, fin, abandonné, retenu, non retenu, à l’étude, reçu';

export interface StepColumn {
  title: string;
  /** The step's own name, which a status may take up. Absent: not a known one. */
  phase: string | undefined;
}

/**
 * The steps behind the headers of date columns: `Date de lancement des travaux du projet` gives `Travaux`. Where two
 * columns speak of one step (`début des travaux`, `fin des travaux`), each keeps its own words.
 */
export function stepColumns(headers: readonly string[]): StepColumn[] {
  const phases = headers.map((header) => phaseOf(header)?.[1]);
  return headers.map((header, i) => {
    const phase = phases[i];
    const alone = phase !== undefined && phases.indexOf(phase) === phases.lastIndexOf(phase);
    return { title: alone ? phase : ownWords(header), phase };
  });
}

function ownWords(header: string): string {
  const bare = header.replace(/^date (de |du |des |d['’])?/i, '').trim() || header;
  return bare.charAt(0).toLocaleUpperCase('fr') + bare.slice(1);
}

/** Where a public proposal stands: what is being done was accepted. */
export function proposalStatus(progress: Status['progress']): ProposalDefinition['status'] {
  if (progress === 'withdrawn' || progress === 'not-retained') return progress;
  if (progress === 'abandoned') return 'not-retained';
  return progress === 'received' || progress === 'studied' ? 'published' : 'accepted';
}

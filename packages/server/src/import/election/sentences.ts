import type { Issue } from '@parvis/contract';
import type { PbMeta, PbProblem, PbProblemCode } from '@parvis/counting';
import { counted, figure } from '../text.ts';

const said = ({ value = '' }: PbProblem) => `« ${value} »`;
const listed = 'Écrivez par exemple 12500 ou 12500.50.';

/** Why reading stopped or a row is left out, and what to do. Every code that stops or refuses has its sentence. */
const reasons: Partial<Record<PbProblemCode, (problem: PbProblem) => string>> = {
  'not-pabulib': (p) => `Le fichier commence par ${said(p)} et non par la ligne META. Donnez un fichier au format Pabulib, ou importez une liste avec --as proposals ou --as feedback.`,
  'section-missing': (p) => `La partie ${p.field} manque. Ajoutez-la, ou vérifiez que le fichier est complet.`,
  'section-order': (p) => `La partie ${p.field} n’est pas à sa place. Mettez les parties dans l’ordre META, PROJECTS, VOTES.`,
  'section-repeated': (p) => `La partie ${p.field} est là deux fois. Gardez-en une seule.`,
  'column-missing': (p) => `La colonne ${p.field} manque. Ajoutez-la à la ligne des titres de colonnes.`,
  'line-too-long': () => 'Cette ligne est trop longue (plus d’un million de signes). Vérifiez les retours à la ligne du fichier.',
  'quote-not-closed': () => 'Un guillemet ouvert sur cette ligne n’est jamais fermé. Fermez-le, ou doublez les guillemets qui font partie du texte.',
  'vote-type-missing': () => 'META ne dit pas comment on vote. Ajoutez la ligne vote_type : approval, choose-1, ordinal, cumulative ou scoring.',
  'vote-type-unknown': (p) => `Le mode de vote ${said(p)} n’est pas connu. Écrivez approval, choose-1, ordinal, cumulative ou scoring.`,
  'no-projects': () => 'La partie PROJECTS ne contient aucun projet. Ajoutez au moins un projet.',
  'budget-missing': () => 'META ne dit pas le budget. Ajoutez la ligne budget.',
  'number-malformed': (p) => `${p.field} : ${said(p)} n’est pas un nombre entier. Corrigez cette valeur.`,
  'setting-unknown': (p) => `${p.field} : ${said(p)} n’est pas un réglage connu. Voyez les valeurs avec parvis count --help, ou ôtez cette ligne.`,
  'amount-malformed': (p) => `${p.field} : ${said(p)} n’est pas un montant. ${listed}`,
  'amount-ambiguous': (p) => `${p.field} : ${said(p)} peut se lire de deux façons (milliers ou décimales). ${listed}`,
  'amount-negative': (p) => `${p.field} : ${said(p)} est sous zéro. Écrivez un montant positif.`,
  'amount-too-large': (p) => `${p.field} : ${said(p)} est trop grand pour être compté juste. Vérifiez ce montant.`,
  'date-malformed': (p) => `${p.field} : ${said(p)} n’est pas une date. Écrivez par exemple 31.12.2025 ou 2025.`,
  'cells-too-many': (p) => `Cette ligne a ${p.actual} cases pour ${p.declared} colonnes. Mettez entre guillemets les textes qui contiennent un point-virgule.`,
  'project-without-id': () => 'Ce projet n’a pas d’identifiant. Remplissez la colonne project_id.',
  'project-repeated': (p) => `L’identifiant ${said(p)} sert déjà à un autre projet. Donnez-en un autre à celui-ci.`,
  'unknown-project': (p) => `Ce vote nomme le projet ${said(p)}, absent de la partie PROJECTS. Ajoutez ce projet ou corrigez le vote.`,
  'points-mismatch': (p) => `Ce vote nomme ${counted(p.declared ?? 0, 'projet')} et donne ${counted(p.actual ?? 0, 'nombre')} de points. Donnez un nombre par projet.`,
  'points-malformed': (p) => `Ce vote donne ${said(p)} comme points. Écrivez un nombre.`,
  'points-negative': (p) => `Ce vote donne ${said(p)} points. Un vote par points ne descend pas sous zéro.`,
  'count-projects': (p) => `META annonce ${counted(p.declared ?? 0, 'projet')}, le fichier en contient ${figure(p.actual ?? 0)}. Vérifiez que le fichier est complet, ou corrigez num_projects.`,
  'count-votes': (p) => `META annonce ${counted(p.declared ?? 0, 'vote')}, le fichier en contient ${figure(p.actual ?? 0)}. Vérifiez que le fichier est complet, ou corrigez num_votes.`,
};

export const reasonFor = (problem: PbProblem): string => reasons[problem.code]?.(problem) ?? problem.code;

/** What is worth knowing about rows that are kept, said once for all of them. */
const notes: Partial<Record<PbProblemCode, (count: number, first: PbProblem) => string>> = {
  'count-missing': (_, p) => `META n’annonce pas ${p.field} : rien ne dit si le fichier est complet.`,
  'key-repeated': (n) => `${counted(n, 'clé')} de META ${n < 2 ? 'est écrite' : 'sont écrites'} deux fois : la première ligne est gardée.`,
  'currency-missing': () => 'Le fichier ne dit pas la monnaie : les montants sont pris pour des euros.',
  'currency-unknown': (_, p) => `La monnaie ${said(p)} n’est pas un code connu : les montants sont pris pour des euros.`,
  'amount-rounded': (n) => `${counted(n, 'montant')} ${n < 2 ? 'a' : 'ont'} plus de décimales que la monnaie : arrondi au plus proche.`,
  'date-imprecise': (n) => `${counted(n, 'date')} ${n < 2 ? 'est donnée' : 'sont données'} sans le jour : le vote va du premier au dernier jour de la période.`,
  'control-characters': (n) => `${counted(n, 'ligne')} ${n < 2 ? 'contenait' : 'contenaient'} des signes illisibles (caractères de contrôle) : ils sont ôtés.`,
  'project-withdrawn': (n) => `${counted(n, 'projet')} au coût 999999999 : ${n < 2 ? 'gardé comme retiré' : 'gardés comme retirés'}, on ne peut plus ${n < 2 ? 'le' : 'les'} choisir.`,
  'selected-unusual': (n, p) => `${counted(n, 'projet')} ${n < 2 ? 'a' : 'ont'} une valeur selected autre que 0 ou 1 (${said(p)}) : un cas à part, que le fichier explique parfois dans son commentaire. Ce résultat ancien n’est pas gardé.`,
  'project-twice': (n) => `${counted(n, 'vote')} ${n < 2 ? 'nomme' : 'nomment'} deux fois le même projet : il compte une fois.`,
  'zero-points': (n) => `${counted(n, 'vote')} ${n < 2 ? 'donne' : 'donnent'} zéro point à un projet : ce n’est pas un soutien, le projet n’y est pas compté.`,
  'empty-vote': (n) => `${counted(n, 'vote')} sans aucun choix : ${n < 2 ? 'compté comme vote blanc' : 'comptés comme votes blancs'}.`,
  'voter-twice': (n) => `${counted(n, 'vote')} ${n < 2 ? 'porte' : 'portent'} le voter_id d’un vote d’avant : ${n < 2 ? 'il est compté' : 'ils sont comptés'} comme les autres. Vérifiez si une personne a voté deux fois.`,
  'channel-unknown': (n, p) => `${counted(n, 'vote')} avec un mode de remise inconnu (${said(p)}) : ${n < 2 ? 'compté' : 'comptés'} en ligne.`,
};

export const noteFor = (code: PbProblemCode, first: PbProblem) => (count: number): string => notes[code]?.(count, first) ?? code;

/** Which key of META a broken rule of the ballot comes from. */
const limitKeys: Record<string, string> = {
  'too-few': 'min_length', 'too-many': 'max_length', 'over-ceiling': 'max_sum_cost', 'over-purse': 'max_sum_points', 'over-cap': 'max_points',
};

/** Why a vote breaks the limits of its own file. The limit may be what is wrong: the line that sets it is named. */
export function brokenLimit({ code, limit = 0, actual = 0 }: Issue, meta: PbMeta, scale: number): string {
  const outOfRange = limit > actual ? 'min_points' : 'max_points';
  const key = code === 'out-of-range' ? outOfRange : limitKeys[code];
  const line = key === undefined ? undefined : meta.entries.get(key)?.line;
  const remedy = line === undefined ? 'Corrigez ce vote.' : `Corrigez ce vote ; si c’est la limite qui est fausse, corrigez ${key} à la ligne ${line}.`;
  return `${whatBreaks(code, limit, actual, scale)} ${remedy}`;
}

function whatBreaks(code: string, limit: number, actual: number, scale: number): string {
  switch (code) {
    case 'too-few': return `Ce vote nomme ${counted(actual, 'projet')}, il en faut au moins ${figure(limit)}.`;
    case 'too-many': return `Ce vote nomme ${counted(actual, 'projet')}, ${figure(limit)} au plus sont permis.`;
    case 'over-ceiling': return `Les projets de ce vote coûtent ensemble ${figure(actual / scale)}, le plafond est ${figure(limit / scale)}.`;
    case 'over-purse': return `Ce vote donne ${counted(actual, 'point')}, ${figure(limit)} au plus sont permis.`;
    case 'over-cap': return `Ce vote donne ${counted(actual, 'point')} à un projet, ${figure(limit)} au plus sont permis.`;
    case 'out-of-range': return `Ce vote donne la note ${figure(actual)}, hors de l’échelle du fichier.`;
    case 'not-whole': return `Ce vote donne ${figure(actual)} points : Parvis ne garde que des nombres entiers.`;
    default: return `Ce vote ne suit pas les règles du fichier (${code}).`;
  }
}

import { Counting, type RuleName } from '@parvis/contract';
import { readArguments, wholeNumber } from '../cli/arguments.ts';
import { misuse } from '../cli/stop.ts';

export interface CountOptions {
  file: string;
  /** Without the amounts, which are written in the currency of the file. */
  counting: Omit<Counting, 'budget' | 'step'>;
  /** As written: `1000000`, `0.50`. */
  budget?: string | undefined;
  step?: string | undefined;
  json: boolean;
}

const settings = Counting.shape;
const rules: readonly string[] = settings.rule.options;
const utilities: readonly string[] = ['cost', 'cardinality', 'points'];
const completions: readonly string[] = ['none', 'utilitarian', 'add1', 'add1u'];

export const usage = `parvis count FICHIER.pb --rule RÈGLE [options]

Compte une élection au format Pabulib et dit, pour chaque projet, pourquoi il est retenu ou non.

  --rule RÈGLE            ${rules.slice(0, 5).join(', ')},
                          ${rules.slice(5).join(', ')}
  --budget MONTANT        budget à répartir ; sinon celui du fichier
  --threshold N           threshold : votes (ou points) qu’il faut au moins ; sinon ce que dit le fichier
  --utility ${utilities.join('|')}
                          equal-shares : ce que vaut un projet choisi ; cost par défaut
  --completion ${completions.join('|')}
                          equal-shares : ce que devient l’argent qui reste ; none par défaut
  --exhaustive yes|no     equal-shares avec add1 : s’arrêter aussi quand plus rien ne tient dans le budget ; no par défaut
  --step MONTANT          equal-shares avec add1 : de combien augmenter la part de chacun à la fois
  --compare               equal-shares : garder le résultat de greedy si plus de votants le préfèrent
  --when-full stop|skip   phragmen : s’arrêter au premier projet trop cher, ou le passer ; stop par défaut
  --json                  le résultat au format JSON

À égalité : le moins cher d’abord, puis le plus de votes, puis le plus petit numéro.
`;

/** @throws Stop with a sentence that says what to write instead */
export function parseOptions(argv: readonly string[]): CountOptions {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments('count', argv, {
    rule: text, budget: text, threshold: text, utility: text, completion: text, exhaustive: text, step: text, 'when-full': text,
    compare: { type: 'boolean' }, json: { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw misuse('Quel fichier compter ? Écrivez : parvis count FICHIER.pb --rule greedy');
  if (more.length > 0) throw misuse(`Donnez un seul fichier à la fois (en trop : ${more.join(', ')}).`);
  if (values.rule === undefined) throw misuse(`Quelle règle ? Ajoutez --rule suivi de : ${rules.join(', ')}.`);
  const oneOf = <T extends string>(option: string, value: string | undefined, allowed: readonly string[]): T | undefined => {
    if (value !== undefined && !allowed.includes(value)) throw misuse(`${option} accepte ${allowed.join(', ')} ; « ${value} » n’en fait pas partie.`);
    return value as T | undefined;
  };
  const exhaustive = oneOf<'yes' | 'no'>('--exhaustive', values.exhaustive, ['yes', 'no']);
  return {
    file,
    counting: {
      rule: oneOf<RuleName>('--rule', values.rule, rules)!,
      threshold: values.threshold === undefined ? undefined : wholeNumber('--threshold', values.threshold, 0, Number.MAX_SAFE_INTEGER),
      utility: oneOf('--utility', values.utility, utilities),
      completion: oneOf('--completion', values.completion, completions),
      exhaustive: exhaustive && exhaustive === 'yes',
      compare: values.compare,
      whenFull: oneOf('--when-full', values['when-full'], ['stop', 'skip']),
    },
    budget: values.budget,
    step: values.step,
    json: values.json ?? false,
  };
}

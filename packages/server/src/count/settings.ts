import { Counting, type RuleName } from '@parvis/contract';
import { parseAmount } from '@parvis/counting';
import { wholeNumber } from '../cli/arguments.ts';
import { misuse } from '../cli/stop.ts';

/** A rule with its settings, as it is written on the command line. */
export interface AskedCounting {
  settings: Omit<Counting, 'budget' | 'step'>;
  /** As written, in the currency of the file: `1000000`, `0.50`. */
  budget?: string | undefined;
  step?: string | undefined;
}

export const rules: readonly string[] = Counting.shape.rule.options;
const utilities = ['cost', 'cardinality', 'points'] as const;
const completions = ['none', 'utilitarian', 'add1', 'add1u'] as const;

const text = { type: 'string' } as const;
/** For `readArguments`. */
export const countingArguments = {
  rule: text, budget: text, threshold: text, utility: text, completion: text, exhaustive: text, step: text, 'when-full': text, compare: { type: 'boolean' },
} as const;

type Values = { [K in keyof typeof countingArguments]?: string | boolean | undefined };

export const settingsUsage = `\
  --rule RÈGLE            ${rules.slice(0, 5).join(', ')},
                          ${rules.slice(5).join(', ')}
  --budget MONTANT        budget à répartir ; sinon celui du fichier
  --threshold N           threshold : votes (ou points) qu’il faut au moins ; sinon ce que dit le fichier
  --utility ${utilities.join('|')}
                          equal-shares : ce que vaut un projet choisi ; points si les votes en donnent, sinon cost
  --completion ${completions.join('|')}
                          equal-shares : ce que devient l’argent qui reste ; none par défaut
  --exhaustive yes|no     equal-shares avec add1 : s’arrêter aussi quand plus rien ne tient dans le budget ; no par défaut
  --step MONTANT          equal-shares avec add1 : de combien augmenter la part de chacun à la fois
  --compare               equal-shares : garder le résultat de greedy si plus de votants le préfèrent
  --when-full stop|skip   phragmen : s’arrêter au premier projet trop cher, ou le passer ; stop par défaut`;

/** Undefined: no rule is named. @throws Stop with a sentence that says what to write instead */
export function readCounting(values: Values): AskedCounting | undefined {
  if (values.rule === undefined) {
    const alone = Object.entries(values).find(([name, value]) => name in countingArguments && value !== undefined && value !== false);
    if (alone) throw misuse(`--${alone[0]} va avec une règle. Ajoutez --rule suivi de : ${rules.join(', ')}.`);
    return undefined;
  }
  const oneOf = <T extends string>(name: keyof Values, allowed: readonly T[]): T | undefined => {
    const value = values[name];
    const found = allowed.find((word) => word === value);
    if (value !== undefined && found === undefined) throw misuse(`--${name} accepte ${allowed.join(', ')} ; « ${value} » n’en fait pas partie.`);
    return found;
  };
  const words = (name: keyof Values) => (typeof values[name] === 'string' ? values[name] : undefined);
  const [exhaustive, threshold] = [oneOf('exhaustive', ['yes', 'no']), words('threshold')];
  return {
    settings: {
      rule: oneOf('rule', rules as readonly RuleName[])!,
      threshold: threshold === undefined ? undefined : wholeNumber('--threshold', threshold, 0, Number.MAX_SAFE_INTEGER),
      utility: oneOf('utility', utilities),
      completion: oneOf('completion', completions),
      exhaustive: exhaustive && exhaustive === 'yes',
      compare: values.compare === true || undefined,
      whenFull: oneOf('when-full', ['stop', 'skip']),
    },
    budget: words('budget'),
    step: words('step'),
  };
}

/** The same with its amounts in minor units. `exponent`: digits of the currency. @throws Stop */
export function inMinorUnits({ settings, budget, step }: AskedCounting, exponent: number): Counting {
  const counting: Counting = { ...settings, budget: amount('--budget', budget, exponent), step: amount('--step', step, exponent) };
  if (counting.step === 0) throw misuse('--step attend un montant au-dessus de zéro.');
  return Object.fromEntries(Object.entries(counting).filter(([, value]) => value !== undefined)) as Counting;
}

function amount(option: string, written: string | undefined, exponent: number): number | undefined {
  if (written === undefined) return undefined;
  const found = parseAmount(written, exponent);
  if (!found.ok || found.rounded) throw misuse(`${option} attend un montant, par exemple 1000 ou 0.50 ; « ${written} » n’en est pas un.`);
  return found.minor;
}

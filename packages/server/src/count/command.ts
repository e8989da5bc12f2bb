import type { Outcome } from '@parvis/contract';
import { count, CountingError, countingOf } from '@parvis/counting';
import { misuse } from '../cli/stop.ts';
import { ImportError } from '../import/errors.ts';
import { Findings } from '../import/findings.ts';
import { Progress, type Output } from '../import/progress.ts';
import { parseOptions, type CountOptions } from './options.ts';
import { readElection, type ReadElection } from './read.ts';
import { inMinorUnits, rules } from './settings.ts';
import { showJson, showProblems, showText } from './show.ts';

/**
 * `parvis count`: reads a whole file, counts it and says why each option was taken or not. Exit codes: 0 counted, 1 nothing counted because of the file,
 * 2 the command was not understood. @throws Stop
 */
export async function runCount(argv: readonly string[], { stdout, stderr }: { stdout: Output; stderr: Output }): Promise<number> {
  const options = parseOptions(argv);
  const findings = new Findings();
  const progress = new Progress(stderr);
  try {
    const read = await readElection(options.file, findings, (part) => progress.tell('Lecture', part));
    if (findings.badCount > 0) {
      progress.end();
      showProblems(options.file, findings, stderr);
      return 1;
    }
    const outcome = counted(read, options, (part) => progress.tell('Compte', part));
    progress.end();
    stdout.write(options.json ? showJson(outcome, findings) : showText(read, outcome, findings));
    return 0;
  } catch (error) {
    progress.end();
    if (!(error instanceof ImportError)) throw error;
    showProblems(options.file, findings, stderr, error);
    return 1;
  }
}

function counted({ meta, election }: ReadElection, { counting }: CountOptions, told: (part: number) => void): Outcome {
  try {
    const settings = counting ? inMinorUnits(counting, meta.exponent) : countingOf(meta);
    if (!settings) throw misuse(`Quelle règle ? Ajoutez --rule suivi de : ${rules.join(', ')}.`);
    return count(election, settings, told);
  } catch (error) {
    if (error instanceof CountingError) throw misuse(sentences[error.code](error));
    throw error;
  }
}

const sentences: Record<CountingError['code'], (error: CountingError) => string> = {
  rule: ({ fits }) => `Cette règle ne peut pas compter ce mode de vote. Règles possibles : ${fits.join(', ')}.`,
  budget: () => 'Le fichier ne dit pas le budget. Ajoutez --budget MONTANT.',
  utility: () => 'Dans ce vote, personne ne donne de points. Choisissez --utility cost ou --utility cardinality.',
};

import { PabulibError, pbProblems, type PbProblem, type Report } from '@parvis/counting';
import { ImportError } from '../errors.ts';
import type { Findings } from '../findings.ts';
import { noteFor, reasonFor } from './sentences.ts';

/** Sends bad rows and notes to the findings, in words. `harmless`: what the reader holds for bad and is only noted here. */
export const reporter = (findings: Findings, harmless: (problem: PbProblem) => boolean = () => false): Report => (problem) => {
  const { code, line } = problem;
  if (pbProblems[code] === 'note') findings.addNote(code, line, noteFor(code, problem));
  else if (harmless(problem)) findings.addNote(code, line, () => reasonFor(problem));
  else findings.addBad({ line, code, message: reasonFor(problem) }, code === 'unknown-project' ? problem.value : undefined);
};

/** What stops the reader, in words. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PabulibError) throw new ImportError(reasonFor(error.problem), error.problem.line);
    throw error;
  }
}

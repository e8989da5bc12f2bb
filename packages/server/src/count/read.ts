import { electionOfPabulib, readPabulib, type Election, type PbMeta, type PbProblem, type PbProject } from '@parvis/counting';
import { ImportError } from '../import/errors.ts';
import type { Findings } from '../import/findings.ts';
import { reading, reporter } from '../import/election/reading.ts';
import { openSource } from '../import/source.ts';

export interface ReadElection {
  meta: PbMeta;
  projects: readonly PbProject[];
  election: Election;
}

const uncounted = new Set<PbProblem['code']>(['budget-missing', 'count-projects', 'count-votes', 'date-malformed']);
const countedKeys = new Set(['max_length', 'default_score', 'min_project_score_threshold']);

/** Entries of META that change nothing in a count: what is wrong there is said and no more. */
const harmless = ({ code, field = '' }: PbProblem): boolean => uncounted.has(code) || (code === 'number-malformed' && !countedKeys.has(field));

/** Reads a file to count, from start to end, with bounded memory. Bad rows go to `findings`. @throws ImportError */
export async function readElection(path: string, findings: Findings, told: (part: number) => void): Promise<ReadElection> {
  const source = await openSource(path);
  const report = reporter(findings, harmless);
  return reading(async () => {
    const file = await readPabulib(source.chunks((done) => told(done / source.bytes)), report);
    try {
      return { meta: file.meta, projects: file.projects, election: await electionOfPabulib(file) };
    } catch (error) {
      if (error instanceof RangeError) throw new ImportError('Un vote donne un nombre trop grand pour être compté juste. Vérifiez la colonne points.');
      throw error;
    }
  });
}

import { join } from 'node:path';
import { tempDir } from '../support/temp.ts';
import { root } from '../support/machine.ts';
import { runChild } from './child.ts';
import { add, COUNTS_FILE, findCounts, ONE_FAILED, type Counts } from './counts.ts';
import { findTests, TESTS_FILE, type Keep } from './record.ts';

export interface NodeTests {
  files: readonly string[];
  grep?: string | undefined;
  /** How many files run at the same time. */
  concurrency: number;
  /** Longest time for one test, and for one file, in milliseconds. */
  testMs: number;
  /** Longest time for them all, in milliseconds. */
  stageMs: number;
  /** Takes what each test came to. */
  keep?: Keep | undefined;
}

/** Runs test files with `node --test`, each in a process of its own. */
export async function runNodeTests({ files, grep, concurrency, testMs, stageMs, keep }: NodeTests): Promise<Counts> {
  await using folder = await tempDir('parvis-run');
  const countsFile = join(folder.path, 'counts.json');
  const testsFile = join(folder.path, 'tests.json');
  const args = [
    '--conditions=parvis-source',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${testMs}`,
    '--import', join(root, 'test', 'run', 'let-go.ts'),
    `--test-reporter=${join(root, 'test', 'run', 'node-reporter.ts')}`,
    ...(grep === undefined ? [] : [`--test-name-pattern=${grep}`]),
    ...files,
  ];
  const { code, timedOut } = await runChild(process.execPath, args, { timeoutMs: stageMs, env: { [COUNTS_FILE]: countsFile, [TESTS_FILE]: testsFile } });
  if (timedOut) console.log(`  stopped: the tests were still running after ${stageMs / 1000} s`);
  await keep?.(await findTests(testsFile));
  return judge(code, await findCounts(countsFile), grep === undefined);
}

/** Joins what the reporter counted and how the program ended: a run that broke off must never look like a success. */
export function judge(code: number, counts: Counts | undefined, mustHaveTests: boolean): Counts {
  if (counts === undefined) return ONE_FAILED;
  if (code !== 0 && counts.failed === 0) return add(counts, ONE_FAILED);
  const { passed, failed, skipped } = counts;
  if (mustHaveTests && passed + failed + skipped === 0) {
    console.log('  no test ran although there are test files');
    return ONE_FAILED;
  }
  return counts;
}

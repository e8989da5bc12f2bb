import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it, mock } from 'node:test';
import type { TestSession } from '@web/test-runner';
import { tempDir } from '../support/temp.ts';
import { COUNTS_FILE } from './counts.ts';
import { widgetReporter } from './widget-reporter.ts';

const passing = { name: 'opens', passed: true, skipped: false };
const skipped = { name: 'later', passed: false, skipped: true };
const failing = { name: 'closes', passed: false, skipped: false, error: { message: 'still open' } };

it('tests of a browser are counted at every depth', async () => {
  const { counts, shown } = await report({ name: '', tests: [passing], suites: [{ name: 'answers', tests: [skipped, failing], suites: [] }] });
  assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
  assert.match(shown, /answers › closes/);
  assert.match(shown, /still open/);
});

it('a file that crashed counts as a failure beside the tests it got to', async () => {
  const { counts } = await report({ name: '', tests: [passing], suites: [] }, [{ message: 'the page crashed' }]);
  assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
});

it('a file in which no test ran counts as a failure', async () => {
  assert.deepEqual((await report(undefined)).counts, { passed: 0, failed: 1, skipped: 0 });
});

async function report(testResults: TestSession['testResults'], errors: TestSession['errors'] = []) {
  await using folder = await tempDir();
  const file = join(folder.path, 'counts.json');
  const old = process.env[COUNTS_FILE];
  process.env[COUNTS_FILE] = file;
  const lines: unknown[] = [];
  const log = mock.method(console, 'log', (...parts: unknown[]) => lines.push(...parts));
  try {
    const passed = errors.length === 0 && testResults !== undefined;
    const session = { testResults, errors, request404s: [], logs: [], passed } as Partial<TestSession> as TestSession;
    const sessionsForTestFile = [session];
    widgetReporter().reportTestFileResults?.({ logger: console as never, sessionsForTestFile, testFile: 'a.browser.test.ts', testRun: 0 });
  } finally {
    log.mock.restore();
    if (old === undefined) delete process.env[COUNTS_FILE];
    else process.env[COUNTS_FILE] = old;
  }
  return { counts: JSON.parse(await readFile(file, 'utf8')), shown: lines.join('\n') };
}

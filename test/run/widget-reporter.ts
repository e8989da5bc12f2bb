import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { Reporter, TestResultError, TestSession, TestSuiteResult } from '@web/test-runner';
import { root } from '../support/machine.ts';
import { leaveCounts, type Counts } from './counts.ts';
import { leaveTests, type TestResult } from './record.ts';

const MAX_LOGS = 8;

/** Reporter for the widget tests: shows what failed, and leaves counts and tests for the run. */
export function widgetReporter(): Reporter {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const tests: TestResult[] = [];
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      const file = relative(root, testFile);
      for (const session of sessionsForTestFile) {
        reportSession(session, file, counts);
        if (session.testResults) tests.push(...resultsOf(session.testResults, file));
      }
      // After every file: a run that is stopped later has still counted what it did.
      leaveCounts(counts);
      leaveTests(tests);
    },
  };
}

function reportSession(session: TestSession, file: string, counts: Counts): void {
  const { testResults, errors, request404s, logs } = session;
  const before = counts.failed;
  const tests = testResults ? countSuite(testResults, file, [], counts) : 0;
  for (const error of errors) show(`${file} could not run to its end`, error);
  for (const address of request404s) console.log(`  ✗ ${file} asked for ${address}, which does not exist`);
  if (tests === 0 && errors.length === 0) console.log(`  ✗ ${file} holds no test that ran`);
  // A broken import shows as an error or as a file without tests: both are one failure.
  if (errors.length > 0 || tests === 0 || (!session.passed && counts.failed === before)) counts.failed += 1;
  if (counts.failed > before) showLogs(logs);
}

/** Widgets in faulty states log on purpose, often the same: once each, first lines only. */
function showLogs(logs: readonly unknown[][]): void {
  const lines = new Set(logs.map((parts) => parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' ').split('\n')[0]));
  for (const line of [...lines].slice(0, MAX_LOGS)) console.log(`      it logged: ${line}`);
  if (lines.size > MAX_LOGS) console.log(`      … and ${lines.size - MAX_LOGS} other lines`);
}

function resultsOf({ tests, suites }: TestSuiteResult, file: string): TestResult[] {
  const own = tests.map(({ name, passed, skipped }): TestResult => ({ file, title: name, outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed' }));
  return [...own, ...suites.flatMap((suite) => resultsOf(suite, file))];
}

/** @returns how many tests the suite holds, at any depth. */
function countSuite(suite: TestSuiteResult, file: string, titles: string[], counts: Counts): number {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else {
      counts.failed += 1;
      show(`${[...titles, test.name].join(' › ')} (${file})`, test.error);
    }
  }
  const inner = suite.suites.map((child) => countSuite(child, file, [...titles, child.name], counts));
  return inner.reduce((sum, count) => sum + count, suite.tests.length);
}

function show(title: string, error: TestResultError | undefined): void {
  console.log(`  ✗ ${title}`);
  if (!error) return;
  console.log(indent(error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`));
  if (error.expected !== undefined) console.log(indent(`expected: ${error.expected}\nactual:   ${error.actual}`));
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '      ');
}

import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';
import { root } from '../support/machine.ts';
import { leaveCounts } from './counts.ts';
import { leaveTests, type TestResult } from './record.ts';

/** Reporter for `node --test`: shows what failed with what its file wrote, and leaves the counts for the run. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const written = new Map<string, string>();
  const tests: TestResult[] = [];
  for await (const event of events) {
    if (event.type === 'test:pass' || event.type === 'test:fail') tests.push(...resultOf(event));
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const { file = '', message } = event.data;
      written.set(file, (written.get(file) ?? '') + message);
    } else if (event.type === 'test:fail') {
      const failure = describeFailure(event.data);
      const file = event.data.file ?? '';
      const output = failure && written.get(file);
      if (output) written.delete(file);
      if (failure) yield `${failure}${output ? indent(`it wrote:\n${output.trim()}`) : ''}\n`;
    } else if (event.type === 'test:summary' && event.data.file === undefined) {
      const { tests: count, passed, skipped, todo } = event.data.counts;
      leaveTests(tests);
      leaveCounts({ passed, failed: count - passed - skipped - todo, skipped: skipped + todo });
    }
  }
}

/** @returns nothing for a block of tests, which is none itself */
function resultOf({ type, data }: Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>): TestResult[] {
  if (data.details.type === 'suite' || data.file === undefined) return [];
  const skipped = data.skip !== undefined || data.todo !== undefined;
  return [{ file: relative(root, data.file), title: data.name, outcome: skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed' }];
}

/** @returns undefined for a block that failed only because a test inside it did: that one is shown. */
function describeFailure({ name, file, line, details }: Extract<TestEvent, { type: 'test:fail' }>['data']): string | undefined {
  const error = details.error as Error & { cause?: unknown; failureType?: string };
  if (error.failureType === 'subtestsFailed') return undefined;
  const place = file ? ` (${relative(root, file)}${line === undefined ? '' : `:${line}`})` : '';
  return `  ✗ ${name}${place}\n${indent(explain(error.cause ?? error))}`;
}

/** An assertion's message already holds the difference; frames inside Node help nobody. */
function explain(error: unknown): string {
  // It comes from another process, where its class was lost.
  const isAssertion = error instanceof Error && 'code' in error && error.code === 'ERR_ASSERTION';
  const text = isAssertion ? (error.stack ?? error.message) : inspect(error);
  return text
    .split('\n')
    .filter((line) => !/^\s+at (.*\(node:|node:|new Promise|async Promise)/.test(line))
    .join('\n')
    .replaceAll(`${pathToFileURL(root)}`, '');
}

function indent(text: string): string {
  return `${text.replace(/^/gm, '      ')}\n`;
}

import { join } from 'node:path';
import { root } from '../support/machine.ts';
import { freePort } from '../support/ports.ts';
import { tempDir } from '../support/temp.ts';
import { runChild } from './child.ts';
import { COUNTS_FILE, findCounts, type Counts } from './counts.ts';
import { judge } from './node-tests.ts';
import { findTests, TESTS_FILE, type Keep } from './record.ts';
import { startWebkitDriver } from './webkit-driver.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface WidgetTests {
  engine: Engine;
  files: readonly string[];
  grep?: string | undefined;
  /** Longest time for them all, in milliseconds. */
  stageMs: number;
  /** Takes what each test came to. */
  keep?: Keep | undefined;
}

const RUNNER = join(root, 'test', 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
const CONFIG = join(root, 'test', 'web-test-runner.config.mjs');

/** Runs browser test files in one engine. */
export async function runWidgetTests({ engine, files, grep, stageMs, keep }: WidgetTests): Promise<Counts> {
  await using folder = await tempDir('parvis-run');
  await using driver = engine === 'webkit' ? await startWebkitDriver() : undefined;
  const countsFile = join(folder.path, 'counts.json');
  const testsFile = join(folder.path, 'tests.json');
  const env = {
    [COUNTS_FILE]: countsFile,
    [TESTS_FILE]: testsFile,
    PARVIS_ENGINE: engine,
    PARVIS_PORT: String(await freePort()),
    PARVIS_FILES: JSON.stringify(files),
    ...(grep === undefined ? {} : { PARVIS_GREP: grep }),
    ...(driver ? { PARVIS_WEBDRIVER_PORT: String(driver.port) } : {}),
  };
  const { code, timedOut } = await runChild(process.execPath, [RUNNER, '--config', CONFIG], {
    timeoutMs: stageMs,
    env,
    rewrite: withoutCursorMoves,
  });
  if (timedOut) console.log(`  stopped: ${engine} was still running after ${stageMs / 1000} s`);
  await keep?.(await findTests(testsFile));
  return judge(code, await findCounts(countsFile), grep === undefined);
}

/** The runner redraws a progress bar even where there is no terminal. */
function withoutCursorMoves(line: string): string | undefined {
  const text = line.replace(/\x1b\[\d*[A-HJKST]/g, '');
  return text.trim() === '' || text.startsWith('Running ') ? undefined : text;
}

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedHash } from '../../packages/tooling/src/ensure-embed.mjs';
import { findProgram, root } from '../support/machine.ts';
import type { Options } from './options.ts';
import type { Engine } from './widget-tests.ts';

export interface TestResult {
  /** From the top folder. */
  file: string;
  /** Its own words, without those of the blocks around it. */
  title: string;
  outcome: 'passed' | 'failed' | 'skipped';
}

/** What a whole run of one stage found, test by test. The accessibility statements of the documentation are made from it. */
export interface StageRecord {
  stage: string;
  /** The browser and its version, as it names itself; absent for a stage without one. */
  engine?: string;
  /** The system it ran on. */
  system: string;
  /** Hash of what the browser files were made from: see `embedHash`. */
  sources: string;
  /** ISO 8601. */
  finishedAt: string;
  tests: TestResult[];
}

export const recordFolder = join(root, 'test', 'out', 'record');

/** Name of the variable that tells a reporter, in its own process, the file to leave its tests in. */
export const TESTS_FILE = 'PARVIS_TESTS_FILE';

/** For reporters; a later call replaces what an earlier one left. */
export function leaveTests(tests: readonly TestResult[]): void {
  const file = process.env[TESTS_FILE];
  if (file) writeFileSync(file, JSON.stringify(tests));
}

/** @returns none when the reporter never got to its end */
export async function findTests(file: string): Promise<TestResult[]> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as TestResult[];
}

export type Keep = (tests: TestResult[]) => Promise<void>;

/**
 * Begins the record of a stage: the one before goes, so that a run that breaks off leaves none.
 * @returns what to call with the tests at the end; undefined for a run of some tests only, which is no record
 */
export async function startRecord(stage: string, { files, grep }: Options, engine?: Engine): Promise<Keep | undefined> {
  if (files.length > 0 || grep !== undefined) return undefined;
  const file = join(recordFolder, `${stage}.json`);
  await rm(file, { force: true });
  const sources = await embedHash();
  return async (tests) => {
    const name = engine && engineName(engine);
    const record: StageRecord = { stage, ...(name && { engine: name }), system: systemName(), sources, finishedAt: new Date().toISOString(), tests };
    await mkdir(recordFolder, { recursive: true });
    await writeFile(file, JSON.stringify(record));
  };
}

/** The name of a browser with its version, where it can be asked. */
function engineName(engine: Engine): string {
  if (engine === 'webkit') {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'webkit2gtk-driver'], { encoding: 'utf8' });
    return ['WebKitGTK', /^[\d.]*\d/.exec(stdout ?? '')?.[0] ?? ''].join(' ').trim();
  }
  const program = findProgram(engine);
  const said = program === undefined ? '' : execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /(Chromium|Google Chrome|Firefox) [\d.]+\w*/.exec(said)?.[0] ?? engine;
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  } catch {
    return process.platform;
  }
}

import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Results of one stage. A check that is not made of tests, like a build, counts as one. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };
export const ONE_PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
export const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Name of the variable that tells a reporter, in its own process, the file to leave its counts in. */
export const COUNTS_FILE = 'PARVIS_COUNTS_FILE';

/** For reporters; a later call replaces what an earlier one left. */
export function leaveCounts(counts: Counts): void {
  const file = process.env[COUNTS_FILE];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/** @returns undefined when the reporter never got to its end. */
export async function findCounts(file: string): Promise<Counts | undefined> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => 'null')) ?? undefined;
}

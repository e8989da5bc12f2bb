import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Compares a text with the one kept in a file. `PARVIS_KEEP=1` in the environment writes the file instead.
 * @throws when they differ, or when nothing is kept yet
 */
export async function compareWithKept(file: string, text: string): Promise<void> {
  if (process.env['PARVIS_KEEP'] === '1') {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return;
  }
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  assert.ok(kept !== undefined, `${file} is missing: run once with PARVIS_KEEP=1 and read what it wrote`);
  assert.equal(text, kept, 'read the difference; when it is meant, run once with PARVIS_KEEP=1');
}

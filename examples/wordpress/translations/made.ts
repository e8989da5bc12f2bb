import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeJson, makeMo } from './mo.ts';
import { headerOf, keyOf, readPo } from './po.ts';
import { sentences } from './sentences.ts';

export const FOLDER = join(import.meta.dirname, '..', 'parvis', 'languages');

/** The files that WordPress reads, by path: made of `parvis-fr_FR.po`. */
export async function made(): Promise<Map<string, Buffer>> {
  const po = await readFile(join(FOLDER, 'parvis-fr_FR.po'), 'utf8');
  const entries = readPo(po);
  const inScripts = new Set((await sentences()).inScripts.map(keyOf));
  return new Map([
    [join(FOLDER, 'parvis-fr_FR.mo'), makeMo(headerOf(po), entries)],
    [join(FOLDER, 'parvis-fr_FR-parvis-block.json'), Buffer.from(makeJson(entries.filter((entry) => inScripts.has(keyOf(entry)))))],
  ]);
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordFolder, type StageRecord } from '../../../test/run/record.ts';
import { embedHash } from '../../../packages/tooling/src/ensure-embed.mjs';

/** Stages whose tests say something of accessibility, in the order in which they are shown. */
const stages = ['chromium', 'firefox', 'webkit', 'journeys', 'unit'];

/** What the last whole test run found, of these very sources: results of other sources say nothing of this version. */
export async function readRecords(folder = recordFolder): Promise<StageRecord[]> {
  const [names, sources] = await Promise.all([readdir(folder).catch(() => []), embedHash()]);
  const all = await Promise.all(names.filter((name) => name.endsWith('.json')).map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as StageRecord));
  return stages.flatMap((stage) => all.find((record) => record.stage === stage && record.sources === sources) ?? []);
}

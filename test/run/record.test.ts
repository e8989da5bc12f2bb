import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { embedHash } from '../../packages/tooling/src/ensure-embed.mjs';
import { tempDir } from '../support/temp.ts';
import { runNodeTests } from './node-tests.ts';
import { recordFolder, startRecord, type StageRecord, type TestResult } from './record.ts';

const whole = { only: [], files: [] };
const stage = 'try-of-the-record';
const file = join(recordFolder, `${stage}.json`);

describe('The record of a stage', () => {
  before(() => mkdir(recordFolder, { recursive: true }));
  after(() => rm(file, { force: true }));

  it('holds every test with its outcome, and the sources it belongs to', async () => {
    const keep = await startRecord(stage, whole);
    const tests: TestResult[] = [{ file: 'a.test.ts', title: 'opens', outcome: 'passed' }];
    await keep?.(tests);
    const { finishedAt, system, ...record } = JSON.parse(await readFile(file, 'utf8')) as StageRecord;
    assert.deepEqual(record, { stage, sources: await embedHash(), tests });
    assert.ok(Math.abs(Date.parse(finishedAt) - Date.now()) < 60_000);
    assert.notEqual(system, '');
  });

  it('a run of some tests only is no record, and leaves the one that is there', async () => {
    await writeFile(file, '{}');
    assert.equal(await startRecord(stage, { ...whole, grep: 'one' }), undefined);
    assert.equal(await startRecord(stage, { ...whole, files: ['a'] }), undefined);
    assert.equal(await readFile(file, 'utf8'), '{}');
  });

  it('a run that breaks off leaves none', async () => {
    await writeFile(file, '{}');
    await startRecord(stage, whole);
    assert.equal(existsSync(file), false);
  });

  it('tells tests that passed, failed and were left out, and takes blocks for none', async () => {
    await using folder = await tempDir();
    const path = join(folder.path, 'some.test.ts');
    await writeFile(path, `import { describe, it } from 'node:test';
describe('a block', () => { it('works', () => {}); it('breaks', () => { throw new Error('no'); }); it.skip('later', () => {}); });`);
    let kept: TestResult[] = [];
    await runNodeTests({ files: [path], concurrency: 1, testMs: 20_000, stageMs: 30_000, keep: async (tests) => void (kept = tests) });
    assert.deepEqual(kept.map(({ title, outcome }) => [title, outcome]), [['works', 'passed'], ['breaks', 'failed'], ['later', 'skipped']]);
  });
});

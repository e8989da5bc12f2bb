import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { tempDir } from '../support/temp.ts';
import { LET_GO } from './let-go.ts';
import { judge, runNodeTests } from './node-tests.ts';

const IMPORT = `import { describe, it } from 'node:test';`;

describe('the count of a stage under Node', () => {
  before(() => { process.env[LET_GO] = '3000'; });
  after(() => { Reflect.deleteProperty(process.env, LET_GO); });

  it('adds passed, failed and skipped tests of all files', async () => {
    const counts = await countsOf({
      'good.test.ts': `${IMPORT} describe('a', () => { it('b', () => {}); it('c', () => {}); it.skip('d'); it.todo('e'); });`,
      'bad.test.ts': `${IMPORT} it('f', () => { throw new Error('no'); }); it('g', () => {});`,
    });
    assert.deepEqual(counts, { passed: 3, failed: 1, skipped: 2 });
  });

  it('takes a file that does not load as a failure', async () => {
    assert.deepEqual(await countsOf({ 'broken.test.ts': `import './missing.ts';` }), { passed: 0, failed: 1, skipped: 0 });
  });

  it('takes a test that never ends as a failure', async () => {
    const hanging = `${IMPORT} it('waits', async () => { setInterval(() => {}, 1000); await new Promise(() => {}); });`;
    const counts = await countsOf({ 'hanging.test.ts': hanging }, 1_000);
    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  });

  it('counts every test of a file that reports many at once and leaves a handle open, and does not wait for the handle', async () => {
    const many = `${IMPORT} for (let n = 0; n < 300; n += 1) it(String(n).padEnd(900, '.'), () => {}); setInterval(() => {}, 1000);`;
    // Whoever waits for the handle is stopped at the end of the stage, and that is a failure.
    assert.deepEqual(await countsOf({ 'many.test.ts': many, 'more.test.ts': many }), { passed: 600, failed: 0, skipped: 0 });
  });

  it('takes a test that blocks its process as a failure', async () => {
    const counts = await countsOf({ 'blocking.test.ts': `${IMPORT} it('turns', () => { for (;;); });` }, 1_000, 3_000);
    assert.equal(counts.failed, 1);
  });
});

describe('a stage that broke off never looks like a success', () => {
  it('when nothing was counted', () => assert.equal(judge(0, undefined, true).failed, 1));
  it('when the program ended badly though every test passed', () => {
    assert.equal(judge(1, { passed: 3, failed: 0, skipped: 0 }, true).failed, 1);
  });
  it('when there are files but no test in them', (t) => {
    mock.method(console, 'log', () => {});
    t.after(() => mock.restoreAll());
    assert.equal(judge(0, { passed: 0, failed: 0, skipped: 0 }, true).failed, 1);
  });
  it('but a title that nothing matches is no failure of the stage', () => {
    assert.equal(judge(0, { passed: 0, failed: 0, skipped: 0 }, false).failed, 0);
  });
});

async function countsOf(files: Record<string, string>, testMs = 60_000, stageMs = 120_000) {
  await using folder = await tempDir();
  const paths = Object.keys(files).map((name) => join(folder.path, name));
  await Promise.all(Object.values(files).map((text, index) => writeFile(paths[index] ?? '', text)));
  return await runNodeTests({ files: paths, concurrency: 2, testMs, stageMs });
}

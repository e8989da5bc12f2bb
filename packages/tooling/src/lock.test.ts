import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { tools } from './paths.mjs';

describe('two commands started together', () => {
  const name = `test-${process.pid}`;
  const folder = join(tools, `${name}.lock`);
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('do the same step one after the other', async () => {
    const steps: string[] = [];
    const work = (who: string) => async () => {
      steps.push(`${who} starts`);
      await pause(50);
      steps.push(`${who} ends`);
    };
    await Promise.all([withLock(name, work('one')), withLock(name, work('two'))]);
    assert.deepEqual(steps.map((step) => step.split(' ')[1]), ['starts', 'ends', 'starts', 'ends']);
  });

  it('do not wait for one that was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await leaveLock({ host: hostname(), pid });
    assert.equal(await withLock(name, async () => 'done'), 'done');
  });

  it('do not wait for one that gave no sign of life, on whatever machine it ran', async () => {
    await leaveLock({ host: 'another-machine', pid: process.pid });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(folder, longAgo, longAgo);
    assert.equal(await withLock(name, async () => 'done'), 'done');
  });

  it('leave the way free when the step failed', async () => {
    await assert.rejects(withLock(name, () => Promise.reject(new Error('no network'))), /no network/);
    assert.equal((await readdir(tools)).includes(`${name}.lock`), false);
  });

  async function leaveLock(holder: object): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'holder'), JSON.stringify(holder));
  }
});

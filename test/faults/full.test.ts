import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { fetchBallot, writeConsultation } from '../load/consultation.ts';
import { startServer } from '../support/server.ts';
import { readStore } from '../support/store.ts';
import { tempDir } from '../support/temp.ts';
import { newAttempt, send, type Attempt } from './voters.ts';

/** A small disk of its own in memory: needs the right to mount. */
function mountSmallDisk(folder: string): Disposable | undefined {
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status !== 0) return undefined;
  return { [Symbol.dispose]: () => void spawnSync('umount', ['-l', folder]) };
}

it('A server whose disk is full says so, loses nothing, stays up, and takes votes again once there is room', { timeout: 60_000 }, async (t) => {
  await using folder = await tempDir('parvis-full');
  const disk = join(folder.path, 'disk');
  using mounted = mountSmallDisk(disk);
  if (!mounted) return t.skip('mounting a small disk is not allowed here');

  await using server = await startServer({ data: join(disk, 'data'), args: ['--no-rate-limit', '--open', await writeConsultation(folder.path)] });
  const { rulesHash } = await fetchBallot(server.url);
  const kept: Attempt[] = [];
  const cast = async (attempt: Attempt) => {
    const status = await send(server.url, attempt);
    if (status === 200) kept.push(attempt);
    return status;
  };
  for (let i = 0; i < 50; i += 1) assert.equal(await cast(newAttempt(rulesHash)), 200);

  const filler = join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 8 * bsize)));
  let refused: Attempt | undefined;
  for (let i = 0; i < 2_000 && !refused; i += 1) {
    const attempt = newAttempt(rulesHash);
    const status = await cast(attempt);
    if (status !== 200) {
      assert.equal(status, 503);
      refused = attempt;
    }
  }
  assert.ok(refused, 'the disk never became full');
  assert.equal((await fetch(`${server.url}/health`)).status, 503);
  const answer = await fetch(`${server.url}/api/v1/consultations/load/ballots/vote/votes`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: refused.body });
  const problem = (await answer.json()) as { code: string; retryable: boolean };
  assert.deepEqual([answer.status, problem.code, problem.retryable], [503, 'backend-fault', true]);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  const store = readStore(join(disk, 'data', 'parvis.db'));
  assert.equal((await fetch(`${server.url}/api/v1/consultations/load/ballots/vote/results`)).status, 200, 'reading goes on');
  assert.equal(store.voters('load', 'vote'), kept.length, 'nothing is half there');

  rmSync(filler);
  assert.equal(await cast(refused), 200, 'the very same vote, sent again');
  assert.equal((await fetch(`${server.url}/health`)).status, 200);
  for (const attempt of kept.slice(0, 10)) assert.equal(await send(server.url, attempt), 200);
  assert.equal(store.votes('load', 'vote').length, kept.length);
  assert.equal(await server.stop(), 0);
  assert.equal(readStore(join(disk, 'data', 'parvis.db')).votes('load', 'vote').length, kept.length);
});

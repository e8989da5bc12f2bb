import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from '../support/machine.ts';
import { tempDir } from '../support/temp.ts';

const hasStrace = spawnSync('strace', ['-V']).status === 0;

/**
 * Killing a process cannot reveal a missing flush: what was written stays in the system's cache. So the system calls are
 * read: every acknowledgement must come after a flush of the log that began after its vote was written.
 */
it('Every group of votes is flushed to the disk before anybody is told', { skip: hasStrace ? false : 'strace is not on this machine', timeout: 60_000 }, async (t) => {
  await using folder = await tempDir('parvis-flush');
  const trace = join(folder.path, 'trace');
  const program = join(root, 'test', 'faults', 'flushes.program.ts');
  const run = spawnSync('strace', ['-f', '-y', '-e', 'trace=fdatasync,fsync,write,pwrite64', '-o', trace, process.execPath, '--conditions=parvis-source', program, folder.path], { encoding: 'utf8' });
  if (/ptrace|not permitted/i.test(run.stderr)) return t.skip('strace may not look into programs here');
  assert.equal(run.status, 0, run.stderr);
  const { commits, acknowledged } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { commits: number; acknowledged: number };

  let flushes = 0;
  let dirty = false;
  let early = 0;
  let told = 0;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/pwrite64\(\d+<[^>]*parvis\.db-wal>/.test(line)) dirty = true;
    // An interrupted call ends on a line of its own; nothing else of this thread comes between.
    if (/f(data)?sync\(\d+<[^>]*parvis\.db-wal>/.test(line)) {
      flushes += 1;
      dirty = false;
    }
    if (/write\(1<[^>]*>, "told /.test(line)) {
      told += 1;
      if (dirty) early += 1;
    }
  }
  t.diagnostic(`${acknowledged} votes, ${commits} commits, ${flushes} flushes of the log`);
  assert.equal(told, acknowledged);
  assert.equal(early, 0, 'somebody was told before the flush');
  assert.ok(flushes >= commits, `${commits} commits, only ${flushes} flushes`);
  assert.ok(commits < acknowledged / 4, 'votes at the same time do not share commits');
});

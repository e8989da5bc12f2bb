import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { runInForeground, runQuietly } from './child.mjs';

const wrapper = `
  const { runInForeground } = await import(${JSON.stringify(new URL('./child.mjs', import.meta.url).href)});
  process.exitCode = await runInForeground(process.execPath, ['-e', process.argv[1]]);
`;

describe('a task run by the wrapper', () => {
  it('keeps its exit code', async () => {
    assert.equal(await runInForeground(process.execPath, ['-e', 'process.exit(7)']), 7);
  });

  it('gets the signal that was sent to the wrapper, and may end in its own way', async () => {
    const task = `process.on('SIGTERM', () => process.exit(3)); console.log('ready'); setTimeout(() => {}, 20_000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', wrapper, task], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 3);
  });

  it('that a signal ended has the exit code shells give', async () => {
    assert.equal(await runInForeground(process.execPath, ['-e', `process.kill(process.pid, 'SIGKILL')`]), 137);
  });

  it('that is not there is told by its code', async () => {
    assert.equal((await runQuietly('no-such-program-here', [])).code, 127);
  });
});

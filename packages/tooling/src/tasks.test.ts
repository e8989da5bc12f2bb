import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './paths.mjs';
import { tasks } from './tasks.mjs';

const commandOf = (task: string, args: string[]) => tasks[task]?.commands(args)[0] ?? [];

describe('npm start', () => {
  it('keeps its data in the ignored folder of the project when nothing else is said', () => {
    const command = commandOf('start', ['--port', '8080']);
    assert.deepEqual(command.slice(-5), ['--demo', '--data', join(root, '.data'), '--port', '8080']);
  });

  for (const args of [['--data', 'elsewhere'], ['--data=elsewhere']]) {
    it(`keeps its data where ${args.join(' ')} says`, () => {
      const command = commandOf('start', args);
      assert.equal(command.filter((arg) => arg.startsWith('--data')).length, 1);
      assert.deepEqual(command.slice(-args.length), args);
    });
  }
});

describe('the commands of the project', () => {
  it('hand the words after -- on as they are', () => {
    const args = ['import', 'budget 2026.pb', '--json'];
    assert.deepEqual(commandOf('parvis', args).slice(-3), args);
  });

  it('name the tasks there are when one is misspelt, and leave the output clean for a pipe', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'packages/tooling/bin/run.mjs'), 'strat'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /no task "strat".*start/);
  });
});

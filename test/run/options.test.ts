import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOptions } from './options.ts';

describe('npm test for developers', () => {
  it('takes names of stages, a title and parts of paths', () => {
    assert.deepEqual(readOptions(['--only', 'unit,chromium', '--grep', 'votes', 'packages/contract']), {
      only: ['unit', 'chromium'],
      grep: 'votes',
      files: ['packages/contract'],
    });
  });

  it('runs everything without arguments', () => assert.deepEqual(readOptions([]), { only: [], files: [] }));

  it('refuses an option it does not know', () => assert.throws(() => readOptions(['--olny', 'unit']), /--olny/));
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { filesBelow, hashFiles } from './stamp.mjs';

describe('what was built is known by its input', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-stamp-'));
    await mkdir(join(folder, 'inner'));
    await writeFile(join(folder, 'a'), 'one');
    await writeFile(join(folder, 'inner', 'b'), 'two');
  });
  after(() => rm(folder, { recursive: true }));

  it('finds files at every depth, and none in a folder that does not exist', async () => {
    assert.deepEqual((await filesBelow(folder)).sort(), [join(folder, 'a'), join(folder, 'inner', 'b')]);
    assert.deepEqual(await filesBelow(join(folder, 'missing')), []);
  });

  it('changes with a content, not with the order of the files', async () => {
    const files = await filesBelow(folder);
    const first = await hashFiles(files);
    assert.equal(await hashFiles(files.toReversed()), first);
    await writeFile(join(folder, 'a'), 'changed');
    assert.notEqual(await hashFiles(files), first);
  });

  it('changes when a file goes', async () => {
    const files = await filesBelow(folder);
    assert.notEqual(await hashFiles(files.slice(1)), await hashFiles(files));
  });
});

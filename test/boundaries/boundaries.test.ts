import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/machine.ts';
import { checkSource, checkTopLevel, checkTracked } from './check.ts';
import { isText, readText, repositoryPaths } from './repository.ts';
import { PACKAGES, WITHOUT_DOM } from './rules.ts';

const paths = await repositoryPaths();

describe('the house keeps its plan', () => {
  it('has exactly the packages of the list', async () => {
    const folders = await readdir(join(root, 'packages'));
    assert.deepEqual(folders.sort(), Object.keys(PACKAGES).sort());
  });

  it('lets every arrow between packages point the way of the design', async () => {
    const sources = paths.filter((path) => /^packages\/.*\.m?[jt]s$/.test(path));
    assert.ok(sources.length > 0, 'no source file was found');
    assertNone((await Promise.all(sources.map(readText))).flatMap(checkSource));
  });

  it('checks the types of contract and counting without the DOM', async () => {
    for (const name of WITHOUT_DOM) {
      const { compilerOptions } = JSON.parse(await readFile(join(root, 'packages', name, 'tsconfig.json'), 'utf8'));
      assert.deepEqual(compilerOptions.lib?.filter((lib: string) => lib.startsWith('dom')), [], `packages/${name}/tsconfig.json`);
    }
  });

  it('holds nothing at the top beyond what the design lists', () => {
    assertNone(checkTopLevel([...new Set(paths.map((path) => path.split('/')[0] ?? ''))]));
  });

  it('names no path of one machine and no registry host in any file', async () => {
    assertNone((await Promise.all(paths.filter(isText).map(readText))).flatMap(checkTracked));
  });
});

function assertNone(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`);
}

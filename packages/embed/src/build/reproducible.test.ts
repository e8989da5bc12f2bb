import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundle, bundleMore, bundleScript } from './bundle.ts';

const entry = (name: string): string => fileURLToPath(new URL(`../entries/${name}.ts`, import.meta.url));

it('the browser files come out the same, byte for byte, however often they are built: anybody can check a hash', async () => {
  const all = async () => {
    const more = await bundleMore('parvis-ballot-more', entry('ballot-more'));
    return [more, await bundle('parvis-ballot', entry('ballot'), { moreIntegrity: more }), await bundleScript('parvis-loader', entry('loader'), { build: '0a1b2c3d' })];
  };
  const [first, second] = [await all(), await all()];
  assert.deepEqual(second, first);
  assert.match(first[2] ?? '', /0a1b2c3d/);
});

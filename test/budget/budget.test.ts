import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { brotliSize } from '../support/brotli.ts';
import { root } from '../support/machine.ts';

const FILES = ['proposal-form', 'ballot', 'ballot-more', 'results', 'faq', 'feedback', 'static'] as const;
const MAX_BYTES = 14_000;
const WHY = 'one TCP initial window (10 × 1460 bytes) carries it in the first round trip; beyond it an old phone waits for one more';

for (const name of FILES) {
  const file = `parvis-${name}.js`;
  it(`${file} arrives in the first round trip: at most ${MAX_BYTES} bytes of brotli`, async () => {
    const size = brotliSize(await read(file));
    assert.ok(size <= MAX_BYTES, `${file} is ${size} bytes, the budget is ${MAX_BYTES}: ${WHY}`);
  });

  it(`${file} needs no other file of code, which its integrity hash would not cover`, async () => {
    const code = String(await read(file));
    // Minified code has no comments left; `import.meta` is no import of a file.
    const found = /\bimport\s*(?:["'`{*(]|[\w$]+\s*(?:,|from))|\bexport\s*(?:\*|\{[^}]*\})\s*from\b/.exec(code);
    const around = found && code.slice(Math.max(0, found.index - 40), found.index + 80);
    assert.equal(found, null, `${file} imports another file: …${around}…`);
  });
}

const SMALL = { 'parvis-loader.js': 1_000, 'parvis-frame.js': 300 };
for (const [file, most] of Object.entries(SMALL)) {
  it(`${file}, which is on every page of a site, has at most ${most} bytes of brotli`, async () => {
    const size = brotliSize(await read(file));
    assert.ok(size <= most, `${file} is ${size} bytes, the budget is ${most}`);
  });
}

it('the one other file that parvis-ballot.js ever runs is known to it by its hash', async () => {
  const hash = `sha256-${createHash('sha256').update(await read('parvis-ballot-more.js')).digest('base64')}`;
  const code = String(await read('parvis-ballot.js'));
  assert.ok(code.includes(`integrity:"${hash}"`), 'it carries the hash of parvis-ballot-more.js');
  assert.equal(code.match(/createElement\("script"\)/g)?.length, 1);
});

async function read(file: string): Promise<Buffer> {
  const path = join(root, 'packages', 'embed', 'dist', file);
  assert.ok(existsSync(path), `packages/embed/dist/${file} is missing: run "npm run build" first`);
  return readFile(path);
}

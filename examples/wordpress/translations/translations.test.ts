import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FOLDER, made } from './made.ts';
import { keyOf, readPo } from './po.ts';
import { sentences } from './sentences.ts';

const entries = readPo(readFileSync(join(FOLDER, 'parvis-fr_FR.po'), 'utf8'));

describe('The French of the WordPress plugin', () => {
  it('has every sentence of the plugin and no other', async () => {
    const { all, inScripts } = await sentences();
    assert.ok(inScripts.length > 10 && all.length > inScripts.length + 10);
    assert.deepEqual(entries.map(keyOf).sort(), all.map(keyOf).sort());
  });

  it('leaves nothing untranslated, and keeps what stands for a name', () => {
    for (const { source, translation } of entries) {
      assert.ok(translation.length > 0, source);
      assert.deepEqual(translation.match(/%s/g), source.match(/%s/g), source);
    }
  });

  it('puts a space that does not break before : ; ! ? and inside «…»', () => {
    for (const { translation } of entries) assert.doesNotMatch(translation.replace(/https?:\/\/\S+/g, ''), /[^\u00a0\u202f\s][:;!?](?![\w-])| [:;!?»]|« /, translation);
  });

  it('is what WordPress reads: the files made of it are not older than it', async () => {
    for (const [path, content] of await made()) assert.ok(readFileSync(path).equals(content), `${path}: run examples/wordpress/translations/build.ts`);
  });
});

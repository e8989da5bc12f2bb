import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { fileNames, languages, widgetNames } from './widgets.ts';

const dist = new URL('../../dist/', import.meta.url);
const read = (name: string) => readFile(new URL(name, dist), 'utf8');

describe('The browser files that a webmaster loads', () => {
  for (const name of [...fileNames, 'ballot-more', 'recount', 'static']) {
    it(`parvis-${name}.js carries nothing of zod, of lit's development build, or of a source map`, async () => {
      const text = await read(`parvis-${name}.js`);
      // Words of zod's own code that no minifier changes.
      assert.doesNotMatch(text, /_zod|ZodError|safeParse|invalid_type|zod/i);
      assert.doesNotMatch(text, /Lit is in dev mode|sourceMappingURL/);
    });

    it(`parvis-${name}.js has the integrity hash that is published`, async () => {
      const { files, version } = JSON.parse(await read('integrity.json')) as { version: string; files: Record<string, string> };
      assert.equal(files[`parvis-${name}.js`], `sha384-${createHash('sha384').update(await read(`parvis-${name}.js`)).digest('base64')}`);
      assert.match(version, /^\d+\.\d+\.\d+$/);
    });
  }

  it('leave nothing in a page under a name of its own: second files are wrapped in a function', async () => {
    for (const name of ['ballot-more', 'recount']) assert.match(await read(`parvis-${name}.js`), /^(\(\(\)=>|!function\(\))\{.*\}\)?\(\);?\s*$/s);
  });

  it('what the second file of the ballot reads of a ballot, the first lets through', async () => {
    const text = await read('parvis-ballot.js');
    for (const field of ['purse', 'cap', 'grades', 'scores', 'from', 'to']) assert.ok(new RegExp(`\\b${field}:`).test(text), field);
  });

  it('what the second file of the results fetches comes whole to the first, which shows it', async () => {
    const text = await read('parvis-recount.js');
    for (const field of ['countedAt', 'electorate', 'verified', 'final', 'offline', 'closesAt']) assert.ok(text.includes(`${field}:`), field);
    // What is counted again is compared with all that was published, by the rule that was published.
    const results = await read('parvis-results.js');
    for (const field of ['etag', 'exhaustive', 'step', 'whenFull', 'money', 'pay', 'against']) assert.ok(new RegExp(`\\b${field}:`).test(results), field);
  });

  it('second files are read alike in a page of any encoding', async () => {
    for (const name of ['ballot-more', 'recount']) assert.doesNotMatch(await read(`parvis-${name}.js`), /[^\x00-\x7f]/);
  });

  it('name their second file by its hash, so that an integrity on the first covers both', async () => {
    for (const [first, second] of [['ballot', 'ballot-more'], ['results', 'recount'], ['all', 'recount']]) {
      const hash = `sha256-${createHash('sha256').update(await read(`parvis-${second}.js`)).digest('base64')}`;
      assert.ok((await read(`parvis-${first}.js`)).includes(hash), `parvis-${first}.js`);
    }
  });

  it('are the same whenever they are built from the same sources', async () => {
    const entry = fileURLToPath(new URL('../entries/faq.ts', import.meta.url));
    assert.equal(await bundle('parvis-faq', entry, {}), await read('parvis-faq.js'));
  });

  it('carry the verbs of their own widget and no others', async () => {
    const [ballot, faq] = await Promise.all([read('parvis-ballot.js'), read('parvis-faq.js')]);
    assert.ok(ballot.includes('/votes') && !ballot.includes('/faq'));
    assert.ok(faq.includes('/faq') && !faq.includes('/ballots/'));
  });

  it('have every language beside them', async () => {
    for (const widget of widgetNames) {
      for (const lang of languages) {
        const sentences = JSON.parse(await read(`parvis-${widget}.${lang}.json`)) as Record<string, unknown>;
        assert.ok(sentences['retry'] && Object.keys(sentences).length > 40, `parvis-${widget}.${lang}.json has the shared sentences and the widget's`);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { widgetNames } from '../../packages/embed/src/build/widgets.ts';
import { buildGallery, findEntries, type Entry } from './gallery.ts';

/** States that every widget must be able to show. A form that is ready is empty, and results are something to read: they have no other state of that name. */
const always = ['loading', 'empty', 'ready', 'error', 'offline', 'closed', 'not-offered', 'done'];
const never: Record<string, readonly string[]> = { 'proposal-form': ['empty'], results: ['error', 'closed', 'done'] };
const alwaysOf = (widget: string) => always.filter((state) => !never[widget]?.includes(state));

describe('The gallery shows every state of every widget', () => {
  let folder: string;
  let out: URL;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-gallery-'));
    out = pathToFileURL(`${folder}/gallery/`);
    await buildGallery(out);
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const read = (path: string) => readFile(new URL(path, out), 'utf8');

  it('lists every named state once, at an address of its own', async () => {
    const listed = JSON.parse(await read('index.json')) as Entry[];
    assert.deepEqual(listed, await findEntries());
    assert.equal(new Set(listed.map((entry) => entry.url)).size, listed.length);
    for (const { url } of listed) assert.match(url, /^\/gallery\/[a-z-]+\/[a-z0-9-]+\/$/);
  });

  for (const widget of widgetNames) {
    it(`has the states that ${widget} shares with all widgets`, async () => {
      const states = (await findEntries()).filter((entry) => entry.widget === widget).map((entry) => entry.state);
      assert.deepEqual(alwaysOf(widget).filter((state) => !states.includes(state)), []);
    });
  }

  it('has a page for each, that a reader without sight can tell from the others', async () => {
    const titles = new Set<string>();
    for (const { widget, state, title, url } of await findEntries()) {
      const html = await read(`.${url.replace('/gallery', '')}index.html`);
      assert.match(html, /<html lang="fr"/);
      assert.equal(html.match(/<h1\b/g)?.length, 1);
      assert.ok(html.includes(`data-widget="${widget}" data-state="${state}"`) && html.includes(`src="../../parvis-${widget}.js"`));
      titles.add(/<title>(.*)<\/title>/.exec(html)?.[1] ?? '');
      assert.ok(title.length > 0);
    }
    assert.equal(titles.size, (await findEntries()).length, 'every page has a title of its own');
  });

  it('runs under the strictest policy: no script, style or handler inside a page', async () => {
    for (const { url } of await findEntries()) {
      const html = await read(`.${url.replace('/gallery', '')}index.html`);
      assert.doesNotMatch(html, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
    }
  });

  it('is linked from its list', async () => {
    const html = await read('index.html');
    for (const { widget, state } of await findEntries()) assert.ok(html.includes(`href="${widget}/${state}/"`));
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { minify } from 'terser';
import { button, cast, checkIdea, choose, idea, project, review, sendIdea, title, write } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { root } from '../support/machine.ts';
import { resident, settled } from '../support/resident.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { readStore, type StoreReader } from '../support/store.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

const consultation = 'bp-2026';

/** Widgets come with their place on the screen. */
async function scrollThrough(page: Page): Promise<void> {
  for (const name of ['ballot', 'proposal-form', 'faq', 'feedback', 'results']) {
    await page.locator(`parvis-${name}`).last().scrollIntoViewIfNeeded();
    await page.locator(`parvis-${name}`).last().getByRole('heading').first().waitFor();
  }
}

describe('In pages that are not what pages usually are', () => {
  let folder: TempDir;
  let server: RunningServer;
  let store: StoreReader;
  let browser: Browser;
  before(async () => {
    folder = await tempDir('parvis-odd');
    server = await startServer({ data: folder.path, args: ['--demo', '--site', `/essais=${join(root, 'test', 'pages')}`] });
    store = readStore(join(folder.path, 'parvis.db'));
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await folder?.[Symbol.asyncDispose]();
  });
  const votes = () => store.votes(consultation, 'vote');

  for (const [kind, path] of [['served as application/xhtml+xml', 'xhtml.xhtml'], ['whose old libraries add to the language and replace parts of it', 'patched.html']] as const) {
    it(`a page ${kind}: every widget starts, a link becomes one, and what people send arrives whole`, async () => {
      await using one = await resident(browser);
      const { page } = one;
      const before = votes().length;
      const answer = await page.goto(`${server.url}/essais/${path}`);
      if (kind.includes('xml')) assert.equal(answer?.headers()['content-type'], 'application/xhtml+xml; charset=utf-8');
      await scrollThrough(page);
      await project(page.locator('#line parvis-ballot'), 'Le jeudi soir').waitFor();
      const ballot = page.locator('#ballot');
      await choose(ballot, 'Dix bancs', 'Six boîtes à livres');
      await review(ballot);
      await cast(ballot);
      assert.equal(votes().length, before + 1);
      assert.deepEqual(store.tally(consultation, 'vote'), { bancs: before + 1, 'boites-livres': before + 1 });
      await write(page, idea);
      await checkIdea(page);
      await sendIdea(page);
      assert.deepEqual(store.proposals(consultation).map(({ title, text }) => ({ title, text })).at(-1), { title: idea.title, text: idea.text });
      await button(page, 'Qui peut voter ?').click();
      await page.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).click();
      await page.getByRole('heading', { name: 'Les étapes' }).waitFor();
      await button(page, 'Recompter sur cet appareil').click();
      await page.getByText('C’est le même résultat').waitFor();
      assert.deepEqual(await one.troubles(), []);
    });
  }

  it('a page whose optimiser strips its markup, packs every file once more and holds scripts back until somebody moves: the link is there, then the widget', async () => {
    await using one = await resident(browser);
    const { page } = one;
    const host = `${server.url}/essais/optimised.html`;
    // Without quotes, closing tags and white space; the scripts at the end, of a type that no browser runs.
    await page.route(host, (route) => route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang=fr><meta charset=utf-8><title>Optimisé</title><link rel=icon href=/town-site/blason.svg><h1>Optimisé</h1><parvis-ballot backend=/ consultation=bp-2026 ballot=vote><a href=/c/bp-2026/vote?ballot=vote>Voter pour les projets</a></parvis-ballot><p><a href=/c/bp-2026/faq>Les questions</a><script data-type=module type=text/later data-src=/embed/parvis-ballot.js></script><script type=text/later data-src=/embed/parvis-loader.js></script><script>
        addEventListener('keydown', function wake() {
          removeEventListener('keydown', wake);
          document.querySelectorAll('script[type="text/later"]').forEach(function (late) {
            var script = document.createElement('script');
            if (late.dataset.type) script.type = late.dataset.type;
            script.src = late.dataset.src;
            late.replaceWith(script);
          });
        });
      </script>`,
    }));
    const packed = new Set<string>();
    await page.route('**/embed/parvis-*.js*', async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
      const source = await readFile(join(root, 'packages', 'embed', 'dist', name), 'utf8');
      const { code } = await minify(source, { module: !name.includes('loader'), compress: { passes: 2 }, mangle: true, format: { comments: false } });
      packed.add(name);
      await route.fulfill({ contentType: 'text/javascript', body: code ?? '' });
    });
    await page.goto(host);
    await page.getByRole('link', { name: 'Voter pour les projets' }).waitFor();
    assert.equal(await page.getByRole('checkbox').count(), 0, 'nothing runs before somebody moves');
    await page.keyboard.press('Tab');
    await choose(page, 'Dix bancs');
    // Far below the long ballot: its file comes with its place on the screen.
    await page.locator('parvis-faq').scrollIntoViewIfNeeded();
    await page.locator('parvis-faq').getByRole('heading').first().waitFor();
    await review(page);
    await cast(page);
    assert.deepEqual([...packed].sort(), ['parvis-ballot.js', 'parvis-faq.js', 'parvis-loader.js']);
    assert.deepEqual(await one.troubles(), []);
  });

  it('whoever leaves and comes back finds the page as it was, choices and all, and votes once', async () => {
    // Playwright switches the cache of whole pages off; browsers of people have it on.
    await using browser = await launchChromium({ ignoreDefaultArgs: ['--disable-back-forward-cache'], args: ['--enable-features=BackForwardCache'] });
    await using one = await resident(browser);
    const { page } = one;
    const before = votes().length;
    await page.goto(`${server.url}/essais/crowd.html`);
    await settled(page);
    await choose(page.locator('#second'), 'Dix bancs');
    await page.evaluate(() => {
      const seen = globalThis as { back?: boolean };
      addEventListener('pageshow', ({ persisted }) => { seen.back = persisted; });
    });
    await page.goto(`${server.url}/c/bp-2026/faq`);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => (globalThis as { back?: boolean }).back === true);
    const ballot = page.locator('#second');
    assert.equal(await project(ballot, 'Dix bancs').isChecked(), true);
    await review(ballot);
    await cast(ballot);
    await page.goto(`${server.url}/c/bp-2026/faq`);
    await page.evaluate(() => history.back());
    await title(page.locator('#second'), 'Votre vote est bien arrivé').waitFor();
    assert.equal(votes().length, before + 1);
    assert.deepEqual(await one.troubles(), []);
  });
});

import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildSite } from '../../docs/site/build.ts';
import { serveSite, type Served } from '../../docs/site/serve.ts';
import { axe, violations } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { sidewaysScroll } from '../support/looks.ts';
import { root } from '../support/machine.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

/** The documentation as a plain folder, in a subfolder of somebody's site. */

const wait = { timeout: 20_000 };
/** One page of each kind is looked at whole; what stands around the text is the same on the others. */
const whole = /^(fr|en)\/(index|map|codes|snippet|widgets\/faq|accessibility\/faq)\.html$|^decisions\/0001/;

describe('The documentation site', () => {
  let folder: TempDir;
  let served: Served;
  let browser: Browser;
  let base: string;
  let pages: string[];
  before(async () => {
    folder = await tempDir('parvis-docs');
    const out = join(root, 'test', 'out', 'docs-journey');
    await buildSite(out);
    await mkdir(join(folder.path, 'ville'), { recursive: true });
    await cp(out, join(folder.path, 'ville', 'aide'), { recursive: true });
    pages = globSync('{fr,en,decisions}/**/*.html', { cwd: out }).map((path) => path.split(sep).join('/')).sort();
    served = await serveSite(folder.path, 0);
    base = `${served.url}/ville/aide/`;
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await served?.close();
    await folder?.[Symbol.asyncDispose]();
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, ...options });
    page.setDefaultTimeout(wait.timeout);
    await page.goto(base + path);
    return page;
  };

  for (const folder of ['fr', 'en', 'decisions']) {
    it(`every page of ${folder} is accessible, light on a phone and dark on a wide screen, scrolls no way but down, and asks nothing of anybody else`, async () => {
      const page = await open('fr/index.html');
      // The pages take no script that is put into them: axe comes before they begin.
      await page.addInitScript({ path: axe });
      const troubles: string[] = [];
      page.on('request', (request) => void (request.url().startsWith(`${served.url}/`) || troubles.push(`asked for ${request.url()}`)));
      page.on('console', (message) => void (message.type() === 'error' && troubles.push(message.text())));
      page.on('pageerror', (error) => troubles.push(error.message));
      for (const path of pages.filter((path) => path.startsWith(`${folder}/`))) {
        const kind = whole.test(path);
        for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          if (width === 320) await page.goto(base + path);
          const found = kind ? await violations(page, { iframes: false }) : width === 320 ? await violations(page, { contrast: 'any', within: 'main', iframes: false }) : [];
          const sideways = await sidewaysScroll(page);
          troubles.push(...[...found, ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : [])].map((fault) => `${path}, ${colorScheme}, ${width} px: ${fault}`));
        }
      }
      assert.deepEqual(troubles, []);
      await page.close();
    });
  }

  it('by keyboard alone: the search says how many pages it found, arrows go to one, Escape leads back, Enter shows all', async () => {
    const page = await open('fr/embedding.html');
    const status = page.locator('.search [role=status]');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('egalit');
    await status.filter({ hasText: /^\d+ résultats pour «.egalit.»$/ }).waitFor(wait);
    await page.keyboard.press('ArrowDown');
    assert.match(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href), /counting\.html#les-égalités$|counting\.html#les-%C3%A9galit%C3%A9s$/);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'search');
    assert.equal(await page.locator('.found').isVisible(), false);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /résultats pour/ }).waitFor(wait);
    assert.match(page.url(), /ville\/aide\/fr\/map\.html\?q=egalit$/);
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /^\d+ résultats/);
    await page.close();
  });

  it('a search that finds nothing says so', async () => {
    const page = await open('en/codes.html');
    await page.getByRole('searchbox').fill('zzz');
    await page.getByText('Nothing found for “zzz”.').waitFor(wait);
    await page.close();
  });

  it('code is copied with a button, which says whether it worked', async () => {
    const page = await open('fr/embedding.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    const block = page.locator('.code', { hasText: 'parvis-ballot consultation' }).first();
    await block.getByRole('button', { name: 'Copier' }).click();
    await page.locator('body > [role=status]', { hasText: 'Le code est copié.' }).waitFor({ ...wait, state: 'attached' });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await block.locator('code').textContent());
    await page.close();
  });

  it('code that is copied twice says so as long after the second press as after the first', async () => {
    const page = await open('fr/embedding.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.clock.install();
    const said = page.locator('body > [role=status]');
    const press = async () => {
      await page.evaluate(() => navigator.clipboard.writeText('before'));
      await page.locator('.code .copy').first().click();
      while ((await page.evaluate(() => navigator.clipboard.readText())) === 'before') await setTimeout(50);
      await said.filter({ hasText: 'Le code est copié.' }).waitFor({ ...wait, state: 'attached' });
    };
    await press();
    await page.clock.runFor(3_000);
    await press();
    await page.clock.runFor(3_000);
    assert.equal(await said.textContent(), 'Le code est copié.');
    await page.clock.runFor(3_000);
    assert.equal(await said.textContent(), '');
    await page.close();
  });

  it('without JavaScript: the search leads to the map of all pages, menus open, and the language can be changed on the same page', async () => {
    const page = await open('fr/codes.html', { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
    await page.getByRole('link', { name: 'English' }).click();
    assert.match(page.url(), /\/en\/codes\.html$/);
    await page.getByText('Contents', { exact: true }).click();
    await page.getByRole('navigation', { name: 'Pages of the documentation' }).getByRole('link', { name: 'The server', exact: true }).click();
    assert.match(page.url(), /\/en\/server\.html$/);
    await page.getByRole('searchbox').fill('paper');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { level: 1, name: 'Map of the site' }).waitFor(wait);
    assert.equal(await page.locator('main').getByRole('link', { name: 'The contract', exact: true }).count(), 1);
    await page.close();
  });

  it('a state of a widget opens in the page, and nothing of it is loaded before', async () => {
    const page = await open('fr/widgets/faq.html');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    assert.deepEqual(asked.filter((url) => url.includes('/gallery/')), []);
    await page.getByText('Deux réponses ouvertes', { exact: true }).click();
    const state = page.frameLocator('iframe[title="État\u00a0: Deux réponses ouvertes"]');
    await state.locator('parvis-faq h2, parvis-faq h3').first().waitFor(wait);
    await page.close();
  });

  it('Tab leads first to the content, then through the header; what has focus can be seen', async () => {
    const page = await open('fr/codes.html');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Aller au contenu');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => parseFloat(getComputedStyle(document.activeElement as Element).outlineWidth) >= 2), `stop ${stop + 1}`);
    }
    await page.close();
  });

  it('an address without a page is said to have none', async () => {
    const answer = await fetch(`${base}fr/nowhere.html`);
    assert.deepEqual([answer.status, await answer.text()], [404, 'Aucune page à cette adresse.\nNo page at this address.\n']);
  });

  it('on paper there is the text alone', async () => {
    const page = await open('fr/codes.html');
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.top', '.menu', '.neighbours', '.bottom', '.copy']) assert.equal(await page.locator(part).first().isVisible(), false, part);
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    await page.close();
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { root } from '../support/machine.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

/** Every state of every widget, in every way a page may show it: what axe sees, and what it cannot. */

interface State {
  widget: string;
  state: string;
  url: string;
}

const gallery = join(root, 'examples', 'gallery', 'dist');
const states: State[] = JSON.parse(await readFile(join(gallery, 'index.json'), 'utf8'));
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of each kind; every value of every kind occurs at phone width. */
const ways = [
  { name: 'light, left to right', query: '?theme=light', width: 320 },
  { name: 'dark, right to left, in Arabic', query: '?theme=dark&dir=rtl&lang=ar', width: 320 },
  { name: 'two copies on one page, in English', query: '?copies=2&lang=en&theme=light', width: 1280 },
] as const;

describe('Every state in the gallery', () => {
  let server: RunningServer;
  let browser: Browser;
  let folder: TempDir;
  before(async () => {
    folder = await tempDir();
    server = await startServer({ data: folder.path, args: ['--site', `/gallery=${gallery}`] });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  for (const way of ways) {
    for (const { widget, state, url } of states) {
      it(`${widget}, ${state}: ${way.name}`, async () => {
        await using page = await open(way.width, url + way.query);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, 'the page scrolls sideways');
        assert.deepEqual(await repeatedIds(page), []);
      });
    }
  }

  for (const { widget, state, url } of states) {
    it(`${widget}, ${state}: readable with wide text spacing and letters twice as large, and nothing moves`, async () => {
      await using page = await open(640, url);
      await spaceText(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, 'the page scrolls sideways');
      assert.deepEqual(await cutOff(page), []);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, 'something moves although less motion was asked for');
    });
  }

  for (const { widget, url } of states.filter((s) => s.state === 'ready')) {
    it(`${widget}: nothing is chosen beforehand`, async () => {
      await using page = await open(1280, url);
      const chosen = await page.locator(':checked:not(option), option:checked:not([value=""])').count();
      assert.equal(chosen, 0);
    });
  }

  async function open(width: number, url: string): Promise<Page & AsyncDisposable> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto(server.url + url);
    await page.waitForSelector('html[data-ready=true]', { state: 'attached', timeout: 15_000 });
    return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() });
  }
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run;
    // 'color-contrast-enhanced' is off by default; the tokens promise AAA.
    const result = await run({ rules: { 'color-contrast-enhanced': { enabled: true } } });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
  });
}

const repeatedIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [e.shadowRoot] : []))];
    const ids = roots.flatMap((r) => [...r.querySelectorAll('[id]')].map((e) => e.id));
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });

/** Text spacing of WCAG 2.2, 1.4.12, at 200 % text size (1.4.4). */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets.push(sheet);
    for (const { shadowRoot } of document.querySelectorAll('*')) shadowRoot?.adoptedStyleSheets.push(sheet);
  });

/** Words that do not fit their box and cannot be scrolled to. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inside = [...document.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [...e.shadowRoot.querySelectorAll<HTMLElement>('*')] : []));
    return inside
      .filter((e) => e.getClientRects().length > 0 && !e.closest('.pv-visually-hidden') && !e.matches('textarea, input, select'))
      .filter((e) => getComputedStyle(e).overflow !== 'visible' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
      .map((e) => `${e.localName}.${e.className}`);
  });

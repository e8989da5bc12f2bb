import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { buildGallery, findEntries } from '../../examples/gallery/gallery.ts';
import { launchChromium } from '../support/chromium.ts';
import { cutOff, sidewaysScroll, smallTargets } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { tempDir, type TempDir } from '../support/temp.ts';
import { compareWithKept } from '../support/kept-text.ts';

/** Every state of every widget, in every way a page may show it: what axe sees, and what it cannot. */

const states = await findEntries();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One page of each kind; every value of every kind occurs at phone width. */
const ways = [
  { name: 'dark, from right to left, in Arabic, on a phone', query: '?theme=dark&dir=rtl&lang=ar', width: 320 },
  { name: 'two copies on one page, in English', query: '?copies=2&lang=en&theme=light', width: 1280 },
] as const;

describe('Every state in the gallery', () => {
  let folder: TempDir;
  let server: RunningServer;
  let browser: Browser;
  before(async () => {
    folder = await tempDir('parvis-gallery');
    const gallery = join(folder.path, 'gallery');
    await buildGallery(pathToFileURL(`${gallery}/`));
    await copyFile(axe, join(gallery, 'axe.js'));
    server = await startServer({ data: join(folder.path, 'data'), args: ['--site', `/gallery=${gallery}`] });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  for (const { widget, state, url } of states) {
    it(`${widget}, ${state}: light, on a phone; then with wide text spacing and letters twice as large`, async () => {
      const page = await open(320, `${url}?theme=light`);
      assert.deepEqual(await faults(page), []);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, 'something moves although less motion was asked for');
      await page.setViewportSize({ width: 640, height: 800 });
      await spaceText(page);
      assert.equal(await sidewaysScroll(page), 0, 'the page scrolls sideways');
      assert.deepEqual(await cutOff(page), []);
    });
    for (const way of ways) {
      it(`${widget}, ${state}: ${way.name}`, async () => {
        const page = await open(way.width, url + way.query);
        assert.deepEqual(await faults(page), []);
      });
    }
  }

  for (const { widget, url } of states.filter((s) => s.state === 'ready')) {
    it(`${widget}: nothing is chosen beforehand, and a screen reader hears what is kept in its snapshot`, async () => {
      const page = await open(1280, url);
      assert.equal(await page.locator(':checked:not(option), option:checked:not([value=""])').count(), 0);
      const heard = await page.locator(`parvis-${widget}`).ariaSnapshot();
      await compareWithKept(join(import.meta.dirname, 'snapshots', `${widget}.aria.yml`), `${heard.replaceAll(server.url, '')}\n`);
    });
  }

  for (const { widget, state, url } of states.filter((s) => ['ready', 'chosen', 'single', 'review', 'done', 'timeline', 'error'].includes(s.state))) {
    it(`${widget}, ${state}: in colours forced by the system, what can be pressed or is chosen still shows`, async () => {
      const page = await open(640, url, 'active');
      assert.deepEqual(await lostInForcedColors(page), []);
    });
  }

  /** The same window for all of a kind: a new one per state would take longer than its checks. */
  const windows = new Map<string, Promise<Page>>();
  function windowFor(forcedColors: 'active' | 'none'): Promise<Page> {
    const kept = windows.get(forcedColors);
    const page = kept ?? browser.newContext({ reducedMotion: 'reduce', locale: 'fr-FR', forcedColors }).then((context) => context.newPage());
    windows.set(forcedColors, page);
    return page;
  }

  /** A state, with nothing kept on the device from the one before. */
  async function open(width: number, url: string, forcedColors: 'active' | 'none' = 'none'): Promise<Page> {
    const page = await windowFor(forcedColors);
    if (page.url() !== 'about:blank') await page.evaluate(() => void indexedDB.deleteDatabase('parvis'));
    await page.setViewportSize({ width, height: 800 });
    await page.goto(server.url + url);
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 30_000 });
    assert.equal(await page.getAttribute('html', 'data-ready'), 'true', 'the state could not be reached');
    return page;
  }
});

/** Everything wrong that a page can say about itself at its present width. */
async function faults(page: Page): Promise<string[]> {
  const sideways = await sidewaysScroll(page);
  return [
    ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px`] : []),
    ...(await violations(page)),
    ...(await smallTargets(page)),
    ...(await cutOff(page)),
    ...(await repeatedIds(page)).map((id) => `id ${id} occurs twice`),
  ];
}

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ url: '/gallery/axe.js' });
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    // Only what is broken is asked for; 'color-contrast-enhanced' is off by default, and the tokens promise AAA.
    const result = await run({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } } });
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

/** In forced colours backgrounds are gone: what they said must be said by a border. */
const lostInForcedColors = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (!matchMedia('(forced-colors: active)').matches) return ['colours are not forced'];
    const inside = [...document.querySelectorAll('*')].flatMap((e) => [...(e.shadowRoot?.querySelectorAll<HTMLElement>('button:not(.pv-row), .pv-choice, .pv-notice, input[type=text], textarea, select') ?? [])]);
    const border = (e: Element) => parseFloat(getComputedStyle(e).borderTopWidth);
    return inside
      .filter((e) => e.getClientRects().length > 0)
      .filter((e) => border(e) < 1 || (e.matches('.pv-choice:has(:checked), .pv-main') && border(e) < 2))
      .map((e) => `${e.localName}.${e.className} "${(e.textContent ?? '').trim().slice(0, 30)}" has a border of ${border(e)} px`);
  });

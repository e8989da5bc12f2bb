import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildGallery } from '../../examples/gallery/gallery.ts';
import { axe, violations, type Contrast } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { cutOff, sidewaysScroll, smallTargets } from './looks.ts';
import { startServer } from './server.ts';
import { tempDir } from './temp.ts';

/** The gallery on a server of its own, and a browser for it. */
export interface Gallery extends AsyncDisposable {
  url: string;
  /**
   * A state, with nothing kept on the device from the one before. The windows are kept, one for each `options`: a new one per state would take longer than its checks.
   * @param path with its query, like `/gallery/faq/ready/?theme=dark`
   */
  open(size: { width: number; height?: number }, path: string, options?: BrowserContextOptions): Promise<Page>;
}

export async function startGallery(): Promise<Gallery> {
  const folder = await tempDir('parvis-gallery');
  const out = join(folder.path, 'gallery');
  await buildGallery(pathToFileURL(`${out}/`));
  await copyFile(axe, join(out, 'axe.js'));
  const server = await startServer({ data: join(folder.path, 'data'), args: ['--site', `/gallery=${out}`] });
  const browser = await launchChromium();
  const windows = new Map<string, Promise<Page>>();
  return {
    url: server.url,
    async open({ width, height = 800 }, path, options = {}) {
      const page = await windowFor(browser, windows, options);
      if (page.url() !== 'about:blank') await page.evaluate(() => void indexedDB.deleteDatabase('parvis'));
      await page.setViewportSize({ width, height });
      await page.goto(server.url + path);
      await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 30_000 });
      if ((await page.getAttribute('html', 'data-ready')) !== 'true') throw new Error(`the state ${path} could not be reached`);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}

function windowFor(browser: Browser, windows: Map<string, Promise<Page>>, options: BrowserContextOptions): Promise<Page> {
  const name = JSON.stringify(options);
  const page = windows.get(name) ?? browser.newContext({ reducedMotion: 'reduce', locale: 'fr-FR', ...options }).then((context) => context.newPage());
  windows.set(name, page);
  return page;
}

/** Everything wrong that a page of the gallery can say about itself at its present width. */
export async function faults(page: Page, contrast: Contrast = 'AAA'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ url: '/gallery/axe.js' });
  const sideways = await sidewaysScroll(page);
  return [
    ...(sideways > 0 ? [`the page scrolls sideways by ${sideways} px`] : []),
    ...(await violations(page, { contrast })),
    ...(await smallTargets(page)),
    ...(await cutOff(page)),
    ...(await repeatedIds(page)).map((id) => `id ${id} occurs twice`),
  ];
}

const repeatedIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? [e.shadowRoot] : []))];
    const ids = roots.flatMap((r) => [...r.querySelectorAll('[id]')].map((e) => e.id));
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });

/** In forced colours backgrounds are gone: what they said must be said by a border. */
export const lostInForcedColors = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (!matchMedia('(forced-colors: active)').matches) return ['colours are not forced'];
    const inside = [...document.querySelectorAll('*')].flatMap((e) => [...(e.shadowRoot?.querySelectorAll<HTMLElement>('button:not(.pv-row), .pv-choice, .pv-notice, input[type=text], textarea, select') ?? [])]);
    const border = (e: Element) => parseFloat(getComputedStyle(e).borderTopWidth);
    return inside
      .filter((e) => e.getClientRects().length > 0)
      .filter((e) => border(e) < 1 || (e.matches('.pv-choice:has(:checked), .pv-main') && border(e) < 2))
      .map((e) => `${e.localName}.${e.className} "${(e.textContent ?? '').trim().slice(0, 30)}" has a border of ${border(e)} px`);
  });

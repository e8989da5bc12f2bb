import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findEntries } from '../../examples/gallery/gallery.ts';
import { faults, lostInForcedColors, startGallery, type Gallery } from '../support/gallery.ts';
import { cutOff, sidewaysScroll } from '../support/looks.ts';
import { compareWithKept } from '../support/kept-text.ts';

/** Every state of every widget, in every way a page may show it: what axe sees, and what it cannot. */

const states = await findEntries();

/** One page of each kind; every value of every kind occurs at phone width. */
const ways = [
  { name: 'dark, from right to left, in Arabic, on a phone', query: '?theme=dark&dir=rtl&lang=ar', width: 320 },
  { name: 'two copies on one page, in English', query: '?copies=2&lang=en&theme=light', width: 1280 },
] as const;

describe('Every state in the gallery', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery?.[Symbol.asyncDispose]());

  for (const { widget, state, url } of states) {
    it(`${widget}, ${state}: light, on a phone; then with wide text spacing and letters twice as large`, async () => {
      const page = await gallery.open({ width: 320 }, `${url}?theme=light`);
      assert.deepEqual(await faults(page), []);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, 'something moves although less motion was asked for');
      await page.setViewportSize({ width: 640, height: 800 });
      await spaceText(page);
      assert.equal(await sidewaysScroll(page), 0, 'the page scrolls sideways');
      assert.deepEqual(await cutOff(page), []);
    });
    for (const way of ways) {
      it(`${widget}, ${state}: ${way.name}`, async () => {
        const page = await gallery.open({ width: way.width }, url + way.query);
        assert.deepEqual(await faults(page), []);
      });
    }
  }

  for (const { widget, url } of states.filter((s) => s.state === 'ready')) {
    it(`${widget}: nothing is chosen beforehand, and a screen reader hears what is kept in its snapshot`, async () => {
      const page = await gallery.open({ width: 1280 }, url);
      assert.equal(await page.locator(':checked:not(option), option:checked:not([value=""])').count(), 0);
      const heard = await page.locator(`parvis-${widget}`).ariaSnapshot();
      await compareWithKept(join(import.meta.dirname, 'snapshots', `${widget}.aria.yml`), `${heard.replaceAll(gallery.url, '')}\n`);
    });
  }

  for (const { widget, state, url } of states.filter((s) => ['ready', 'chosen', 'single', 'review', 'done', 'timeline', 'error'].includes(s.state))) {
    it(`${widget}, ${state}: in colours forced by the system, what can be pressed or is chosen still shows`, async () => {
      const page = await gallery.open({ width: 640 }, url, { forcedColors: 'active' });
      assert.deepEqual(await lostInForcedColors(page), []);
    });
  }
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

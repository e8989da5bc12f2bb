import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { themes } from '../../packages/embed/src/looks/themes.ts';
import type { Contrast } from '../support/axe.ts';
import { faults, lostInForcedColors, startGallery, type Gallery } from '../support/gallery.ts';
import { cutOff, focusLook, sidewaysScroll } from '../support/looks.ts';

/** Every theme on a busy state of every widget, computed in the page; and what the widgets take from the page around them. */

const looks: readonly { name: string; query: string; contrast: Contrast }[] = [
  { name: 'the calm default', query: '', contrast: 'AAA' },
  ...themes.map(({ name, least }) => ({ name, query: `&preset=${name}`, contrast: least.text < 7 ? 'AA' as const : 'AAA' as const })),
];
const busy = ['ballot/error', 'results/ready', 'proposal-form/error', 'faq/error', 'feedback/timeline'] as const;

describe('Looks', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery?.[Symbol.asyncDispose]());

  for (const { name, query, contrast } of looks) {
    for (const state of busy) {
      it(`${name}, ${state}: on a phone, light and dark, all can be read, reached and seen; from right to left and in forced colours too`, async () => {
        const page = await gallery.open({ width: 320 }, `/gallery/${state}/?theme=light${query}`);
        assert.deepEqual(await faults(page, contrast), []);
        assert.deepEqual(await unseenFocus(page), []);
        if (name === 'compact') {
          await page.setViewportSize({ width: 280, height: 800 });
          assert.deepEqual([await sidewaysScroll(page), await cutOff(page)], [0, []], 'in a window of 280 px');
          await page.setViewportSize({ width: 320, height: 800 });
        }
        await darken(page);
        assert.deepEqual(await faults(page, contrast), []);
        assert.deepEqual(await unseenFocus(page), []);
        await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
        assert.deepEqual([await sidewaysScroll(page), await cutOff(page)], [0, []], 'from right to left');
        await page.emulateMedia({ forcedColors: 'active' });
        assert.deepEqual(await lostInForcedColors(page), []);
        await page.emulateMedia({ forcedColors: 'none' });
      });
    }
  }

  for (const state of busy) {
    it(`${state}: at 400 %, which leaves 320 × 256, what has the focus can be seen`, async () => {
      const page = await gallery.open({ width: 320, height: 256 }, `/gallery/${state}/?theme=light`);
      assert.equal(await sidewaysScroll(page), 0);
      assert.deepEqual(await unseenFocus(page, 12), []);
    });

    it(`${state}: letters are those of the page, in controls too, and never under 16 px`, async () => {
      const page = await gallery.open({ width: 640 }, `/gallery/${state}/?theme=light`);
      for (const [root, body, expected] of [[20, 1.25, 25], [20, 0.5, 20], [10, 1, 16]] as const) {
        assert.deepEqual(await strangeLetters(page, root, body, expected), [], `the page has ${root} px, the widget ${body} of it`);
      }
    });
  }
});

async function darken(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = 'dark';
    for (const e of document.querySelectorAll('[theme]')) e.setAttribute('theme', 'dark');
  });
  await page.waitForFunction(() => [...document.querySelectorAll('[theme]')].every((e) => e.shadowRoot?.querySelector('.pv-root')?.getAttribute('data-theme') === 'dark'), undefined, { timeout: 20_000 });
}

/** What has the focus without a ring of 3 px and 3:1, or cannot be seen, among what Tab comes to first. */
async function unseenFocus(page: Page, presses = 5): Promise<string[]> {
  const wrong: string[] = [];
  let reached = 0;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let i = 0; i < presses; i += 1) {
    await page.keyboard.press('Tab');
    const { what, inWidget, outline, contrast, hidden } = await focusLook(page);
    if (!inWidget) continue;
    reached += 1;
    if (outline < 3) wrong.push(`${what} has a ring of ${outline} px`);
    if (contrast < 3) wrong.push(`${what} has a ring of ${contrast.toFixed(2)}:1`);
    if (hidden) wrong.push(`${what} is ${hidden}`);
  }
  return reached > 0 ? wrong : ['Tab comes to nothing in the widget'];
}

/** Words in another font than that of the page, and a root whose letters are not as high as expected. `root` in pixels, `body` in em. */
const strangeLetters = (page: Page, root: number, body: number, expected: number): Promise<string[]> =>
  page.evaluate(([root, body, expected]) => {
    document.documentElement.style.fontSize = `${root}px`;
    document.body.style.font = `${body}em/1 Georgia, 'Un caractère à nous', serif`;
    const font = getComputedStyle(document.body).fontFamily;
    const wrong: string[] = [];
    for (const { shadowRoot } of document.querySelectorAll('*')) {
      const card = shadowRoot?.querySelector('.pv-root');
      if (!shadowRoot || !card) continue;
      const height = getComputedStyle(card).fontSize;
      if (height !== `${expected}px`) wrong.push(`letters are ${height} high`);
      for (const e of shadowRoot.querySelectorAll('.pv-root, .pv-root :not(style, script, svg, svg *, .pv-code, [type=checkbox], [type=radio])')) {
        const { fontFamily, fontSize } = getComputedStyle(e);
        const about = `${e.localName}.${e.getAttribute('class') ?? ''}`;
        if (fontFamily !== font) wrong.push(`${about} is in ${fontFamily}`);
        if (parseFloat(fontSize) < expected * 0.875 - 0.1) wrong.push(`${about} is ${fontSize} high`);
      }
    }
    return wrong;
  }, [root, body, expected] as const);

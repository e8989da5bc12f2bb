import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startGallery, type Gallery } from '../support/gallery.ts';
import { laidOver, onPaper, printed } from '../support/paper.ts';

/** Every widget on paper: read back from the PDF that the browser would print. */

const states = [
  'ballot/ready', 'ballot/chosen', 'ballot/review', 'ballot/done', 'ballot/long', 'ballot/points-given', 'ballot/ranking-begun', 'ballot/grades-given', 'ballot/score-given',
  'results/ready', 'results/compared', 'results/rounds', 'results/grades', 'results/long', 'results/downloads',
  'proposal-form/ready', 'proposal-form/review', 'proposal-form/done',
  'faq/ready', 'faq/asking', 'feedback/ready', 'feedback/timeline', 'feedback/done',
];

describe('On paper', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery?.[Symbol.asyncDispose]());

  for (const state of states) {
    it(`${state}: nothing to press, dark words on white, nothing lost, nothing laid over itself, addresses written out`, async () => {
      const page = await gallery.open({ width: 1024 }, `/gallery/${state}/?theme=dark&preset=high-contrast`);
      await page.emulateMedia({ media: 'print' });
      const { texts, addresses, wrong } = await look(page);
      assert.deepEqual(wrong, []);
      await page.emulateMedia({ media: null });
      const words = await printed(page);
      assert.deepEqual(laidOver(words), []);
      assert.deepEqual(words.filter(({ text }) => /.\(https?:/.test(text)), [], 'addresses that stick to the word before');
      const paper = onPaper(words);
      assert.ok(texts.length > 3, 'there is hardly anything to print');
      assert.deepEqual(texts.filter((text) => !paper.includes(text)), [], 'words that did not get on paper');
      assert.deepEqual(addresses.filter((address) => !paper.includes(address)), [], 'addresses that did not get on paper');
    });
  }

  it('results: the table of all numbers is on paper, all its rows', async () => {
    const page = await gallery.open({ width: 1024 }, '/gallery/results/ready/');
    const rows = await page.getByRole('table').first().getByRole('rowheader').allTextContents();
    assert.ok(rows.length > 3);
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await Promise.all((await page.getByRole('table').first().getByRole('rowheader').all()).map((row) => row.isVisible())), rows.map(() => true));
    await page.emulateMedia({ media: null });
    // The sheet on which the head of the table stands has its first row, too.
    const words = await printed(page);
    const [head, first] = [await page.getByRole('columnheader').last().textContent(), rows[0]].map((text) => (text ?? '').trim().split(/\s+/)[0]);
    const at = words.findIndex(({ text }) => text === head);
    assert.ok(at > 0, 'the head of the table is not on paper');
    assert.equal(words.slice(at).find(({ text }) => text === first)?.page, words[at]?.page);
  });

  it('questions and answers: every answer is on paper, also the closed ones', async () => {
    const page = await gallery.open({ width: 1024 }, '/gallery/faq/ready/');
    const answers = await page.locator('parvis-faq').evaluate((e) => [...(e.shadowRoot?.querySelectorAll('.pv-answer .pv-text') ?? [])].map((a) => (a.textContent ?? '').replace(/\s/g, '').slice(0, 60)));
    assert.ok(answers.length > 1);
    const paper = onPaper(await printed(page));
    assert.deepEqual(answers.filter((answer) => !paper.includes(answer)), []);
  });
});

/** What a widget shows in print: long words in Latin letters, addresses of links, and what should not be there. */
const look = (page: Page): Promise<{ texts: string[]; addresses: string[]; wrong: string[] }> =>
  page.evaluate(() => {
    const texts = new Set<string>();
    const addresses: string[] = [];
    const wrong: string[] = [];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('no canvas');
    /** On white, as a browser prints no backgrounds. */
    const contrast = (color: string) => {
      canvas.fillStyle = '#fff';
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    };
    for (const { shadowRoot } of document.querySelectorAll('*')) {
      for (const e of shadowRoot?.querySelectorAll<HTMLElement>('.pv-root *') ?? []) {
        if (e.getClientRects().length === 0 || e.closest('.pv-visually-hidden, svg') || !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
        const own = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.textContent ?? '').join(' ').trim();
        const about = `${e.localName}.${e.className} "${own.slice(0, 30)}"`;
        // A question of the FAQ is a button in its heading, and a heading on paper.
        if (e.matches('button:not(.pv-row), input[type=search], [role=search] *')) wrong.push(`${about} can be pressed`);
        if (e instanceof HTMLAnchorElement && /^https?:/.test(e.getAttribute('href') ?? '')) addresses.push(e.getAttribute('href') as string);
        if (!own || e.matches('option, textarea')) continue;
        const found = contrast(getComputedStyle(e).color);
        if (found < 7) wrong.push(`${about} has a contrast of ${found.toFixed(1)} with paper`);
        for (const word of own.normalize('NFKC').match(/[A-Za-zÀ-ÿ]{5,}/g) ?? []) texts.add(word);
      }
    }
    return { texts: [...texts], addresses, wrong };
  });

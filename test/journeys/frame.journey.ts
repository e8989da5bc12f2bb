import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { button, choose, voteReview } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { root } from '../support/machine.ts';
import { resident } from '../support/resident.ts';

const heightOf = (page: Page, frame: string): Promise<number> => page.locator(frame).evaluate((e) => e.getBoundingClientRect().height);
/** How far the page of a frame is from fitting. */
const overflow = (page: Page): Promise<number> =>
  page.locator('#vote').evaluate((e) => ((e as HTMLIFrameElement).contentDocument?.documentElement.scrollHeight ?? 0) - e.clientHeight);

describe('The page of a vote in a frame', () => {
  const place = inTown({ args: ['--site', `/essais=${join(root, 'test', 'pages')}`] });

  it('has the height of its content, grows and shrinks with it, and comes back to its top at each step', async () => {
    await using one = await resident(place.browser, { viewport: { width: 360, height: 600 } });
    const { page } = one;
    await page.goto(`${place.town.url}/essais/frame.html`);
    const ballot = page.frameLocator('#vote').locator('parvis-ballot');
    await ballot.getByRole('checkbox').first().waitFor();
    await page.waitForFunction(() => document.querySelector('#vote')!.getBoundingClientRect().height > 1000);
    assert.ok(await overflow(page) <= 1, 'nothing is left to scroll inside');
    const long = await heightOf(page, '#vote');
    await choose(ballot as never, 'Dix bancs');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await button(ballot as never, 'Vérifier mon vote').click();
    await voteReview(ballot as never).waitFor();
    await page.waitForFunction((before) => document.querySelector('#vote')!.getBoundingClientRect().height < before - 200, long);
    await page.waitForFunction(() => Math.abs(document.querySelector('#vote')!.getBoundingClientRect().top) < 300);
    assert.ok(await overflow(page) <= 1);
  });

  it('is the only one that may say its height: another frame of the page is left as it is', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.goto(`${place.town.url}/essais/frame.html`);
    await page.waitForFunction(() => document.querySelector('#vote')!.getBoundingClientRect().height > 500);
    assert.ok(await heightOf(page, '#other') < 300);
  });
});

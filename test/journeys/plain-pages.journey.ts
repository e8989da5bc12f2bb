import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { button, cast, checkIdea, choose, code, idea, project, review, sendIdea, title, voteReceipt, voteReview } from '../support/acts.ts';
import { axe, violations } from '../support/axe.ts';
import { inTown } from '../support/in-town.ts';
import { sidewaysScroll } from '../support/looks.ts';
import { resident, settled, type Resident, type ResidentOptions } from '../support/resident.ts';
import { consultation } from '../support/town.ts';

const phone: ResidentOptions = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const home = `/c/${consultation}`;

describe('On the pages of the server', () => {
  const place = inTown();

  async function visitor(path: string, options: ResidentOptions = {}): Promise<Resident> {
    const one = await resident(place.browser, options);
    await one.page.goto(place.town.url + home + path);
    return one;
  }

  it('without JavaScript, on a phone, a resident chooses, changes, votes with a double click, and has voted once', async () => {
    await using one = await visitor('/vote?ballot=vote', { ...phone, javaScriptEnabled: false });
    const { page } = one;
    await choose(page, 'Sauver le lavoir', 'Dix bancs');
    await review(page);
    await button(page, 'Changer mon vote').click();
    assert.equal(await project(page, 'Dix bancs').isChecked(), true);
    await review(page);
    const before = place.town.store.votes(consultation, 'vote').length;
    // Both clicks send the form: the first answer is thrown away by the browser.
    await button(page, 'Voter définitivement').dblclick();
    const receipt = await voteReceipt(page);
    await page.reload();
    assert.equal(await code(page, 'Votre reçu :'), receipt);
    assert.equal(place.town.store.votes(consultation, 'vote').length, before + 1);
    assert.deepEqual(await one.context.cookies(), []);
    assert.deepEqual(one.console, []);
  });

  it('without JavaScript a resident proposes an idea, finds it again by its code, and supports another', async () => {
    await using one = await visitor('/propose', { javaScriptEnabled: false });
    const { page } = one;
    await page.getByRole('textbox', { name: 'Titre de votre idée' }).fill(idea.title);
    await page.getByRole('textbox', { name: 'Votre idée', exact: true }).fill(idea.text);
    await checkIdea(page);
    const tracking = await sendIdea(page);
    await page.goto(`${place.town.url}${home}/feedback`);
    await page.getByRole('textbox', { name: 'Votre code de suivi' }).fill(tracking.toLowerCase());
    await button(page, 'Voir où elle en est').click();
    await title(page, idea.title).waitFor();
    await page.goto(`${place.town.url}${home}/propose`);
    await page.getByRole('button', { name: /^Soutenir :/ }).first().click();
    await title(page, 'Votre soutien est compté').waitFor();
    await button(page, 'Retirer mon soutien').click();
    await title(page, 'Votre soutien est retiré').waitFor();
  });

  it('without JavaScript a mistake leads from its sentence to the place', async () => {
    await using one = await visitor('/propose', { javaScriptEnabled: false });
    const { page } = one;
    await button(page, 'Vérifier ma proposition').click();
    assert.match(await page.title(), /^Erreur\s:/);
    await page.getByRole('link', { name: 'Écrivez votre idée.' }).click();
    assert.match(page.url(), /#idee-text$/);
    await page.getByRole('textbox', { name: 'Votre idée', exact: true }).fill('x');
  });

  it('where scripts run the widget takes the place of the form that nobody has touched', async () => {
    await using one = await visitor('/vote?ballot=vote');
    await settled(one.page);
    await one.page.locator('parvis-ballot').getByRole('button', { name: 'Vérifier mon vote' }).waitFor();
    assert.equal(await one.page.locator('parvis-ballot > form').isVisible(), false);
    assert.equal(await one.page.getByRole('heading', { level: 1 }).count(), 1);
    assert.deepEqual(await one.troubles(), []);
  });

  for (const [when, file] of [['its file', '**/embed/parvis-ballot.js'], ['its ballot', /\/ballots\/vote\b/]] as const) {
    it(`what somebody enters before the widget has ${when} stays: they go on with the form, focus where it was`, async () => {
      await using one = await resident(place.browser);
      const { page } = one;
      let go = (): void => undefined;
      const held = new Promise<void>((resolve) => (go = resolve));
      await page.route(file, async (route) => {
        await held;
        await route.continue();
      });
      const asked = page.waitForRequest(file);
      await page.goto(`${place.town.url}${home}/vote?ballot=vote`, { waitUntil: 'commit' });
      await asked;
      const tick = page.locator('input[name="vote-option"]').nth(1);
      await tick.check();
      await page.locator('parvis-ballot').waitFor({ state: 'detached' });
      assert.equal(await tick.evaluate((e) => e === document.activeElement), true);
      go();
      await page.waitForLoadState('networkidle');
      assert.equal(await tick.isChecked(), true);
      assert.equal(await page.locator('parvis-ballot').count(), 0);
      await button(page, 'Vérifier mon vote').click();
      await voteReview(page).waitFor();
      assert.deepEqual(await one.troubles(), []);
    });
  }

  it('every page is accessible and keeps within a phone, in light and dark, before and after a mistake', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await using one = await resident(place.browser, { ...phone, colorScheme, bypassCSP: true });
      const { page } = one;
      // The forms themselves, without the widgets that would take their place.
      await page.route('**/embed/*.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
      const looked = async (where: string) => {
        assert.equal(await sidewaysScroll(page), 0, `${where} scrolls sideways`);
        await page.addScriptTag({ path: axe });
        assert.deepEqual(await violations(page), [], where);
        assert.deepEqual(await smallTargets(page), [], where);
      };
      for (const path of ['', '/vote', '/vote/vote', '/vote/mediatheque', '/propose', '/faq', '/feedback']) {
        await page.goto(place.town.url + home + path);
        await looked(path);
      }
      await page.goto(`${place.town.url}${home}/propose`);
      await button(page, 'Vérifier ma proposition').click();
      await looked('a proposal with mistakes');
      await page.goto(`${place.town.url}${home}/vote/vote`);
      await button(page, 'Vérifier mon vote').click();
      await looked('a ballot with a mistake');
      await choose(page, 'Dix bancs');
      await review(page);
      await looked('the review');
      await cast(page);
      await looked('the receipt');
    }
  });
});

/** Controls under 44 × 44 px; links inside a sentence are exempt (WCAG 2.2, 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('main :is(button, select, summary, textarea, input:not([type=hidden]))')]
    .map((e) => (e.matches('[type=checkbox], [type=radio]') ? (e.closest<HTMLElement>('.pv-choice') ?? e) : e))
    .filter((e) => e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5)
    .map((e) => `${e.localName} ${e.getAttribute('name') ?? ''} ${Math.round(e.getBoundingClientRect().width)} × ${Math.round(e.getBoundingClientRect().height)}`));

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { button, title, voteReceipt } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { hasFocus, tabAndPress, tabAndType, tabTo } from '../support/keyboard.ts';
import { resident, settled } from '../support/resident.ts';
import arabic from '../../packages/widgets/languages/ballot.ar.json' with { type: 'json' };

const bicycles = (page: Page) => page.locator('parvis-ballot[ballot=abri-velos]');
const colour = (page: Page) => page.locator('parvis-ballot[ballot=couleur-hall]');
const yard = (page: Page) => page.locator('parvis-ballot[ballot=cour]');
const field = (ballot: Locator) => ballot.getByRole('textbox', { name: 'Votre code' });

describe('A tenant with the letter of the poll', () => {
  const place = inTown();
  let links: string[];
  let replace: (code: string) => Promise<void>;
  before(async () => {
    ({ links, replace } = await place.town.letters());
  });

  it('answers all three questions from the square of the letter, on a phone, by keyboard alone; the code reaches no address and no other place', async () => {
    await using one = await resident(place.browser, { viewport: { width: 320, height: 640 } });
    const { page } = one;
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    const code = links[0]?.split('#code=')[1] ?? '';
    await page.goto(links[0] ?? '');
    await settled(page);
    assert.equal(new URL(page.url()).hash, '', 'the address can be passed on');

    for (const [ballot, role, option] of [[bicycles(page), 'radio', /abri à vélos/], [colour(page), 'radio', /Ocre/], [yard(page), 'checkbox', /./]] as const) {
      await ballot.getByText('Un vote par logement.').waitFor();
      await tabAndPress(page, ballot.getByRole(role, { name: option }).first(), 'Space');
      await tabAndPress(page, button(ballot, 'Vérifier mon vote'));
      await field(ballot).waitFor();
      assert.equal((await field(ballot).inputValue()).replaceAll(' ', ''), code);
      await tabTo(page, field(ballot));
      await tabAndPress(page, button(ballot, 'Voter définitivement'));
      await voteReceipt(ballot);
      assert.ok(await hasFocus(title(ballot, 'Votre vote est bien arrivé')));
    }
    assert.deepEqual(addresses.filter((address) => address.includes(code)), []);
    assert.deepEqual(await one.troubles(), []);
  });

  it('that is in Arabic finds the three questions in Arabic on the server’s own page, and can change to French', async () => {
    await using one = await resident(place.browser, { viewport: { width: 320, height: 640 } });
    const { page } = one;
    await page.goto(`${place.town.url}/c/residence-2026/vote?locale=ar#code=${links[6]?.split('#code=')[1]}`);
    await settled(page);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    for (const ballot of [bicycles(page), colour(page), yard(page)]) await button(ballot, arabic.review).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing beside the page');
    await page.getByRole('link', { name: 'Français' }).click();
    await settled(page);
    await button(bicycles(page), 'Vérifier mon vote').waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('finds the results of every question on the same page: not before the end, and it says when', async () => {
    await using one = await resident(place.browser);
    await one.page.goto(`${place.town.url}/tenants/#resultats`);
    await settled(one.page);
    for (const id of ['abri-velos', 'couleur-hall', 'cour']) await one.page.locator(`parvis-results[ballot=${id}]`).getByRole('heading', { name: 'Les résultats ne sont pas encore là' }).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('types the code of the letter, with a slip first: it is noticed before anything is sent', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    const code = links[1]?.split('#code=')[1] ?? '';
    await page.goto(`${place.town.url}/tenants/`);
    await settled(page);
    const ballot = bicycles(page);
    await ballot.getByRole('radio', { name: /Non/ }).check();
    await button(ballot, 'Vérifier mon vote').click();
    let casts = 0;
    page.on('request', (request) => { if (request.method() === 'POST') casts += 1; });
    await tabAndType(page, field(ballot), `${code.slice(0, 4)}-${code.slice(5)}`);
    await tabAndPress(page, button(ballot, 'Voter définitivement'));
    await ballot.getByRole('link', { name: /Il manque 1 lettre ou chiffre/ }).waitFor();
    assert.equal(casts, 0);
    await tabAndPress(page, ballot.getByRole('link', { name: /Il manque/ }));
    assert.ok(await hasFocus(field(ballot)));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(code.toLowerCase());
    await tabAndPress(page, button(ballot, 'Voter définitivement'));
    await voteReceipt(ballot);
    assert.equal(casts, 1);
    assert.deepEqual(await one.troubles(), []);
  });

  it('whose code has voted, was replaced, or was given to nobody reads why and what to do, and votes with another one', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    const [used = '', lost = '', fresh = ''] = [links[1], links[2], links[3]].map((link) => link?.split('#code=')[1]);
    await replace(lost);
    await page.goto(`${place.town.url}/tenants/`);
    await settled(page);
    const ballot = bicycles(page);
    await ballot.getByRole('radio', { name: /Oui/ }).check();
    await button(ballot, 'Vérifier mon vote').click();
    for (const [code, sentence] of [[used, /Un vote est déjà arrivé avec ce code/], [lost, /Ce code ne sert plus/], ['GHY9 XCNH C6JE 7DYN', /Nous ne connaissons pas ce code/]] as const) {
      await field(ballot).fill(code);
      await button(ballot, 'Voter définitivement').click();
      await ballot.getByRole('link', { name: sentence }).waitFor();
      await ballot.getByText('Passez à la loge').waitFor();
    }
    await field(ballot).fill(fresh);
    await button(ballot, 'Voter définitivement').click();
    await voteReceipt(ballot);
  });

  it('helps a neighbour afterwards: the same screen takes another letter', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    for (const link of [links[4], links[5]] as string[]) {
      await page.goto(link);
      await settled(page);
      const ballot = colour(page);
      const another = button(ballot, 'Voter avec un autre code');
      if (await another.isVisible()) await another.click();
      await ballot.getByRole('radio', { name: /Ocre/ }).check();
      await button(ballot, 'Vérifier mon vote').click();
      await field(ballot).fill(link.split('#code=')[1] ?? '');
      await button(ballot, 'Voter définitivement').click();
      await voteReceipt(ballot);
    }
    assert.deepEqual(await one.troubles(), []);
  });
});

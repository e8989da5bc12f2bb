import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cast, choose, review } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { root } from '../support/machine.ts';
import { resident } from '../support/resident.ts';

const policy = `default-src 'none'; script-src 'nonce-abc'; style-src 'unsafe-inline'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types parvis-loader parvis-ballot`;

describe('The script for all pages of a site', () => {
  const place = inTown({ args: ['--site', `/essais=${join(root, 'test', 'pages')}`] });

  it('makes a widget of a link on a line of its own, one level under the heading before it, and people vote there', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.goto(`${place.town.url}/essais/links.html`);
    await page.locator('#ballot parvis-ballot').getByRole('heading').first().waitFor();
    const ballot = page.locator('#ballot parvis-ballot');
    assert.equal(await ballot.getByRole('heading', { level: 3 }).count(), 1);
    await choose(ballot, 'Dix bancs');
    await review(ballot);
    await cast(ballot);
    assert.deepEqual(await one.troubles(), []);
  });

  it('leaves links in sentences, menus, lists and texts being written alone, those that ask to stay, and those that name no ballot where there are several', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.goto(`${place.town.url}/essais/links.html`);
    await page.locator('#ballot parvis-ballot').getByRole('heading').first().waitFor();
    for (const place of ['nav', '#sentence', 'ul', '#several']) assert.equal(await page.locator(`${place} > * a, ${place} > a`).count(), 1, place);
    for (const link of ['#menu', '#item', '#page', '#sentence a', '#several a', '#editor a']) assert.equal(await page.locator(link).evaluate((e) => e.closest('[backend]') === null), true, link);
    assert.equal(await page.locator('parvis-ballot:not(#tag *)').count(), 1);
  });

  it('fetches a widget’s file only when its place comes near the screen, once, however often the script is there', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    const files: string[] = [];
    page.on('request', (request) => { if (/\/embed\/parvis-(?!loader)[\w-]+\.js/.test(request.url())) files.push(new URL(request.url()).pathname); });
    await page.goto(`${place.town.url}/essais/links.html`);
    await page.locator('#ballot parvis-ballot').getByRole('heading').first().waitFor();
    assert.deepEqual(files.filter((file) => !file.includes('more')), ['/embed/parvis-ballot.js']);
    await page.locator('#far').scrollIntoViewIfNeeded();
    await page.locator('#far').getByRole('heading').first().waitFor();
    assert.equal(files.filter((file) => file === '/embed/parvis-faq.js').length, 1);
    assert.equal(files.filter((file) => file === '/embed/parvis-ballot.js').length, 1);
  });

  it('takes up links and tags that come later', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.goto(`${place.town.url}/essais/links.html`);
    await page.locator('#ballot parvis-ballot').getByRole('heading').first().waitFor();
    await page.locator('#later').evaluate((place) => {
      const line = document.createElement('p');
      const link = Object.assign(document.createElement('a'), { href: '/c/bp-2026/feedback', textContent: 'Les suites' });
      line.append(link);
      const tag = document.createElement('parvis-proposal-form');
      tag.setAttribute('backend', '/');
      tag.setAttribute('consultation', 'bp-2026');
      place.append(line, tag);
    });
    await page.locator('#later').scrollIntoViewIfNeeded();
    await page.locator('#later parvis-feedback').getByRole('heading').first().waitFor();
    await page.locator('#later parvis-proposal-form').getByRole('heading').first().waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('leaves the link inside a tag alone, also where the tag stands in an element of its own', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.goto(`${place.town.url}/essais/links.html`);
    await page.locator('#tag > parvis-ballot').scrollIntoViewIfNeeded();
    await page.locator('#tag > parvis-ballot').getByRole('heading').first().waitFor();
    assert.equal(await page.locator('#tag parvis-ballot').count(), 1);
    assert.equal(await page.locator('#tag > parvis-ballot > a').count(), 1);
  });

  it('where the widget’s file does not come, the link is there as before', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    await page.route('**/parvis-ballot.js*', (route) => route.abort());
    await page.goto(`${place.town.url}/essais/links.html`);
    const link = page.locator('#ballot').getByRole('link', { name: 'Voter pour les projets' });
    await page.locator('#ballot parvis-ballot').waitFor({ state: 'attached' });
    await link.click();
    await page.waitForURL('**/c/bp-2026/vote?ballot=vote');
  });

  it('under a policy of nonces with Trusted Types it hands its nonce on', async () => {
    await using one = await resident(place.browser);
    const { page } = one;
    const url = `${place.town.url}/essais/nonce.html`;
    await page.route(url, (route) => route.fulfill({
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      body: '<!doctype html><html lang="fr"><title>Strict</title><link rel="icon" href="/town-site/blason.svg"><script src="/embed/parvis-loader.js" nonce="abc" defer></script><p><a href="/c/bp-2026/vote?ballot=vote">Voter</a></p>',
    }));
    await page.goto(url);
    await page.locator('parvis-ballot').getByRole('heading').first().waitFor();
    assert.deepEqual(await one.troubles(), []);
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { quoted } from '../../examples/cms/php-text.ts';
import type { Site } from '../../examples/wordpress/site/wordpress.ts';
import { cast, choose, review } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { resident } from '../support/resident.ts';
import { addressOf, open, probesOf, startBackend } from './support/wordpress-backend.ts';
import { village } from './support/village.ts';

let site: Site;
let browser: Browser;
before(async () => {
  site = await startBackend();
  browser = await launchChromium();
  await open(site, [{ ...village(), offline: 'Vous pouvez aussi voter sur papier, à la mairie.' }]);
});
after(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});

/** A page with these shortcodes. @returns its address */
const publish = (name: string, content: string) => site.php(`
  $id = wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Participer', 'post_name' => ${quoted(name)}, 'post_content' => ${quoted(content)} ) );
  return get_permalink( $id );
`) as Promise<string>;

describe('On a page of a WordPress that is its own backend', () => {
  it('a resident votes, and nothing but this site is asked', async () => {
    const page = await publish('voter', '[parvis widget="ballot" consultation="bp" ballot="vote"]');
    await using one = await resident(browser);
    await one.page.goto(page);
    const ballot = one.page.locator('parvis-ballot');
    await ballot.getByRole('heading', { level: 2 }).first().waitFor();
    await choose(ballot, 'Un arbre');
    await review(ballot);
    const receipt = await cast(ballot);
    assert.match(receipt, /^[0-9A-Z]{16}$/);
    assert.deepEqual((await probesOf(site).votes('bp', 'vote')).map(({ choice }) => choice), [{ options: ['arbre'] }]);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a resident reads the questions and answers', async () => {
    const page = await publish('questions', '[parvis widget="faq" consultation="bp"]');
    await using one = await resident(browser);
    await one.page.goto(page);
    await one.page.getByText('Qui vote ?').first().waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('a resident who only has the link, or sees the page in a frame, votes as well', async () => {
    await using one = await resident(browser);
    await one.page.goto(`${addressOf(site)}/c/bp/vote/vote`);
    const ballot = one.page.locator('parvis-ballot');
    await ballot.getByRole('heading', { level: 2 }).first().waitFor();
    await choose(ballot, 'Un banc');
    await review(ballot);
    await cast(ballot);
    assert.equal((await probesOf(site).votes('bp', 'vote')).length, 2);
    assert.deepEqual(await one.troubles(), []);
  });

  it('without JavaScript the link leads to other ways to take part', async () => {
    const page = await publish('sans-script', '[parvis widget="ballot" consultation="bp" ballot="vote"]');
    await using one = await resident(browser, { javaScriptEnabled: false });
    await one.page.goto(page);
    await one.page.locator('parvis-ballot a').click();
    await one.page.getByRole('heading', { name: 'Budget du village' }).waitFor();
    await one.page.getByText('Vous pouvez aussi voter sur papier, à la mairie.').waitFor();
  });
});

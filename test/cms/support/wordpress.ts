import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { startWordPress, type Site, type SiteOptions } from '../../../examples/wordpress/site/wordpress.ts';
import { inTown, type InTown } from '../../support/in-town.ts';
import { freePort } from '../../support/ports.ts';
import { resident, type Resident, type ResidentOptions } from '../../support/resident.ts';
import { consultation } from '../../support/town.ts';

export type Role = 'admin' | 'editor' | 'author' | 'contributor';

/** Somebody who has logged in. */
export interface Account extends Resident {
  /** Answers that were errors, but for those of WordPress's own interface, which its editor asks for more than some roles may see. */
  refused: string[];
}

export interface InWordPress {
  place: InTown;
  /** There once the first test begins. */
  readonly site: Site;
  /** Somebody without an account. */
  visitor(options?: ResidentOptions): Promise<Resident>;
  /** Somebody who has logged in. */
  account(role: Role): Promise<Account>;
  /** Votes that the town's server has counted so far. */
  votes(): number;
}

/** A WordPress with the plugin, and a town whose server knows it, for all tests of a `describe`. The plugin is not told where the server is. */
export async function inWordPress(options: SiteOptions = {}): Promise<InWordPress> {
  const port = await freePort();
  const place = inTown({ args: ['--allow', `http://127.0.0.1:${port}`] });
  let started: Site | undefined;
  before(async () => {
    started = await startWordPress({ port, ...options });
  });
  after(() => started?.[Symbol.asyncDispose]());
  const site = (): Site => started ?? assert.fail('WordPress opens with the first test');
  const visitor = (more: ResidentOptions = {}) => resident(place.browser, { hosts: [new URL(place.town.url).host], ...more });
  return {
    place, visitor,
    get site() { return site(); },
    account: async (role) => {
      const one = Object.assign(await visitor(), { refused: [] as string[] });
      one.context.setDefaultTimeout(30_000);
      one.context.on('response', (response) => {
        if (response.status() >= 400 && !response.url().includes('/wp-json/wp/v2/')) one.refused.push(`${response.status()} ${response.url()}`);
      });
      await logIn(one.page, site(), role);
      return one;
    },
    votes: () => place.town.store.votes(consultation, 'vote').length,
  };
}

async function logIn(page: Page, { url, password }: Site, role: Role): Promise<void> {
  await page.goto(`${url}/wp-login.php`);
  await page.locator('#user_login').fill(role);
  await page.locator('#user_pass').fill(password);
  await page.locator('#wp-submit').click();
  await page.waitForURL('**/wp-admin/**', { waitUntil: 'commit' });
}

/** What went wrong in the page, but for the cookies of WordPress itself; of what was refused, what is not its own affair. */
export const troubles = async (one: Account): Promise<string[]> =>
  [...(await one.troubles()).filter((trouble) => !/^cookie (wordpress_|wp-settings-)|^console: Failed to load resource/.test(trouble)), ...one.refused];

/** Opens the editor on a new page or post, and gives it a title. Ends with the cursor in the first line of the text. */
export async function writeNew(page: Page, site: Site, title: string, kind: 'page' | 'post' = 'page'): Promise<void> {
  await page.goto(`${site.url}/wp-admin/post-new.php?post_type=${kind}`);
  await page.getByRole('textbox', { name: /Add title|Saisissez un titre/ }).click();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

/** Publishes what is in the editor. WordPress's own words are English where Debian has no translation of its scripts. @returns its address */
export async function publish(page: Page): Promise<string> {
  const button = /^(Publish|Publier)$/;
  await page.getByRole('region', { name: /top bar|barre supérieure/i }).getByRole('button', { name: button }).click();
  await page.locator('.editor-post-publish-panel').getByRole('button', { name: button }).click();
  const link = page.locator('.editor-post-publish-panel').getByRole('link', { name: /^(View|Voir)/ }).first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? assert.fail('a published page has an address');
}

/** Saves a text as whoever has logged in, with WordPress's own REST interface and its filters. @returns its id and what it stored */
export async function save(page: Page, site: Site, title: string, content: string, status = 'publish'): Promise<{ id: number; raw: string; link: string }> {
  await page.goto(`${site.url}/wp-admin/post-new.php`);
  await page.waitForFunction(() => 'apiFetch' in ((globalThis as unknown as { wp?: object }).wp ?? {}));
  return page.evaluate(async (data) => {
    const { wp } = globalThis as unknown as { wp: { apiFetch(request: object): Promise<{ id: number; link: string; content: { raw: string } }> } };
    const { id, link, content } = await wp.apiFetch({ path: '/wp/v2/posts?context=edit', method: 'POST', data });
    return { id, link, raw: content.raw };
  }, { title, content, status });
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { cast, choose, review, title } from '../support/acts.ts';
import { inTown } from '../support/in-town.ts';
import { root } from '../support/machine.ts';
import { resident, type Resident } from '../support/resident.ts';

/** The site of whoever follows the documentation: one page, as it was pasted. Another host than that of the votes. */
let shown: { body: string; headers: Record<string, string> } = { body: '', headers: {} };
const host = createServer(({ url }, answer) => {
  answer.writeHead(url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...shown.headers }).end(url === '/' ? shown.body : '');
});
host.listen(0, '127.0.0.1');
await once(host, 'listening');
const site = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;

/** The server as the pages call it. */
const server = 'https://participer.ville.example';

const read = (page: string): string => readFileSync(join(root, 'docs', 'fr', page), 'utf8');
/** Blocks of code below a heading, of one language; '' is none. */
const blocks = (page: string, heading: string, language = ''): string[] => {
  const part = read(page).split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  return Array.from(part.matchAll(/^```(\w*)\n(.*?)\n```$/gms)).flatMap(([, name, code = '']) => (name === language ? [code] : []));
};

describe('What a webmaster pastes from the documentation', () => {
  const place = inTown({ args: ['--allow', site] });
  after(() => host.close());

  /** A page of the site, made of what is pasted. `policy`: its Content-Security-Policy, over several lines as shown. */
  async function pasted(body: string, policy?: string): Promise<Resident> {
    const here = (text: string) => text.replaceAll(server, place.town.url).replaceAll('http://localhost:4180', place.town.url);
    shown = {
      body: here(body.startsWith('<!doctype') ? body : `<!doctype html><html lang="fr"><title>Ma page</title><h1>Ma page</h1>${body}`).replace('<title>', '<link rel="icon" href="data:,"><title>'),
      // The empty icon of the page is an image, and has nothing to do with Parvis.
      headers: policy ? { 'content-security-policy': `${here(policy).replaceAll('\n', ' ').replace(/img-src .*?;/, '')}; img-src data: ${place.town.url}` } : {},
    };
    const one = await resident(place.browser, { hosts: [new URL(place.town.url).host] });
    await one.page.goto(`${site}/`);
    return one;
  }

  async function vote(page: Page): Promise<void> {
    await choose(page.locator('parvis-ballot'), 'Dix bancs');
    await review(page.locator('parvis-ballot'));
    await cast(page.locator('parvis-ballot'));
  }

  const first = 'webmaster/first-widget.md';
  const [whole = ''] = blocks(first, '2.', 'html');
  const [loader = '', link = '', tag = '', frame = ''] = blocks(first, '3.', 'html');

  it('the page of the first widget shows the ballot, and people vote there', async () => {
    await using one = await pasted(whole);
    await vote(one.page);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a link with the script for the whole site, a tag with its own, a frame: each shows the ballot', async () => {
    for (const body of [loader + link, tag]) {
      await using one = await pasted(body);
      await vote(one.page);
      assert.deepEqual(await one.troubles(), []);
    }
    await using one = await pasted(frame);
    await one.page.frameLocator('iframe').locator('parvis-ballot').getByRole('checkbox').first().waitFor();
    await one.page.waitForFunction(() => document.querySelector('iframe')!.getBoundingClientRect().height !== 1600);
    assert.deepEqual(await one.troubles(), []);
  });

  const csp = 'webmaster/csp.md';
  /** A poll by access code, whose ballot needs the file from beside. */
  const codes = `<p><a href="${server}/c/residence-2026/vote?ballot=abri-velos">Voter</a></p>`;
  const policies = [blocks(csp, 'Un script pour')[1], ...blocks(csp, 'Avec des nonces')];

  it('under each policy of the page about CSP, with and without nonces, people vote, and what comes from beside a widget comes', async () => {
    assert.equal(policies.length, 3);
    for (const policy of policies) {
      const script = policy?.includes('nonce') ? (blocks(csp, 'Avec des nonces', 'html')[0] ?? '') : loader;
      await using one = await pasted(script + link, policy);
      await vote(one.page);
      assert.deepEqual(await one.troubles(), [], policy);
      await using other = await pasted(script + codes, policy);
      await other.page.locator('parvis-ballot').getByRole('radio').first().waitFor();
      assert.deepEqual(await other.troubles(), [], policy);
    }
  });

  it('under the policy for frames, a frame has the height of its content', async () => {
    const [policy] = blocks(csp, 'Un cadre');
    await using one = await pasted(frame, policy);
    await one.page.frameLocator('iframe').locator('parvis-ballot').getByRole('checkbox').first().waitFor();
    await one.page.waitForFunction(() => document.querySelector('iframe')!.getBoundingClientRect().height !== 1600);
    assert.deepEqual(await one.troubles(), []);
  });

  it('what a page tells a widget and hears from it goes as the page about events and properties shows', async () => {
    const api = 'developer/events-and-properties.md';
    const [properties = ''] = blocks(api, 'Dire', 'js');
    const [listener = ''] = blocks(api, 'Entendre', 'js');
    const [adapter = ''] = blocks(api, 'Donner', 'html');
    const questions = `globalThis.createMyAdapter = () => ({ faq: { list: async () => ({ items: [{ id: 'a', question: 'Une question ?', answer: 'Oui.' }], categories: [], lang: 'fr', asking: false }) } })`;
    await using one = await pasted(`<p id="merci" hidden>Merci</p><script>${questions}</script>${adapter}${tag}<script type="module">${listener}</script>`);
    await one.page.locator('parvis-faq').getByRole('button', { name: 'Une question ?' }).waitFor();
    await vote(one.page);
    await one.page.getByText('Merci', { exact: true }).waitFor();
    await one.page.evaluate((code) => document.body.append(Object.assign(document.createElement('script'), { type: 'module', textContent: code })), properties);
    await one.page.locator('parvis-ballot').getByRole('heading', { level: 3 }).first().waitFor();
    await one.page.waitForFunction(() => document.querySelector('parvis-ballot')!.getAttribute('ballot') !== 'vote' || document.querySelector('parvis-ballot')!.shadowRoot!.textContent!.includes('jeudi'));
    assert.deepEqual(await one.troubles(), []);
  });

  it('with a nonce alone, what comes from beside does not come, as the page says', async () => {
    const policy = policies[1]?.replace(` ${server};`, ';');
    assert.match(policy ?? '', /script-src 'nonce-VALUE';/);
    await using one = await pasted((blocks(csp, 'Avec des nonces', 'html')[0] ?? '') + codes, policy);
    await one.page.waitForFunction(() => (globalThis as { refused?: string[] }).refused?.some((place) => place.includes('parvis-ballot-more.js')));
    await title(one.page, 'Pas de connexion').waitFor();
  });
});

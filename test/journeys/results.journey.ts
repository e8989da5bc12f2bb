import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Ballot, Results } from '@parvis/contract';
import { button, cast, choose, review, title } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { hasFocus, tabAndPress } from '../support/keyboard.ts';
import { badWords, cutOff, sidewaysScroll, smallTargets } from '../support/looks.ts';
import { freePort } from '../support/ports.ts';
import { resident, settled, type Resident, type ResidentOptions } from '../support/resident.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

const ballotApi = '/api/v1/consultations/jeunes-2025/ballots/projets';
const recount = 'Recompter sur cet appareil';
const same = 'C’est le même résultat';
const icon = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** The strictest policy a site can have and still run the widget's file. `host`: where its files and its backend are. */
const strict = (host: string, more = '') =>
  `default-src 'none'; script-src ${host}; style-src 'self'; connect-src ${host}; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types parvis-results parvis-ballot${more}`;

describe('The results of a vote that is over', () => {
  let folder: TempDir;
  let town: RunningServer;
  let browser: Browser;
  /** Where the sites of others stand. */
  let guest: string;
  let guestPort: number;
  before(async () => {
    folder = await tempDir('parvis-results');
    guestPort = await freePort();
    guest = `http://127.0.0.1:${guestPort}`;
    town = await startServer({ data: join(folder.path, 'town'), args: ['--demo', '--allow', guest, '--no-rate-limit'] });
    browser = await launchChromium();
    await writeFile(join(folder.path, 'icon.svg'), icon);
    await writeFile(join(folder.path, 'index.html'), `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="icon.svg"><title>Un autre site</title>
<script type="module" src="${town.url}/embed/parvis-results.js"></script><h1>Un autre site</h1>
<parvis-results backend="${town.url}" consultation="jeunes-2025" ballot="projets"><a href="${town.url}/c/jeunes-2025/results/projets">Les résultats sur le service</a></parvis-results></html>`);
  });
  after(async () => {
    await browser?.close();
    await town?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  async function visitor(options: ResidentOptions = {}, url = `${town.url}/town-site/resultats.html`): Promise<Resident> {
    const one = await resident(browser, { hosts: [new URL(town.url).host], ...options });
    await one.page.goto(url);
    await settled(one.page);
    return one;
  }

  /** Somebody else's site, with a policy of its own. */
  const guestSite = (policy?: string) => startServer({ data: join(folder.path, 'guest'), port: guestPort, args: ['--site', `/autre=${folder.path}`, ...(policy === undefined ? [] : ['--site-csp', policy])] });

  const fetched = async <T>(path: string): Promise<T> => (await fetch(town.url + path)).json() as Promise<T>;
  const plain = (words: string | null) => (words ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
  const workersOf = (page: Page) => {
    const started: string[] = [];
    page.on('worker', (worker) => started.push(worker.url()));
    return started;
  };

  it('a resident reads the outcome first, then why each project is taken or not, with the numbers that the backend gives', async () => {
    await using one = await visitor();
    const { page } = one;
    const results = await fetched<Results>(`${ballotApi}/results`);
    const { outcome, voters, electorate = 0 } = results;
    assert.ok(outcome);
    const widget = page.locator('parvis-results');
    const said = plain(await widget.evaluate((e) => e.shadowRoot?.textContent ?? ''));
    const [first] = said.split('Retenus');
    assert.ok(first?.includes(`${outcome.winners.length} projets sont retenus.`), first);
    const percent = new Intl.NumberFormat('fr', { style: 'percent', maximumFractionDigits: 1 }).format(voters.total / electorate);
    assert.ok(said.includes(plain(percent)), 'the turnout');
    assert.equal(await widget.getByText(/^Retenu : \d+ votes\. Il coûte .+\s€ et il restait .+\s€\.$/).count(), outcome.winners.length);
    assert.equal(await widget.getByText(/^Pas retenu : /).count(), results.tally.length - outcome.winners.length);
    for (const { option, online, paper, total } of results.tally) {
      const { options } = await fetched<Ballot>(ballotApi);
      const { number, label } = options.find((o) => o.id === option)!;
      await widget.getByRole('row', { name: `${number} ${label} ${online} ${paper} ${total}`, exact: true }).waitFor();
    }
    assert.deepEqual(await one.troubles(), []);
  });

  it('whoever doubts counts again: in a worker, every vote, with the same result', async () => {
    await using one = await visitor();
    const { page } = one;
    const started = workersOf(page);
    await button(page, recount).click();
    await title(page, same).waitFor();
    assert.deepEqual(started, [`${town.url}/embed/parvis-recount.js`]);
    const { voters } = await fetched<Results>(`${ballotApi}/results`);
    await page.getByText(`Votre appareil a compté ${voters.total} votes.`).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('everything goes by keyboard, and focus ends on what came of the count', async () => {
    await using one = await visitor();
    const { page } = one;
    await tabAndPress(page, button(page, recount));
    await title(page, same).waitFor();
    const panel = page.locator('parvis-results [tabindex="-1"]').filter({ has: title(page, same) }).last();
    assert.equal(await hasFocus(panel), true);
    await tabAndPress(page, button(page, 'Télécharger'));
    await page.getByRole('link', { name: 'Tous les votes, sans les noms (CSV)' }).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('a number that is published wrong is found, and said with the way to report it', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.route(`**${ballotApi}/results*`, async (route) => {
      // Without what the browser knows already: an answer that nothing changed has no body.
      const { 'if-none-match': _, ...headers } = route.request().headers();
      const answer = await route.fetch({ headers });
      const results = (await answer.json()) as Results;
      const [row] = results.tally;
      if (row) row.total += 5;
      await route.fulfill({ response: answer, json: results });
    });
    await page.goto(`${town.url}/town-site/resultats.html`);
    await button(page, recount).click();
    await title(page, 'Votre appareil trouve un autre compte').waitFor();
    await page.getByText(/^.+ \(total\) : publié \d+, compté ici \d+$/).waitFor();
    assert.equal(await page.getByRole('link', { name: /^Écrire à la mairie : / }).isVisible(), true);
  });

  it('a connection that breaks in the middle is said, and the count can be taken up again', async () => {
    await using one = await visitor();
    const { page } = one;
    await page.route(`**${ballotApi}/export*`, (route) => route.abort());
    await button(page, recount).click();
    await title(page, 'Le compte n’est pas fini').waitFor();
    await page.unroute(`**${ballotApi}/export*`);
    await button(page, recount).click();
    await title(page, same).waitFor();
  });

  it('every file that is offered can be had', async () => {
    await using one = await visitor();
    const { page } = one;
    await button(page, 'Télécharger').click();
    const files = page.locator('parvis-results .pv-file');
    await files.first().waitFor();
    const addresses = await files.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    assert.equal(addresses.length, 4);
    for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);
  });

  for (const [size, options] of [['a phone', { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }], ['a computer', {}]] as const) {
    it(`the rough stylesheet of the town does not reach it on ${size}`, async () => {
      await using one = await visitor(options);
      const { page } = one;
      await button(page, recount).click();
      await title(page, same).waitFor();
      assert.equal(await sidewaysScroll(page), 0, 'the page scrolls sideways');
      assert.deepEqual(await badWords(page, 14), []);
      assert.deepEqual(await smallTargets(page), []);
      assert.deepEqual(await cutOff(page), []);
    });
  }

  it('printed, all numbers and reasons are on paper, and nothing to press', async () => {
    await using one = await visitor();
    const { page } = one;
    await page.emulateMedia({ media: 'print' });
    assert.equal(await button(page, recount).isVisible(), false);
    assert.equal(await page.getByText(/^(Retenu|Pas retenu) : /).first().isVisible(), true);
    assert.equal(await page.getByRole('table').isVisible(), true);
  });

  it('under a strict policy with Trusted Types, on its own host, it counts in a worker and breaks no rule', async () => {
    const port = await freePort();
    await using strictTown = await startServer({ data: join(folder.path, 'strict'), port, args: ['--demo', '--site-csp', strict("'self'")] });
    await using one = await visitor({}, `${strictTown.url}/town-site/resultats.html`);
    const started = workersOf(one.page);
    await button(one.page, recount).click();
    await title(one.page, same).waitFor();
    assert.equal(started.length, 1);
    assert.deepEqual(await one.troubles(), []);
  });

  it('in the page of another host, a checked copy is counted with in a worker', async () => {
    await using _ = await guestSite();
    await using one = await visitor({}, `${guest}/autre/`);
    const started = workersOf(one.page);
    await button(one.page, recount).click();
    await title(one.page, same).waitFor();
    assert.match(started.join(), /^blob:/);
    assert.deepEqual(await one.troubles(), []);
  });

  it('where that host forbids such workers, the page counts by itself, with the same result', async () => {
    await using _ = await guestSite(strict(town.url));
    await using one = await visitor({}, `${guest}/autre/`);
    const started = workersOf(one.page);
    await button(one.page, recount).click();
    await title(one.page, same).waitFor();
    assert.deepEqual(started.filter((url) => !url.startsWith('blob:')), []);
    const refused = (await one.troubles()).filter((trouble) => trouble.startsWith('refused'));
    assert.deepEqual(refused.map((trouble) => trouble.split(': ')[1]), ['worker-src'], 'nothing else was tried against the policy');
  });

  it('where a page allows the first file only, it says so and shows the way to the service', async () => {
    await using _ = await guestSite(`script-src ${town.url}/embed/parvis-results.js; connect-src ${town.url}`);
    await using one = await visitor({}, `${guest}/autre/`);
    await button(one.page, recount).click();
    await one.page.getByText(/^Cette page ne le permet pas/).waitFor();
    assert.equal(await one.page.getByRole('link', { name: 'Les résultats sur le service' }).isVisible(), true);
  });

  it('a second file that is not the one of this version is not run', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.route('**/parvis-recount.js', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `globalThis.changed = true;${await answer.text()}` });
    });
    await page.goto(`${town.url}/town-site/resultats.html`);
    await button(page, recount).click();
    await page.getByText(/^Cette page ne le permet pas/).waitFor();
    assert.equal(await page.evaluate(() => 'changed' in globalThis), false);
  });
});

it('results after one’s own vote: hidden at first, and there as soon as the vote in the same page has arrived', async () => {
  await using folder = await tempDir('parvis-after-vote');
  const file = join(folder.path, 'consultation.json');
  await writeFile(file, JSON.stringify({
    id: 'essai', title: 'Un essai', organiser: { name: 'la commune' }, opensAt: new Date(Date.now() - 3_600_000).toISOString(), closesAt: new Date(Date.now() + 36_000_000).toISOString(),
    ballots: [{ id: 'banc', title: 'Où mettre le banc ?', method: 'approval', results: 'after-vote', counting: { rule: 'plurality' }, options: [{ id: 'a', number: 1, label: 'Au port' }, { id: 'b', number: 2, label: 'Au marché' }] }],
  }));
  await writeFile(join(folder.path, 'icon.svg'), icon);
  await writeFile(join(folder.path, 'index.html'), `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="icon.svg"><title>Un essai</title><meta name="parvis-backend" content="/">
<script type="module" src="/embed/parvis-ballot.js"></script><script type="module" src="/embed/parvis-results.js"></script><h1>Un essai</h1>
<parvis-ballot consultation="essai" ballot="banc"><a href="/c/essai/vote">Voter</a></parvis-ballot><parvis-results consultation="essai" ballot="banc"><a href="/c/essai/results/banc">Résultats</a></parvis-results></html>`);
  await using server = await startServer({ data: join(folder.path, 'data'), args: ['--open', file, '--site', `/essai=${folder.path}`, '--no-rate-limit'] });
  const api = `${server.url}/api/v1/consultations/essai/ballots/banc`;
  const { rulesHash } = (await (await fetch(api)).json()) as Ballot;
  for (let i = 0; i < 24; i += 1) {
    const mark = String(i).padStart(24, 'm');
    const body = JSON.stringify({ key: mark, voter: { mark }, rulesHash, choice: { options: ['a'] } });
    assert.equal((await fetch(`${api}/votes`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status, 200);
  }
  await using browser = await launchChromium();
  await using one = await resident(browser);
  const { page } = one;
  await page.goto(`${server.url}/essai/`);
  const results = page.locator('parvis-results');
  await results.getByText(/^Ils seront ici quand vous aurez voté/).waitFor();
  await choose(page, 'Au marché');
  await review(page);
  await cast(page);
  // Ten voters behind, so that no vote is found by subtraction.
  await results.getByText(/^« .Au port. » gagne : 1\d votes .+ C’est provisoire\.$/).waitFor();
  assert.deepEqual(await one.troubles(), []);
});

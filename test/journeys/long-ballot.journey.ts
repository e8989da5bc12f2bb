import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { ConsultationFile } from '@parvis/contract';
import { longBallot, sixty } from '../../packages/widgets/src/ballot/long/long.examples.ts';
import { button, project, review, voteReceipt } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { compareWithKept } from '../support/kept-text.ts';
import { hasFocus, tabAndPress, tabAndType, tabTo } from '../support/keyboard.ts';
import { sidewaysScroll } from '../support/looks.ts';
import { resident, settled } from '../support/resident.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { readStore } from '../support/store.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

const from = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const options = sixty.map(({ picture, ...option }) => ({ ...option, ...(picture && { picture: { ...picture, src: '/ville/plan.svg' } }) }));
const ballot = { title: longBallot.title ?? '', method: 'approval' as const, max: 10, currency: 'EUR', options };
const town: ConsultationFile = {
  id: 'ville', title: 'Des projets', organiser: { name: 'la commune' }, opensAt: from(-1), closesAt: from(12),
  ballots: [{ ...ballot, id: 'tire', order: 'random' }, { ...ballot, id: 'numerote' }],
};
const pageOf = (id: string) => `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="plan.svg"><title>Des projets</title>
<script type="module" src="/embed/parvis-ballot.js"></script><h1>Des projets</h1><parvis-ballot backend="/" consultation="ville" ballot="${id}"><a href="/c/ville/vote">Voter</a></parvis-ballot></html>`;

const search = (page: Page) => page.getByRole('searchbox', { name: 'Chercher un mot ou un numéro' });
const shown = (page: Page): Promise<string[]> => page.locator('parvis-ballot .pv-options li:not([hidden]) .pv-number').allTextContents();

describe('A ballot of sixty projects', () => {
  let folder: TempDir;
  let server: RunningServer;
  let browser: Browser;
  before(async () => {
    folder = await tempDir('parvis-long');
    const file = join(folder.path, 'consultation.json');
    await writeFile(file, JSON.stringify(town));
    await writeFile(join(folder.path, 'plan.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="90"><rect width="40" height="90"/></svg>');
    for (const id of ['tire', 'numerote']) await writeFile(join(folder.path, `${id}.html`), pageOf(id));
    server = await startServer({ data: join(folder.path, 'data'), args: ['--open', file, '--site', `/ville=${folder.path}`] });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  it('in an order drawn by lot, on a phone, by keyboard alone: searched, filtered, compared, voted; the vote has the order of the ballot', async () => {
    await using one = await resident(browser, { viewport: { width: 320, height: 640 } });
    const { page } = one;
    await page.goto(`${server.url}/ville/tire.html`);
    await settled(page);
    await page.getByText('Les choix sont dans un ordre tiré au sort').waitFor();
    const order = await shown(page);
    assert.deepEqual(order.map(Number).sort((a, b) => a - b), sixty.map((o) => o.number));

    await tabAndType(page, search(page), 'VELO port');
    await page.getByText('Vous voyez 1 choix sur 60.').first().waitFor();
    await page.keyboard.press('Enter');
    assert.ok(await hasFocus(search(page)), 'Enter leads nowhere');
    await tabAndPress(page, project(page, 'Un abri pour les vélos (Port)'), 'Space');
    await tabAndPress(page, button(page, 'Montrer tous les choix'));
    assert.ok(await hasFocus(search(page)), 'focus is in the search again');

    const theme = page.getByRole('combobox', { name: 'Thème' });
    await tabTo(page, theme);
    await page.keyboard.type('Sport');
    await tabAndPress(page, project(page, 'Un terrain de pétanque (Centre)'), 'Space');
    await tabTo(page, theme, { back: true });
    await page.keyboard.press('Home');
    await tabAndPress(page, page.getByRole('checkbox', { name: 'Seulement mes choix' }), 'Space');
    await page.getByText('Vous voyez 2 choix sur 60.').first().waitFor();

    await tabAndPress(page, button(page, 'Comparer'));
    const table = page.getByRole('table', { name: 'Comparer les choix que vous voyez' });
    assert.deepEqual((await table.getByRole('rowheader').allTextContents()).map((words) => words.replace(/ *\(.*/, '').trim()).sort(), ['Un abri pour les vélos', 'Un terrain de pétanque']);
    assert.equal(await sidewaysScroll(page), 0);
    await tabAndPress(page, button(page, 'Fermer la comparaison'));
    assert.ok(await hasFocus(button(page, 'Comparer')));

    await tabAndPress(page, button(page, 'Vérifier mon vote'));
    await tabAndPress(page, button(page, 'Voter définitivement'));
    await voteReceipt(page);
    assert.deepEqual(readStore(join(folder.path, 'data', 'parvis.db')).votes('ville', 'tire'), [{ options: ['s9', 's36'] }]);
    assert.deepEqual(await one.troubles(), []);
  });

  it('keeps its order and its choices when the page is opened again', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.goto(`${server.url}/ville/tire.html`);
    await settled(page);
    const order = await shown(page);
    await project(page, 'Une boîte à livres (Gare)').check();
    await page.reload();
    await settled(page);
    assert.deepEqual(await shown(page), order);
    assert.ok(await project(page, 'Une boîte à livres (Gare)').isChecked());
  });

  it('fetches a picture only when it is opened, and nothing moves when it comes', async () => {
    await using one = await resident(browser);
    const { page } = one;
    const pictures: string[] = [];
    page.on('request', (request) => { if (request.resourceType() === 'image' && request.frame() === page.mainFrame()) pictures.push(request.url()); });
    let bring: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (bring = resolve));
    await page.goto(`${server.url}/ville/numerote.html`);
    await settled(page);
    const before = pictures.length;
    await page.route('**/plan.svg', async (route) => { await held; await route.continue(); });
    await page.getByText('En savoir plus').nth(1).click();
    const image = page.getByRole('img', { name: /^Plan du projet/ });
    await image.waitFor();
    const room = await image.boundingBox();
    bring();
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('parvis-ballot') as HTMLElement;
      return [...(shadowRoot?.querySelectorAll('img') ?? [])].some((img) => img.naturalHeight === 90);
    });
    assert.deepEqual(await image.boundingBox(), room);
    assert.equal(pictures.slice(before).length, 1, 'only the one that was opened');
  });

  it('a screen reader hears the search, the comparison and the options found as they are kept in the snapshot', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.goto(`${server.url}/ville/numerote.html`);
    await settled(page);
    await search(page).fill('petanque');
    await project(page, 'Un terrain de pétanque (Gare)').check();
    // Written, then said.
    await page.getByText('Il vous reste 9 choix.').nth(1).waitFor();
    await button(page, 'Comparer').click();
    const heard = await page.locator('parvis-ballot').ariaSnapshot();
    const end = new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format(new Date(Date.now() + 12 * 3_600_000));
    await compareWithKept(join(import.meta.dirname, 'snapshots', 'ballot-long.aria.yml'), `${heard.replace(end, 'DATE')}\n`);
    await review(page);
  });
});

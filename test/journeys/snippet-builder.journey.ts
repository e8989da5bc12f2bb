import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { buildSite } from '../../docs/site/build.ts';
import { serveSite, type Served } from '../../docs/site/serve.ts';
import { cast, choose, review } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { tabAndPress, tabAndType } from '../support/keyboard.ts';
import { resident, settled } from '../support/resident.ts';
import { tempDir, type TempDir } from '../support/temp.ts';
import { startTown } from '../support/town.ts';

describe('A webmaster on the documentation site', () => {
  let folder: TempDir;
  let site: Served;
  let browser: Browser;
  before(async () => {
    folder = await tempDir('parvis-builder');
    const docs = join(folder.path, 'docs');
    await buildSite(docs);
    site = await serveSite(docs, 0);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await folder?.[Symbol.asyncDispose]();
  });

  it('fills the snippet builder in by keyboard, copies the tag into a page, and residents vote there', async () => {
    const pasted = join(folder.path, 'pasted');
    await mkdir(pasted);
    await using town = await startTown({ args: ['--site', `/pasted=${pasted}`] });
    await using one = await resident(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = one;
    await page.goto(`${site.url}/fr/snippet.html`);
    await tabAndType(page, page.getByLabel('Adresse du serveur Parvis'), town.url);
    await tabAndType(page, page.getByLabel('Identifiant de la consultation'), 'été');
    await tabAndType(page, page.getByLabel('Identifiant du vote'), 'vote');
    await page.getByText('Erreur : Écrivez l’identifiant sans espace ni accent').waitFor();
    await page.getByLabel('Identifiant de la consultation').fill('bp-2026');
    await page.getByText('Les codes ci-dessous sont complets').waitFor();
    const address = page.url();
    assert.ok(address.includes('consultation=bp-2026'), address);
    const block = page.locator('.code', { hasText: '<parvis-ballot consultation' }).first();
    const snippet = await copied(page, block.getByRole('button', { name: 'Copier' }), 'Le code est copié.');
    assert.equal(snippet, await block.locator('code').textContent());
    assert.equal(await copied(page, page.getByRole('button', { name: 'Copier l’adresse de cette page remplie' }), 'L’adresse est copiée.'), address);

    await writeFile(join(pasted, 'index.html'), `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><body>${snippet}</body></html>`);
    await page.goto(`${town.url}/pasted/`);
    await settled(page);
    const ballot = page.locator('parvis-ballot');
    await choose(ballot, 'Dix bancs');
    await review(ballot);
    assert.ok(await cast(ballot));

    await page.goto(address);
    await page.reload();
    assert.equal(await page.getByLabel('Identifiant de la consultation').inputValue(), 'bp-2026');
  });

  it('chooses a theme in the snippet builder: the preview and the code both have it', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.goto(`${site.url}/fr/snippet.html`);
    const button = page.frameLocator('iframe[title="Aperçu du widget"]').getByRole('button', { name: 'Vérifier mon vote' });
    await painted(button, 'rgb(11, 79, 122)');
    await page.getByLabel('Thème', { exact: true }).selectOption('Contraste élevé');
    await page.getByLabel('Clair ou sombre').selectOption('Toujours clair');
    await painted(button, 'rgb(0, 37, 122)');
    await page.locator('code', { hasText: 'themes/high-contrast.css' }).first().waitFor();
    await page.getByLabel('Couleur des boutons et des liens').fill('#8fb4cf');
    await page.getByText(/Le contraste de cette couleur avec le fond est de [\d,]+:1 en clair/).waitFor();
    await painted(button, 'rgb(143, 180, 207)');
  });

  it('tries a colour on the page about themes: hears that it is too pale, takes a darker one, and copies the style sheet', async () => {
    await using one = await resident(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = one;
    await page.goto(`${site.url}/fr/themes.html`);
    const said = page.locator('#pb-themes [role=status]').first();
    const button = page.frameLocator('iframe[title="Aperçu des widgets"]').getByRole('button', { name: 'Vérifier mon vote' });
    await said.getByText('Tous les contrastes suffisent').waitFor();
    const accent = page.getByLabel('accent, en clair', { exact: true });
    await accent.fill('#8fb4cf');
    await said.getByText(/^Le texte accent sur surface a un contraste de 2,\d:1, en clair\./).waitFor();
    await painted(button, 'rgb(143, 180, 207)');
    await accent.fill('#7a0b4f');
    await said.getByText('Tous les contrastes suffisent').waitFor();
    await painted(button, 'rgb(122, 11, 79)');
    const sheet = await copied(page, page.locator('#pb-themes').getByRole('button', { name: 'Copier', exact: true }), 'Le code est copié.');
    assert.equal(sheet, ':root {\n  --parvis-accent: #7a0b4f;\n}\n@supports (color: light-dark(red, red)) {\n  :root {\n    --parvis-accent: light-dark(#7a0b4f, #8fcdf2);\n  }\n}\n');
  });
});

/** Presses a button that copies, by keyboard. @returns what it put on the clipboard, once a status line has said so */
async function copied(page: Page, button: Locator, announcement: string): Promise<string> {
  await button.focus();
  await tabAndPress(page, button);
  await page.getByRole('status').filter({ hasText: announcement }).waitFor({ state: 'attached' });
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Waits until the button has that colour, as `rgb(…)`. */
async function painted(button: Locator, colour: string): Promise<void> {
  const end = performance.now() + 20_000;
  let found = '';
  while (found !== colour) {
    if (performance.now() > end) throw new Error(`the button is ${found}, not ${colour}`);
    found = await button.evaluate((e) => getComputedStyle(e).backgroundColor).catch(() => '');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

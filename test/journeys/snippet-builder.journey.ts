import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { buildSite } from '../../docs/site/build.ts';
import { serveSite } from '../../docs/site/serve.ts';
import { button, choose, voteReview } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { tabAndType } from '../support/keyboard.ts';
import { resident, settled } from '../support/resident.ts';
import { tempDir } from '../support/temp.ts';
import { startTown } from '../support/town.ts';

it('a webmaster fills the snippet builder in by keyboard, pastes the tag into a page, and residents can choose there', async () => {
  await using folder = await tempDir('parvis-builder');
  const [docs, pasted] = [join(folder.path, 'docs'), join(folder.path, 'pasted')];
  await buildSite(docs);
  await mkdir(pasted);
  await using town = await startTown({ args: ['--site', `/pasted=${pasted}`] });
  const site = await serveSite(docs, 0);
  await using browser = await launchChromium();
  await using one = await resident(browser);
  const { page } = one;
  await page.goto(`${site.url}/fr/snippet.html`);
  await tabAndType(page, page.getByLabel('Adresse du serveur Parvis'), town.url);
  await tabAndType(page, page.getByLabel('Identifiant de la consultation'), 'été');
  await tabAndType(page, page.getByLabel('Identifiant du vote'), 'vote');
  await page.getByText('Erreur : Écrivez l’identifiant sans espace ni accent').waitFor();
  await page.getByLabel('Identifiant de la consultation').fill('bp-2026');
  await page.getByText('Les codes ci-dessous sont complets').waitFor();
  const snippet = await page.locator('.code code', { hasText: '<parvis-ballot consultation' }).first().textContent();
  const address = page.url();
  assert.ok(address.includes('consultation=bp-2026'), address);

  await writeFile(join(pasted, 'index.html'), `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title><body>${snippet}</body></html>`);
  await page.goto(`${town.url}/pasted/`);
  await settled(page);
  const ballot = page.locator('parvis-ballot');
  await choose(ballot, 'Dix bancs');
  await button(ballot, 'Vérifier mon vote').click();
  await voteReview(ballot).waitFor();

  await page.goto(address);
  await page.reload();
  assert.equal(await page.getByLabel('Identifiant de la consultation').inputValue(), 'bp-2026');
  await site.close();
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cast, choose, review } from '../support/acts.ts';
import type { Resident } from '../support/resident.ts';
import { startServer } from '../support/server.ts';
import { tempDir } from '../support/temp.ts';
import { inWordPress, publish, troubles, writeNew } from './support/wordpress.ts';

describe('A WordPress with the Parvis plugin', async () => {
  const here = await inWordPress();
  const settings = () => `${here.site.url}/wp-admin/options-general.php?page=parvis`;
  let page = '';

  async function saves({ page }: Resident, address: string): Promise<void> {
    await page.goto(settings());
    await page.getByLabel('Adresse du serveur Parvis').fill(address);
    const saved = page.waitForResponse((response) => response.url().endsWith('settings-updated=true'));
    await page.getByRole('button', { name: /Enregistrer/ }).click();
    await saved;
  }

  it('says in French what is in the way between the two, and what to do, until there is nothing left', async () => {
    await using admin = await here.account('admin');
    await admin.page.goto(settings());
    await admin.page.getByText('Donnez d’abord l’adresse de votre serveur Parvis').waitFor();

    await saves(admin, 'participer ville');
    await admin.page.getByText('L’adresse du serveur n’a pas changé').waitFor();
    await saves(admin, 'http://127.0.0.1:1');
    await admin.page.getByText('Aucun serveur ne répond à cette adresse').waitFor();
    await saves(admin, here.site.url);
    await admin.page.getByText('ce n’est pas Parvis').waitFor();

    await using data = await tempDir('parvis-wordpress-test');
    await using stranger = await startServer({ data: data.path });
    await saves(admin, stranger.url);
    await admin.page.getByText('Le serveur n’accepte pas les pages de ce site').waitFor();
    await admin.page.getByText(`--allow ${here.site.url}`, { exact: true }).waitFor();
    await admin.page.getByText('n’a encore aucune consultation').waitFor();
    assert.equal(await admin.page.getByText('À corriger').count(), 2, 'each thing once');

    // Pasted from the address bar, as people do.
    await saves(admin, `${here.place.town.url}/c/bp-2026/vote/vote?locale=en`);
    assert.equal(await admin.page.getByLabel('Adresse du serveur Parvis').inputValue(), here.place.town.url);
    await admin.page.getByText('Le serveur accepte les pages de ce site').waitFor();
    assert.equal(await admin.page.getByText('À corriger').count(), 0);
  });

  it('lets nobody but administrators change the settings, and those only from the form itself', async () => {
    await using editor = await here.account('editor');
    const refused = await editor.page.goto(settings());
    assert.equal(refused?.status(), 403);

    await using admin = await here.account('admin');
    const forged = await admin.context.request.post(`${here.site.url}/wp-admin/options.php`, { form: { option_page: 'parvis', action: 'update', parvis_backend: 'https://ailleurs.example' }, failOnStatusCode: false });
    assert.equal(forged.status(), 403);
    assert.equal(await here.site.php(`return get_option( 'parvis_backend' );`), here.place.town.url);
  });

  it('an editor fills in the block by keyboard alone, sees the widget and publishes; a resident votes in the page', async () => {
    await using editor = await here.account('editor');
    const { page: screen } = editor;
    await writeNew(screen, here.site, 'Budget participatif');
    await screen.keyboard.type('/parvis');
    await screen.getByRole('option', { name: 'Parvis' }).waitFor();
    await screen.keyboard.press('Enter');
    const widget = screen.getByRole('combobox', { name: 'Widget' });
    await widget.waitFor();
    await screen.waitForFunction(() => document.activeElement?.localName === 'select');
    await screen.getByRole('option', { name: 'Budget participatif 2026' }).waitFor({ state: 'attached' });
    await screen.keyboard.press('Tab');
    await screen.keyboard.type('budget');
    await screen.keyboard.press('Tab');
    await screen.keyboard.type('quels');
    // Past the button to write ids instead.
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Tab');
    await screen.keyboard.press('Enter');
    await screen.frameLocator('iframe[title="Aperçu\u00a0: Vote"]').getByRole('heading', { name: /Quels projets/ }).waitFor();
    assert.match((await screen.evaluate(() => document.activeElement?.className)) ?? '', /wp-block-parvis-widget/, 'focus stays on the block');
    page = await publish(screen);
    assert.deepEqual(await troubles(editor), []);

    await using one = await here.visitor();
    await one.page.goto(page);
    const ballot = one.page.locator('parvis-ballot');
    await ballot.getByRole('heading', { level: 2 }).first().waitFor();
    await choose(ballot, 'Dix bancs');
    await review(ballot);
    await cast(ballot);
    assert.equal(here.votes(), 1);
    assert.equal(await one.page.locator('parvis-ballot').count(), 1);
    assert.deepEqual(await one.troubles(), [], 'no script error, no other host, no cookie');
  });

  it('the published page holds nothing that goes stale in a cache: no nonce, and votes need none', async () => {
    const html = await (await fetch(page)).text();
    assert.match(html, /<parvis-ballot /);
    assert.doesNotMatch(html, /nonce/i);
    await using one = await here.visitor();
    const headers: string[] = [];
    one.page.on('request', (request) => { if (request.url().startsWith(here.place.town.url)) headers.push(...Object.keys(request.headers())); });
    await one.page.goto(page);
    await one.page.locator('parvis-ballot').getByRole('heading').first().waitFor();
    assert.ok(headers.length > 0);
    assert.deepEqual(headers.filter((name) => /nonce|cookie/.test(name)), []);
  });

  it('without JavaScript the link in the block leads to the page where one votes', async () => {
    const before = here.votes();
    await using one = await here.visitor({ javaScriptEnabled: false });
    await one.page.goto(page);
    await one.page.getByRole('link', { name: 'Voter en ligne' }).click();
    await one.page.getByRole('checkbox', { name: 'Dix bancs' }).check();
    await one.page.getByRole('button', { name: 'Vérifier mon vote' }).click();
    await one.page.getByRole('button', { name: 'Voter définitivement' }).click();
    await one.page.getByRole('heading', { name: 'Votre vote est bien arrivé' }).waitFor();
    assert.equal(here.votes(), before + 1);
  });

  it('a pasted address of a ballot becomes the block', async () => {
    await using editor = await here.account('editor');
    await writeNew(editor.page, here.site, 'Médiathèque');
    await editor.page.evaluate((address) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', address);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, `${here.place.town.url}/c/bp-2026/vote/mediatheque`);
    await editor.page.frameLocator('iframe[title="Aperçu\u00a0: Vote"]').getByRole('heading', { name: /médiathèque/ }).waitFor();
    await using one = await here.visitor();
    await one.page.goto(await publish(editor.page));
    await one.page.locator('parvis-ballot').getByRole('heading', { name: /médiathèque/ }).waitFor();
  });

  it('an editor finds every consultation however many pages the list has, and writes ids instead where that is easier', async () => {
    await using editor = await here.account('editor');
    const { page: screen } = editor;
    await screen.route('**/api/v1/consultations?*', (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('limit', '1');
      return route.continue({ url: url.href });
    });
    await writeNew(screen, here.site, 'Deux consultations');
    await screen.keyboard.type('/parvis');
    await screen.getByRole('option', { name: 'Parvis' }).waitFor();
    await screen.keyboard.press('Enter');
    const list = screen.getByRole('combobox', { name: 'Consultation' });
    for (const id of ['bp-2026', 'residence-2026']) await list.locator(`option[value="${id}"]`).waitFor({ state: 'attached' });

    await screen.getByRole('button', { name: 'Écrire les identifiants' }).click();
    await screen.getByRole('textbox', { name: 'Consultation' }).fill('bp-2026');
    await screen.getByRole('textbox', { name: 'Bulletin' }).fill('mediatheque');
    await screen.getByRole('button', { name: 'Choisir dans les listes' }).click();
    assert.equal(await list.inputValue(), 'bp-2026', 'what was written is chosen in the list');
    await screen.getByRole('button', { name: 'Afficher', exact: true }).click();
    await screen.frameLocator('iframe[title="Aperçu\u00a0: Vote"]').getByRole('heading', { name: /médiathèque/ }).waitFor();
  });

  it('where scripts of others are forbidden, the same block is a frame', async () => {
    await here.site.php(`update_option( 'parvis_tier', 'frame' );`);
    await using one = await here.visitor();
    const scripts: string[] = [];
    one.page.on('request', (request) => { if (request.frame() === one.page.mainFrame() && request.url().startsWith(here.place.town.url)) scripts.push(request.url()); });
    await one.page.goto(page);
    await one.page.frameLocator('iframe[title="Voter en ligne"]').getByRole('heading', { name: /Quels projets/ }).waitFor();
    assert.deepEqual(scripts, []);
    await here.site.php(`update_option( 'parvis_tier', 'widget' );`);
  });

  it('a page without a widget loads nothing of it', async () => {
    await using one = await here.visitor();
    const asked: string[] = [];
    one.page.on('request', (request) => asked.push(request.url()));
    await one.page.goto(`${here.site.url}/`);
    assert.deepEqual(asked.filter((url) => url.startsWith(here.place.town.url) || url.includes('plugins/parvis')), []);
    assert.equal(await one.page.locator('meta[name=parvis-backend]').getAttribute('content'), here.place.town.url);
  });

  it('in all of this the plugin gave PHP nothing to complain about', async () => {
    const lines = (await here.site.notes()).split('\n');
    assert.deepEqual(lines.filter((line) => line.includes('plugins/parvis')), []);
  });
});

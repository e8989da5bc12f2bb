import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { button, cast, checkIdea, choose, idea, project, review, sendIdea, title, write } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { root } from '../support/machine.ts';
import { resident, settled, type Resident, type ResidentOptions } from '../support/resident.ts';
import { startServer } from '../support/server.ts';
import { readStore } from '../support/store.ts';
import { tempDir, type TempDir } from '../support/temp.ts';
import { consultation, startTown, type Town } from '../support/town.ts';

const pages = join(root, 'test', 'pages');
const oneFileEach = 'parvis-ballot parvis-proposal-form parvis-faq parvis-feedback';

/** The strictest policy a site can have and still run scripts of its own. */
const strict = (policies: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types ${policies}`;

describe('In other people’s pages', () => {
  let town: Town;
  let folder: TempDir;
  let browser: Browser;
  before(async () => {
    folder = await tempDir('parvis-bundled');
    await bundleHost(folder.path);
    town = await startTown({ args: ['--site', `/essais=${pages}`, '--site', `/bundled=${folder.path}`] });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  async function visitor(path: string, { on = town.url, ...options }: ResidentOptions & { on?: string } = {}): Promise<Resident> {
    const one = await resident(browser, options);
    await one.page.goto(on + path);
    await settled(one.page);
    return one;
  }

  it('under a strict Content-Security-Policy with Trusted Types, a whole vote, proposal, question and timeline break no rule', async () => {
    await using guarded = await startTown({ args: ['--site', `/essais=${pages}`, '--site-csp', strict(oneFileEach)] });
    await using one = await visitor('/essais/strict.html', { on: guarded.url });
    const { page } = one;
    await choose(page, 'Dix bancs');
    await review(page);
    await button(page.locator('parvis-ballot'), 'Imprimer').click();
    await cast(page);
    await write(page, idea);
    await checkIdea(page);
    await sendIdea(page);
    await button(page, 'Qui peut voter ?').click();
    await button(page, 'Poser une question').click();
    await page.getByRole('textbox', { name: 'Votre question' }).fill('Qui arrose les arbres ?');
    await button(page, 'Envoyer ma question').click();
    await title(page, 'Votre question est bien arrivée').waitFor();
    await page.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).click();
    await page.getByRole('heading', { name: 'Les étapes' }).waitFor();
    assert.equal(guarded.store.votes(consultation, 'vote').length, 1);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a policy that does not name the files of Parvis is reported, which shows that the test above would see it', async () => {
    await using guarded = await startTown({ args: ['--site', `/essais=${pages}`, '--site-csp', strict('lit-html')] });
    await using one = await resident(browser);
    await one.page.goto(`${guarded.url}/essais/strict.html`);
    await one.page.waitForFunction(() => ((globalThis as { refused?: string[] }).refused ?? []).length > 0);
    assert.match((await one.troubles()).join('\n'), /refused by the policy: trusted-types/);
  });

  it('beside a host page with its own lit, both work and neither disturbs the other', async () => {
    await using one = await visitor('/essais/own-lit.html');
    const { page } = one;
    const weather = page.locator('town-weather').first();
    await weather.getByRole('button', { name: 'Plus chaud' }).click();
    await weather.getByText('Il fait 13 degrés.').waitFor();
    await choose(page, 'Le jeudi soir');
    await review(page);
    await cast(page);
    await weather.getByRole('button', { name: 'Plus chaud' }).click();
    await weather.getByText('Il fait 14 degrés.').waitFor();
    await page.locator('town-weather').last().getByText('Il fait 12 degrés.').waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('the same widget twice, from files that overlap and one of them loaded twice: each does its own work', async () => {
    await using one = await visitor('/essais/crowd.html');
    const { page } = one;
    await choose(page.locator('#first'), 'Le jeudi soir');
    await choose(page.locator('#second'), 'Dix bancs');
    assert.equal(await page.locator('#first').getByRole('checkbox', { checked: true }).count(), 1);
    await review(page.locator('#first'));
    await cast(page.locator('#first'));
    assert.equal(await project(page.locator('#second'), 'Dix bancs').isChecked(), true, 'the other ballot stays as it was');
    await button(page.locator('#fourth'), 'Qui peut voter ?').click();
    assert.equal(await button(page.locator('#third'), 'Qui peut voter ?').getAttribute('aria-expanded'), 'false');
    const ids = await page.evaluate(() => [...document.querySelectorAll('*')].flatMap((e) => [...(e.shadowRoot?.querySelectorAll('[id]') ?? [])].map((x) => x.id)));
    assert.equal(new Set(ids).size, ids.length, 'an id occurs twice');
    assert.deepEqual(await one.troubles(), []);
  });

  it('tags that stand before the script, or come after it, by markup or by code, all work', async () => {
    await using one = await resident(browser);
    const { page } = one;
    await page.goto(`${town.url}/essais/late.html`);
    await project(page.locator('#before'), 'Le jeudi soir').waitFor();
    await page.locator('#early').getByRole('heading', { name: 'Questions et réponses' }).waitFor();
    await page.locator('#parsed').getByRole('heading', { name: 'Vous avez dit, nous avons fait' }).waitFor();
    await page.locator('#made').getByRole('textbox', { name: 'Titre de votre idée' }).waitFor();
    assert.deepEqual(await one.troubles(), []);
  });

  it('in a page with a base address, calls, links to answers and links to steps still lead where they should', async () => {
    await using one = await visitor('/essais/base.html');
    const { page } = one;
    await button(page, 'Comment voter sur papier ?').click();
    await page.getByRole('link', { name: 'Lien vers cette réponse' }).click();
    await page.waitForURL('**/essais/base.html#faq-papier');
    await page.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).click();
    await page.getByRole('heading', { name: 'Les étapes' }).waitFor();
    assert.match(page.url(), /\/essais\/base\.html#/);
    await button(page, 'Vérifier ma proposition').click();
    await page.getByRole('link', { name: 'Donnez un titre à votre idée.' }).click();
    assert.match(page.url(), /\/essais\/base\.html#/, 'a link to a mistake does not leave the page');
    assert.deepEqual(await one.troubles(), []);
  });

  it('a dark page gets dark widgets, except where the tag asks for light', async () => {
    await using one = await visitor('/essais/dark.html');
    const surface = (tag: string) => one.page.locator(tag).locator('.pv-card').evaluate((card) => getComputedStyle(card).backgroundColor);
    assert.equal(await surface('parvis-ballot'), 'rgb(20, 23, 27)');
    assert.equal(await surface('parvis-faq'), 'rgb(255, 255, 255)');
  });

  it('each widget speaks the language around it, from right to left where it should, and only those languages are fetched', async () => {
    const one = await resident(browser);
    await using _ = one;
    const { page } = one;
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(`${town.url}/essais/languages.html`);
    await settled(page);
    const words = async (id: string) => page.locator(`#${id}`).getByRole('searchbox').evaluate((field: HTMLInputElement) => field.labels?.[0]?.textContent?.trim());
    const faq = async (lang: string) => (JSON.parse(await readFile(join(root, 'packages', 'widgets', 'languages', `faq.${lang}.json`), 'utf8')) as { search: string }).search;
    assert.equal(await words('arabic'), await faq('ar'));
    assert.equal(await words('english'), await faq('en'));
    assert.equal(await words('french'), 'Chercher dans les questions');
    assert.equal(await words('breton'), 'Chercher dans les questions', 'a language nobody has written falls back to French');
    const direction = (id: string) => page.locator(`#${id} .pv-root`).evaluate((e) => getComputedStyle(e).direction);
    assert.deepEqual([await direction('arabic'), await direction('english')], ['rtl', 'ltr']);
    assert.deepEqual(fetched.filter((path) => /\.(ar|en|fr)\.json$/.test(path)).sort(), ['/embed/parvis-faq.ar.json', '/embed/parvis-faq.en.json']);
  });

  it('a page in French fetches no language file at all', async () => {
    await using one = await resident(browser);
    const fetched: string[] = [];
    one.page.on('request', (request) => fetched.push(request.url()));
    await one.page.goto(`${town.url}/essais/crowd.html`);
    await settled(one.page);
    assert.deepEqual(fetched.filter((url) => url.endsWith('.json')), []);
  });

  describe('on a site that is not the server of the votes', () => {
    /** A site of its own, whose one page takes widgets and data from `backend`. */
    async function otherSite(backend: string, at: TempDir) {
      const site = join(at.path, 'site');
      await mkdir(site, { recursive: true });
      await writeFile(join(site, 'index.html'), `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un autre site</title><link rel="icon" href="data:,">
        <script type="module" src="${backend}/embed/parvis-ballot.js"></script><h1>Un autre site</h1>
        <parvis-ballot backend="${backend}" consultation="bp-2026" ballot="vote"><a href="${backend}/town-site/">Voter autrement</a></parvis-ballot>`);
      return site;
    }

    it('listed by the server, a whole vote goes through', async () => {
      await using at = await tempDir();
      await using site = await startServer({ data: join(at.path, 'data') });
      await site.kill();
      await using allowing = await startTown({ args: ['--allow', site.url] });
      await using there = await startServer({ data: join(at.path, 'data'), port: site.port, args: ['--site', `/site=${await otherSite(allowing.url, at)}`] });
      await using one = await visitor('/site/', { on: there.url, hosts: [new URL(allowing.url).host] });
      await choose(one.page, 'Dix bancs');
      await review(one.page);
      await cast(one.page);
      assert.equal(allowing.store.votes(consultation, 'vote').length, 1);
      assert.deepEqual(await one.troubles(), []);
    });

    it('not listed, residents are sent to the link, and the console says why', async () => {
      await using at = await tempDir();
      await using there = await startServer({ data: join(at.path, 'data'), args: ['--site', `/site=${await otherSite(town.url, at)}`] });
      await using one = await visitor('/site/', { on: there.url, hosts: [new URL(town.url).host] });
      await title(one.page, 'Pas de connexion').waitFor();
      assert.match(one.console.join('\n'), /blocked by CORS policy/);
      assert.match(one.console.join('\n'), /Parvis <parvis-ballot/);
      await one.page.getByRole('link', { name: 'Voter autrement' }).click();
      await title(one.page, 'Quels projets pour Merlaval ?').waitFor();
    });
  });
});

/** The host page's own component, with the lit package as any site would bundle it. */
async function bundleHost(out: string): Promise<void> {
  await build({
    configFile: false, envDir: false, logLevel: 'silent', mode: 'production', root: pages,
    build: { outDir: out, emptyOutDir: true, rolldownOptions: { input: join(pages, 'own-lit.ts'), output: { entryFileNames: 'host.js' } } },
  });
}

it('a ballot with grades, from the backend through both of its files: every grade can be given, and arrives', async () => {
  await using folder = await tempDir('parvis-grades');
  const file = join(folder.path, 'consultation.json');
  const grades = ['Bien', 'Moyen', 'Mal'].map((label) => ({ id: label.toLowerCase(), label }));
  await writeFile(file, JSON.stringify({
    id: 'essai', title: 'Un essai', organiser: { name: 'la commune' }, opensAt: new Date(Date.now() - 3_600_000).toISOString(), closesAt: new Date(Date.now() + 36_000_000).toISOString(),
    ballots: [{ id: 'banc', title: 'Où mettre le banc ?', method: 'grades', grades, options: [{ id: 'a', number: 1, label: 'Au port' }, { id: 'b', number: 2, label: 'Au marché' }] }],
  }));
  await writeFile(join(folder.path, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder.path, 'index.html'), `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="icon.svg"><title>Un essai</title>
<script type="module" src="/embed/parvis-ballot.js"></script><h1>Un essai</h1><parvis-ballot backend="/" consultation="essai" ballot="banc"><a href="/c/essai/vote">Voter</a></parvis-ballot></html>`);
  await using server = await startServer({ data: join(folder.path, 'data'), args: ['--open', file, '--site', `/essai=${folder.path}`] });
  await using browser = await launchChromium();
  await using one = await resident(browser);
  const { page } = one;
  await page.goto(`${server.url}/essai/`);
  await page.getByRole('group', { name: /Au port/ }).getByRole('radio', { name: 'Moyen' }).check();
  await page.getByRole('group', { name: /Au marché/ }).getByRole('radio', { name: 'Bien' }).check();
  await review(page);
  await cast(page);
  assert.deepEqual(readStore(join(folder.path, 'data', 'parvis.db')).votes('essai', 'banc'), [{ values: { a: 1, b: 0 } }]);
  assert.deepEqual(await one.troubles(), []);
});

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { fileHost, type FileHost } from '../support/file-host.ts';
import { sidewaysScroll } from '../support/looks.ts';
import { root } from '../support/machine.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

interface Fault {
  lang?: string;
  head?: string;
  body?: string;
}

describe('A webmaster asks a page what is in the way of Parvis', () => {
  let folder: TempDir;
  let site: FileHost;
  let stranger: FileHost;
  let guarded: FileHost;
  let town: RunningServer;
  let browser: Browser;
  let loader: string;
  let pages = 0;
  before(async () => {
    folder = await tempDir('parvis-check');
    site = await fileHost(folder.path);
    stranger = await fileHost(folder.path);
    guarded = await fileHost(folder.path, { 'content-security-policy': "default-src 'self'; style-src 'self'" });
    town = await startServer({ data: join(folder.path, 'data'), args: ['--demo', '--no-rate-limit', '--allow', site.url, '--allow', guarded.url] });
    loader = `<script src="${town.url}/embed/parvis-loader.js" defer></script>`;
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await town?.stop();
    for (const host of [site, stranger, guarded]) await host?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  const tag = (attributes = '', inside = '<a href="https://www.ville.example/voter">Voter</a>') => `<parvis-ballot backend="${town.url}" consultation="bp-2026" ballot="vote" ${attributes}>${inside}</parvis-ballot>`;

  /** Writes a page of the site, and opens it. */
  async function open({ lang = 'fr', head = loader, body = tag() }: Fault, { on = site, query = '?parvis-check' } = {}): Promise<Page> {
    const name = `page-${pages += 1}.html`;
    await writeFile(join(folder.path, name), `<!doctype html><html${lang && ` lang="${lang}"`}><head><meta charset="utf-8"><title>Une page</title><link rel="icon" href="data:,">${head}</head><body><h1>Une page</h1>${body}</body></html>`);
    const page = await browser.newPage({ locale: 'fr-FR' });
    page.setDefaultTimeout(30_000);
    await page.goto(`${on.url}/${name}${query}`);
    return page;
  }

  /** The words of each thing that was found. */
  async function told(page: Page): Promise<string[]> {
    await page.locator('parvis-check h2').waitFor();
    return (await page.locator('parvis-check li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  }

  /** What `?parvis-check` says of a page. */
  async function check(fault: Fault, where: Parameters<typeof open>[1] = {}): Promise<string[]> {
    const page = await open(fault, where);
    try {
      return await told(page);
    } finally {
      await page.close();
    }
  }

  /** As when somebody pastes the text of the file into the console, which no policy forbids. */
  async function pasted(page: Page): Promise<string[]> {
    await page.evaluate(await readFile(join(root, 'packages', 'embed', 'dist', 'parvis-check.js'), 'utf8'));
    return told(page);
  }

  const one = (all: readonly string[], ...parts: (string | RegExp)[]) => {
    assert.equal(all.length, 1, all.join('\n'));
    for (const part of parts) assert.ok(typeof part === 'string' ? all[0]?.includes(part) : part.test(all[0] ?? ''), `${String(part)} in: ${all[0]}`);
  };

  it('on a sound page it says so, above the page and on the console, has the focus, and closes; without the question nothing is there', async () => {
    const page = await open({}, { query: '' });
    await page.locator('parvis-ballot .pv-card').waitFor();
    assert.equal(await page.locator('parvis-check').count(), 0);
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.goto(`${page.url()}?parvis-check`);
    assert.deepEqual(await told(page), []);
    assert.match(await page.locator('parvis-check section').innerText(), /Rien ne gêne Parvis sur cette page\./);
    assert.match(lines.join('\n'), /Parvis\s: vérification de cette page\n.*\n\nRien ne gêne/);
    assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent), 'Parvis\u00a0: vérification de cette page');
    assert.equal(await page.locator('parvis-check [role=status]').first().innerText(), 'Rien ne gêne Parvis sur cette page.');
    await page.getByRole('button', { name: 'Fermer' }).click();
    assert.equal(await page.locator('parvis-check').count(), 0);
    await page.close();
  });

  it('a tag without a script: the line to paste', async () => {
    const page = await open({ head: '' });
    await page.addScriptTag({ url: `${town.url}/embed/parvis-check.js` });
    one(await told(page), 'La balise <parvis-ballot> est là, mais aucun script ne la fait marcher.', `<script src="${town.url}/embed/parvis-loader.js" defer></script>`);
    await page.close();
  });

  it('by one line in the console', async () => {
    const page = await open({ lang: '', head: '' });
    await page.evaluate((address) => import(address), `${town.url}/embed/parvis-check.js`);
    assert.match((await told(page)).join('\n'), /aucun script ne la fait marcher.*parvis-loader\.js[^]*La page ne dit pas dans quelle langue elle est/);
    await page.close();
  });

  it('a script that does not come', async () => {
    const missing = `${town.url}/embed/parvis-balot.js`;
    const all = await check({ head: `${loader}<script type="module" src="${missing}"></script>` });
    one(all, `Ce script n’arrive pas : ${missing}`);
  });

  it('a policy that blocks scripts, sent by the host: the whole policy as it has to be', async () => {
    const page = await open({}, { on: guarded });
    const all = await pasted(page);
    assert.match(all[0] ?? '', /bloque les scripts de http/);
    assert.ok(all[0]?.includes(`Content-Security-Policy: default-src 'self'; style-src 'self'; script-src 'self' ${town.url}; connect-src 'self' ${town.url}`), all[0]);
    assert.match(all[1] ?? '', /bloque les appels vers/);
    assert.equal(all.length, 2, all.join('\n'));
    await page.close();
  });

  it('a policy that blocks calls, in the page itself', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="script-src ${town.url}; connect-src 'self'">`;
    one(await check({ head: policy + loader }), 'bloque les appels vers', `connect-src 'self' ${town.url}`);
  });

  it('Trusted Types without the names of the files', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types parvis-loader">`;
    const all = await check({ head: `${policy}${loader}<script type="module" src="${town.url}/embed/parvis-ballot.js"></script>` });
    one(all, 'n’accepte pas ces noms de Trusted Types : parvis-ballot', 'trusted-types parvis-loader parvis-ballot');
  });

  it('a policy that blocks the frame', async () => {
    const policy = '<meta http-equiv="Content-Security-Policy" content="frame-src \'self\'">';
    const all = await check({ head: policy + loader, body: `<iframe title="Voter" src="${town.url}/c/bp-2026/vote"></iframe>` });
    one(all, 'bloque le cadre de', `frame-src 'self' ${town.url}`);
    const others = `<iframe title="Film" src="${stranger.url}/film.html"></iframe><iframe title="Plan" src="data:text/html,plan"></iframe>`;
    assert.deepEqual(await check({ head: `${policy.replace("'self'", "'self' " + town.url)}${loader}`, body: `<iframe title="Voter" src="${town.url}/c/bp-2026/vote"></iframe>${others}` }), []);
  });

  it('a site that the service does not know, for tags and for frames', async () => {
    one(await check({}, { on: stranger }), 'ne connaît pas ce site', `parvis serve --allow ${stranger.url}`);
    const page = await open({ head: '', body: `<iframe title="Voter" src="${town.url}/c/bp-2026/vote"></iframe>` }, { on: stranger });
    one(await pasted(page), 'ne veut pas être montré dans un cadre de ce site', `parvis serve --allow ${stranger.url}`);
    await page.close();
  });

  it('a service that does not answer, and one that is something else', async () => {
    one(await check({ body: tag().replace(town.url, 'http://127.0.0.1:9') }), 'Le serveur http://127.0.0.1:9 ne répond pas.');
    const here = site.url;
    one(await check({ body: tag().replace(town.url, here) }), `À l’adresse ${here}, quelque chose répond, mais ce n’est pas Parvis.`);
  });

  it('a folder of files that is not there', async () => {
    const all = await check({ head: `${loader}<script type="module" src="${town.url}/embed/parvis-static.js"></script>`, body: tag().replace(town.url, 'static:/nulle-part/') });
    one(all, `Ce fichier n’arrive pas : ${site.url}/nulle-part/parvis.json`, 'parvis export --static');
  });

  it('a tag that does not say where the service is', async () => {
    one(await check({ body: tag().replace(/backend="[^"]*"/, '') }), 'ne dit pas où est le serveur', '<meta name="parvis-backend"');
  });

  it('a consultation or a ballot that is not known, and those that are', async () => {
    const all = await check({ body: tag().replace('bp-2026', 'bp-2062') + tag().replace('"vote"', '"votes"') });
    assert.equal(all.length, 2, all.join('\n'));
    assert.match(all[0] ?? '', /ne connaît pas la consultation « bp-2062 ».*Il connaît : .*bp-2026/);
    assert.match(all[1] ?? '', /La consultation « bp-2026 » n’a pas de vote « votes ».*Elle a : vote, mediatheque/);
  });

  it('a heading level that is left out, a narrow place, a tag without a link, ids that occur twice, no language', async () => {
    const all = await check({ lang: '', body: `<p id="a"></p><p id="a"></p><div style="width: 200px">${tag('heading-level="4"', '')}</div>` });
    const words = [/La page ne dit pas dans quelle langue elle est.*<html lang="fr">/, /Le titre de <parvis-ballot> est de niveau 4, juste après un titre de niveau 1.*heading-level="2"/, /n’a que 200 pixels de large/, /Il n’y a pas de lien dans <parvis-ballot>/, /Plusieurs éléments ont le même id : a\./];
    assert.equal(all.length, words.length, all.join('\n'));
    for (const [i, word] of words.entries()) assert.match(all[i] ?? '', word);
  });

  it('files from two places, a base address, a frame without a title in a sandbox, a tag that is shown as text', async () => {
    const build = (JSON.parse(await readFile(join(root, 'packages', 'embed', 'dist', 'integrity.json'), 'utf8')) as { build: string }).build;
    assert.match((await check({ head: `${loader}<script type="module" src="${town.url}/embed/v/${build}/parvis-ballot.js"></script>` })).join('\n'), /La page charge Parvis depuis plusieurs endroits/);
    assert.match((await check({ head: `<base href="${town.url}/">${loader}`, body: tag().replace(/backend="[^"]*"/, 'backend="/"') })).join('\n'), new RegExp(`« / » veut dire ${town.url}\\.`));
    const frames = await check({ body: `<iframe sandbox="allow-scripts" src="${town.url}/c/bp-2026/vote"></iframe>` });
    assert.match(frames.join('\n'), /sandbox bloque les formulaires[^]*Un cadre n’a pas de titre/);
    one(await check({ body: '<p>&lt;parvis-ballot consultation="bp-2026"&gt;</p>' }), 'Une balise de Parvis est écrite dans la page comme du texte.');
  });

  it('in English on a page in English; a line is copied with one press; the panel is fit for everybody', async () => {
    const page = await open({ lang: 'en', head: loader, body: tag('', '') });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    one(await told(page), 'There is no link in <parvis-ballot>.', 'What to do:');
    await page.getByRole('button', { name: 'Copy everything' }).click();
    await page.getByText('Copied.').waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Parvis: a check of this page\n[^]*1\. \[Could be better\] There is no link/);
    const heights = await page.locator('parvis-check button').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    assert.ok(heights.length >= 3 && heights.every((height) => height >= 44), String(heights));
    await page.setViewportSize({ width: 320, height: 640 });
    assert.equal(await sidewaysScroll(page), 0);
    await page.close();
  });

  it('whoever is in the middle of typing is not torn away', async () => {
    const page = await open({ body: `<label>Nom <input id="name" autofocus></label>${tag()}` });
    await page.locator('#name').focus();
    await told(page);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'name');
    await page.close();
  });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { button, title } from '../support/acts.ts';
import { launchChromium } from '../support/chromium.ts';
import { fileHost, type FileHost } from '../support/file-host.ts';
import { root } from '../support/machine.ts';
import { resident, settled } from '../support/resident.ts';
import { startServer } from '../support/server.ts';
import { tempDir, type TempDir } from '../support/temp.ts';
import { showText } from '../support/text-browser.ts';

const run = promisify(execFile);
const parvis = (...args: string[]) => run(process.execPath, ['--conditions=parvis-source', join(root, 'packages', 'server', 'src', 'cli', 'main.ts'), ...args]);
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types parvis-results parvis-faq parvis-feedback parvis-ballot";

/** Names and texts of all files below a folder. */
async function contents(folder: string): Promise<Record<string, string>> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Object.fromEntries(await Promise.all(entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const;
  })));
}

describe('A site of files, written while the server runs', () => {
  let folder: TempDir;
  let site: string;
  let host: FileHost;
  let browser: Browser;
  let page: string;
  before(async () => {
    folder = await tempDir('parvis-files');
    const data = join(folder.path, 'data');
    // Deep below the root of its host, as many a site is.
    site = join(folder.path, 'public', 'comite', 'site');
    await mkdir(site, { recursive: true });
    await using server = await startServer({ data, args: ['--demo'] });
    const ask = { key: 'k'.repeat(16), question: 'Est-ce que ma question reste entre nous ?', contact: { email: 'ana@ici.example', consent: true } };
    const asked = await fetch(`${server.url}/api/v1/consultations/bp-2026/faq`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask) });
    assert.equal(asked.status, 200);
    await cp(join(root, 'examples', 'static-site', 'site'), site, { recursive: true });
    await cp(join(root, 'packages', 'embed', 'dist'), join(site, 'embed'), { recursive: true });
    await parvis('export', '--static', join(site, 'participation'), '--data', data);
    host = await fileHost(join(folder.path, 'public'), { 'content-security-policy': policy });
    page = `${host.url}/comite/site/`;
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await host?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  it('under a strict policy: results with a recount, steps and answers are read, and nothing that would send is there', async () => {
    await using one = await resident(browser);
    await one.page.goto(page);
    await settled(one.page);
    const results = one.page.locator('parvis-results');
    await button(results, 'Recompter sur cet appareil').click();
    await title(results, 'C’est le même résultat').waitFor();
    await one.page.getByRole('link', { name: 'Voir les étapes : Un skatepark dessiné par les jeunes' }).click();
    await one.page.getByRole('heading', { name: 'Les étapes' }).waitFor();
    await button(one.page, 'Qui peut voter ?').click();
    await one.page.locator('parvis-faq .pv-answer:not([hidden])').waitFor();
    for (const words of ['Cette réponse vous a-t-elle aidé ?', 'Poser une question', 'Recevoir les nouvelles', 'Votre code de suivi']) assert.equal(await one.page.getByText(words).count(), 0, words);
    // The ballot's refusal is told to webmasters, on the console; nothing else went wrong.
    assert.deepEqual((await one.troubles()).filter((trouble) => !/<parvis-ballot .*ParvisError: unsupported/.test(trouble)), []);
  });

  it('a ballot says that voting is not offered here, and its link leads to the other ways', async () => {
    await using one = await resident(browser);
    await one.page.goto(page);
    await settled(one.page);
    await title(one.page.locator('parvis-ballot'), 'Pas proposé ici').waitFor();
    await one.page.getByRole('link', { name: 'Où et comment voter' }).click();
    await one.page.getByRole('heading', { name: 'Sans ordinateur' }).waitFor();
  });

  it('a widget that is there before the file of the adapter shows its content once that has come', async () => {
    const script = '<script type="module" src="embed/parvis-static.js"></script>';
    const text = await readFile(join(site, 'index.html'), 'utf8');
    assert.ok(text.includes(script));
    await writeFile(join(site, 'late.html'), text.replace(script, '').replace('</body>', `${script}</body>`));
    await using one = await resident(browser);
    await one.page.goto(`${page}late.html`);
    await button(one.page.locator('parvis-results'), 'Recompter sur cet appareil').waitFor();
    assert.match(one.console.join('\n'), /no adapter for backend/, 'the widget was there first');
    await rm(join(site, 'late.html'));
  });

  it('without JavaScript, and in a text browser, results, answers and steps are pages; no link is dead', async () => {
    const start = `${page}participation/`;
    assert.match(await showText(start), /Budget des jeunes|jeunes/i);
    assert.match(await showText(`${start}jeunes-2025/resultats-projets.html`), /Retenus/);
    assert.match(await showText(`${start}bp-2026/faq.html`), /Qui peut voter/);
    assert.match(await showText(`${start}bp-2026/feedback.html`), /skatepark/);
    const seen = new Set<string>();
    const follow = async (url: string): Promise<void> => {
      if (seen.has(url)) return;
      seen.add(url);
      const answer = await fetch(url);
      assert.equal(answer.status, 200, url);
      if (!/html/.test(answer.headers.get('content-type') ?? '')) return;
      const text = await answer.text();
      assert.doesNotMatch(text, /<script|<form|<input/);
      // Addresses with a slash in front are those of the organiser's documents, on the site of the town.
      const links = Array.from(text.matchAll(/(?:href|src)="([^"#]+)/g), ([, href = '']) => href).filter((href) => !/^(\/|[a-z]+:)/.test(href));
      for (const href of links) await follow(new URL(href, url).href);
    };
    await follow(`${start}index.html`);
    assert.ok([...seen].some((url) => url.endsWith('/votes-projets.csv')), 'every vote, as a file');
  });

  it('nothing private is in any file: no address, no waiting question, no votes or results before their time', async () => {
    const all = await contents(join(site, 'participation'));
    for (const [path, text] of Object.entries(all)) assert.doesNotMatch(text, /ana@ici\.example|reste entre nous|trackingCode|"mark"/, path);
    assert.deepEqual(Object.keys(all).filter((path) => /^bp-2026\/(results|votes)\//.test(path)), []);
    assert.ok(all['jeunes-2025/votes/projets.1.json']);
    assert.deepEqual(JSON.parse(all['parvis-files.json'] ?? ''), Object.keys(all).filter((path) => path !== 'parvis-files.json').sort());
  });

  it('written again without news it is the same, byte for byte; what is no longer there goes; the files of others are left alone', async () => {
    const data = join(folder.path, 'data');
    const out = join(site, 'participation');
    const before = await contents(out);
    await parvis('export', '--static', out, '--data', data);
    assert.deepEqual(await contents(out), before);
    await parvis('export', '--static', out, '--consultation', 'jeunes-2025', '--data', data);
    assert.ok(!Object.keys(await contents(out)).some((path) => path.startsWith('bp-2026/')));
    await writeFile(join(out, 'photo.jpg'), 'mine');
    const refused = await parvis('export', '--static', out, '--data', data).then(() => '', (error: { stderr: string }) => error.stderr);
    assert.match(refused, /un fichier qui ne vient pas de cette commande : photo\.jpg\. Rien n’a été écrit\./);
    assert.equal(await readFile(join(out, 'photo.jpg'), 'utf8'), 'mine');
    assert.deepEqual((await readdir(site)).filter((name) => /nouveau|ancien/.test(name)), []);
    await rm(join(out, 'photo.jpg'));
    await parvis('export', '--static', out, '--data', data);
    assert.deepEqual(await contents(out), before);
  });
});

import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Results } from '@parvis/contract';
import { Stop } from '../cli/stop.ts';
import { definition, file } from '../testing/consultation.ts';
import { type TestHouse, testHouse } from '../testing/house.ts';
import { openTarget, replaceFolder } from './folder.ts';
import { writeStatic } from './index.ts';

const read = async (folder: string, path: string): Promise<unknown> => JSON.parse(await readFile(join(folder, path), 'utf8'));
const names = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
const refusal = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'nothing was refused', (error: unknown) => (error instanceof Stop ? error.message : String(error)));

async function written(house: TestHouse): Promise<string> {
  const folder = join(house.folder, 'site');
  await writeStatic(house.backend, folder);
  return folder;
}

describe('Files for a site without a server', () => {
  it('hold no results and no votes while these may not be seen, and both once voting is closed', async () => {
    await using house = await testHouse();
    for (let i = 0; i < 12; i += 1) await house.backend.votes.cast(await house.vote({ options: ['c'] }));
    const folder = await written(house);
    assert.deepEqual((await names(folder)).filter((name) => /results|votes|resultats/.test(name)), []);
    assert.match(await readFile(join(folder, 'bp-2026', 'index.html'), 'utf8'), /Quels projets \?<\/h2>[^]*Les résultats ne sont pas encore publiés ici\./);

    house.setClock('2026-04-02T00:00:00+02:00');
    await written(house);
    const results = await read(folder, 'bp-2026/results/projets.json') as { tally: { option: string; total: number }[]; downloads?: unknown };
    assert.deepEqual([results.tally.find(({ option }) => option === 'c')?.total, results.downloads], [12, undefined]);
    const votes = await read(folder, 'bp-2026/votes/projets.1.json') as { items: unknown[]; next?: string };
    assert.deepEqual([votes.items.length, votes.next], [12, undefined]);
    assert.match(await readFile(join(folder, 'bp-2026', 'resultats-projets.html'), 'utf8'), /href="resultats-projets\.csv"/);
  });

  it('keep the date of results that have not changed, also when they are counted anew', async () => {
    await using house = await testHouse();
    await house.backend.votes.cast(await house.vote({ options: ['c'] }));
    house.setClock('2026-04-02T00:00:00+02:00');
    const folder = await written(house);
    const before = await readFile(join(folder, 'bp-2026', 'results', 'projets.json'), 'utf8');
    const { createServerBackend } = await import('../domain/backend.ts');
    await writeStatic(createServerBackend(house.store, () => new Date('2026-05-01T00:00:00Z')), folder);
    assert.equal(await readFile(join(folder, 'bp-2026', 'results', 'projets.json'), 'utf8'), before);
  });

  it('come out also where a file of an earlier export is damaged', async () => {
    await using house = await testHouse();
    await house.backend.votes.cast(await house.vote({ options: ['c'] }));
    house.setClock('2026-04-02T00:00:00+02:00');
    const folder = await written(house);
    const path = join(folder, 'bp-2026', 'results', 'projets.json');
    const whole = await readFile(path, 'utf8');
    for (const damage of ['', whole.slice(0, 40), '{"downloads":1}', JSON.stringify({ ...JSON.parse(whole) as object, countedAt: 'hier' })]) {
      await writeFile(path, damage);
      await written(house);
      assert.equal(await readFile(path, 'utf8'), whole, damage);
    }
  });

  it('have the same numbers in the data, on the page and in what one takes along, though votes come in meanwhile', async () => {
    await using house = await testHouse();
    for (let i = 0; i < 40; i += 1) await house.backend.votes.cast(await house.vote({ values: { x: 10 } }, { ballot: 'points' }));
    let asked = 0;
    const results = async (...input: Parameters<typeof house.backend.votes.results>): Promise<Results> => {
      const found = await house.backend.votes.results(...input);
      return { ...found, voters: { ...found.voters, total: 100 * (asked += 1) } };
    };
    const folder = join(house.folder, 'site');
    await writeStatic({ ...house.backend, votes: { ...house.backend.votes, results } }, folder);
    const data = await read(folder, 'bp-2026/results/points.json') as Results;
    const file = await read(folder, 'bp-2026/resultats-points.json') as { results: Results };
    assert.deepEqual(file.results, data);
    assert.match(await readFile(join(folder, 'bp-2026', 'resultats-points.html'), 'utf8'), new RegExp(`\\b${data.voters.total}\\b`));
  });

  it('keep apart ballots whose ids have dots, and say which id cannot be the name of a folder', async () => {
    const [ballot] = file.ballots ?? [];
    assert.ok(ballot);
    await using house = await testHouse(definition({ ballots: [{ ...ballot, id: 'x' }, { ...ballot, id: 'x.votes' }] }));
    house.setClock('2026-04-02T00:00:00+02:00');
    const folder = await written(house);
    const csv = (await names(join(folder, 'bp-2026'))).filter((name) => name.endsWith('.csv'));
    assert.deepEqual(csv, ['resultats-x.csv', 'resultats-x.votes.csv', 'votes-x.csv', 'votes-x.votes.csv']);
    for (const id of ['index.html', 'parvis.css', 'parvis.json', 'parvis-files.json']) {
      await using other = await testHouse(definition({ id }));
      assert.match(await refusal(written(other)), new RegExp(`^Deux fichiers auraient le même nom : ${id}[^]*Changez cet id`), id);
      assert.deepEqual((await readdir(other.folder)).filter((name) => name.startsWith('site')), [], id);
    }
  });

  it('show text of people as text in the pages', async () => {
    await using house = await testHouse();
    await house.backend.votes.cast(await house.vote({ options: ['a'] }));
    house.setClock('2026-04-02T00:00:00+02:00');
    const page = await readFile(join(await written(house), 'bp-2026', 'resultats-projets.html'), 'utf8');
    assert.match(page, /Arbres &lt;b&gt;&amp;&lt;\/b&gt;/);
    assert.doesNotMatch(page, /<b>&/);
  });

  it('mark what the organiser wrote with its language where it is not French, and only that', async () => {
    const [ballot] = file.ballots ?? [];
    assert.ok(ballot);
    await using house = await testHouse(definition({ languages: ['ar'], ballots: [{ ...ballot, title: 'أي مشاريع؟' }] }));
    const folder = await written(house);
    const [start, index, faq, feedback] = await Promise.all(['index.html', 'bp-2026/index.html', 'bp-2026/faq.html', 'bp-2026/feedback.html'].map((name) => readFile(join(folder, name), 'utf8')));
    const arabic = 'lang="ar" dir="rtl"';
    assert.match(start ?? '', new RegExp(`<li><div ${arabic}><h2>[^]*</div><p class="quiet">Du 1 mars`));
    assert.match(index ?? '', new RegExp(`<h1 ${arabic}>Budget participatif</h1>[^]*<h2 ${arabic}>أي مشاريع؟</h2>`));
    assert.match(faq ?? '', new RegExp(`<a href="index.html" ${arabic}>Budget participatif</a>[^]*<div ${arabic}><section id="faq-q1">`));
    assert.match(feedback ?? '', new RegExp(`<section id="suivi-f1"><h2 ${arabic}>Le square</h2>\\s*<p class="quiet">Terminé[^]*<strong ${arabic}>Ouvert</strong>`));
  });

  it('say what to do where there is nothing to write', async () => {
    await using house = await testHouse();
    assert.match(await refusal(writeStatic(house.backend, join(house.folder, 'site'), 'bp-2062')), /Il n’y a pas de consultation « bp-2062 »/);
    assert.deepEqual((await readdir(house.folder)).filter((name) => name.startsWith('site')), []);
  });
});

describe('The folder of these files', () => {
  const one = async function* (content: string) {
    yield { path: 'a/b.json', content };
  };

  it('is replaced as a whole; files that are no longer written go', async () => {
    await using house = await testHouse();
    const folder = join(house.folder, 'site');
    await replaceFolder(await openTarget(folder), one('1'));
    await replaceFolder(await openTarget(folder), (async function* () {
      yield { path: 'c.json', content: '2' };
    })());
    assert.deepEqual(await names(folder), ['c.json', 'parvis-files.json']);
  });

  it('can be read by a web server that is another user, and keeps the permissions it was given', { skip: process.platform === 'win32' && 'Windows has no such permissions' }, async () => {
    await using house = await testHouse();
    const folder = join(house.folder, 'site');
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);
    await mkdir(join(house.folder, 'plain'));
    await replaceFolder(await openTarget(folder), one('1'));
    assert.equal(await modeOf(folder), await modeOf(join(house.folder, 'plain')));
    await chmod(folder, 0o2751);
    await replaceFolder(await openTarget(folder), one('2'));
    assert.equal(await modeOf(folder), '2751');
  });

  it('stays as it was when writing fails in the middle, and nothing else is left behind', async () => {
    await using house = await testHouse();
    const folder = join(house.folder, 'site');
    await replaceFolder(await openTarget(folder), one('1'));
    await assert.rejects(replaceFolder(await openTarget(folder), (async function* () {
      yield { path: 'a/b.json', content: '2' };
      throw new Error('full');
    })()), /full/);
    assert.equal(await readFile(join(folder, 'a', 'b.json'), 'utf8'), '1');
    assert.deepEqual((await readdir(house.folder)).filter((name) => name.startsWith('site')), ['site']);
  });

  it('is refused where others keep files in it, or where it is no folder; an empty one will do', async () => {
    await using house = await testHouse();
    const folder = join(house.folder, 'site');
    await mkdir(folder);
    await replaceFolder(await openTarget(folder), one('1'));
    for (const name of ['x', 'y', 'z', 'zz']) await writeFile(join(folder, name), '');
    assert.match(await refusal(openTarget(folder)), /contient 4 fichiers qui ne viennent pas de cette commande : x, y, z …\. Rien n’a été écrit\./);
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
    assert.match(await refusal(openTarget(folder)), /n’est pas un dossier/);
  });
});

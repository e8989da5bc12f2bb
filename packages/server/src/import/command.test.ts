import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Stop } from '../cli/stop.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { type OpenStore, runImport } from './command.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-import-'));
});
after(() => rm(folder, { recursive: true }));

const open: OpenStore = (data = '') => openSqliteStore(data);

let runs = 0;

/** Writes a file and imports it into fresh data, or into the data of an earlier run. */
async function run(name: string, content: string | Uint8Array, options: string[] = [], data = `data-${runs += 1}`) {
  const file = join(folder, name);
  await writeFile(file, content);
  let [out, err] = ['', ''];
  const io = { stdout: { write: (text: string) => { out += text; } }, stderr: { write: (text: string) => { err += text; } } };
  const code = await runImport([file, '--data', join(folder, data), ...options], io, open);
  return { code, out, err, data };
}

async function inStore<T>(data: string, read: (store: ReturnType<typeof openSqliteStore>) => Promise<T>): Promise<T> {
  const store = openSqliteStore(join(folder, data));
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

const kept = (data: string, id: string) => inStore(data, (store) => store.getConsultation(id));
const votes = (data: string, id: string) => inStore(data, async (store) => (await store.exportVotes(id, id, { limit: 100 })).items);

const election = (meta: string, rows: string, columns = 'voter_id;vote;points;voting_method') =>
  `META\nkey;value\ndescription;Budget participatif\nunit;Saint-Brévin\nlanguage;fr\ncurrency;EUR\nbudget;1000\n${meta}`
  + 'PROJECTS\nproject_id;cost;name;district;category;latitude\n10;600;Bancs;Nord;Cadre de vie,Sport;47.1\n2;400.5;"Jardin; partagé";;;\n3;999999999;Mare;Sud;;\n'
  + `VOTES\n${columns}\n${rows}`;

describe('importing an election', () => {
  it('makes a ballot with options, costs, places and limits, and keeps the votes with their channel', async () => {
    const file = election('vote_type;approval\nmax_length;2\ndate_begin;01.03.2025\ndate_end;30.03.2025\n', 'a;2,10;;internet\nb;2;;paper\nc;;;\nd;10;;\n');
    const { code, out, data } = await run('bp-2025.pb', file, ['--with-votes']);
    assert.equal(code, 0);
    const consultation = await kept(data, 'bp-2025');
    const ballot = consultation?.ballots[0];
    assert.deepEqual(
      [consultation?.title, consultation?.organiser.name, ballot?.method, ballot?.max, ballot?.currency], ['Budget participatif', 'Saint-Brévin', 'approval', 2, 'EUR'],
    );
    assert.deepEqual([ballot?.opensAt, ballot?.closesAt], ['2025-03-01T00:00:00+01:00', '2025-03-31T00:00:00+02:00'], 'the last day counts, whatever the clock does');
    assert.deepEqual(ballot?.options, [
      { id: '2', number: 2, label: 'Jardin; partagé', cost: 40_050 },
      { id: '3', number: 3, label: 'Mare', place: 'Sud', withdrawn: true },
      { id: '10', number: 10, label: 'Bancs', cost: 60_000, place: 'Nord', category: 'Cadre de vie, Sport' },
    ]);
    const list = (await votes(data, 'bp-2025')).map((vote) => JSON.stringify(vote)).toSorted();
    assert.deepEqual(list, [
      '{"choice":{"blank":true},"channel":"online"}', '{"choice":{"options":["10"]},"channel":"online"}',
      '{"choice":{"options":["2","10"]},"channel":"online"}', '{"choice":{"options":["2"]},"channel":"paper"}',
    ]);
    for (const said of ['latitude (PROJECTS)', 'voter_id (VOTES)', '1 vote sans aucun choix', 'gardé comme retiré']) assert.ok(out.includes(said), out);
  });

  it('leaves the votes out unless they are asked for', async () => {
    const { code, out, data } = await run('sans.pb', election('vote_type;approval\n', 'a;2\n'));
    assert.equal(code, 0);
    assert.match(out, /1 vote dans le fichier, non gardés\. Pour les garder, ajoutez --with-votes/);
    assert.deepEqual(await votes(data, 'sans'), []);
  });

  it('turns each way of voting into a ballot of its kind', async () => {
    const kinds: [string, string, string, object][] = [
      ['choose-1', '', 'a;2', { method: 'single' }],
      ['ordinal', 'min_length;2\n', 'a;2,10', { method: 'ranking', min: 2 }],
      ['approval', 'max_sum_cost;1000\n', 'a;10', { method: 'budget', ceiling: 100_000 }],
      ['cumulative', 'max_sum_points;7\nmax_points;3\n', 'a;2,10;3,2', { method: 'points', purse: 7, cap: 3 }],
      ['cumulative', '', 'a;2,10;3,2', { method: 'points', purse: 5 }],
      ['scoring', 'min_points;-2\nmax_points;4\n', 'a;2,10;-2,4', { method: 'score', scores: { from: -2, to: 4 } }],
      ['scoring', '', 'a;2,10;1,6', { method: 'score', scores: { from: 0, to: 6 } }],
    ];
    for (const [i, [type, meta, row, expected]] of kinds.entries()) {
      const { code, err, data } = await run(`kind${i}.pb`, election(`vote_type;${type}\n${meta}`, `${row}\n`), ['--with-votes']);
      assert.equal(code, 0, err);
      const ballot = (await kept(data, `kind${i}`))?.ballots[0];
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(ballot?.[key as keyof typeof ballot], value, `${type} ${key}`);
    }
  });

  it('counts the votes by the rule that is asked for, with the budget of the file', async () => {
    const file = election('vote_type;approval\n', 'a;2,10;;internet\nb;2,3;;paper\n');
    const { code, data } = await run('counted.pb', file, ['--with-votes', '--rule', 'equal-shares', '--completion', 'add1u', '--step', '0.50']);
    assert.equal(code, 0);
    assert.deepEqual((await kept(data, 'counted'))?.ballots[0]?.counting, { rule: 'equal-shares', completion: 'add1u', step: 50, budget: 100_000 });
    const least = await run('least.pb', election('vote_type;approval\nmin_project_score_threshold;2\n', 'a;2,10;;internet\n'), ['--rule', 'threshold']);
    assert.deepEqual((await kept(least.data, 'least'))?.ballots[0]?.counting, { rule: 'threshold', threshold: 2, budget: 100_000 });
    const other = await run('other.pb', file, ['--rule', 'greedy', '--budget', '700']);
    assert.deepEqual((await kept(other.data, 'other'))?.ballots[0]?.counting, { rule: 'greedy', budget: 70_000 });
  });

  it('keeps nothing when the rule cannot count these votes, and names those that can', async () => {
    const file = election('vote_type;approval\n', 'a;2,10;;internet\n');
    const { code, err, data } = await run('misfit.pb', file, ['--rule', 'schulze']);
    assert.equal(code, 1);
    assert.match(err, /La règle schulze ne peut pas compter ce mode de vote\. Règles possibles : plurality, greedy, /);
    assert.equal(await kept(data, 'misfit'), undefined);
    assert.match((await run('points.pb', file, ['--rule', 'equal-shares', '--utility', 'points'])).err, /avec ces réglages \(utility\)/);
  });

  it('gives unnamed projects the score the file says they have', async () => {
    const { data } = await run('default.pb', election('vote_type;scoring\nmax_points;5\ndefault_score;2\nmax_length;1\n', 'a;2;5\n'), ['--with-votes']);
    assert.deepEqual((await votes(data, 'default'))[0]?.choice, { values: { 2: 5, 10: 2, 3: 2 } });
  });

  it('keeps a vote for a project that was withdrawn later', async () => {
    const { code, out, data } = await run('retire.pb', election('vote_type;approval\nmax_sum_cost;700\n', 'a;3,10\n'), ['--with-votes']);
    assert.equal(code, 0);
    assert.match(out, /1 vote nomme un projet retiré/);
    assert.deepEqual((await votes(data, 'retire'))[0]?.choice, { options: ['3', '10'] });
  });

  it('keeps nothing when a row is bad, and says its line, the reason and what to do', async () => {
    const file = election('vote_type;approval\nmax_length;1\nnum_votes;9\n', 'a;2\nb;77\nc;2,10\n');
    const { code, err, out, data } = await run('mauvais.pb', file, ['--with-votes']);
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, /Ligne 19 : Ce vote nomme le projet « 77 », absent de la partie PROJECTS\. Ajoutez ce projet ou corrigez le vote\./);
    assert.match(err, /Ligne 20 : Ce vote nomme 2 projets, 1 au plus sont permis\. .* corrigez max_length à la ligne 9\./);
    assert.match(err, /Ligne 10 : META annonce 9 votes, le fichier en contient 3\./);
    assert.match(err, /Rien n’a été gardé/);
    assert.deepEqual((await readdir(folder)).includes(data), false, 'not even a data folder is made');
  });

  it('goes on with --skip-bad and lists every row it left out', async () => {
    const { code, err, data } = await run('reste.pb', election('vote_type;approval\n', `a;2\n${'b;77\n'.repeat(30)}`), ['--with-votes', '--skip-bad']);
    assert.equal(code, 0);
    assert.equal(err.match(/Ligne \d+ :/g)?.length, 3, 'one project that is missing does not fill the screen');
    assert.match(err, /Ligne 19 : [^\n]*\n {2}… et 27 autres lignes pour la même raison : 20, 21, 22, [\d, ]*46\.\n/);
    assert.equal((await votes(data, 'reste')).length, 1);
  });

  it('lists the first twenty bad rows and counts the others', async () => {
    const { err } = await run('long.pb', election('vote_type;approval\n', Array.from({ length: 33 }, (_, i) => `b${i};${i + 77}\n`).join('')));
    assert.equal(err.match(/Ligne \d+ :/g)?.length, 20);
    assert.match(err, /33 lignes en défaut[\s\S]*… et 13 de plus\./);
  });

  it('never counts votes twice when the same file comes again', async () => {
    const file = election('vote_type;approval\n', 'a;2\n');
    const { data } = await run('deux.pb', file, ['--with-votes']);
    const again = await run('deux.pb', file, ['--with-votes'], data);
    assert.equal(again.code, 1);
    assert.match(again.err, /contient déjà des votes/);
    const renamed = await run('deux.pb', file.replace('Budget participatif', 'Autre titre'), ['--with-votes'], data);
    assert.match(renamed.err, /Rien n’a été gardé/);
    assert.equal((await kept(data, 'deux'))?.ballots[0]?.title, 'Budget participatif');
    assert.equal((await votes(data, 'deux')).length, 1);
  });

  it('changes nothing about a ballot that people have voted on', async () => {
    const { data } = await run('promesse.pb', election('vote_type;approval\n', 'a;2\n'), ['--with-votes']);
    const changed = await run('promesse.pb', election('vote_type;choose-1\n', 'a;2\n'), [], data);
    assert.equal(changed.code, 1);
    assert.match(changed.err, /vote commencé/);
    assert.equal((await kept(data, 'promesse'))?.ballots[0]?.method, 'approval');
  });

  it('adds a second ballot to a consultation that exists', async () => {
    const { data } = await run('nord.pb', election('vote_type;approval\n', 'a;2\n'), ['--consultation', 'bp']);
    await run('sud.pb', election('vote_type;approval\n', 'a;2\n'), ['--consultation', 'bp'], data);
    assert.deepEqual((await kept(data, 'bp'))?.ballots.map(({ id }) => id), ['nord', 'sud']);
  });

  it('keeps nothing in a dry run', async () => {
    const { code, out, data } = await run('essai.pb', election('vote_type;approval\n', 'a;2\n'), ['--dry-run', '--with-votes']);
    assert.equal(code, 0);
    assert.match(out, /rien n’est gardé/);
    assert.equal((await readdir(folder)).includes(data), false);
  });

  it('answers programs with one JSON object', async () => {
    const good = JSON.parse((await run('json.pb', election('vote_type;approval\n', 'a;2\n'), ['--json', '--with-votes'])).out);
    assert.deepEqual([good.status, good.consultation, good.found, good.badCount], ['kept', 'json', { options: 3, votes: 1, online: 1, paper: 0, assisted: 0, blank: 0 }, 0]);
    const bad = JSON.parse((await run('json.pb', election('vote_type;vague\n', 'a;2\n'), ['--json'])).out);
    assert.deepEqual([bad.status, bad.error.line], ['refused', 8]);
  });
});

describe('a file that cannot be imported', () => {
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['vide.csv', '', /est vide/],
    ['classeur.csv', 'PK\u0003\u0004…', /classeur.*CSV/],
    ['image.csv', new Uint8Array([1, 2, 0, 0, 3]), /ne contient pas de texte/],
    ['liste.csv', 'nom de famille;ville\nDupont;Brest\n', /Aucune colonne ne ressemble à un titre.*nom de famille, ville/],
    ['titres.csv', 'titre;cout\n', /que la ligne des titres/],
    ['coupe.pb', 'META\nkey;value\nvote_type;approval\n', /La partie PROJECTS manque/],
  ];
  for (const [name, content, sentence] of cases) {
    it(`is refused with what to do: ${name}`, async () => {
      const { code, err } = await run(name, content);
      assert.equal(code, 1);
      assert.match(err, sentence);
    });
  }

  it('is named when it does not exist', async () => {
    let err = '';
    const code = await runImport([join(folder, 'absent.pb')], { stdout: { write: () => {} }, stderr: { write: (text: string) => { err += text; } } }, open);
    assert.equal(code, 1);
    assert.match(err, /n’existe pas/);
  });

  it('is left alone when the command is mistaken', async () => {
    for (const options of [['--as', 'excel'], ['--nope'], ['--consultation', 'a/b'], ['--map', 'Titre'], ['--map', 'Titre=nom'], ['second.csv']]) {
      await assert.rejects(run('x.csv', 'titre\nBanc\n', options), (error) => error instanceof Stop && error.exitCode === 2, options.join(' '));
    }
  });
});

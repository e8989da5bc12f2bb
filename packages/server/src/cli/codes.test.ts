import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { isParvisError, normalizeCode, type Receipt } from '@parvis/contract';
import { issueCodes } from '../testing/codes.ts';
import { definition, file } from '../testing/consultation.ts';
import { rejection, testHouse, type TestHouse } from '../testing/house.ts';
import { codesCommand } from './codes.ts';
import { Stop } from './stop.ts';

const [projets, code] = file.ballots ?? [];
/** Two votes with codes, both long over by the clock of the command line; the tests' house lives in their time. */
const poll = () => definition({ opensAt: '2001-03-01T09:00:00+01:00', closesAt: '2001-04-01T20:00:00+02:00', ballots: [projets!, code!, { ...code!, id: 'couleur', title: 'Couleur' }] });

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'parvis-codes-'))));
after(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
let runs = 0;

async function tenants(): Promise<TestHouse> {
  const house = await testHouse(poll());
  house.setClock('2001-03-15T12:00:00+01:00');
  return house;
}

/** Runs `parvis codes` on the data of a house. */
async function codes(house: TestHouse, ...args: string[]): Promise<{ out: string; stopped: string; exitCode: number }> {
  const log = mock.method(console, 'log', () => {});
  const said = () => log.mock.calls.map((call) => String(call.arguments[0])).join('\n');
  try {
    const exitCode = await codesCommand.run([...args, '--data', house.folder]);
    return { out: said(), stopped: '', exitCode };
  } catch (error) {
    assert.ok(error instanceof Stop, String(error));
    return { out: said(), stopped: error.message, exitCode: error.exitCode };
  } finally {
    log.mock.restore();
  }
}

/** Writes a list of dwellings, two to a floor. */
function list(sizes: Record<string, number>): string {
  const rows = Object.entries(sizes).flatMap(([building, size]) => Array.from({ length: size }, (_, i) => `${building};${1 + Math.floor(i / 2)};${(i % 2) + 1}`));
  const name = path(`logements-${runs += 1}.csv`);
  writeFileSync(name, ['bâtiment;étage;porte', ...rows].join('\r\n'));
  return name;
}

const url = ['--url', 'https://vote.example'];
const create = (house: TestHouse, units: string, out: string, ...more: string[]) => codes(house, '--units', units, '--out', path(out), ...url, ...more);
const table = (out: string) => readFileSync(path(`${out}/codes.csv`), 'utf8').trim().split('\r\n').slice(1).map((line) => line.split(';'));
const codeIn = (row: readonly string[] | undefined) => row?.at(-2) ?? '';
const vote = async (house: TestHouse, withCode: string, ballot = 'code', option = 'oui'): Promise<Receipt> => {
  const cast = await house.vote({ options: [option] }, { ballot, voter: { code: withCode } });
  // The command line has just written to the same file: as any client may, the very same call is made once more.
  return house.backend.votes.cast(cast).catch((error: unknown) => {
    if (isParvisError(error) && error.retryable) return house.backend.votes.cast(cast);
    throw error;
  });
};

describe('parvis codes --units', () => {
  it('writes a table for the mail and letters to print, readable for their owner only; each code votes on every ballot that asks for one', async () => {
    await using house = await tenants();
    const { out, exitCode } = await create(house, list({ A: 12, B: 11 }), 'un');
    assert.equal(exitCode, 0);
    assert.match(out, /Résultats par bâtiment : A \(12\), B \(11\)/);
    assert.deepEqual(readdirSync(path('un')).sort(), ['cle-batiments.pem', 'codes.csv', 'essai.html', 'lettres.html']);
    for (const name of readdirSync(path('un'))) assert.equal(statSync(path(`un/${name}`)).mode & 0o777, 0o600, name);
    assert.equal(statSync(path('un')).mode & 0o777, 0o700);
    const rows = table('un');
    assert.equal(new Set(rows.map(codeIn)).size, 23);
    assert.equal(rows[0]?.at(-1), `https://vote.example/c/bp-2026/vote#code=${normalizeCode(codeIn(rows[0]))}`);
    assert.equal(readFileSync(path('un/lettres.html'), 'utf8').match(/<section class="letter"/g)?.length, 23);
    for (const row of rows.slice(0, 3)) for (const ballot of ['code', 'couleur']) await vote(house, codeIn(row), ballot);
    const practice = /class="signs">([^<]+)/.exec(readFileSync(path('un/essai.html'), 'utf8'))?.[1] ?? '';
    assert.equal((await vote(house, practice)).test, true);
    assert.equal((await house.store.exportVotes('bp-2026', 'code', { limit: 99 })).items.length, 3);
  });

  it('never writes over anything, and makes no second list by mistake', async () => {
    await using house = await tenants();
    const units = list({ A: 3 });
    await create(house, units, 'deux');
    assert.match((await create(house, list({ C: 1 }), 'deux', '--add', '--list', path('deux/codes.csv'))).stopped, /existe déjà\. Choisissez un autre dossier avec --out/);
    const again = await create(house, units, 'trois');
    assert.deepEqual([again.exitCode, /deux voix à chacun/.test(again.stopped)], [1, true]);
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('trois')), [], 'not even half a folder');
    assert.equal((await house.store.codeCounts('bp-2026'))[0]?.unused, 3);
    assert.match((await create(house, list({ B: 2 }), 'quatre', '--add')).stopped, /Donnez la première liste avec --list codes\.csv/);
    assert.equal((await create(house, list({ B: 2 }), 'quatre', '--add', '--list', path('deux/codes.csv'))).exitCode, 0);
    assert.equal((await house.store.codeCounts('bp-2026'))[0]?.unused, 5);
  });

  it('with --add gives nobody a second vote: rows that have a code already are named, in any earlier list', async () => {
    await using house = await tenants();
    const units = list({ A: 3 });
    await create(house, units, 'ajout');
    const again = await create(house, units, 'ajout-2', '--add', '--list', path('ajout/codes.csv'));
    assert.match(again.stopped, /3 lignes à corriger[\s\S]*Ligne 2 : Ce logement a déjà un code, à la ligne 2 de codes\.csv \(bâtiment A, étage 1, porte 1\)\. Enlevez cette ligne\.[\s\S]*Rien n’est créé/);
    await create(house, list({ B: 1 }), 'ajout-3', '--add', '--list', path('ajout/codes.csv'));
    const both = await create(house, list({ A: 4, B: 1 }), 'ajout-4', '--add', '--list', path('ajout/codes.csv'), '--list', path('ajout-3/codes.csv'));
    assert.match(both.stopped, /4 lignes à corriger/);
    assert.equal((await house.store.codeCounts('bp-2026'))[0]?.unused, 4);
  });

  it('makes no more codes than the vote has voices, and says what to write where there are more', async () => {
    await using house = await testHouse({ ...poll(), ballots: poll().ballots.map((ballot) => ({ ...ballot, electorate: 4 })) });
    assert.match((await create(house, list({ A: 5 }), 'trop')).stopped, /code : La liste a 5 lignes, et ce vote compte 4 voix.*\n.*"electorate": 5 dans le fichier/);
    await create(house, list({ A: 3 }), 'trop-1', '--test', '5');
    const more = ['--add', '--list', path('trop-1/codes.csv')];
    assert.match((await create(house, list({ B: 2 }), 'trop-2', ...more)).stopped, /code : 3 codes et 2 de plus font 5, et ce vote compte 4 voix/);
    await codes(house, 'void', codeIn(table('trop-1')[0]), '--reason', 'départ');
    assert.equal((await create(house, list({ B: 2 }), 'trop-3', ...more)).exitCode, 0, 'void codes and tests are no voices');
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('trop')).sort(), ['trop-1', 'trop-3']);
  });

  it('without a column of buildings stops before anything is made, unless that is meant', async () => {
    await using house = await tenants();
    const name = path('sans.csv');
    writeFileSync(name, ['porte', ...Array.from({ length: 30 }, (_, i) => i)].join('\n'));
    assert.match((await create(house, name, 'sans')).stopped, /Aucune colonne ne dit « bâtiment » : il n’y aurait pas de résultats par bâtiment\. Colonnes lues : porte\.\n.*--no-buildings\. Rien n’est créé/);
    const { out, exitCode } = await create(house, name, 'sans', '--no-buildings');
    assert.deepEqual([exitCode, readdirSync(path('sans')).includes('cle-batiments.pem'), /par bâtiment/.test(out)], [0, false, false]);
  });

  it('says nothing of groups where no row is of a known building, and asks to look at the accents before printing', async () => {
    await using house = await tenants();
    await create(house, list({ A: 12, B: 12 }), 'nouveau');
    const name = path('nouveau.csv');
    writeFileSync(name, Buffer.from('b\xe2timent;porte\nC;1\n', 'latin1'));
    const { out } = await create(house, name, 'nouveau-2', '--add', '--list', path('nouveau/codes.csv'));
    assert.match(out, /Vérifiez les accents avant d’imprimer\./);
    assert.match(out, /Compté dans le total seulement : 1 logement d’un bâtiment nouveau/);
    assert.doesNotMatch(out, /Résultats par bâtiment/);
  });

  it('creates nothing from a list with a mistake, and names every row to correct', async () => {
    await using house = await tenants();
    const name = path('fautes.csv');
    writeFileSync(name, 'bâtiment;porte\nA;1\nA;\nA;1\n');
    const { stopped, exitCode } = await create(house, name, 'cinq');
    assert.equal(exitCode, 1);
    assert.match(stopped, /2 lignes à corriger[\s\S]*Ligne 3 : Il manque « porte »[\s\S]*Ligne 4 : Ce logement est déjà à la ligne 2[\s\S]*Rien n’est créé/);
    assert.ok(!existsSync(path('cinq')));
    assert.deepEqual(await house.store.codeCounts('bp-2026'), []);
    assert.match((await create(house, path('absent.csv'), 'cinq')).stopped, /absent\.csv : .*n’existe pas/);
  });

  it('in a dry run checks everything and creates nothing', async () => {
    await using house = await tenants();
    const { out, exitCode } = await create(house, list({ A: 40, B: 12, C: 3 }), 'six', '--dry-run');
    assert.equal(exitCode, 0);
    assert.match(out, /55 lignes[\s\S]*A \(40\), B \+ C \(15\)[\s\S]*Rien n’est créé/);
    assert.ok(!existsSync(path('six')));
    assert.deepEqual(await house.store.codeCounts('bp-2026'), []);
  });

  it('leads to a page of the town where one is named, in the languages asked for', async () => {
    await using house = await tenants();
    await codes(house, '--units', list({ A: 2 }), '--out', path('sept'), '--page', 'https://ville.example/peupliers', '--lang', 'fr,ar', '--ballot', 'code');
    assert.match(table('sept')[0]?.at(-1) ?? '', /^https:\/\/ville\.example\/peupliers#code=/);
    assert.equal(readFileSync(path('sept/lettres.html'), 'utf8').match(/<section class="letter"/g)?.length, 4);
    assert.deepEqual((await house.store.codeCounts('bp-2026')).map(({ ballot }) => ballot), ['code']);
  });

  it('in the table for the mail gives each dwelling the address in its own language', async () => {
    await using house = await tenants();
    const name = path('langues.csv');
    writeFileSync(name, 'bâtiment;porte;langue\nA;1;ar\nA;2;\n');
    await create(house, name, 'langues');
    assert.deepEqual(table('langues').map((row) => row.at(-1)?.split('#')[0]), ['https://vote.example/c/bp-2026/vote?locale=ar', 'https://vote.example/c/bp-2026/vote']);
  });

  it('that is mistaken says what to write', async () => {
    await using house = await tenants();
    const units = list({ A: 2 });
    const cases: [string[], number, RegExp][] = [
      [['--units', units], 2, /--url/],
      [[], 2, /liste des logements/],
      [['--units', units, '--url', 'vote'], 2, /attend une adresse/],
      [['--units', units, '--page', 'https://ville.example/#vote'], 2, /enlevez ce qui suit le #/],
      [['--units', units, ...url, '--lang', 'tlh'], 2, /fr, en, ar/],
      [['--units', units, ...url, '--ballot', 'projets'], 1, /ouvert à tous/],
      [['--units', units, ...url, '--ballot', 'nulle-part', '--consultation', 'bp-2026'], 1, /pas de vote « nulle-part »/],
      [['--units', units, ...url, '--consultation', 'autre'], 1, /pas de consultation « autre »/],
      [['effacer'], 2, /« effacer » \?/],
    ];
    for (const [args, exitCode, sentence] of cases) {
      const { stopped, ...result } = await codes(house, ...args);
      assert.match(stopped, sentence);
      assert.equal(result.exitCode, exitCode, args.join(' '));
    }
  });
});

describe('A code', () => {
  it('that was lost is replaced by another letter to the same address', async () => {
    await using house = await tenants();
    await create(house, list({ A: 12, B: 12 }), 'huit');
    const [first, second] = table('huit');
    const lost = codeIn(first);
    const { out } = await codes(house, 'replace', ...lost.split(' '), '--list', path('huit/codes.csv'), '--out', path('huit-bis'), '--reason', 'lettre perdue', ...url);
    assert.match(out, /bâtiment A, étage 1, porte 1 : nouvelle lettre.*L’ancien code ne vote plus/s);
    const [row = []] = table('huit-bis');
    assert.deepEqual(row.slice(0, 3), first?.slice(0, 3));
    assert.equal((await rejection(vote(house, lost))).code, 'not-eligible');
    await vote(house, codeIn(row));
    const status = await codes(house, 'status');
    assert.match(status.out, /code : 1 sur 24 codes ont servi\. En plus : 1 code annulé, 1 code d’essai\.[\s\S]*24 codes créés : première liste\n.*1 code remplacé : lettre perdue/);
    for (const secret of [lost, codeIn(second), normalizeCode(lost)]) assert.ok(!status.out.includes(secret));
  });

  it('of a replacement that was lost too: the list of that letter is asked for, and the right consultation is found by the code', async () => {
    await using house = await tenants();
    await house.store.putConsultation({ ...poll(), id: 'autre-2026' });
    await create(house, list({ A: 2 }), 'rempl', '--consultation', 'bp-2026');
    const again = (code: string, from: string, out: string) => codes(house, 'replace', code, '--list', path(`${from}/codes.csv`), '--out', path(out), '--reason', 'perdue', ...url);
    assert.equal((await again(codeIn(table('rempl')[0]), 'rempl', 'rempl-2')).exitCode, 0);
    const second = codeIn(table('rempl-2')[0]);
    assert.match((await again(second, 'rempl', 'rempl-3')).stopped, /pas dans codes\.csv\. S’il vient d’une lettre de remplacement ou d’un ajout, donnez la liste écrite avec cette lettre/);
    assert.equal((await again(second, 'rempl-2', 'rempl-3')).exitCode, 0);
    assert.match(table('rempl-3')[0]?.at(-1) ?? '', /\/c\/bp-2026\/vote#code=/);
    assert.match((await codes(house, 'void', codeIn(table('rempl')[1]), '--reason', 'départ')).out, /ne vote plus/);
    assert.match((await codes(house, 'void', second, '--reason', 'départ')).stopped, /déjà annulé/);
  });

  it('that has voted is not replaced, and no letter is written', async () => {
    await using house = await tenants();
    await create(house, list({ A: 2 }), 'neuf');
    const [row] = table('neuf');
    await vote(house, codeIn(row));
    await vote(house, codeIn(row), 'couleur');
    const { stopped, exitCode } = await codes(house, 'replace', codeIn(row), '--list', path('neuf/codes.csv'), '--out', path('neuf-bis'), '--reason', 'perdue', ...url);
    assert.equal(exitCode, 1);
    assert.match(stopped, /a déjà voté\. Son vote reste/);
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('neuf-bis')), []);
  });

  it('is voided with a reason; a slip, a stranger and a void code change nothing', async () => {
    await using house = await tenants();
    const [own = ''] = await issueCodes(house.store, 1);
    assert.match((await codes(house, 'void', own)).stopped, /Pour quel motif/);
    assert.match((await codes(house, 'void', 'AAAA BBBB', '--reason', 'x')).stopped, /n’est pas juste/);
    assert.match((await codes(house, 'void', own, '--reason', 'départ')).out, /ne vote plus pour code\./);
    assert.match((await codes(house, 'void', own, '--reason', 'départ')).stopped, /déjà annulé/);
    const stranger = await tenants();
    const [foreign = ''] = await issueCodes(stranger.store, 1);
    await stranger[Symbol.asyncDispose]();
    assert.match((await codes(house, 'void', foreign, '--reason', 'départ')).stopped, /pas de cette consultation/);
  });
});

describe('parvis codes buildings', () => {
  /** Building A votes yes, B no, C is small and few vote there. */
  async function voted(house: TestHouse, out: string): Promise<void> {
    await create(house, list({ A: 20, B: 15, C: 10 }), out);
    for (const [building, number] of [['A', 12], ['B', 11], ['C', 3]] as const) {
      for (const row of table(out).filter(([own]) => own === building).slice(0, number)) await vote(house, codeIn(row), 'code', building === 'A' ? 'oui' : 'non');
    }
  }

  it('shows after closing how buildings voted, those with few answers together; the votes themselves say nothing of it, before or after', async () => {
    await using house = await tenants();
    await voted(house, 'dix');
    assert.equal((await house.store.groupVotes('bp-2026', 'code')).length, 26);
    assert.equal(new Set((await house.store.groupVotes('bp-2026', 'code')).map(({ length }) => length)).size, 1, 'all sealed votes are equally long');
    const { out } = await codes(house, 'buildings', '--key', path('dix/cle-batiments.pem'));
    assert.match(out, /code : A \(12 réponses\), B \+ C \(14 réponses\)\.\ncouleur : rien à ouvrir\./);
    assert.deepEqual(await house.store.groupVotes('bp-2026', 'code'), [], 'what is not shown is forgotten');
    house.setClock('2001-05-01T00:00:00Z');
    const { groups } = await house.backend.votes.results({ consultation: 'bp-2026', ballot: 'code' });
    assert.deepEqual(groups?.map(({ name, voters, tally }) => [name, voters, tally.map(({ total }) => total)]), [['A', 12, [12, 0]], ['B + C', 14, [0, 14]]]);
  });

  it('wants the right key, and the vote to be over', async () => {
    await using house = await tenants();
    await voted(house, 'onze');
    await using other = await tenants();
    await create(other, list({ A: 10, B: 10 }), 'onze-autre');
    assert.match((await codes(house, 'buildings', '--key', path('onze-autre/cle-batiments.pem'))).stopped, /n’ouvre pas ces votes/);
    assert.match((await codes(house, 'buildings', '--key', path('onze/codes.csv'))).stopped, /n’ouvre pas ces votes/);
    assert.match((await codes(house, 'buildings', '--key', path('nulle-part.pem'))).stopped, /ne peut pas être lue/);
    assert.equal((await codes(house, 'buildings')).exitCode, 2);
    assert.equal((await house.store.groupVotes('bp-2026', 'code')).length, 26, 'nothing has changed');
    await using open = await testHouse(definition({ opensAt: '2001-01-01T00:00:00Z', closesAt: '2999-01-01T00:00:00Z', ballots: [code!] }));
    await create(open, list({ A: 10, B: 10 }), 'douze');
    assert.match((await codes(open, 'buildings', '--key', path('douze/cle-batiments.pem'))).stopped, /n’est pas terminé/);
  });
});

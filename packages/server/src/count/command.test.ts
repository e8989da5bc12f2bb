import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Stop } from '../cli/stop.ts';
import { runCount } from './command.ts';

/** Ten voters: six for the two projects of the north, four for the one of the south. */
const twoDistricts = `META
key;value
description;Budget des deux quartiers
budget;1000
currency;EUR
num_projects;4
num_votes;10
vote_type;approval
PROJECTS
project_id;cost;name
N1;500;Fontaine du nord
N2;500;Verger du nord
S1;400;Bancs du sud
S2;999999999;Abandonné
VOTES
voter_id;vote;voting_method
1;N1,N2;paper
2;N1,N2;paper
3;N1,N2;internet
4;N1,N2;internet
5;N1,N2;internet
6;N1,N2;internet
7;S1;internet
8;S1,S1;internet
9;S1;internet
10;S1,S2;internet
`;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-count-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function run(text: string, ...args: string[]) {
  const file = join(folder, 'vote.pb');
  await writeFile(file, text);
  let [out, err] = ['', ''];
  const code = await runCount([file, ...args], { stdout: { write: (part) => { out += part; } }, stderr: { write: (part) => { err += part; } } });
  return { code, out, err };
}

const json = async (text: string, ...args: string[]) => JSON.parse((await run(text, '--json', ...args)).out);

async function misuse(text: string, ...args: string[]): Promise<string> {
  try {
    await run(text, ...args);
  } catch (error) {
    if (error instanceof Stop && error.exitCode === 2) return error.message;
  }
  throw new Error('the command was understood');
}

describe('parvis count', () => {
  it('says who is taken and who is not, each with its reason, and how votes were counted', async () => {
    const { code, out, err } = await run(twoDistricts, '--rule', 'greedy');
    assert.deepEqual([code, err], [0, '']);
    const plain = out.replace(/[\u00A0\u202F\u2068\u2069]/g, ' ');
    assert.match(plain, /^Budget des deux quartiers : 4 projets, 10 votes\.\n2 projets sont retenus\. Ils coûtent 1 000 € sur 1 000 €\.\n/);
    assert.match(plain, /Retenus\n {2}N1 – Fontaine du nord\n {4}Retenu : 6 votes\./);
    assert.match(plain, /Non retenus\n {2}S1 – Bancs du sud\n {4}Pas retenu : 4 votes\. Il coûte 400 € et il ne restait que 0 €\.\n {2}S2 – Abandonné\n {4}Pas retenu : 1 vote\. Il a été retiré du vote\./);
    assert.match(plain, /Règle : greedy\n {2}.*À égalité : le moins cher/s);
    assert.match(plain, /À savoir : 1 vote nomme deux fois le même projet/);
  });

  it('gives programs the rule, its settings, every option with its reason, and the winners in order of election', async () => {
    const result = await json(twoDistricts, '--rule', 'equal-shares', '--completion', 'add1', '--step', '2.50');
    assert.equal(result.rule, 'equal-shares');
    assert.deepEqual(result.settings, { budget: 100_000, utility: 'cost', completion: 'add1', exhaustive: false, step: 250, compare: false });
    assert.deepEqual(result.winners, ['N1', 'S1']);
    assert.deepEqual(result.options[0], { option: 'N1', place: 1, votes: 6, value: 6, reason: { code: 'shares', pay: 8_334 } });
    assert.deepEqual(result.options[3], { option: 'S2', votes: 1, value: 1, reason: { code: 'withdrawn' } });
    assert.deepEqual([result.spent, result.notes.map((note: { code: string }) => note.code)], [90_000, ['project-withdrawn', 'project-twice']]);
  });

  it('takes every setting of the rules', async () => {
    const winners = async (...args: string[]) => (await json(twoDistricts, ...args)).winners;
    assert.deepEqual(await winners('--rule', 'equal-shares', '--utility', 'cardinality', '--completion', 'add1u', '--exhaustive', 'yes'), ['N1', 'S1']);
    assert.deepEqual(await winners('--rule', 'equal-shares', '--compare'), ['N1', 'N2']);
    assert.deepEqual(await winners('--rule', 'threshold', '--threshold', '5'), ['N1', 'N2']);
    assert.deepEqual(await winners('--rule', 'greedy', '--budget', '400.00'), ['S1']);
    assert.deepEqual(await winners('--rule', 'greedy-stop', '--budget', '400'), []);
    assert.deepEqual(await winners('--rule', 'phragmen', '--when-full', 'skip'), ['N1', 'S1']);
    assert.deepEqual(await winners('--rule', 'plurality'), ['N1']);
  });

  it('a rule that does not fit the votes names those that do', async () => {
    assert.equal(
      await misuse(twoDistricts, '--rule', 'schulze'),
      'Cette règle ne peut pas compter ce mode de vote. Règles possibles : plurality, greedy, greedy-stop, threshold, equal-shares, phragmen.',
    );
    assert.match(await misuse(twoDistricts, '--rule', 'equal-shares', '--utility', 'points'), /personne ne donne de points/);
  });

  it('a word it does not know is answered with the words it knows', async () => {
    assert.match(await misuse(twoDistricts), /Quelle règle \? Ajoutez --rule suivi de : plurality, greedy/);
    assert.match(await misuse(twoDistricts, '--rule', 'best'), /--rule accepte plurality, .* « best » n’en fait pas partie/);
    assert.match(await misuse(twoDistricts, '--rule', 'greedy', '--exhaustive', 'maybe'), /--exhaustive accepte yes, no/);
    assert.match(await misuse(twoDistricts, '--rule', 'greedy', '--step', 'much'), /--step attend un montant/);
    assert.match(await misuse(twoDistricts, '--rule', 'equal-shares', '--step', '0'), /au-dessus de zéro/);
    assert.match(await misuse(twoDistricts, '--rule', 'greedy', '--budget', '10.005'), /--budget attend un montant/);
    assert.match(await misuse(twoDistricts, '--rule', 'threshold', '--threshold', '-1'), /--threshold/);
    assert.match(await misuse(twoDistricts, '--rule', 'greedy', 'other.pb'), /un seul fichier/);
  });

  it('asks for a budget where the file has none, unless the rule needs none', async () => {
    const without = twoDistricts.replace('budget;1000\n', '');
    assert.match(await misuse(without, '--rule', 'greedy'), /Ajoutez --budget/);
    assert.deepEqual((await json(without, '--rule', 'greedy', '--budget', '500')).winners, ['N1']);
    assert.deepEqual((await json(without, '--rule', 'plurality')).winners, ['N1']);
  });

  it('a file in another count than it announces is counted, and that is said', async () => {
    const result = await json(twoDistricts.replace('num_votes;10', 'num_votes;12'), '--rule', 'greedy');
    assert.deepEqual(result.winners, ['N1', 'N2']);
    assert.ok(result.notes.some((note: { code: string }) => note.code === 'count-votes'));
  });

  const broken: [what: string, text: string, says: RegExp][] = [
    ['an unknown way to vote', twoDistricts.replace('approval', 'telepathy'), /Ligne 8 : Le mode de vote « telepathy » n’est pas connu/],
    ['a negative cost', twoDistricts.replace('N2;500', 'N2;-500'), /Ligne 12 : cost : « -500 » est sous zéro/],
    ['a missing part', twoDistricts.replace('PROJECTS\n', ''), /Ligne \d+ : .*PROJECTS/],
    ['no votes part', twoDistricts.slice(0, twoDistricts.indexOf('VOTES')), /La partie VOTES manque/],
    ['a vote for an unknown project', twoDistricts.replace('7;S1', '7;S9'), /Ligne 23 : Ce vote nomme le projet « S9 »/],
    ['something else than an election', 'nom;prix\nbanc;3\n', /ne? commence|commence par « nom »/],
  ];
  for (const [what, text, says] of broken) {
    it(`${what}: the line is said and nothing is counted`, async () => {
      const { code, out, err } = await run(text, '--rule', 'greedy', '--json');
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, says);
      assert.match(err, /Rien n’a été compté\.\n$/);
    });
  }

  it('says a bad row twenty times at most, and how many there are', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 11};X${i}`).join('\n');
    const { err } = await run(`${twoDistricts}${rows}\n`, '--rule', 'greedy');
    assert.match(err, /30 lignes en défaut/);
    assert.match(err, /… et 10 de plus/);
    assert.equal(err.match(/Ligne/g)?.length, 20);
  });

  it('one project that cannot be read does not fill the screen with its votes', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 11};S1`).join('\n');
    const { err } = await run(`${twoDistricts.replace('S1;400', 'S1;?')}${rows}\n`, '--rule', 'greedy');
    assert.match(err, /35 lignes en défaut/);
    assert.match(err, /cost : « \? » n’est pas un montant/);
    assert.equal(err.match(/le projet « S1 »/g)?.length, 3);
    assert.match(err, /… et 31 autres lignes pour la même raison\.\nRien n’a été compté\./);
  });

  it('a voter who comes again is said with the line, and counted', async () => {
    const { notes, options } = await json(twoDistricts.replace('10;S1,S2', '7;S1,S2'), '--rule', 'greedy');
    assert.deepEqual([options[2].votes, notes.find(({ code }: { code: string }) => code === 'voter-twice')?.lines], [4, [26]]);
  });

  it('without --rule, a file that carries its rule is counted by it, with every setting', async () => {
    const own = twoDistricts.replace('PROJECTS\n', 'parvis_rule;equal-shares\nparvis_utility;cardinality\nparvis_completion;add1u\nparvis_step;2.50\nparvis_exhaustive;yes\nparvis_compare;no\nPROJECTS\n');
    const { rule, settings, winners } = await json(own);
    assert.deepEqual([rule, settings], ['equal-shares', { budget: 100_000, utility: 'cardinality', completion: 'add1u', exhaustive: true, step: 250, compare: false }]);
    assert.deepEqual(winners, (await json(twoDistricts, '--rule', 'equal-shares', '--utility', 'cardinality', '--completion', 'add1u', '--exhaustive', 'yes', '--step', '2.50')).winners);
    assert.equal((await json(own, '--rule', 'greedy')).rule, 'greedy', 'the command line goes first');
    assert.match(await misuse(own, '--step', '5'), /--step va avec une règle/);
  });

  it('a file that is not there is said', async () => {
    let err = '';
    const code = await runCount([join(folder, 'nothing.pb'), '--rule', 'greedy'], { stdout: { write: () => {} }, stderr: { write: (part) => { err += part; } } });
    assert.equal(code, 1);
    assert.match(err, /n’existe pas/);
  });

  it('points too fine or too large to count exactly are refused', async () => {
    const points = (value: string) => `META\nkey;value\nbudget;9\nvote_type;scoring\nPROJECTS\nproject_id;cost\n1;9\nVOTES\nvoter_id;vote;points\n1;1;0.5\n2;1;${value}\n`;
    assert.match((await run(points('0.1234567891'), '--rule', 'greedy')).err, /Ligne 11 : Ce vote donne « 0.1234567891 » comme points/);
    assert.match((await run(points('999999999999999'), '--rule', 'greedy')).err, /trop grand pour être compté juste/);
    assert.deepEqual((await json(points('1.5'), '--rule', 'greedy')).options[0].value, 2);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { PabulibError, pbProblems, type PbProblem } from './problem.ts';
import { readPabulib } from './read.ts';
import type { PbVote } from './votes.ts';

const head = (meta: string) => `META\nkey;value\ndescription;Essai\n${meta}`;
const projects = 'PROJECTS\nproject_id;cost;name\n1;600;Bancs\n2;800;"Jardin ""Rose"""\n3;999999999;Mare\n';
const plainFile = (votes: string, meta = 'budget;1000\nvote_type;approval\n') => `${head(meta)}${projects}VOTES\nvoter_id;vote;points;voting_method\n${votes}`;

async function read(text: string | readonly string[]) {
  const problems: PbProblem[] = [];
  const file = await readPabulib(typeof text === 'string' ? [text] : text, (problem) => problems.push(problem));
  const votes: PbVote[] = [];
  for await (const vote of file.votes) votes.push(vote);
  return { ...file, votes, problems, codes: problems.map(({ code }) => code) };
}

const stops = async (text: string, code: string, line: number) => {
  await assert.rejects(read(text), (error) => {
    assert.ok(error instanceof PabulibError, String(error));
    assert.deepEqual([error.problem.code, error.problem.line], [code, line]);
    return true;
  });
};

describe('reading a Pabulib file', () => {
  it('gives budget, dates, limits, projects and votes', async () => {
    const meta = 'num_projects;3\nnum_votes;2\nbudget;"2500,50"\nvote_type;Approval\ncurrency;eur\ndate_begin;16.09.2023\ndate_end;2023\n'
      + 'min_length;1\nmax_length;2.0\nmax_sum_cost;1000.0\n';
    const { meta: read1, projects: list, votes, codes } = await read(plainFile('a;1,2;;internet\nb;2;;paper\n', meta));
    assert.deepEqual([read1.voteType, read1.budget, read1.currency, read1.dateBegin, read1.dateEnd], ['approval', 250_050, 'EUR', '2023-09-16', '2023']);
    assert.deepEqual(read1.limits, { minLength: 1, maxLength: 2, maxSumCost: 100_000 });
    assert.deepEqual(list.map(({ id, cost, name, withdrawn }) => [id, cost, name, withdrawn]), [
      ['1', 60_000, 'Bancs', false], ['2', 80_000, 'Jardin "Rose"', false], ['3', undefined, 'Mare', true],
    ]);
    assert.deepEqual(votes.map(({ projects: named, channel }) => [named, channel]), [[['1', '2'], 'online'], [['2'], 'paper']]);
    assert.deepEqual(codes, ['date-imprecise', 'project-withdrawn']);
  });

  it('reads sections and columns in any case, with a byte order mark, CR LF and semicolons left by a spreadsheet', async () => {
    const text = '\uFEFFmeta;;\nKey;Value;\nVote_Type;approval;\nbudget;10;\nprojects;;\nPROJECT_ID;Cost;\n1;5;\nvotes;;\nvoter_id;VOTE;\nx;1;\n';
    const { votes, projects: list } = await read(text.replaceAll('\n', '\r\n'));
    assert.deepEqual([list.length, votes.length], [1, 1]);
  });

  it('keeps the semicolons of a quoted text to the last, and none that a spreadsheet left', async () => {
    const { meta } = await read(plainFile('a;1\n', 'vote_type;approval\nbudget;10\ncomment;"Fin;";;\nunit;a;b;;\nrule;;\n'));
    assert.deepEqual(['comment', 'unit', 'rule'].map((key) => meta.entries.get(key)?.value), ['Fin;', 'a;b', '']);
  });

  it('counts a project named twice once, where it stands first', async () => {
    const { votes, problems } = await read(plainFile('a;2,1,2\n'));
    assert.deepEqual(votes[0]?.projects, ['2', '1']);
    assert.ok(problems.some(({ code, line, value }) => code === 'project-twice' && line === 13 && value === '2'));
  });

  it('takes zero points of a cumulative vote for no support, and keeps a score of zero', async () => {
    const votes = 'a;1,2;0,3\nb;1;0\n';
    const cumulative = await read(plainFile(votes, 'budget;10\nvote_type;cumulative\n'));
    assert.deepEqual(cumulative.votes.map(({ projects: named, points }) => [named, points]), [[['2'], [3]], [[], []]]);
    assert.deepEqual(cumulative.codes.filter((code) => code === 'zero-points' || code === 'empty-vote'), ['zero-points', 'zero-points', 'empty-vote']);
    const scoring = await read(plainFile(votes, 'budget;10\nvote_type;scoring\n'));
    assert.deepEqual(scoring.votes.map(({ points }) => points), [[0, 3], [0]]);
  });

  it('keeps an empty vote and missing trailing fields', async () => {
    const { votes, codes } = await read(plainFile('a;\nb\n'));
    assert.deepEqual(votes.map(({ projects: named }) => named), [[], []]);
    assert.equal(codes.filter((code) => code === 'empty-vote').length, 2);
  });

  it('leaves bad rows out and names their line, also after a quoted line end', async () => {
    const rows = 'a;9\nb;1;"x\ny"\nc;1,2;;;;stray\nd;"1\n"\n';
    const { votes, problems } = await read(plainFile(rows));
    assert.deepEqual(votes.map(({ line }) => line), [14, 17]);
    assert.deepEqual(problems.filter(({ code }) => pbProblems[code] === 'bad').map(({ line, code }) => [line, code]), [[13, 'unknown-project'], [16, 'cells-too-many']]);
  });

  it('refuses points that do not match their projects', async () => {
    const { codes } = await read(plainFile('a;1,2;3\nb;1;x\nc;1;-1\n', 'budget;10\nvote_type;cumulative\n'));
    assert.deepEqual(codes.filter((code) => code.startsWith('points')), ['points-mismatch', 'points-malformed', 'points-negative']);
  });

  it('refuses projects without a cost, with the id of another, or below zero', async () => {
    const text = `${head('budget;10\nvote_type;approval\n')}PROJECTS\nproject_id;cost\n1;5\n1;6\n;7\n4;\n5;-3\n6;1.234\nVOTES\nvote\n1\n`;
    const { projects: list, problems } = await read(text);
    assert.deepEqual(list.map(({ id }) => id), ['1']);
    assert.deepEqual(problems.filter(({ code }) => pbProblems[code] === 'bad').map(({ line, code }) => [line, code]), [
      [9, 'project-repeated'], [10, 'project-without-id'], [11, 'amount-malformed'], [12, 'amount-negative'], [13, 'amount-ambiguous'],
    ]);
  });

  it('says on which line a voter comes again, and counts both votes', async () => {
    const { votes, problems } = await read(plainFile('a;1\nb;2\n;1\na;2\n;2\nA;1\na;1\n'));
    assert.equal(votes.length, 7);
    assert.deepEqual(problems.filter(({ code }) => code === 'voter-twice'), [{ line: 16, code: 'voter-twice', field: 'voter_id' }, { line: 19, code: 'voter-twice', field: 'voter_id' }]);
    const unnamed = await read(`${head('budget;10\nvote_type;approval\n')}${projects}VOTES\nvote\n1\n1\n`);
    assert.ok(!unnamed.codes.includes('voter-twice'), 'a file without the column');
  });

  it('finds every voter who comes again among very many, and no other', async () => {
    const ids = Array.from({ length: 30_000 }, (_, i) => `v${(i * 7919) % 29_000}`);
    const twice = ids.flatMap((id, i) => (ids.indexOf(id) < i ? [i] : []));
    const { problems } = await read(plainFile(ids.map((id) => `${id};1\n`).join('')));
    assert.deepEqual(problems.filter(({ code }) => code === 'voter-twice').map(({ line }) => line - 13), twice);
    assert.equal(twice.length, 1_000);
  });

  it('names a setting of the rule that it does not know, by its line', async () => {
    const { problems, meta } = await read(plainFile('a;1\n', 'budget;10\nvote_type;approval\nparvis_rule;Phragmen\nparvis_when_full;maybe\nparvis_step;x\n'));
    assert.deepEqual(problems.filter(({ field = '' }) => field.startsWith('parvis')), [
      { line: 8, code: 'amount-malformed', field: 'parvis_step', value: 'x' }, { line: 7, code: 'setting-unknown', field: 'parvis_when_full', value: 'maybe' },
    ]);
    assert.deepEqual(meta.counting, { rule: 'phragmen' });
  });

  it('says when there are more or fewer votes and projects than announced', async () => {
    const { problems } = await read(plainFile('a;1\n', 'budget;10\nvote_type;approval\nnum_projects;4\nnum_votes;2\n'));
    const counts = problems.filter(({ code }) => code.startsWith('count')).map(({ code, line, declared, actual }) => [code, line, declared, actual]);
    assert.deepEqual(counts, [['count-projects', 6, 4, 3], ['count-votes', 7, 2, 1]]);
  });

  it('says what in META cannot be read, by its line', async () => {
    const meta = 'vote_type;approval\nbudget;dix\nmax_length;beaucoup\ndate_begin;31.02.2024\ncurrency;euros\nmax_length;3\ncomment;#1: a;b\n';
    const { problems, meta: read1 } = await read(plainFile('a;1\n', meta));
    assert.deepEqual(problems.filter(({ line }) => line < 11).map(({ code, line }) => [code, line]).toSorted((a, b) => Number(a[1]) - Number(b[1])), [
      ['count-missing', 1], ['count-missing', 1], ['amount-malformed', 5], ['number-malformed', 6], ['date-malformed', 7], ['currency-unknown', 8], ['key-repeated', 9],
    ]);
    assert.equal(read1.entries.get('comment')?.value, '#1: a;b');
  });

  it('stops where nothing can be read from, and names the line', async () => {
    const good = head('budget;10\nvote_type;approval\n');
    await stops('', 'section-missing', 1);
    await stops('titre;cout\nBanc;5\n', 'not-pabulib', 1);
    await stops('PROJECTS\n', 'section-order', 1);
    await stops(good, 'section-missing', 5);
    await stops(`${good}VOTES\nvote\n1\n`, 'section-missing', 6);
    await stops(`${good}PROJECTS\nproject_id;cost\n1;5\nPROJECTS\n`, 'section-repeated', 9);
    await stops(`${good}PROJECTS\nproject_id;price\n1;5\nVOTES\nvote\n`, 'column-missing', 7);
    await stops(`${good}PROJECTS\nproject_id;cost\nVOTES\nvote\n`, 'no-projects', 8);
    await stops(`${good}PROJECTS\nproject_id;cost\n1;5\nVOTES\n`, 'column-missing', 9);
    await stops(`${good.replace('approval', 'guessing')}${projects}VOTES\nvote\n`, 'vote-type-unknown', 5);
    await stops(`${head('budget;10\n')}${projects}VOTES\nvote\n`, 'vote-type-missing', 1);
    await stops(`${good}${projects}VOTES\nvote\n1\n"2\n`, 'quote-not-closed', 14);
  });

  it('takes no word of the file for a name of its own', async () => {
    const { votes, projects: list, codes } = await read(
      `${head('budget;10\nvote_type;approval\nconstructor;x\n__proto__;y\n')}PROJECTS\nproject_id;cost\nconstructor;5\n__proto__;6\nVOTES\nvote;voting_method\n__proto__,constructor;constructor\ntoString;\n`,
    );
    assert.deepEqual([list.length, votes.map(({ projects: named, channel }) => [named, channel])], [2, [[['__proto__', 'constructor'], undefined]]]);
    assert.ok(codes.includes('channel-unknown') && codes.includes('unknown-project'));
  });

  it('holds no more than a few rows in memory while votes are read', async () => {
    let given = 0;
    async function* chunks() {
      yield plainFile('');
      for (; given < 1_000; given += 1) yield 'a;1,2;;internet\n'.repeat(100);
    }
    const file = await readPabulib(chunks(), () => {});
    for (let i = 0; i < 200; i += 1) await file.votes.next();
    assert.ok(given < 5, `${given} chunks were read for 200 votes`);
    await file.votes.return();
  });

  it('never throws anything but its own errors, and every problem has a line of the file', async () => {
    const line = fc.oneof(
      fc.constantFrom('META', 'PROJECTS', 'VOTES', 'key;value', 'project_id;cost;name', 'voter_id;vote;points', 'vote_type;approval',
        'vote_type;cumulative', 'budget;100', 'num_votes;2', '1;50;"A"', '2;999999999;B', 'x;1,2;3,0', 'y;1,1', '"', '"open;'),
      fc.string({ unit: fc.constantFrom('1', ',', ';', '"', 'a', '-', '.', ' ', '\u0000', '9') }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 25 }), fc.boolean(), async (lines, whole) => {
      const text = whole ? ['META', 'vote_type;approval', 'PROJECTS', 'project_id;cost', '1;5', 'VOTES', 'voter_id;vote', ...lines] : lines;
      const joined = text.join('\n');
      const count = joined.split(/\r\n|\n|\r/).length;
      const inside = (at: number) => assert.ok(at >= 1 && at <= Math.max(count, 1), `line ${at} of ${count}`);
      try {
        const { problems, votes } = await read(joined);
        for (const problem of problems) inside(problem.line);
        for (const vote of votes) inside(vote.line);
      } catch (error) {
        assert.ok(error instanceof PabulibError, String(error));
        inside(error.problem.line);
      }
    }), { numRuns: 400 });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { electionOfPabulib } from './election.ts';
import { readMetaKeys } from './meta.ts';
import { PabulibError, type PbProblem, quoted } from './problem.ts';
import { readProjectColumns } from './projects.ts';
import { readPabulib } from './read.ts';
import { readVoteColumns } from './votes.ts';

/** A whole file from its parts; META begins on line 1, its first entry stands on line 3. */
interface Parts {
  meta?: string[];
  projects?: string[];
  votes?: string[];
}
const meta0 = ['vote_type;approval', 'budget;10', 'currency;EUR', 'num_projects;1', 'num_votes;1'];
const fileOf = ({ meta = meta0, projects = ['project_id;cost', '1;5'], votes = ['voter_id;vote', 'a;1'] }: Parts) => ['META', 'key;value', ...meta, 'PROJECTS', ...projects, 'VOTES', ...votes, ''].join('\n');

async function read(parts: Parts | string) {
  const problems: PbProblem[] = [];
  const file = await readPabulib([typeof parts === 'string' ? parts : fileOf(parts)], (problem) => problems.push(problem));
  const votes = [];
  for await (const { line: _, ...vote } of file.votes) votes.push(vote);
  return { ...file, votes, problems };
}
const said = async (parts: Parts) => (await read(parts)).problems;
const stop = async (text: string): Promise<PbProblem> => {
  const error: unknown = await read(text).then(() => undefined, (reason: unknown) => reason);
  assert.ok(error instanceof PabulibError, String(error));
  assert.deepEqual([error.name, error.message], ['PabulibError', `${error.problem.code} (line ${error.problem.line})`]);
  return error.problem;
};
const without = (key: string) => meta0.filter((entry) => !entry.startsWith(key));

describe('What is said about META', () => {
  it('is nothing where all is well', async () => {
    assert.deepEqual(await said({}), []);
  });

  it('names the key that is missing, on the line of the title, or the count that nobody can check', async () => {
    assert.deepEqual(await said({ meta: without('budget') }), [{ line: 1, code: 'budget-missing', field: 'budget' }]);
    assert.deepEqual(await said({ meta: without('currency') }), [{ line: 1, code: 'currency-missing', field: 'currency' }]);
    assert.deepEqual(await said({ meta: without('num_projects') }), [{ line: 1, code: 'count-missing', field: 'num_projects', actual: 1 }]);
    assert.deepEqual(await said({ meta: without('num_votes') }), [{ line: 1, code: 'count-missing', field: 'num_votes', actual: 1 }]);
  });

  it('takes a key without a value for a key that is not there', async () => {
    assert.deepEqual(await said({ meta: [...without('budget'), 'budget;'] }), [{ line: 1, code: 'budget-missing', field: 'budget' }]);
    assert.deepEqual(await said({ meta: [...without('currency'), 'currency;'] }), [{ line: 1, code: 'currency-missing', field: 'currency' }]);
    const { problems, meta } = await read({ meta: [...meta0, 'max_length;', 'max_sum_cost;', 'date_begin;', 'parvis_rule;'] });
    assert.deepEqual([problems, meta.limits, meta.dateBegin, meta.counting], [[], {}, undefined, undefined]);
  });

  it('names what cannot be read, with the line, the key and the value', async () => {
    assert.deepEqual(await said({ meta: [...without('currency'), 'currency;euros', 'max_length;3.5', 'date_begin;32.01.2024', 'date_end;03.2024', 'max_sum_cost;1.234', 'min_sum_cost;0.005', 'MAX_LENGTH;4'] }), [
      { line: 13, code: 'key-repeated', field: 'max_length', value: '4' },
      { line: 7, code: 'currency-unknown', field: 'currency', value: 'euros' },
      { line: 8, code: 'number-malformed', field: 'max_length', value: '3.5' },
      { line: 12, code: 'amount-rounded', field: 'min_sum_cost', value: '0.005' },
      { line: 11, code: 'amount-ambiguous', field: 'max_sum_cost', value: '1.234' },
      { line: 9, code: 'date-malformed', field: 'date_begin', value: '32.01.2024' },
      { line: 10, code: 'date-imprecise', field: 'date_end', value: '2024-03' },
    ]);
    assert.deepEqual(await said({ meta: [...meta0, 'date_begin;31.01.2024'] }), []);
  });

  it('takes only `key;value` for the heading', async () => {
    const { meta } = await read({ meta: [...meta0, 'key;other', 'other;value', 'KEY;VALUE'] });
    assert.deepEqual(['key', 'other'].map((key) => meta.entries.get(key)?.value), ['other', 'value']);
  });

  it('cuts a long value to 200 characters', async () => {
    assert.equal(quoted('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(quoted('x'.repeat(201)), `${'x'.repeat(199)}…`);
    const [found] = await said({ meta: [...meta0, `max_length;${'y'.repeat(300)}`] });
    assert.equal(found?.value?.length, 200);
  });

  it('lists every key and column that ends in a field, and no other', () => {
    assert.deepEqual(readMetaKeys.toSorted(), [
      'budget', 'currency', 'date_begin', 'date_end', 'default_score', 'max_length', 'max_points', 'max_sum_cost', 'max_sum_points', 'max_total_cost', 'min_length', 'min_points',
      'min_project_score_threshold', 'min_sum_cost', 'min_sum_points', 'num_projects', 'num_votes', 'parvis_compare', 'parvis_completion', 'parvis_exhaustive', 'parvis_rule', 'parvis_step',
      'parvis_utility', 'parvis_when_full', 'vote_type',
    ]);
    assert.deepEqual(readProjectColumns.toSorted(), ['category', 'cost', 'description', 'district', 'name', 'neighborhood', 'project_id', 'score', 'selected', 'subunit', 'votes']);
    assert.deepEqual(readVoteColumns, ['vote', 'points', 'voting_method']);
  });
});

describe('Where reading stops', () => {
  it('the part, the column or the value is named', async () => {
    assert.deepEqual(await stop(''), { line: 1, code: 'section-missing', field: 'META' });
    assert.deepEqual(await stop(' titre ;cout\n'), { line: 1, code: 'not-pabulib', value: 'titre' });
    assert.deepEqual(await stop('VOTES\n'), { line: 1, code: 'section-order', field: 'VOTES' });
    assert.deepEqual(await stop('META\nbudget;1\n'), { line: 2, code: 'section-missing', field: 'PROJECTS' });
    assert.deepEqual(await stop('META\nVOTES\n'), { line: 2, code: 'section-missing', field: 'PROJECTS' });
    assert.deepEqual(await stop('META\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;1\n'), { line: 5, code: 'section-missing', field: 'VOTES' });
    assert.deepEqual(await stop('META\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;1\nMETA\n'), { line: 6, code: 'section-repeated', field: 'META' });
    assert.deepEqual(await stop(fileOf({ votes: ['voter_id;vote', 'a;1', 'VOTES'] })), { line: 14, code: 'section-repeated', field: 'VOTES' });
    assert.deepEqual(await stop(fileOf({ projects: ['project_id', '1'] })), { line: 9, code: 'column-missing', field: 'cost' });
    assert.deepEqual(await stop(fileOf({ meta: ['vote_type;cumulative'] })), { line: 8, code: 'column-missing', field: 'points' });
    assert.deepEqual(await stop(fileOf({ meta: ['vote_type;'] })), { line: 1, code: 'vote-type-missing', field: 'vote_type' });
    assert.deepEqual(await stop(fileOf({ meta: ['vote_type;x'] })), { line: 3, code: 'vote-type-unknown', field: 'vote_type', value: 'x' });
  });

  it('a row that only begins like the title of a part is a row', async () => {
    const { projects, votes } = await read({ projects: ['project_id;cost', 'VOTES;5', 'meta;6', '1;7'], votes: ['vote;voter_id', 'VOTES;a', 'meta,1;b'] });
    assert.deepEqual([projects.map(({ id }) => id), votes.map((vote) => vote.projects)], [['VOTES', 'meta', '1'], [['VOTES'], ['meta', '1']]]);
  });

  it('the file is let go of, and not when it came to its end', async () => {
    const letGo = async (text: string, act: (file: Awaited<ReturnType<typeof readPabulib>>) => Promise<unknown>) => {
      let times = 0;
      const [head, ...rest] = text.split(/(?<=VOTES\n)/);
      const pieces = [head!, ...rest].values();
      const chunks = { [Symbol.asyncIterator]: () => ({ next: async () => pieces.next(), return: async () => ({ done: true as const, value: void (times += 1) }) }) };
      await readPabulib(chunks, () => {}).then(act, () => undefined);
      return times;
    };
    const all = async ({ votes }: Awaited<ReturnType<typeof readPabulib>>) => { for await (const _ of votes); };
    assert.equal(await letGo(fileOf({}), all), 0, 'read to its end');
    assert.equal(await letGo(fileOf({}), async ({ votes }) => { await votes.next(); await votes.return(); }), 1, 'left in the middle');
    assert.equal(await letGo(fileOf({ projects: ['project_id', '1'] }), all), 1, 'stopped by a fault');
    assert.equal(await letGo(fileOf({ votes: ['voter_id;vote', 'a;1', 'META'] }), (file) => all(file).catch(() => undefined)), 1, 'stopped by a fault among the votes');
  });
});

describe('What is said about projects and votes', () => {
  it('names the column of what is wrong with a project', async () => {
    assert.deepEqual(await said({ projects: ['project_id;cost;selected', '1;5;1', ';6;', '1;7;', '4;x;', '5;6;2', '6;7;0', '7;0.999;3.5'], meta: without('num_projects') }), [
      { line: 10, code: 'project-without-id', field: 'project_id' },
      { line: 11, code: 'project-repeated', field: 'project_id', value: '1' },
      { line: 12, code: 'amount-malformed', field: 'cost', value: 'x' },
      { line: 13, code: 'selected-unusual', field: 'selected', value: '2' },
      { line: 15, code: 'amount-rounded', field: 'cost', value: '0.999' },
      { line: 1, code: 'count-missing', field: 'num_projects', actual: 7 },
    ]);
  });

  it('knows the columns by their first name, and passes over those without', async () => {
    const { columns, votes, projects } = await read({ projects: ['project_id;;COST;cost', '1;9;5'], votes: ['voter_id;;Vote;VOTE', 'a;x;1'] });
    assert.deepEqual(columns, { projects: ['project_id', 'cost'], votes: ['voter_id', 'vote'] });
    assert.deepEqual([projects[0]?.cost, votes], [500, [{ projects: ['1'] }]]);
  });

  it('counts cells beyond the columns, but for the empty ones of a spreadsheet', async () => {
    assert.deepEqual(await said({ votes: ['voter_id;vote', 'a;1;;;'] }), []);
    assert.deepEqual(await said({ votes: ['voter_id;vote', 'a;1;;x;'], meta: without('num_votes') }), [
      { line: 12, code: 'cells-too-many', declared: 2, actual: 4 }, { line: 1, code: 'count-missing', field: 'num_votes', actual: 1 },
    ]);
  });

  it('reads how people voted, in any case, and says what it does not know', async () => {
    const ways = ['Internet', 'ONLINE', 'paper', 'papier', 'Assisted', '', 'pigeon'];
    const { votes, problems } = await read({ meta: [...without('num_votes'), `num_votes;${ways.length}`], votes: ['voter_id;vote;voting_method', ...ways.map((way, i) => `${i};1;${way}`)] });
    assert.deepEqual(votes.map(({ channel }) => channel), ['online', 'online', 'paper', 'paper', 'assisted', undefined, undefined]);
    assert.deepEqual(problems, [{ line: 19, code: 'channel-unknown', value: 'pigeon' }]);
  });

  it('passes over spaces and empty places in a list', async () => {
    const { votes } = await read({ projects: ['project_id;cost', '1;5', '2;6'], votes: ['vote', '" 2 , ,1,"'], meta: ['vote_type;ordinal'] });
    assert.deepEqual(votes, [{ projects: ['2', '1'] }]);
  });

  it('keeps the points of the first place of a project that is named twice', async () => {
    const { votes, problems } = await read({ projects: ['project_id;cost', '1;5', '2;6'], votes: ['vote;points', '1,2,1,2;3,4,5,6', '1;-0', '1,2;1'], meta: ['vote_type;scoring'] });
    assert.deepEqual(votes, [{ projects: ['1', '2'], points: [3, 4] }, { projects: ['1'], points: [0] }]);
    assert.deepEqual(problems.filter(({ line }) => line > 7), [
      { line: 10, code: 'project-twice', value: '1' }, { line: 12, code: 'points-mismatch', field: 'points', declared: 2, actual: 1 },
    ]);
  });

  it('says on which line signs nobody can read were taken out', async () => {
    assert.deepEqual(await said({ votes: ['voter_id;vote', 'a;1\u0007'] }), [{ line: 13, code: 'control-characters' }]);
  });

  it('gives a usual score only where votes are scores', async () => {
    const file = (type: string) => fileOf({ meta: [`vote_type;${type}`, 'default_score;2'], projects: ['project_id;cost', '1;5', '2;6'], votes: ['vote;points', '1;3'] });
    const named = async (type: string) => [...(await electionOfPabulib(await readPabulib([file(type)], () => {}))).votes.options(0)];
    assert.deepEqual([await named('scoring'), await named('cumulative')], [[0, 1], [0]]);
  });
});

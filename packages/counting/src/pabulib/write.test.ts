import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RuleName } from '@parvis/contract';
import { countingRules } from '@parvis/contract/counting-rules';
import * as fc from 'fast-check';
import { pbProblems, type PbProblem } from './problem.ts';
import { readPabulib } from './read.ts';
import { countingOf, type PbCounting } from './settings.ts';
import { type PabulibContent, writePabulib } from './write.ts';

type Change = Partial<Omit<PabulibContent, 'meta'>> & { meta?: Partial<PabulibContent['meta']> };

const bench = { id: '1', cost: 60_050, withdrawn: false };
const content = ({ meta, ...rest }: Change = {}): PabulibContent => ({
  meta: { entries: new Map(), voteType: 'approval', limits: {}, ...meta }, projects: [bench], votes: [], ...rest,
});

async function chunksOf(written: PabulibContent): Promise<string[]> {
  const chunks = [];
  for await (const chunk of writePabulib(written)) chunks.push(chunk);
  return chunks;
}
const textOf = async (written: PabulibContent) => (await chunksOf(written)).join('');

async function readBack(chunks: readonly string[]) {
  const problems: PbProblem[] = [];
  const { meta, projects, votes: rows } = await readPabulib(chunks, (problem) => problems.push(problem));
  const votes = [];
  for await (const { line: _, ...vote } of rows) votes.push(vote);
  const { line: _, exponent: __, numProjects, entries, ...rest } = meta;
  const texts = new Map([...entries].map(([key, { value }]) => [key, { value }]));
  return { meta: { ...rest, entries: texts }, numProjects, projects: projects.map(({ line: _, ...project }) => project), votes, problems };
}

const refused = (change: Change, message: RegExp) =>
  assert.rejects(textOf(content(change)), (error) => error instanceof RangeError && message.test(error.message), String(message));

describe('writing a Pabulib file', () => {
  it('writes the three parts with their headings, keys in the order of the format', async () => {
    const text = await textOf({
      meta: {
        entries: new Map(Object.entries({ comment: '#1: rien', extra: 'x', unit: 'Ville', description: 'Essai', rule: 'greedy', budget: 'not this one', language: 'fr' }).map(([key, value]) => [key, { value }])),
        voteType: 'cumulative', budget: 1_000_000, currency: 'EUR', numVotes: 2, dateBegin: '2026-03-01', dateEnd: '2026-04',
        limits: { minLength: 1, maxLength: 3, minSumCost: 100, maxSumCost: 250_050, minPoints: 0, maxPoints: 4, minSumPoints: 2, maxSumPoints: 10, defaultScore: 0, minProjectScoreThreshold: 5 },
      },
      projects: [
        { id: '1', cost: 60_050, withdrawn: false, votes: 2, score: 5, selected: 1, name: 'Bancs', category: 'rue, parc', neighborhood: 'Nord', subunit: 'A', district: 'B', description: 'Dix bancs' },
        { id: '2', withdrawn: true },
      ],
      votes: [{ projects: ['1', '2'], points: [3, 0.5], channel: 'online' }, { projects: [], points: [] }],
    });
    assert.equal(text, [
      'META', 'key;value', 'description;Essai', 'unit;Ville', 'num_projects;2', 'num_votes;2', 'budget;10000', 'vote_type;cumulative', 'rule;greedy',
      'date_begin;01.03.2026', 'date_end;04.2026', 'min_length;1', 'max_length;3', 'min_sum_cost;1', 'max_sum_cost;2500.50', 'min_points;0', 'max_points;4',
      'min_sum_points;2', 'max_sum_points;10', 'default_score;0', 'min_project_score_threshold;5', 'language;fr', 'currency;EUR', 'comment;#1: rien', 'extra;x',
      'PROJECTS', 'project_id;cost;votes;score;name;category;selected;neighborhood;subunit;district;description',
      '1;600.50;2;5;Bancs;rue, parc;1;Nord;A;B;Dix bancs', '2;999999999;;;;;;;;;',
      'VOTES', 'voter_id;vote;points;voting_method', '1;1,2;3,0.5;internet', '2;;;', '',
    ].join('\n'));
  });

  it('leaves out what is not there', async () => {
    assert.equal(await textOf(content({ votes: [{ projects: ['1'], channel: 'paper' }, { projects: ['1'], channel: 'assisted' }] })), [
      'META', 'key;value', 'num_projects;1', 'vote_type;approval', 'PROJECTS', 'project_id;cost', '1;600.50',
      'VOTES', 'voter_id;vote;voting_method', '1;1;paper', '2;1;assisted', '',
    ].join('\n'));
  });

  it('puts the keys of a file in the order of the format, and those it does not know last', async () => {
    const known = ['description', 'country', 'unit', 'district', 'subunit', 'instance', 'rule', 'edition', 'language', 'comment'];
    const entries = new Map(['other', ...known.toReversed()].map((key) => [key, { value: 'x' }]));
    const text = await textOf(content({ meta: { entries, budget: 100, currency: 'EUR', numVotes: 0, dateBegin: '2026' } }));
    assert.deepEqual(text.slice(0, text.indexOf('PROJECTS')).trim().split('\n').slice(2).map((line) => line.split(';')[0]), [
      'description', 'country', 'unit', 'district', 'subunit', 'instance', 'num_projects', 'num_votes', 'budget', 'vote_type', 'rule', 'date_begin',
      'edition', 'language', 'currency', 'comment', 'other',
    ]);
  });

  it('writes limits from their fields alone, also those an older file names otherwise', async () => {
    const text = await textOf(content({ meta: { entries: new Map([['max_total_cost', { value: '7' }], ['max_length', { value: '9' }]]), limits: { maxSumCost: 700 } } }));
    assert.deepEqual(text.match(/max_.*/g), ['max_sum_cost;7']);
  });

  it('gives a withdrawn project the cost that says so, whatever it cost before', async () => {
    assert.match(await textOf(content({ projects: [{ id: '1', cost: 500, withdrawn: true }] })), /\n1;999999999\n/);
    await refused({ projects: [{ id: '1', withdrawn: false }] }, /would change this project: 1/);
  });

  it('quotes semicolons, quotes and line ends, and nothing else', async () => {
    const names = ['Place; fontaine', 'Jardin "Rose"', 'Deux\nlignes', 'Crèche, Noël'];
    const text = await textOf(content({ projects: names.map((name, i) => ({ id: String(i), cost: 100, withdrawn: false, name })) }));
    assert.match(text, /\n0;1;"Place; fontaine"\n1;1;"Jardin ""Rose"""\n2;1;"Deux\nlignes"\n3;1;Crèche, Noël\n/);
  });

  it('writes what a reader would take away anyhow in its plain form', async () => {
    const text = await textOf(content({
      meta: { entries: new Map([['unit', { value: '  Ville\u0000 ' }], ['country', { value: ' ' }]]) },
      projects: [{ ...bench, name: ' Deux\r\nlignes\ret\u0007 fin ' }],
    }));
    assert.match(text, /\nunit;Ville\n/);
    assert.ok(!text.includes('country'));
    assert.match(text, /"Deux\nlignes\net fin"\n/);
  });

  it('carries the rule and all its settings in keys of its own, which are read back as they were', async () => {
    const counting = { rule: 'equal-shares', utility: 'cardinality', completion: 'add1u', exhaustive: false, step: 12_50, compare: true } as const;
    const chunks = await chunksOf(content({ meta: { budget: 100_000, limits: { minProjectScoreThreshold: 3 }, counting } }));
    assert.deepEqual(chunks.join('').match(/^parvis_.*$/gm), [
      'parvis_rule;equal-shares', 'parvis_utility;cardinality', 'parvis_completion;add1u', 'parvis_exhaustive;no', 'parvis_step;12.50', 'parvis_compare;yes',
    ]);
    const { meta } = await readBack(chunks);
    assert.deepEqual(meta.counting, counting);
    assert.deepEqual(countingOf(meta), { ...counting, budget: 100_000 });
    const phragmen = await readBack(await chunksOf(content({ meta: { counting: { rule: 'phragmen', whenFull: 'skip' } } })));
    assert.deepEqual(countingOf(phragmen.meta), { rule: 'phragmen', whenFull: 'skip' });
    const least = await readBack(await chunksOf(content({ meta: { limits: { minProjectScoreThreshold: 3 }, counting: { rule: 'threshold' } } })));
    assert.deepEqual(countingOf(least.meta), { rule: 'threshold', threshold: 3 });
    assert.equal(countingOf((await readBack(await chunksOf(content()))).meta), undefined);
    assert.deepEqual(countingOf({ budget: 5, limits: { minProjectScoreThreshold: 3 }, counting: { rule: 'plurality' } }), { rule: 'plurality' });
  });

  it('gives amounts in the units of their currency', async () => {
    const costs = async (currency: string | undefined, cost: number) => {
      const text = await textOf(content({ meta: currency === undefined ? {} : { currency }, projects: [{ ...bench, cost }] }));
      return /\n1;(.*)\n/.exec(text)![1];
    };
    assert.deepEqual([await costs('JPY', 1_234), await costs('TND', 1_234), await costs(undefined, 5), await costs('EUR', 0)], ['1234', '1.234', '0.05', '0']);
    assert.match(await textOf(content({ meta: { currency: 'JPY', budget: 77 }, projects: [{ id: '1', withdrawn: true }] })), /\nbudget;77\n[^]*\n1;999999999\n/);
  });

  it('cuts the text into chunks as votes come, without waiting for the last one', async () => {
    let given = 0;
    function* votes() {
      for (; given < 50_000; given += 1) yield { projects: ['1'] };
    }
    const chunks = writePabulib(content({ votes: votes() }));
    const { value: first } = await chunks.next();
    assert.ok(first!.length >= 65_536 && first!.length < 70_000, `${first!.length}`);
    assert.ok(given > 5_000 && given < 10_000, `${given} votes were asked for`);
    let all = first!;
    for await (const chunk of chunks) {
      assert.ok(chunk.length > 0 && chunk.length < 70_000);
      all += chunk;
    }
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i + 1};1;\n`).join('');
    assert.ok(all.endsWith(`VOTES\nvoter_id;vote;voting_method\n${rows}`), 'no vote is lost or written twice where one chunk ends');
  });

  it('takes votes that come one by one, as from a store', async () => {
    async function* votes() {
      yield { projects: ['1'] };
    }
    assert.match(await textOf(content({ votes: votes() })), /\n1;1;\n$/);
  });

  it('refuses what a reader would refuse or read as something else', async () => {
    await refused({ votes: [{ projects: ['2'] }] }, /unknown-project 2/);
    await refused({ projects: [{ ...bench, id: '1,5' }], votes: [{ projects: ['1,5'] }] }, /unknown-project 1/);
    await refused({ projects: [{ ...bench, id: '1,2' }, bench, { ...bench, id: '2' }], votes: [{ projects: ['1,2'] }] }, /would change this vote: 1,2/);
    await refused({ votes: [{ projects: ['1', '1'] }] }, /would change this vote: 1,1/);
    await refused({ projects: [bench, { ...bench, id: ' 1' }] }, /project-repeated 1/);
    await refused({ projects: [{ ...bench, id: ' ' }] }, /project-without-id/);
    await refused({ projects: [{ ...bench, cost: -5 }] }, /amount-malformed/);
    await refused({ projects: [{ ...bench, cost: 99_999_999_900 }] }, /a cost of 999999999 says that a project was withdrawn: 1/);
    await refused({ projects: [{ ...bench, votes: 1.5 }] }, /would change this project: 1/);
    await refused({ meta: { dateBegin: '2026-02-31' } }, /date-malformed 31.02.2026/);
    await refused({ meta: { limits: { maxLength: 2.5 } } }, /number-malformed 2.5/);
    await refused({ meta: { voteType: 'scoring' }, votes: [{ projects: ['1'] }] }, /points-mismatch/);
    await refused({ meta: { voteType: 'scoring' }, votes: [{ projects: ['1'], points: [1e-7] }] }, /points-malformed 1e-7/);
    await refused({ meta: { voteType: 'cumulative' }, votes: [{ projects: ['1'], points: [-1] }] }, /points-negative -1/);
    await refused({ meta: { voteType: 'cumulative' }, votes: [{ projects: ['1'], points: [0] }] }, /would change this vote: 1/);
    await refused({ meta: { numVotes: 2 }, votes: [{ projects: [] }] }, /2 votes were announced, there are 1/);
  });

  it('gives the same data when it is read again', async () => {
    await fc.assert(fc.asyncProperty(anyContent, async (drawn) => {
      const chunks = await chunksOf(drawn);
      const { numProjects, problems, meta, projects, votes } = await readBack(chunks);
      assert.deepEqual(problems.filter(({ code }) => pbProblems[code] === 'bad' && code !== 'budget-missing'), []);
      assert.equal(numProjects, drawn.projects.length);
      assert.deepEqual(projects, drawn.projects);
      assert.deepEqual(votes, drawn.votes);
      const { entries, ...fields } = meta;
      const { entries: written, ...wanted } = drawn.meta;
      assert.deepEqual(fields, wanted);
      for (const [key, value] of written) assert.deepEqual(entries.get(key), value, key);
      assert.equal(await textOf({ meta, projects, votes }), chunks.join(''), 'written again, the text is the same');
    }), { numRuns: 300 });
  });
});

/** Words a reader gives back as they are: line ends as LF, no control characters, no spaces around. Absent rather than empty. */
const text = fc.string({ unit: fc.constantFrom('a', 'É', '"', ';', ',', '\n', ' ', '\t', '€', '’', '1', '.') }).map((drawn) => drawn.trim());
const someText = text.filter((drawn) => drawn !== '');
const id = fc.string({ unit: fc.constantFrom('a', '1', ';', '"', ' ', 'é', '/'), minLength: 1 }).map((drawn) => drawn.trim()).filter((drawn) => drawn !== '');
const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const dates = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
const minor = fc.oneof(fc.nat(1_000), fc.maxSafeNat()).filter((drawn) => drawn % 999_999_999 !== 0 || drawn === 0);
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) => fc.record(fields, { requiredKeys: [], noNullPrototype: true });
const points = fc.integer({ min: 1, max: 10_000_000 }).map((drawn) => drawn / 1_000);
const channel = fc.constantFrom('online' as const, 'paper' as const, 'assisted' as const);

const settings = fc.record({ rule: fc.constantFrom(...(Object.keys(countingRules) as RuleName[])) }).chain((rule) => optional({
  utility: fc.constantFrom('cost', 'cardinality', 'points'), completion: fc.constantFrom('none', 'utilitarian', 'add1', 'add1u'), exhaustive: fc.boolean(), step: minor, compare: fc.boolean(),
  whenFull: fc.constantFrom('stop', 'skip'),
}).map((more) => ({ ...rule, ...more }) as PbCounting));

const projectList = fc.uniqueArray(id, { minLength: 1, maxLength: 6 }).chain((ids) => fc.tuple(...ids.map((one) => fc.oneof(
  fc.record({ id: fc.constant(one), cost: minor, withdrawn: fc.constant(false) }), fc.constant({ id: one, withdrawn: true }),
).chain((project) => optional({
  votes: whole, score: whole, selected: fc.constantFrom(0, 1, 2), name: someText, description: someText, category: someText, neighborhood: someText, subunit: someText, district: someText,
}).map((more) => ({ ...project, ...more }))))));

const anyContent = fc.tuple(projectList, fc.constantFrom('approval' as const, 'choose-1' as const, 'ordinal' as const, 'cumulative' as const, 'scoring' as const)).chain(([projects, voteType]) => {
  const valued = voteType === 'cumulative' || voteType === 'scoring';
  const vote = fc.shuffledSubarray(projects.map((project) => project.id)).chain((named) => fc.record({
    projects: fc.constant(named),
    ...(valued && { points: fc.tuple(...named.map(() => (voteType === 'scoring' ? points.map((drawn) => drawn - 5_000) : points).map((drawn) => Number(drawn.toFixed(3))))) }),
  })).chain((drawn) => optional({ channel }).map((more) => ({ ...drawn, ...more })));
  return fc.array(vote, { maxLength: 8 }).chain((votes) => fc.record({
    projects: fc.constant(projects),
    votes: fc.constant(votes),
    meta: optional({ counting: settings, budget: minor, currency: fc.constantFrom('EUR', 'JPY', 'TND'), numVotes: fc.constant(votes.length), dateBegin: dates, dateEnd: dates }).chain((more) => fc.record({
      entries: fc.dictionary(fc.constantFrom('description', 'country', 'unit', 'rule', 'comment', 'any;key'), someText).map((drawn) => new Map(Object.entries(drawn).map(([key, value]) => [key, { value }]))),
      limits: optional({
        minLength: whole, maxLength: whole, minSumCost: minor, maxSumCost: minor, minPoints: whole, maxPoints: whole, minSumPoints: whole, maxSumPoints: whole,
        defaultScore: whole, minProjectScoreThreshold: whole,
      }),
    }).map((rest) => ({ voteType, ...more, ...rest }))),
  }));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Counting } from '@parvis/contract';
import { electionOfBallot } from '../ballot-election.ts';
import { count } from '../count.ts';
import { electionOfPabulib } from './election.ts';
import { type BallotVote, type FileDetails, fitsPabulib, pabulibOfBallot, type WrittenBallot } from './of-ballot.ts';
import { readPabulib } from './read.ts';
import { countingOf } from './settings.ts';
import { writePabulib } from './write.ts';

const option = (id: string, number: number, more: Partial<WrittenBallot['options'][number]> = {}) => ({ id, number, label: `Projet ${id}`, ...more });
const ballot = (more: Partial<WrittenBallot> = {}): WrittenBallot => ({
  method: 'approval', title: 'Budget participatif', options: [option('a', 1, { cost: 60_000 }), option('b', 2, { cost: 80_000 })], min: 1, blank: true, currency: 'EUR', ...more,
});

async function textOf(written: WrittenBallot, votes: BallotVote[] = [], details: Partial<FileDetails> = {}): Promise<string> {
  let text = '';
  for await (const chunk of writePabulib(pabulibOfBallot(written, votes, { lang: 'fr', ...details }))) text += chunk;
  return text;
}

/** The value of a key of META, and the rows of the other parts without their headings. */
async function fileOf(...args: Parameters<typeof textOf>) {
  const [meta, projects, votes] = (await textOf(...args)).split(/PROJECTS\n.*\n|VOTES\n.*\n/);
  const entries = new Map(meta!.split('\n').map((line) => [line.split(';')[0]!, line.slice(line.indexOf(';') + 1)]));
  const rows = (part: string) => part.split('\n').slice(0, -1);
  return { meta: (key: string) => entries.get(key), projects: rows(projects!), votes: rows(votes!) };
}
const limits = async (written: WrittenBallot) => {
  const { meta } = await fileOf(written);
  return Object.fromEntries(['vote_type', 'min_length', 'max_length', 'max_sum_cost', 'min_points', 'max_points', 'max_sum_points'].flatMap((key) => (meta(key) === undefined ? [] : [[key, meta(key)]])));
};

describe('a ballot and its votes as a Pabulib file', () => {
  it('is one whole file', async () => {
    const text = await textOf(
      ballot({
        min: 1, max: 2, counting: { rule: 'greedy', budget: 100_000 }, opensAt: '2026-03-01T09:00:00+01:00', closesAt: '2026-03-31T18:00:00+02:00',
        title: { fr: 'Budget 2026', en: 'Budget for 2026' },
        options: [
          option('a', 1, { cost: 60_000, label: { fr: 'Bancs', en: 'Benches' }, text: { fr: 'Dix bancs', en: 'Ten' }, category: { fr: 'Rue', en: 'Street' }, place: { fr: 'Nord', en: 'North' } }),
          option('b', 2, { cost: 80_000 }), option('c', 3, { cost: 10, withdrawn: true }),
        ],
      }),
      [{ choice: { options: ['a', 'b'] }, channel: 'online' }, { choice: { options: ['b', 'gone'] }, channel: 'paper' }, { choice: { blank: true }, channel: 'assisted' }, { choice: { options: ['c'] } }],
      { total: 4, entries: { country: 'France', unit: 'Ville' } },
    );
    assert.equal(text, [
      'META', 'key;value', 'description;Budget 2026', 'country;France', 'unit;Ville', 'num_projects;3', 'num_votes;4', 'budget;1000', 'vote_type;approval', 'rule;greedy',
      'date_begin;01.03.2026', 'date_end;31.03.2026', 'min_length;1', 'max_length;2', 'currency;EUR', 'parvis_rule;greedy',
      'PROJECTS', 'project_id;cost;name;category;neighborhood;description', 'a;600;Bancs;Rue;Nord;Dix bancs', 'b;800;Projet b;;;', 'c;999999999;Projet c;;;',
      'VOTES', 'voter_id;vote;voting_method', '1;a,b;internet', '2;b;paper', '3;;assisted', '4;c;', '',
    ].join('\n'));
  });

  it('speaks the language asked for', async () => {
    const { meta, projects } = await fileOf(ballot({ title: { fr: 'Vote', en: 'Ballot' }, options: [option('a', 1, { cost: 100, label: { fr: 'Bancs', en: 'Benches' } })] }), [], { lang: 'en' });
    assert.deepEqual([meta('description'), projects], ['Ballot', ['a;1;Benches']]);
  });

  it('keeps the limits of each kind of ballot', async () => {
    assert.deepEqual(await limits(ballot({ max: 1, min: 0 })), { vote_type: 'approval', min_length: '1', max_length: '1' });
    assert.deepEqual(await limits(ballot({ method: 'single', min: 0, max: 2, ceiling: 5 })), { vote_type: 'choose-1', min_length: '1', max_length: '1' });
    assert.deepEqual(await limits(ballot({ method: 'yes-no' })), { vote_type: 'choose-1', min_length: '1', max_length: '1' });
    assert.deepEqual(await limits(ballot({ method: 'budget', ceiling: 100_050, purse: 3, cap: 3, scores: { from: 0, to: 3 } })), { vote_type: 'approval', min_length: '1', max_length: '2', max_sum_cost: '1000.50' });
    assert.deepEqual(await limits(ballot({ method: 'ranking', min: 2 })), { vote_type: 'ordinal', min_length: '2', max_length: '2' });
    assert.deepEqual(await limits(ballot({ method: 'points', purse: 10, cap: 5 })), { vote_type: 'cumulative', min_length: '1', max_length: '2', max_points: '5', max_sum_points: '10' });
    assert.deepEqual(await limits(ballot({ method: 'points' })), { vote_type: 'cumulative', min_length: '1', max_length: '2' });
    assert.deepEqual(await limits(ballot({ method: 'score', scores: { from: -2, to: 2 } })), { vote_type: 'scoring', min_length: '1', max_length: '2', min_points: '-2', max_points: '2' });
    assert.deepEqual(await limits(ballot({ method: 'score' })), { vote_type: 'scoring', min_length: '1', max_length: '2' });
    assert.deepEqual(await limits(ballot({ method: 'grades', grades: [{ label: 'Bien' }, { label: 'Passable' }, { label: 'Mal' }] })), { vote_type: 'scoring', min_length: '1', max_length: '2', min_points: '0', max_points: '2' });
  });

  it('gives points and scores as they are, and says nothing of an option with no points', async () => {
    const points = await fileOf(ballot({ method: 'points', purse: 5 }), [{ choice: { values: { a: 2, b: 3 } } }, { choice: { values: { a: 0, b: 1 } } }, { choice: { blank: true } }]);
    assert.deepEqual(points.votes, ['1;a,b;2,3;', '2;b;1;', '3;;;']);
    const scores = await fileOf(ballot({ method: 'score', scores: { from: -2, to: 2 } }), [{ choice: { values: { a: -2, b: 0 } } }]);
    assert.deepEqual(scores.votes, ['1;a,b;-2,0;']);
  });

  it('turns grades round, so that the best is the most points, and names them', async () => {
    const grades = [{ label: { fr: 'Très bien', en: 'Very good' } }, { label: 'Passable' }, { label: 'À rejeter' }];
    const { meta, votes } = await fileOf(ballot({ method: 'grades', grades }), [{ choice: { values: { a: 0, b: 2 } } }, { choice: { values: { b: 1 } } }]);
    assert.deepEqual(votes, ['1;a,b;2,0;', '2;b;1;']);
    assert.equal(meta('comment'), '#1: Points are grades: 2 = Très bien, 1 = Passable, 0 = À rejeter.');
  });

  it('keeps the order of a ranking', async () => {
    const { votes } = await fileOf(ballot({ method: 'ranking' }), [{ choice: { options: ['b', 'a'] } }]);
    assert.deepEqual(votes, ['1;b,a;']);
  });

  it('names options by their numbers when one id could not be told apart in a list, and says so', async () => {
    for (const id of ['12,5', '1;2', 'a"b', ' a', 'a ', 'a  b', 'a\nb', 'a\tb', 'a\u0000b']) {
      const { meta, projects, votes } = await fileOf(
        ballot({ options: [option(id, 7, { cost: 100, label: 'A' }), option('9', 9, { cost: 100, label: 'B' })] }), [{ choice: { options: ['9', id] } }],
        { outcome: { counting: { rule: 'plurality' }, winners: [id], options: [{ option: id, votes: 1, place: 1, value: 1, reason: { code: 'most' } }] } },
      );
      assert.deepEqual([projects, votes], [['7;1;1;A;1', '9;1;;B;'], ['1;9,7;']], JSON.stringify(id));
      assert.equal(meta('comment'), '#1: project_id is the number of the option on the ballot.');
    }
    const { meta, projects } = await fileOf(ballot({ options: [option('12 Bis', 7, { cost: 100 }), option('3/é-_.', 9, { cost: 100 })] }));
    assert.deepEqual([projects.map((row) => row.split(';')[0]), meta('comment')], [['12 Bis', '3/é-_.'], undefined]);
  });

  it('gives options without costs a cost of 1 and as much budget as there are seats, and says so', async () => {
    const free = ballot({ options: [option('a', 1), option('b', 2, { withdrawn: true })], counting: { rule: 'greedy', seats: 3 } });
    for (const currency of ['EUR', 'JPY', undefined]) {
      const { meta, projects } = await fileOf({ ...free, currency });
      assert.deepEqual([meta('budget'), projects, meta('currency')], ['3', ['a;1;Projet a', 'b;999999999;Projet b'], currency]);
      assert.equal(meta('comment'), '#1: Options have no cost: each costs 1, and the budget is how many are taken.');
    }
    assert.equal((await fileOf({ ...free, counting: { rule: 'plurality' } })).meta('budget'), '1');
    assert.equal((await fileOf({ ...free, counting: undefined })).meta('budget'), '1');
    // Where only some have a cost, the others cost nothing.
    assert.deepEqual((await fileOf(ballot({ options: [option('a', 1), option('b', 2, { cost: 5 })] }))).projects, ['a;0;Projet a', 'b;0.05;Projet b']);
  });

  it('takes the budget of the counting, else the ceiling, else none', async () => {
    const budget = async (more: Partial<WrittenBallot>) => (await fileOf(ballot({ method: 'budget', ...more }))).meta('budget');
    assert.deepEqual([await budget({ ceiling: 100, counting: { rule: 'greedy', budget: 200 } }), await budget({ ceiling: 100 }), await budget({})], ['2', '1', undefined]);
  });

  it('numbers its comments, and adds the one it is given', async () => {
    const { meta } = await fileOf(
      ballot({ method: 'grades', options: [option('a,b', 1)], grades: [{ label: 'Oui' }] }), [], { entries: { comment: 'Recount of 2 April.' } },
    );
    assert.equal(meta('comment'), '#1: project_id is the number of the option on the ballot. #2: Options have no cost: each costs 1, and the budget is how many are taken. #3: Points are grades: 0 = Oui. #4: Recount of 2 April.');
  });

  it('names the rule as the format does, unless the caller knows better', async () => {
    const rule = async (counting: WrittenBallot['counting'], details: Partial<FileDetails> = {}) => (await fileOf(ballot({ counting }), [], details)).meta('rule');
    assert.equal(await rule(undefined), 'unknown');
    assert.equal(await rule({ rule: 'borda' }), 'unknown');
    assert.equal(await rule({ rule: 'greedy' }), 'greedy');
    assert.equal(await rule({ rule: 'greedy-stop' }), 'greedy-no-skip');
    assert.equal(await rule({ rule: 'threshold' }), 'greedy-threshold');
    assert.equal(await rule({ rule: 'equal-shares' }), 'equalshares');
    assert.equal(await rule({ rule: 'equal-shares', completion: 'none', compare: false }), 'equalshares');
    assert.equal(await rule({ rule: 'equal-shares', completion: 'add1' }), 'equalshares/add1');
    assert.equal(await rule({ rule: 'equal-shares', completion: 'add1u', compare: true }), 'equalshares/add1-comparison');
    assert.equal(await rule({ rule: 'equal-shares', completion: 'utilitarian', compare: true }), 'equalshares-comparison');
    assert.equal(await rule({ rule: 'greedy' }, { entries: { rule: 'greedy-custom' } }), 'greedy-custom');
  });

  it('says what every project got and which were selected, once there is an outcome', async () => {
    const votes: BallotVote[] = [{ choice: { options: ['a'] } }, { choice: { options: ['a', 'b'] } }];
    const counting = { rule: 'threshold' as const, threshold: 2, budget: 100_000 };
    const { election, add } = electionOfBallot(ballot());
    for (const { choice } of votes) add(choice);
    const { meta, projects } = await fileOf(ballot(), votes, { outcome: count(election, counting) });
    assert.deepEqual(projects, ['a;600;2;Projet a;1', 'b;800;1;Projet b;0']);
    assert.deepEqual([meta('rule'), meta('budget'), meta('min_project_score_threshold')], ['greedy-threshold', '1000', '2']);
  });

  it('is counted from the file exactly as from the ballot, with every setting of the rule, also where options have no cost', async () => {
    const votes: BallotVote[] = [['a', 'b'], ['b'], ['c', 'a'], ['c'], ['b', 'c'], ['d'], ['d', 'a']].map((options) => ({ choice: { options } }));
    const priced = ballot({ options: [option('a', 1, { cost: 300_00 }), option('b', 2, { cost: 250_00 }), option('c', 3, { cost: 175_50 }), option('d', 4, { cost: 90_01 })] });
    const free = ballot({ options: priced.options.map(({ cost: _, ...rest }) => rest) });
    const rules: Counting[] = [
      { rule: 'greedy' }, { rule: 'greedy-stop' }, { rule: 'threshold', threshold: 3 }, { rule: 'plurality' }, { rule: 'phragmen', whenFull: 'skip' }, { rule: 'phragmen' },
      { rule: 'equal-shares', utility: 'cardinality' }, { rule: 'equal-shares', completion: 'add1', step: 7_50 }, { rule: 'equal-shares', completion: 'add1u', exhaustive: true, compare: true },
      { rule: 'equal-shares', completion: 'utilitarian', compare: true },
    ];
    for (const [written, more] of [[priced, { budget: 500_00 }], [free, { seats: 2 }]] as const) {
      for (const rule of rules) {
        const { election, add } = electionOfBallot(written);
        for (const { choice } of votes) add(choice);
        const outcome = count(election, { ...rule, ...(rule.rule !== 'plurality' && more) });
        const file = await readPabulib([await textOf(written, votes, { outcome })], () => {});
        const again = count(await electionOfPabulib(file), countingOf(file.meta)!);
        assert.deepEqual(again.winners, outcome.winners, JSON.stringify(rule));
        const { budget: _, seats: __, ...settings } = again.counting;
        const { budget: ___, seats: ____, ...asked } = outcome.counting;
        assert.deepEqual(settings, asked);
        if (written === priced) assert.deepEqual(again, outcome);
      }
    }
  });

  it('gives seats a larger cost where shares are raised step by step, and says so', async () => {
    const free = ballot({ options: [option('a', 1), option('b', 2)] });
    for (const completion of ['add1', 'add1u'] as const) {
      const { meta, projects } = await fileOf({ ...free, counting: { rule: 'equal-shares', completion, seats: 2 } });
      assert.deepEqual([meta('budget'), projects, meta('comment')], [
        '20000', ['a;10000;Projet a', 'b;10000;Projet b'], '#1: Options have no cost: each costs 10000, and the budget is for how many are taken.',
      ]);
    }
    assert.equal((await fileOf({ ...free, counting: { rule: 'equal-shares', completion: 'utilitarian', seats: 2 } })).meta('budget'), '2');
  });

  it('has no file where an option costs exactly what says that it was withdrawn', () => {
    const dear = (currency: string | undefined, cost: number | undefined, withdrawn?: boolean) => fitsPabulib({ currency, options: [option('a', 1, { cost: 5 }), option('b', 2, { cost, withdrawn })] });
    assert.deepEqual([dear('EUR', 99_999_999_900), dear('JPY', 999_999_999), dear(undefined, 99_999_999_900, false)], [false, false, false]);
    assert.deepEqual([dear('EUR', 999_999_999), dear('EUR', 99_999_999_900, true), dear('EUR', 99_999_999_901), dear('EUR', undefined)], [true, true, true, true]);
  });

  it('ends on the day before when voting ends at midnight', async () => {
    const end = async (closesAt: string) => (await fileOf(ballot({ closesAt }))).meta('date_end');
    assert.deepEqual([await end('2026-03-01T00:00:00+01:00'), await end('2026-03-01T00:01-11:00'), await end('2026-02-28T23:59:59.999Z')], ['28.02.2026', '01.03.2026', '28.02.2026']);
    // By the clock of the place, not by that of Greenwich, where these are the day before and the day after.
    assert.deepEqual([await end('2026-03-01T00:30:00+01:00'), await end('2026-02-28T22:30:00-05:00')], ['01.03.2026', '28.02.2026']);
    assert.deepEqual([(await fileOf(ballot())).meta('date_end'), (await fileOf(ballot())).meta('date_begin')], [undefined, undefined]);
    assert.equal((await fileOf(ballot({ opensAt: '2026-03-01T00:00:00+01:00' }))).meta('date_begin'), '01.03.2026');
  });

  it('counts the same from the file as from the ballot', async () => {
    const votes: BallotVote[] = [{ choice: { options: ['c', 'a'] } }, { choice: { options: ['b', 'c'] } }, { choice: { options: ['a'] } }, { choice: { options: ['b', 'a'] } }, { choice: { blank: true } }];
    const ranking = ballot({ method: 'ranking', max: 2, options: [option('a', 1, { cost: 300 }), option('b', 2, { cost: 200 }), option('c', 3, { cost: 100 })] });
    const { election, add } = electionOfBallot(ranking);
    for (const { choice } of votes) add(choice);
    const fromFile = await electionOfPabulib(await readPabulib([await textOf(ranking, votes)], () => {}));
    for (const rule of ['borda', 'irv', 'schulze', 'plurality'] as const) assert.deepEqual(count(fromFile, { rule }), count(election, { rule }));
    assert.deepEqual(count(fromFile, { rule: 'greedy', budget: 300 }), count(election, { rule: 'greedy', budget: 300 }));
  });
});

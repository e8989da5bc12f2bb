import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count } from '../count.ts';
import { electionOfPabulib } from './election.ts';
import { readPabulib } from './read.ts';

const read = async (meta: string[], projects: string[], votes: string[]) =>
  electionOfPabulib(await readPabulib([['META', 'key;value', 'budget;100', ...meta, 'PROJECTS', 'project_id;cost', ...projects, 'VOTES', ...votes, ''].join('\n')], () => {}));

describe('The election of a Pabulib file', () => {
  it('keeps costs, channels and the order of the file, and numbers projects by their ids', async () => {
    const election = await read(['vote_type;approval', 'currency;EUR'], ['P10;60', 'P2;50.50', 'P3;999999999'], [
      'voter_id;vote;voting_method', '1;P2,P10,P2;paper', '2;P10,P2;internet', '3;;internet',
    ]);
    assert.deepEqual(election.options, [
      { id: 'P10', number: 3, cost: 60_00, withdrawn: false }, { id: 'P2', number: 1, cost: 50_50, withdrawn: false }, { id: 'P3', number: 2, cost: undefined, withdrawn: true },
    ]);
    assert.deepEqual([election.votes.size, election.votes.total, election.votes.count(0, 'paper'), election.budget], [2, 3, 1, 100_00]);
    assert.deepEqual(count(election, { rule: 'greedy' }).winners, ['P2'], 'a tie goes to the cheaper one');
  });

  it('a withdrawn project never wins, however many chose it before', async () => {
    const election = await read(['vote_type;choose-1'], ['1;999999999', '2;10'], ['voter_id;vote', '1;1', '2;1', '3;2']);
    for (const rule of ['plurality', 'greedy', 'greedy-stop', 'threshold', 'equal-shares', 'phragmen'] as const) {
      const { winners, options } = count(election, { rule, completion: 'add1u' });
      assert.deepEqual([winners, options[0]?.reason], [['2'], { code: 'withdrawn' }], rule);
    }
  });

  it('knows ordinal, cumulative and scoring votes, and the threshold of the file', async () => {
    const ordinal = await read(['vote_type;ordinal', 'max_length;2', 'min_project_score_threshold;7'], ['1;1', '2;1'], ['voter_id;vote', '1;2,1']);
    assert.deepEqual([ordinal.method, ordinal.places, ordinal.threshold, [...ordinal.votes.options(0)]], ['ranking', 2, 7, [1, 0]]);
    const cumulative = await read(['vote_type;cumulative'], ['1;1', '2;1'], ['voter_id;vote;points', '1;2,1;0.5,3']);
    assert.deepEqual([cumulative.method, [...cumulative.votes.values(0)], cumulative.votes.scale], ['points', [30, 5], 10]);
    const scoring = await read(['vote_type;scoring'], ['1;1', '2;1'], ['voter_id;vote;points', '1;2;-1']);
    assert.deepEqual([scoring.method, [...scoring.votes.options(0)], [...scoring.votes.values(0)]], ['score', [1], [-1]]);
  });

  it('gives the usual score of the file to projects a vote does not name, but not to a blank vote', async () => {
    const election = await read(['vote_type;scoring', 'default_score;2'], ['1;1', '2;1'], ['voter_id;vote;points', '1;2;5', '2;;']);
    assert.deepEqual([[...election.votes.options(0)], [...election.votes.values(0)], [...election.votes.options(1)]], [[0, 1], [2, 5], []]);
  });

  it('a number that cannot be counted exactly stops it', async () => {
    await assert.rejects(read(['vote_type;scoring'], ['1;1'], ['voter_id;vote;points', '1;1;0.5', '2;1;999999999999999']), RangeError);
  });
});

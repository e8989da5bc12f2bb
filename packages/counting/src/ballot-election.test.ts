import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { electionOfBallot } from './ballot-election.ts';
import { count } from './count.ts';

const options = [{ id: 'b', number: 2, cost: 5_00 }, { id: '1', number: 1, cost: 9_00 }, { id: 'gone', number: 3, cost: 1_00, withdrawn: true }];

describe('The election of a ballot', () => {
  it('takes in votes as the contract keeps them', () => {
    const { election, add } = electionOfBallot({ method: 'budget', options, ceiling: 10_00, currency: 'EUR' });
    add({ options: ['1', 'b', 'b'] });
    add({ options: ['b', 'unknown'] }, 'paper', 3);
    add({ blank: true }, 'assisted');
    assert.deepEqual([election.votes.total, election.budget, election.exponent], [5, 1000, 2]);
    assert.deepEqual(count(election, { rule: 'greedy' }).options.map(({ option, votes, reason }) => [option, votes, reason.code]), [
      ['b', 4, 'taken'], ['1', 1, 'no-money'], ['gone', 0, 'withdrawn'],
    ]);
  });

  it('takes in points, grades and scores, of options it knows', () => {
    for (const method of ['points', 'grades', 'score'] as const) {
      const { election, add } = electionOfBallot({ method, options, currency: 'JPY', grades: ['good', 'bad'] });
      add({ values: { b: 1, 1: 0, unknown: 7 } });
      assert.deepEqual([[...election.votes.options(0)], [...election.votes.values(0)]], [[0, 1], [1, 0]]);
      assert.deepEqual([election.exponent, election.grades], [0, 2]);
    }
  });

  it('keeps the order of a ranking, whose first place is worth as many points as there are places', () => {
    const { election, add } = electionOfBallot({ method: 'ranking', options });
    add({ options: ['1', 'b'] });
    assert.deepEqual([...election.votes.options(0)], [1, 0]);
    assert.equal(election.places, 3);
    assert.equal(electionOfBallot({ method: 'ranking', options, max: 2 }).election.places, 2);
    assert.equal(electionOfBallot({ method: 'approval', options, max: 2 }).election.places, undefined);
  });
});

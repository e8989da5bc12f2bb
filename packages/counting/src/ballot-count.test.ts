import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ballot } from '@parvis/contract';
import { startCount } from './ballot-count.ts';
import { outcomeOf } from './ballot-election.ts';
import { CountingError } from './counting-error.ts';

const ballot: Pick<Ballot, 'method' | 'ceiling' | 'currency'> & { options: Pick<Ballot['options'][number], 'id' | 'number' | 'cost'>[] } = {
  method: 'budget', ceiling: 10_00, currency: 'EUR', options: [{ id: 'a', number: 1, cost: 6_00 }, { id: 'b', number: 2, cost: 5_00 }],
};
const votes = [{ choice: { options: ['a', 'b'] }, channel: 'online' as const }, { choice: { options: ['b'] }, channel: 'paper' as const }, { choice: { blank: true as const }, channel: 'online' as const }];

describe('Counting the votes of a ballot', () => {
  it('page by page gives sums by option and channel, and the outcome of the very same votes', () => {
    const counting = startCount(ballot, { rule: 'greedy' });
    counting.add(votes.slice(0, 1));
    counting.add(votes.slice(1));
    const told: number[] = [];
    const { totals, outcome } = counting.finish((part) => told.push(part));
    assert.deepEqual(totals, {
      tally: [{ option: 'a', online: 1, paper: 0, assisted: 0, total: 1 }, { option: 'b', online: 1, paper: 1, assisted: 0, total: 2 }],
      blank: { online: 1, paper: 0, assisted: 0, total: 1 }, voters: { online: 2, paper: 1, assisted: 0, total: 3 },
    });
    assert.deepEqual([outcome?.winners, outcome?.options.map((option) => option.votes)], [['b'], [1, 2]]);
  });

  it('without a rule gives the sums alone', () => {
    const counting = startCount(ballot, undefined);
    counting.add(votes);
    assert.deepEqual(Object.keys(counting.finish()), ['totals']);
  });

  it('at once gives the outcome of its own rule, and none where it has none', () => {
    assert.deepEqual(outcomeOf({ ...ballot, counting: { rule: 'greedy' } }, votes)?.winners, ['b']);
    assert.deepEqual(outcomeOf({ ...ballot, counting: { rule: 'plurality' } }, votes)?.options.map((option) => option.votes), [1, 2]);
    assert.equal(outcomeOf(ballot, votes), undefined);
  });

  it('by a rule that does not fit is refused by name, with those that do', () => {
    const refused = (counting: Parameters<typeof startCount>[1]) => {
      try {
        startCount(ballot, counting).finish();
      } catch (error) {
        assert.ok(error instanceof CountingError);
        return error;
      }
      return assert.fail('it was counted');
    };
    const misfit = refused({ rule: 'borda' });
    assert.deepEqual([misfit.name, misfit.code, misfit.fits.includes('greedy'), misfit.fits.includes('borda')], ['CountingError', 'rule', true, false]);
    const utility = refused({ rule: 'equal-shares', utility: 'points' });
    assert.deepEqual([utility.code, utility.fits], ['utility', []]);
  });
});

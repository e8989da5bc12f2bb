import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Counting } from '@parvis/contract';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { election, type Written } from '../testing/elections.ts';
import { gathered, randomElections } from '../testing/random-elections.ts';

const by = (rule: Counting['rule'], written: Written, settings: Partial<Counting> = {}) => {
  const outcome = count(election(written), { rule, ...settings });
  return { ...outcome, reasons: Object.fromEntries(outcome.options.map(({ option, reason }) => [option, reason])) };
};

// Votes: a 5, b 4, c 3, d 2. After a (60 of 100) b does not fit, c and d do.
const written: Written = {
  budget: 100, options: { a: 60, b: 50, c: 30, d: 10 },
  votes: [[2, 'a b c d'], [1, 'a b c'], [1, 'a b'], [1, 'a']],
};

describe('The most voted first', () => {
  it('greedy: what does not fit is passed over, and every option is told why', () => {
    const outcome = by('greedy', written);
    assert.deepEqual(outcome.winners, ['a', 'c', 'd']);
    assert.equal(outcome.spent, 100);
    assert.deepEqual(outcome.reasons, {
      a: { code: 'taken', left: 100 }, b: { code: 'no-money', left: 40 }, c: { code: 'taken', left: 40 }, d: { code: 'taken', left: 10 },
    });
    assert.deepEqual(outcome.options.map(({ option, place, votes, value }) => [option, place, votes, value]), [
      ['a', 1, 5, 5], ['b', undefined, 4, 4], ['c', 2, 3, 3], ['d', 3, 2, 2],
    ]);
    assert.deepEqual(outcome.counting, { rule: 'greedy', budget: 100 });
  });

  it('greedy-stop: the count ends at the first that does not fit', () => {
    const outcome = by('greedy-stop', written);
    assert.deepEqual(outcome.winners, ['a']);
    assert.deepEqual(outcome.reasons, {
      a: { code: 'taken', left: 100 }, b: { code: 'no-money', left: 40 }, c: { code: 'stopped', option: 'b' }, d: { code: 'stopped', option: 'b' },
    });
  });

  it('threshold: who has fewer votes than asked is left out, even if there is money', () => {
    const outcome = by('threshold', written, { threshold: 3 });
    assert.deepEqual(outcome.winners, ['a', 'c']);
    assert.deepEqual(outcome.reasons.d, { code: 'threshold', limit: 3 });
    assert.deepEqual(outcome.counting, { rule: 'threshold', budget: 100, threshold: 3 });
  });

  it('threshold: without a setting the election’s own holds, and without one a single vote is asked', () => {
    assert.equal(by('threshold', { ...written, threshold: 4 }).counting.threshold, 4);
    const unloved = by('threshold', { budget: 10, options: { a: 5, b: 5 }, votes: ['a'] });
    assert.deepEqual(unloved.reasons.b, { code: 'threshold', limit: 1 });
  });

  it('takes what just fits, and what nobody chose when there is money left', () => {
    const outcome = by('greedy', { budget: 15, options: { a: 10, b: 5, c: 1 }, votes: ['a'] });
    assert.deepEqual(outcome.winners, ['a', 'c']);
    assert.deepEqual(by('greedy', { budget: 15, options: { a: 10, b: 5 }, votes: ['a'] }).winners, ['a', 'b']);
  });

  it('says what was withdrawn, what costs more than everything, and what lost points on the whole', () => {
    assert.deepEqual(by('greedy', { budget: 20, options: { a: 5, b: 21, c: 1 }, withdrawn: ['a'], votes: ['a b'] }).reasons, {
      a: { code: 'withdrawn' }, b: { code: 'over-budget', left: 20 }, c: { code: 'taken', left: 20 },
    });
    const scores = by('greedy', { method: 'score', budget: 20, options: { a: 5, b: 5, c: 5 }, votes: ['a:2 b:-1', 'b:-1 c:0'] });
    assert.deepEqual(scores.winners, ['a', 'c']);
    assert.deepEqual(scores.reasons.b, { code: 'no-support' });
    assert.deepEqual(scores.options.map(({ value, votes }) => [value, votes]), [[2, 1], [-2, 0], [0, 0]]);
  });

  it('breaks ties by lower cost, then more voters, then lower number, and says so to who lost', () => {
    const cost = by('greedy', { budget: 50, options: { a: 40, b: 30 }, votes: ['a b'] });
    assert.deepEqual(cost.winners, ['b']);
    assert.deepEqual(cost.reasons.a, { code: 'tie', option: 'b', by: 'cost', left: 20 });
    const votes = by('greedy', { method: 'points', budget: 50, options: { a: 40, b: 40 }, votes: ['a:4', 'b:3', 'b:1'] });
    assert.deepEqual(votes.winners, ['b']);
    assert.deepEqual(votes.reasons.a, { code: 'tie', option: 'b', by: 'votes', left: 10 });
    const number = by('greedy', { budget: 50, options: { a: 40, b: 40 }, votes: ['a b'] });
    assert.deepEqual(number.reasons.b, { code: 'tie', option: 'a', by: 'number', left: 10 });
  });

  it('tells apart what costs all there is from what costs more', () => {
    const outcome = by('greedy', { budget: 40, options: { a: 10, b: 40, c: 41 }, votes: ['a b c', 'a'] });
    assert.deepEqual([outcome.reasons.b, outcome.reasons.c], [{ code: 'no-money', left: 30 }, { code: 'over-budget', left: 40 }]);
  });

  it('speaks of a tie also where the other would have taken all the money', () => {
    const outcome = by('greedy', { budget: 40, options: { a: 30, b: 40 }, votes: ['a b'] });
    assert.deepEqual(outcome.reasons.b, { code: 'tie', option: 'a', by: 'cost', left: 10 });
  });

  it('does not speak of a tie that changed nothing', () => {
    // c ties with b, but there was no room for c before b either.
    const outcome = by('greedy', { budget: 50, options: { a: 30, b: 10, c: 25 }, votes: ['a b c', 'a'] });
    assert.deepEqual(outcome.winners, ['a', 'b']);
    assert.deepEqual(outcome.reasons.c, { code: 'no-money', left: 10 });
  });

  it('goes by points, scores and places where they are given', () => {
    const points = by('greedy', { method: 'points', budget: 10, options: { a: 10, b: 10 }, votes: ['a:1', 'a:1', 'b:2.5'] });
    assert.deepEqual([points.winners, points.options.map(({ value }) => value)], [['b'], [2, 2.5]]);
    const places = by('greedy', { method: 'ranking', places: 3, budget: 10, options: { a: 10, b: 10, c: 10, d: 10 }, votes: ['a b c d', 'b'] });
    assert.deepEqual(places.options.map(({ value }) => value), [3, 5, 1, 0]);
    const lengths = by('greedy', { method: 'ranking', budget: 10, options: { a: 10, b: 10 }, votes: ['a b', 'b'] });
    assert.deepEqual(lengths.options.map(({ value }) => value), [2, 2], 'without a fixed number of places the first of a vote gets as many points as it names');
  });

  it('measures a threshold in whole points', () => {
    const outcome = by('threshold', { method: 'points', budget: 30, options: { a: 10, b: 10 }, votes: ['a:2.5', 'b:1.5'] }, { threshold: 2 });
    assert.deepEqual([outcome.winners, outcome.reasons.b], [['a'], { code: 'threshold', limit: 2 }]);
  });

  it('fills seats where options have no costs, and speaks of no money', () => {
    const outcome = by('greedy', { options: { a: undefined, b: undefined, c: undefined }, votes: ['a b', 'b c', 'b c'] }, { seats: 2 });
    assert.deepEqual(outcome.winners, ['b', 'c']);
    assert.deepEqual(outcome.counting, { rule: 'greedy', seats: 2 });
    assert.equal(outcome.spent, undefined);
    assert.deepEqual(outcome.reasons, { a: { code: 'no-money' }, b: { code: 'taken' }, c: { code: 'taken' } });
    assert.equal(by('greedy', { options: { a: undefined, b: undefined }, votes: ['a'] }).counting.seats, 1);
  });

  it('never overspends, and more votes for a winner never take it out', () => {
    fc.assert(fc.property(randomElections(['approval']), fc.constantFrom('greedy', 'greedy-stop', 'threshold'), (random, rule) => {
      const outcome = count(gathered(random), { rule });
      assert.ok(outcome.spent! <= random.budget);
      for (const id of outcome.winners) {
        const more = { ...random, votes: [...random.votes, [[Number(id.slice(1)) - 1, 1] as [number, number]]] };
        assert.ok(count(gathered(more), { rule }).winners.includes(id), id);
      }
    }));
  });
});

describe('Plurality: the most votes win', () => {
  it('names the winner, and tells the others who has more', () => {
    const outcome = by('plurality', { method: 'single', options: { a: undefined, b: undefined, c: undefined }, votes: [[3, 'b'], [2, 'a']] });
    assert.deepEqual(outcome.winners, ['b']);
    assert.deepEqual(outcome.reasons, { a: { code: 'fewer', option: 'b' }, b: { code: 'most' }, c: { code: 'no-support' } });
    assert.deepEqual(outcome.counting, { rule: 'plurality' });
  });

  it('counts first places only in a ranking', () => {
    const outcome = by('plurality', { method: 'ranking', options: { a: undefined, b: undefined }, votes: ['a b', 'b', 'b', ''] });
    assert.deepEqual(outcome.options.map(({ value, votes }) => [value, votes]), [[1, 1], [2, 3]]);
  });

  it('counts every option named where several may be chosen', () => {
    const outcome = by('plurality', { options: { a: undefined, b: undefined }, votes: ['a b', 'b', 'b'] });
    assert.deepEqual(outcome.options.map(({ value }) => value), [1, 3]);
  });

  it('says by what a tie was decided', () => {
    const outcome = by('plurality', { method: 'single', options: { a: undefined, b: undefined }, votes: ['a', 'b'] });
    assert.deepEqual([outcome.winners, outcome.reasons.b], [['a'], { code: 'tie', option: 'a', by: 'number' }]);
    assert.deepEqual(by('plurality', { method: 'single', options: { a: 9, b: 8 }, votes: ['a', 'b'] }).reasons.a, { code: 'tie', option: 'b', by: 'cost' });
  });

  it('names nobody when there is no vote, and never what was withdrawn', () => {
    assert.deepEqual(by('plurality', { method: 'single', options: { a: undefined }, votes: [''] }).winners, []);
    const outcome = by('plurality', { method: 'single', options: { a: undefined, b: undefined }, withdrawn: ['a'], votes: ['a', 'a', 'b'] });
    assert.deepEqual([outcome.winners, outcome.reasons.a], [['b'], { code: 'withdrawn' }]);
  });
});

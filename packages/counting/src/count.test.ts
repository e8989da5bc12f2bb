import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RuleName, type Counting } from '@parvis/contract';
import { rulesFor } from '@parvis/contract/counting-rules';
import * as fc from 'fast-check';
import { count, CountingError } from './count.ts';
import { rawVotes, scores } from './tally.ts';
import { election } from './testing/elections.ts';
import { gathered, randomElections } from './testing/random-elections.ts';

const refusal = (settings: Counting, written: Parameters<typeof election>[0]): CountingError => {
  try {
    count(election(written), settings);
  } catch (error) {
    if (error instanceof CountingError) return error;
  }
  throw new Error('it was counted');
};

describe('Counting an election', () => {
  it('a rule that does not fit the ballot is refused, and those that do are named', () => {
    const error = refusal({ rule: 'schulze' }, { method: 'approval', options: { a: 1 }, votes: [] });
    assert.equal(error.code, 'rule');
    assert.deepEqual(error.fits, ['plurality', 'greedy', 'greedy-stop', 'threshold', 'equal-shares', 'phragmen']);
    assert.deepEqual(refusal({ rule: 'greedy' }, { method: 'grades', options: { a: 1 }, votes: [] }).fits, ['majority-judgment']);
  });

  it('options with costs need a budget: the election’s, or one that is asked for', () => {
    assert.equal(refusal({ rule: 'greedy' }, { options: { a: 1 }, votes: [] }).code, 'budget');
    assert.equal(count(election({ options: { a: 1 }, votes: ['a'] }), { rule: 'greedy', budget: 5 }).counting.budget, 5);
    assert.equal(count(election({ options: { a: 1 }, votes: ['a'], budget: 9 }), { rule: 'greedy', budget: 5 }).counting.budget, 5);
    assert.equal(count(election({ options: { a: 1 }, votes: ['a'], budget: 9 }), { rule: 'greedy' }).counting.budget, 9);
  });

  it('points are not asked of voters who gave none', () => {
    assert.equal(refusal({ rule: 'equal-shares', utility: 'points' }, { options: { a: 1 }, budget: 1, votes: [] }).code, 'utility');
  });

  it('one cost is enough for a ballot to be about money: what has none costs nothing', () => {
    const outcome = count(election({ budget: 5, options: { a: 5, b: undefined }, votes: ['a', 'b'] }), { rule: 'greedy' });
    assert.deepEqual([outcome.counting, outcome.winners, outcome.spent], [{ rule: 'greedy', budget: 5 }, ['b', 'a'], 5]);
  });

  it('settings a rule does not know leave no trace', () => {
    const outcome = count(election({ options: { a: 1 }, budget: 1, votes: ['a'] }), { rule: 'greedy', utility: 'cost', threshold: 9, seats: 3 });
    assert.deepEqual(outcome.counting, { rule: 'greedy', budget: 1 });
  });

  it('shares of a seat work as shares of money do', () => {
    // 4 voters, 2 seats: half a seat each. a (2 voters) is paid for, then c (2 voters) is; b shares its voters with a.
    const outcome = count(election({ options: { a: undefined, b: undefined, c: undefined }, votes: [[2, 'a b'], [2, 'c']] }), { rule: 'equal-shares', seats: 2 });
    assert.deepEqual(outcome.winners, ['a', 'c']);
    assert.deepEqual(outcome.options.map(({ reason }) => reason), [{ code: 'shares' }, { code: 'tie', option: 'a', by: 'number' }, { code: 'shares' }]);
    assert.deepEqual([outcome.spent, outcome.share, outcome.counting.seats], [undefined, undefined, 2]);
  });

  it('the outcome is the same in whatever order votes come and options stand', () => {
    const everything = randomElections().chain((random) => fc.tuple(
      fc.constant(random),
      fc.shuffledSubarray(random.costs.map((_, i) => i), { minLength: random.costs.length }),
      fc.shuffledSubarray(random.votes, { minLength: random.votes.length }),
      fc.constantFrom(...rulesFor(random.method)),
    ));
    fc.assert(fc.property(everything, ([random, order, votes, rule]) => {
      const settings = { rule, completion: 'add1u', compare: true } as const;
      const { options, ...outcome } = count(gathered(random), settings);
      const { options: others, ...other } = count(gathered(random, order, votes), settings);
      assert.deepEqual(other, outcome);
      for (const one of options) assert.deepEqual(others.find(({ option }) => option === one.option), one);
    }), { numRuns: 500 });
  });

  it('every option has a reason, and exactly the winners have a place', () => {
    fc.assert(fc.property(randomElections(), fc.constantFrom(...RuleName.options), (random, rule) => {
      if (!rulesFor(random.method).includes(rule)) return;
      const outcome = count(gathered(random), { rule });
      const placed = outcome.options.filter(({ place }) => place !== undefined).toSorted((a, b) => a.place! - b.place!);
      assert.deepEqual(placed.map(({ option }) => option), outcome.winners);
      assert.deepEqual(placed.map(({ place }) => place), outcome.winners.map((_, i) => i + 1));
      const good = new Set(['taken', 'most', 'shares', 'load', 'completion', 'last', 'unbeaten']);
      for (const { place, reason } of outcome.options) assert.equal(good.has(reason.code), place !== undefined, reason.code);
    }), { numRuns: 500 });
  });

  it('tells how far it is, from nothing to everything', () => {
    const parts: number[] = [];
    count(election({ budget: 100, options: { a: 50, b: 50, c: 40 }, votes: [[6, 'a b'], [4, 'c']] }), { rule: 'equal-shares', completion: 'add1' }, (part) => parts.push(part));
    assert.ok(parts.length > 0 && parts.every((part) => part >= 0 && part <= 1), parts.join());
  });
});

describe('Totals', () => {
  it('are the sum of what came through each channel', () => {
    const written = election({ options: { a: 1, b: 1 }, votes: [[3, 'a b'], [2, 'a', 'paper'], [4, 'b', 'assisted']] });
    const byChannel = (['online', 'paper', 'assisted'] as const).map((channel) => [...rawVotes(written, channel)]);
    assert.deepEqual(byChannel, [[3, 3], [2, 0], [0, 4]]);
    assert.deepEqual([...rawVotes(written)], [5, 7]);
  });

  it('count a vote for what it gives more than nothing', () => {
    const written = election({ method: 'score', options: { a: 1, b: 1 }, votes: ['a:2 b:0', 'a:-1 b:1'] });
    assert.deepEqual([...rawVotes(written)], [1, 1]);
    assert.deepEqual([...scores(written)], [1, 1]);
  });

  it('count a grade for being named', () => {
    assert.deepEqual([...rawVotes(election({ method: 'grades', grades: 3, options: { a: undefined }, votes: ['a:0', 'a:2', ''] }))], [2]);
  });
});

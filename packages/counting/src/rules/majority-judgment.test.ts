import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { election, type Written } from '../testing/elections.ts';
import { VoteTable } from '../vote-table.ts';

const judge = (written: Written) => {
  const { winners, options } = count(election({ method: 'grades', grades: 4, ...written }), { rule: 'majority-judgment' });
  return { winners, values: options.map(({ value }) => value), reasons: options.map(({ reason }) => reason) };
};
const free = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, undefined]));

describe('counting by majority judgment', () => {
  it('elects the option with the best majority grade', () => {
    // a: 0 0 3 3 3 has 3; b: 1 1 1 2 2 has 1; c: 0 2 2 2 3 has 2.
    assert.deepEqual(judge({ options: free('a', 'b', 'c'), votes: [[2, 'a:0 b:2 c:2'], 'a:3 b:1 c:0', 'a:3 b:1 c:2', 'a:3 b:1 c:3'] }), {
      winners: ['b'], values: [3, 1, 2], reasons: [{ code: 'lower-grade', option: 'b' }, { code: 'most' }, { code: 'lower-grade', option: 'b' }],
    });
  });

  it('compares the next grades of options with the same majority grade', () => {
    // a: 0 1 1, b: 1 1 1: both 1, then both 1, then 0 for a.
    assert.deepEqual(judge({ options: free('b', 'a'), votes: ['a:0 b:1', [2, 'a:1 b:1']] }), {
      winners: ['a'], values: [1, 1], reasons: [{ code: 'lower-grade', option: 'a' }, { code: 'most' }],
    });
  });

  it('takes an option that a vote leaves out to have the worst grade from it', () => {
    // a: 0 and twice nothing: 0 3 3. b: 2 2 2.
    assert.deepEqual(judge({ options: free('a', 'b'), votes: ['a:0 b:2', [2, 'b:2']] }), { winners: ['b'], values: [3, 2], reasons: [{ code: 'lower-grade', option: 'b' }, { code: 'most' }] });
  });

  it('does not count blank votes', () => {
    // With the five blank votes a would have the worst grade, as everything.
    assert.deepEqual(judge({ options: free('a', 'b'), votes: [[2, 'a:1 b:2'], [5, '']] }).values, [1, 2]);
  });

  it('breaks ties by the lower cost, then by more votes, then by the lower number', () => {
    assert.deepEqual(judge({ options: { a: 20, b: 10 }, votes: ['a:1 b:1'] }), { winners: ['b'], values: [1, 1], reasons: [{ code: 'tie', option: 'b', by: 'cost' }, { code: 'most' }] });
    // Both 0 3: one vote leaves a out, which is as bad as the 3 that b gets.
    assert.deepEqual(judge({ options: free('a', 'b'), votes: ['a:0 b:0', 'b:3'] }).reasons, [{ code: 'tie', option: 'b', by: 'votes' }, { code: 'most' }]);
    assert.deepEqual(judge({ options: free('a', 'b'), votes: ['a:1 b:1'] }).reasons, [{ code: 'most' }, { code: 'tie', option: 'a', by: 'number' }]);
  });

  it('never elects a withdrawn option, nor one that nobody graded', () => {
    // a was only given the worst grade, and u, which is cheaper, none: they are equal, and a is elected.
    assert.deepEqual(judge({ options: { a: 20, u: 10, w: 5 }, withdrawn: ['w'], votes: ['a:3 w:0'] }), {
      winners: ['a'], values: [3, 3, 0], reasons: [{ code: 'most' }, { code: 'no-support' }, { code: 'withdrawn' }],
    });
  });

  it('elects nothing when nobody graded an option that may win', () => {
    const nothing = { winners: [], values: [3, 3], reasons: [{ code: 'no-support' }, { code: 'withdrawn' }] };
    assert.deepEqual(judge({ options: free('a', 'w'), withdrawn: ['w'], votes: [''] }), nothing);
    assert.deepEqual(judge({ options: free('a', 'w'), withdrawn: ['w'], votes: ['w:0'] }), { ...nothing, values: [3, 0] });
  });

  it('takes a ballot that does not say its grades to have one', () => {
    assert.deepEqual(judge({ options: free('a', 'b'), grades: undefined, votes: ['a:0', 'b:0 a:0'] }), {
      winners: ['a'], values: [0, 0], reasons: [{ code: 'most' }, { code: 'tie', option: 'a', by: 'votes' }],
    });
  });

  it('finds the same in whatever order votes and options are written', () => {
    const grading = fc.array(fc.option(fc.nat(3)), { minLength: 3, maxLength: 3 });
    const orders = fc.array(grading, { maxLength: 6 }).chain((votes) => fc.record({
      votes: fc.constant(votes), other: fc.shuffledSubarray(votes, { minLength: votes.length }), order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    }));
    const found = (votes: (number | null)[][], order: number[]) => {
      const table = new VoteTable({ valued: true });
      for (const vote of votes) {
        const named = order.flatMap((option, place) => (vote[option] === null ? [] : [place]));
        table.add(named, named.map((place) => vote[order[place]!]!));
      }
      const options = order.map((option) => ({ id: `o${option}`, number: option + 1 }));
      const outcome = count({ method: 'grades', grades: 4, options, votes: table, exponent: 2 }, { rule: 'majority-judgment' });
      return { ...outcome, options: outcome.options.toSorted((a, b) => (a.option < b.option ? -1 : 1)) };
    };
    fc.assert(fc.property(orders, ({ votes, other, order }) => assert.deepEqual(found(other, order), found(votes, [0, 1, 2]))));
  });
});

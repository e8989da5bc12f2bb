import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { election, type Written } from '../testing/elections.ts';
import { outcomesInTwoOrders, winnerWithOneMoreVote } from '../testing/rankings.ts';

const borda = (written: Written) => count(election({ method: 'ranking', ...written }), { rule: 'borda' });
const found = (written: Written) => {
  const { winners, options } = borda(written);
  return { winners, values: options.map(({ value }) => value), reasons: options.map(({ reason }) => reason) };
};

describe('counting points by place (Borda)', () => {
  it('gives three points for the first of four places, then two, one and none', () => {
    // The capital of Tennessee. Memphis 42×3 = 126; Nashville 42×2 + 26×3 + 15 + 17 = 194; Chattanooga 42 + 26×2 + 15×3 + 17×2 = 173;
    // Knoxville 26 + 15×2 + 17×3 = 107.
    assert.deepEqual(found({
      options: { memphis: undefined, nashville: undefined, chattanooga: undefined, knoxville: undefined },
      votes: [
        [42, 'memphis nashville chattanooga knoxville'], [26, 'nashville chattanooga knoxville memphis'],
        [15, 'chattanooga knoxville nashville memphis'], [17, 'knoxville chattanooga nashville memphis'],
      ],
    }), {
      winners: ['nashville'],
      values: [126, 194, 173, 107],
      reasons: [{ code: 'fewer', option: 'nashville' }, { code: 'most' }, { code: 'fewer', option: 'nashville' }, { code: 'fewer', option: 'nashville' }],
    });
  });

  it('counts places from the whole ballot, and gives nothing to options a vote leaves out', () => {
    // Four options: 'a' alone is worth 3; 'b a' 3 for b and 2 for a. c is named last by nobody: no points, no support.
    assert.deepEqual(found({ options: { a: undefined, b: undefined, c: undefined, d: undefined }, votes: ['a', [2, 'b a'], 'd', ''] }), {
      winners: ['a'],
      values: [7, 6, 0, 3],
      reasons: [{ code: 'most' }, { code: 'fewer', option: 'a' }, { code: 'no-support' }, { code: 'fewer', option: 'a' }],
    });
  });

  it('says that an option everybody names last has fewer points, not that nobody supports it', () => {
    // c gets 0 points from two votes that name it.
    assert.deepEqual(found({ options: { a: undefined, b: undefined, c: undefined }, votes: [[2, 'a b c']] }).reasons[2], { code: 'fewer', option: 'a' });
  });

  it('strikes out what was withdrawn: those behind it move up, and there is one place less', () => {
    // Without w three options are left: 'w b a' is worth 2 for b and 1 for a, 'a' 2 for a.
    assert.deepEqual(found({ options: { a: undefined, b: undefined, c: undefined, w: undefined }, withdrawn: ['w'], votes: ['w b a', 'a'] }), {
      winners: ['a'],
      values: [3, 2, 0, 0],
      reasons: [{ code: 'most' }, { code: 'fewer', option: 'a' }, { code: 'no-support' }, { code: 'withdrawn' }],
    });
  });

  it('breaks ties by the lower cost, then by more votes, then by the lower number', () => {
    assert.deepEqual(found({ options: { a: 20, b: 10 }, votes: ['a b', 'b a'] }), {
      winners: ['b'], values: [1, 1], reasons: [{ code: 'tie', option: 'b', by: 'cost' }, { code: 'most' }],
    });
    // a and c have 2 points from one vote each, b has 2 from two votes.
    assert.deepEqual(found({ options: { a: undefined, b: undefined, c: undefined }, votes: ['a b', 'c b'] }), {
      winners: ['b'], values: [2, 2, 2], reasons: [{ code: 'tie', option: 'b', by: 'votes' }, { code: 'most' }, { code: 'tie', option: 'b', by: 'votes' }],
    });
    assert.deepEqual(found({ options: { a: undefined, b: undefined }, votes: ['b a', 'a b'] }), {
      winners: ['a'], values: [1, 1], reasons: [{ code: 'most' }, { code: 'tie', option: 'a', by: 'number' }],
    });
  });

  it('elects the only option that is left once somebody names it, though its place is worth no points', () => {
    assert.deepEqual(found({ options: { a: undefined, w: undefined }, withdrawn: ['w'], votes: ['w a'] }), {
      winners: ['a'], values: [0, 0], reasons: [{ code: 'most' }, { code: 'withdrawn' }],
    });
  });

  it('elects nothing when no vote names an option', () => {
    assert.deepEqual(found({ options: { a: undefined, b: undefined }, votes: [[3, '']] }), {
      winners: [], values: [0, 0], reasons: [{ code: 'no-support' }, { code: 'no-support' }],
    });
  });

  it('finds the same in whatever order votes and options are written', () => {
    fc.assert(fc.property(outcomesInTwoOrders('borda'), ({ one, other }) => assert.deepEqual(one, other)));
  });

  it('still elects the winner after one more vote for it alone', () => {
    fc.assert(fc.property(winnerWithOneMoreVote('borda'), ({ winner, after }) => assert.deepEqual(after.winners, [winner])));
  });
});

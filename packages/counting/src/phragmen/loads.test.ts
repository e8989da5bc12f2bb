import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compareFractions } from '../fractions.ts';
import { supportsOf } from '../supports.ts';
import { election } from '../testing/elections.ts';
import { Loads } from './loads.ts';

it('Loads are kept exactly, purchase by purchase, and the bounds of a moment are close around them', () => {
  // a: two voters; b: the first of them and three others; c: only those three.
  const elected = election({ options: { a: 10, b: 9, c: 7 }, votes: ['a b', 'a', [3, 'b c']] });
  const loads = new Loads(supportsOf(elected, false), elected.options.map(({ cost = 0 }) => cost));
  const moments = () => [0, 1, 2].map((option) => {
    const exact = loads.exactMoment(option);
    const value = Number(exact.numerator) / Number(exact.denominator);
    const { low, high } = loads.moment(option);
    assert.ok(low < value && value < high && high - low < 1e-13, `${low} < ${value} < ${high}`);
    return value;
  });
  assert.deepEqual(moments(), [5, 9 / 4, 7 / 3]);
  assert.ok(loads.compare(1, 2) < 0 && loads.compare(0, 2) > 0 && loads.compare(1, 1) === 0);
  loads.pay(1);
  // The first voter and the three stand at 9/4: a (10 + 9/4) / 2, c (7 + 27/4) / 3.
  assert.deepEqual(moments().map((value) => Math.round(value * 1e9) / 1e9), [6.125, 4.5, 4.583333333]);
  loads.pay(2);
  // The three stand at 55/12: b (9 + 9/4 + 3 · 55/12) / 4.
  assert.equal(compareFractions(loads.exactMoment(1), { numerator: 25n, denominator: 4n }), 0);
  assert.equal(compareFractions(loads.exactMoment(0), { numerator: 49n, denominator: 8n }), 0);
  moments();
});

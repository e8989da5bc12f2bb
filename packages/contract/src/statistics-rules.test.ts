import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countedTogether, smallestGroup, suppressSmallCells } from './statistics-rules.ts';

const cells = (...counts: number[]) => counts.map((count, i) => ({ name: 'age', value: String(i), count }));
const counts = (...given: number[]) => suppressSmallCells(cells(...given)).map((cell) => cell.count);

test('large cells are shown, small ones are hidden', () => {
  assert.deepEqual(counts(40, 50, 10), [40, 50, 10]);
  assert.deepEqual(counts(40, 6, 5), [40, null, null]);
});

test('one small cell takes the next smallest with it: the total would give it away', () => {
  assert.deepEqual(counts(40, 50, 3), [null, 50, null]);
  assert.deepEqual(counts(40, 0), [null, null]);
});

test('cells of another name divide other people and stay', () => {
  const shown = suppressSmallCells([{ name: 'all', value: '', count: 43 }, ...cells(40, 3)]);
  assert.deepEqual(shown.map((cell) => cell.count), [43, null, null]);
});

test('whatever the counts: nothing small is shown, and what is hidden under one name adds up to the minimum or is everything', () => {
  fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 1 }), (given) => {
    const shown = suppressSmallCells(cells(...given));
    assert.ok(shown.every(({ count }, i) => count === null || (count === given[i] && count >= 10)));
    const hidden = given.filter((_, i) => shown[i]?.count === null);
    const sum = hidden.reduce((a, b) => a + b, 0);
    assert.ok(hidden.length === 0 || sum >= 10 || hidden.length === given.length);
  }));
});

test('small groups are counted together until they are ten, and no group that is left to find is smaller', () => {
  const together = (...sizes: number[]) => countedTogether(sizes, (size) => size);
  assert.deepEqual(together(40, 20, 10), []);
  assert.deepEqual(together(40, 6, 20, 5), [6, 5]);
  assert.deepEqual(together(40, 20, 3), [20, 3]);
  assert.deepEqual(together(3), [], 'there is no other');
  fc.assert(fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (sizes) => {
    const merged = together(...sizes);
    const sum = merged.reduce((a, b) => a + b, 0);
    const shown = sizes.filter((size) => size > 0).toSorted((a, b) => a - b).slice(merged.length);
    const all = merged.length > 0 ? [...shown, sum] : shown;
    assert.ok(all.length <= 1 || all.every((size) => size >= smallestGroup), String(all));
  }));
});

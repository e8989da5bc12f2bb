import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { VoteTable } from './vote-table.ts';

const rows = (table: VoteTable) => Array.from({ length: table.size }, (_, at) => [[...table.options(at)], [...table.values(at)], table.count(at)]);

describe('Votes gathered in a table', () => {
  it('keep equal votes once, with their number through each channel', () => {
    const table = new VoteTable();
    table.add([0, 2]);
    table.add([2, 0], undefined, 'paper');
    table.add([1], undefined, 'assisted', 3);
    table.add([], undefined, 'paper');
    assert.deepEqual(rows(table), [[[0, 2], [], 2], [[1], [], 3], [[], [], 1]]);
    assert.deepEqual([table.count(0, 'online'), table.count(0, 'paper'), table.count(0, 'assisted'), table.count(1, 'assisted')], [1, 1, 0, 3]);
    assert.equal(table.total, 6);
  });

  it('keep the order where it is the vote', () => {
    const table = new VoteTable({ ordered: true });
    table.add([2, 0]);
    table.add([0, 2]);
    assert.deepEqual(rows(table), [[[2, 0], [], 1], [[0, 2], [], 1]]);
  });

  it('keep values beside their options', () => {
    const table = new VoteTable({ valued: true });
    table.add([2, 0], [5, -1]);
    table.add([0, 2], [-1, 5]);
    table.add([0, 2], [5, -1]);
    assert.deepEqual(rows(table), [[[0, 2], [-1, 5], 2], [[0, 2], [5, -1], 1]]);
    assert.equal(table.scale, 1);
  });

  it('keep decimals as whole numbers, also those of votes taken in before', () => {
    const table = new VoteTable({ valued: true });
    table.add([0], [2]);
    table.add([0], [0.07]);
    table.add([0], [2]);
    table.add([1], [0.333333333]);
    assert.equal(table.scale, 1e9);
    assert.deepEqual(rows(table), [[[0], [2e9], 2], [[0], [7e7], 1], [[1], [333333333], 1]]);
  });

  it('refuse what cannot be counted exactly', () => {
    assert.throws(() => new VoteTable({ valued: true }).add([0], [0.1234567891]), RangeError);
    const table = new VoteTable({ valued: true });
    table.add([0], [0.5]);
    assert.throws(() => table.add([0], [Number.MAX_SAFE_INTEGER]), RangeError);
    const large = new VoteTable({ valued: true });
    large.add([0], [9e12]);
    assert.throws(() => large.add([0], [1e-9]), RangeError, 'whichever comes first');
    assert.deepEqual(rows(large), [[[0], [9e12 * large.scale], 1]]);
  });

  it('lose nothing however many there are', () => {
    const table = new VoteTable({ valued: true });
    const seen = new Map<string, number>();
    for (let i = 0; i < 40_000; i += 1) {
      const vote = [i % 97, 97 + (i % 89), 200 + (i % 7)];
      const values = [i % 3, 1, i % 2];
      table.add(vote, values);
      const key = JSON.stringify([vote, values]);
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    assert.equal(table.size, seen.size);
    for (const [options, values, times] of rows(table)) assert.equal(seen.get(JSON.stringify([options, values])), times);
  });

  it('say why they cannot be counted exactly', () => {
    assert.throws(() => new VoteTable({ valued: true }).add([0], [0.1234567891]), /more than 9 decimals/);
    const halves = new VoteTable({ valued: true });
    halves.add([0], [0.5]);
    assert.throws(() => halves.add([0], [Number.MAX_SAFE_INTEGER]), /too large to be counted exactly/);
    const large = new VoteTable({ valued: true });
    large.add([0], [9e14]);
    assert.throws(() => large.add([0], [0.01]), /too large to be counted exactly/);
  });

  it('stay whole where many long ones run over the end of a page of memory, with their values', () => {
    const table = new VoteTable({ valued: true, ordered: true });
    const voteOf = (i: number) => Array.from({ length: 250 }, (_, place) => (place * 7 + i) % 1_999);
    for (let i = 0; i < 1_100; i += 1) table.add(voteOf(i), voteOf(i).map((option) => option % 5));
    for (let i = 0; i < 1_100; i += 1) table.add(voteOf(i), voteOf(i).map((option) => option % 5), 'paper');
    assert.equal(table.size, 1_100);
    for (const i of [0, 1_047, 1_048, 1_049, 1_099]) {
      assert.deepEqual([...table.options(i)], voteOf(i));
      assert.deepEqual([...table.values(i)], voteOf(i).map((option) => option % 5));
      assert.deepEqual([table.count(i, 'online'), table.count(i, 'paper')], [1, 1]);
    }
  });

  it('are the same whatever the order they come in', () => {
    const votes = fc.array(fc.uniqueArray(fc.nat(5)), { maxLength: 20 });
    fc.assert(fc.property(votes, (list) => {
      const [one, other] = [new VoteTable(), new VoteTable()];
      for (const vote of list) one.add(vote);
      for (const vote of list.toReversed()) other.add(vote.toReversed());
      const sorted = (table: VoteTable) => rows(table).map((row) => JSON.stringify(row)).sort();
      assert.deepEqual(sorted(one), sorted(other));
    }));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ParvisError } from '@parvis/contract';
import * as faq from '@parvis/contract/operations/faq';
import * as fc from 'fast-check';
import { Intentions, page, Replays, verb } from './index.ts';
import type { SortKey } from './index.ts';

const invalid = (pointer: string, code: string) => (error: unknown) =>
  error instanceof ParvisError && error.code === 'invalid' && error.issues[0]?.pointer === pointer && error.issues[0].code === code;

/** Reads a whole list in pages, doing something before each page but the first. */
function readAll<T>(list: () => T[], keyOf: (item: T) => SortKey, limit: number, between: () => void = () => undefined): T[] {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 500; pages += 1) {
    const { items, next } = page(list(), keyOf, { cursor, limit });
    all.push(...items);
    if (next === undefined) break;
    cursor = next;
    between();
  }
  return all;
}

describe('page', () => {
  it('gives every item once, in order, whatever the page size', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, limit) => {
      assert.deepEqual(readAll(() => items, (n) => [n], limit), [...items].sort((a, b) => a - b));
    }));
  });

  it('neither repeats nor skips what was there, when items are added anywhere between two pages', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 5 }), (before, more, limit) => {
      const items = [...before];
      const extra = more.filter((n) => !before.includes(n));
      const read = readAll(() => items, (n) => [n], limit, () => {
        const next = extra.pop();
        if (next !== undefined) items.push(next);
      });
      assert.equal(new Set(read).size, read.length, 'no repeat');
      assert.ok(before.every((n) => read.includes(n)), 'no skip');
    }));
  });

  it('sorts by the first part that differs, text or number', () => {
    const items: SortKey[] = [[-2, 'b'], [-3, 'z'], [-2, 'a'], [10, 'a'], [9, 'a']];
    assert.deepEqual(page(items, (key) => key, { limit: 9 }).items, [[-3, 'z'], [-2, 'a'], [-2, 'b'], [9, 'a'], [10, 'a']]);
  });

  it('says how many there are, and has no next after the last', () => {
    assert.deepEqual(page([1, 2], (n) => [n], { limit: 2 }), { items: [1, 2], total: 2 });
  });

  it('refuses a cursor of another order, and one that is none', () => {
    const { next } = page([1, 2], (n) => [n], { limit: 1, order: 'oldest' });
    for (const cursor of [next, 'made-up', '%', '[]', encodeURIComponent('["newest",{}]')]) {
      assert.throws(() => page([1, 2], (n) => [n], { cursor, limit: 1, order: 'newest' }), invalid('/cursor', 'malformed'));
    }
  });
});

describe('Replays', () => {
  it('acts once for one key and content, also for calls at the same time', async () => {
    const replays = new Replays<number>();
    let acts = 0;
    const call = () => replays.once('key', { b: 1, a: 2 }, async () => (acts += 1));
    assert.deepEqual(await Promise.all([call(), call(), call()]), [1, 1, 1]);
    assert.equal(await replays.once('key', { a: 2, b: 1 }, () => 99), 1, 'the order of fields says nothing');
  });

  it('refuses the key with other content', async () => {
    const replays = new Replays<number>();
    await replays.once('key', 'one', () => 1);
    await assert.rejects(replays.once('key', 'two', () => 2), invalid('/key', 'reused'));
  });

  it('forgets what was refused, so that it can be mended and sent again', async () => {
    const replays = new Replays<number>();
    await assert.rejects(replays.once('key', 'wrong', () => { throw new ParvisError('invalid'); }));
    assert.equal(await replays.once('key', 'right', () => 1), 1);
  });

  it('keeps neither the key nor the content', async () => {
    const replays = new Replays<string>();
    await replays.once('secret-key', { choice: 'secret-choice' }, () => 'receipt');
    const kept = JSON.stringify(await replays.entries());
    assert.ok(kept.includes('receipt') && !kept.includes('secret'));
  });

  it('is empty once cleared', async () => {
    const replays = new Replays<number>();
    await replays.once('key', 'one', () => 1);
    replays.clear();
    assert.equal(await replays.once('key', 'two', () => 2), 2);
  });
});

describe('Intentions', () => {
  it('ends with the highest number in any order of arrival', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (sequences) => {
      const intentions = new Intentions<number>();
      for (const sequence of sequences) intentions.take('ana', sequence, sequence);
      const newest = Math.max(...sequences);
      assert.deepEqual(intentions.take('ana', 1, -1), { sequence: newest, value: newest === 1 ? 1 : newest });
    }));
  });

  it('counts people, not calls', () => {
    const intentions = new Intentions<boolean>();
    for (const [mark, sequence, value] of [['a', 1, true], ['a', 2, false], ['b', 1, true], ['b', 1, true]] as const) intentions.take(mark, sequence, value);
    assert.equal(intentions.count((value) => value), 1);
    assert.equal(intentions.count((value) => !value), 1);
  });
});

describe('verb', () => {
  const input = { consultation: 'bp', id: 'q1', useful: true, mark: 'm'.repeat(22), sequence: 1 };

  it('passes on only what the operation knows', async () => {
    const rate = verb(faq.rate, (given) => {
      assert.deepEqual(given, input);
      return { useful: given.useful, sequence: given.sequence };
    });
    await rate({ ...input, more: 1 } as typeof input);
  });

  it('refuses an input that does not fit, before any work is done', async () => {
    const rate = verb(faq.rate, () => assert.fail('called'));
    await assert.rejects(rate({ ...input, sequence: 0 }), invalid('/sequence', 'too-short'));
  });

  it('turns anything thrown into a fault of the backend, with its cause', async () => {
    const cause = new Error('disk full');
    const rate = verb(faq.rate, () => { throw cause; });
    await assert.rejects(rate(input), (e: unknown) => e instanceof ParvisError && e.code === 'backend-fault' && e.cause === cause);
  });

  it('rejects with `aborted` before and after the work', async () => {
    const controller = new AbortController();
    const rate = verb(faq.rate, () => {
      controller.abort();
      return { useful: true, sequence: 1 };
    });
    const aborted = (e: unknown) => e instanceof ParvisError && e.code === 'aborted';
    await assert.rejects(rate(input, { signal: controller.signal }), aborted);
    await assert.rejects(rate(input, { signal: controller.signal }), aborted);
  });
});

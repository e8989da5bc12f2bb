import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPast, statusAt } from './time.ts';

test('something is upcoming, then open from its first instant, then closed from its last', () => {
  const dates = { opensAt: '2026-03-01T09:00:00+01:00', closesAt: '2026-03-31T18:00:00+02:00' };
  const at = (now: string) => statusAt(dates, new Date(now));
  assert.deepEqual(
    [at('2026-03-01T07:59:59.999Z'), at('2026-03-01T08:00:00Z'), at('2026-03-31T15:59:59.999Z'), at('2026-03-31T16:00:00Z')],
    ['upcoming', 'open', 'open', 'closed'],
  );
});

test('without dates it is open; with one of them, on one side only', () => {
  const now = new Date('2026-03-01T00:00:00Z');
  assert.equal(statusAt({}, now), 'open');
  assert.equal(statusAt({ opensAt: '2027-01-01T00:00:00Z' }, now), 'upcoming');
  assert.equal(statusAt({ closesAt: '2026-01-01T00:00:00Z' }, now), 'closed');
});

test('a date is past once the whole of it is: its day, its month or its year', () => {
  const past = (date: string, now: string) => isPast(date, new Date(now));
  assert.deepEqual([past('2026-03-15', '2026-03-15T23:59:00Z'), past('2026-03-15', '2026-03-16T00:00:00Z')], [false, true]);
  assert.deepEqual([past('2026-03', '2026-03-31T23:59:00Z'), past('2026-03', '2026-04-01T00:00:00Z')], [false, true]);
  assert.deepEqual([past('2026', '2026-12-31T23:59:00Z'), past('2026', '2027-01-01T00:00:00Z')], [false, true]);
});

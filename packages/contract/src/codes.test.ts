import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCode, normalizeCode, randomCode, randomKey } from './codes.ts';
import { parse } from './parse.ts';
import { DeviceMark, Key } from './schemas/common.ts';

test('a code is shown in groups of four, without look-alikes', () => {
  for (let n = 0; n < 200; n += 1) assert.match(randomCode(), /^[34679ACDEFGHJKMNPQRTWXY]{4}( [34679ACDEFGHJKMNPQRTWXY]{4}){3}$/);
  assert.match(randomCode(10), /^.{4} .{4} .{2}$/);
});

test('a code is the same however it is typed', () => {
  for (const typed of ['ACDE 3467', 'acde3467', ' acde-3467 ', 'acde–3467.', 'AcDe 34\n67']) assert.equal(normalizeCode(typed), 'ACDE3467');
  assert.equal(groupCode('acde-3467-ac'), 'ACDE 3467 AC');
});

test('every sign comes as often as the others', () => {
  const counts = new Map<string, number>();
  for (const sign of normalizeCode(randomCode(46_000))) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  assert.equal(counts.size, 23);
  // 2,000 expected of each, standard deviation 44: seven of them leave no room for chance.
  for (const [sign, count] of counts) assert.ok(Math.abs(count - 2000) < 310, `${sign}: ${count}`);
});

test('a key fits as a key and as a mark, and never comes twice', () => {
  const keys = Array.from({ length: 1000 }, randomKey);
  assert.equal(new Set(keys).size, 1000);
  for (const key of keys) assert.ok(key.length === 22 && parse(Key, key).ok && parse(DeviceMark, key).ok, key);
});

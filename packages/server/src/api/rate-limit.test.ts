import assert from 'node:assert/strict';
import { it } from 'node:test';
import { RateLimiter } from './rate-limit.ts';

it('An address may call at once as often as the bucket holds, then as fast as it fills', () => {
  const limiter = new RateLimiter({ burst: 3, perSecond: 2 });
  assert.deepEqual([0, 0, 0, 0].map((at) => limiter.take('a', at)), [0, 0, 0, 0.5]);
  assert.equal(limiter.take('a', 500), 0);
  assert.equal(limiter.take('a', 600), 0.4);
  assert.deepEqual([1, 2, 3].map(() => limiter.take('a', 60_000)), [0, 0, 0]);
});

it('Addresses that come and go do not fill the memory', () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 1 });
  for (let i = 0; i < 120_000; i += 1) limiter.take(String(i), i);
  assert.equal(limiter.take('new', 120_000), 0);
});

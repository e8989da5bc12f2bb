import assert from 'node:assert/strict';
import { it } from 'node:test';
import { networkOf, RateLimiter } from './rate-limit.ts';

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

it('Addresses of one network share a bucket however they are written, and no other does', () => {
  const same = (...written: string[]) => assert.equal(new Set(written.map(networkOf)).size, 1, written.join(' '));
  same('2001:db8::1', '2001:db8:0:0:1:2:3:4', '2001:0DB8::ffff', '[2001:db8::5]:4711', '[2001:db8::5]');
  same('::1', '::2', '::');
  same('192.0.2.7', '192.0.2.7:51234', '::ffff:192.0.2.7', '[::ffff:192.0.2.7]:80');
  same('fe80::1%eth0', 'fe80::2');
  const others = ['2001:db8::1', '2001:db8:0:1::1', '2001:db9::1', '::1', '192.0.2.7', '192.0.2.8', 'fe80::1', 'unknown'];
  assert.equal(new Set(others.map(networkOf)).size, others.length);
});

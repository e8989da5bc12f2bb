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

it('Addresses that come and go do not fill the memory, and each is answered at once', () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 1 });
  for (let i = 0; i < 300_000; i += 1) assert.equal(limiter.take(`network ${i}`, i), 0);
  assert.equal(limiter.size, 50_000);
});

it('Who was told to wait waits, however many others come meanwhile', () => {
  const limiter = new RateLimiter({ burst: 10, perSecond: 1 / 60 });
  for (let i = 0; i < 70_000; i += 1) limiter.take(`earlier ${i}`, 0);
  for (let i = 0; i < 11; i += 1) limiter.take('drained', 0);
  for (let i = 0; i < 49_999; i += 1) limiter.take(`other ${i}`, 1);
  assert.ok(limiter.take('drained', 2) > 59);
  for (let i = 0; i < 49_999; i += 1) limiter.take(`another ${i}`, 3);
  assert.ok(limiter.take('drained', 4) > 59, 'whoever asks again and again stays known');
});

it('To ask how long takes nothing', () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 1 });
  assert.deepEqual([limiter.wait('a', 0), limiter.wait('a', 0), limiter.take('a', 0), limiter.wait('a', 0)], [0, 0, 0, 1]);
});

it('Whoever has a /48 of IPv6 gains little by calling from another /64 each time, and keeps no other /48 away', () => {
  const limiter = new RateLimiter({ burst: 10, perSecond: 1 });
  let letIn = 0;
  for (let i = 0; i < 5_000; i += 1) if (limiter.take(networkOf(`2001:db8:1:${i.toString(16)}::1`), 0) === 0) letIn += 1;
  assert.equal(letIn, 160);
  assert.equal(limiter.take(networkOf('2001:db8:2:1::1'), 0), 0);
});

it('Addresses of one network share a bucket however they are written, and no other does', () => {
  const same = (...written: string[]) => assert.equal(new Set(written.map(networkOf)).size, 1, written.join(' '));
  same('2001:db8::1', '2001:db8:0:0:1:2:3:4', '2001:0DB8::ffff', '[2001:db8::5]:4711', '[2001:db8::5]');
  same('::1', '::2', '::');
  same('192.0.2.7', '192.0.2.7:51234', '::ffff:192.0.2.7', '[::ffff:192.0.2.7]:80', '::ffff:c000:207', '::FFFF:C000:0207', '0:0:0:0:0:ffff:c000:207', '[::ffff:c000:207]:80');
  same('fe80::1%eth0', 'fe80::2');
  const others = ['2001:db8::1', '2001:db8:0:1::1', '2001:db9::1', '::1', '192.0.2.7', '192.0.2.8', '::ffff:c000:209', 'fe80::1', '64:ff9b::c000:207', 'unknown'];
  assert.equal(new Set(others.map(networkOf)).size, others.length);
});

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { it } from 'node:test';
import * as fc from 'fast-check';
import { hmacKey, hmacSha256 } from './hmac.ts';

it('An HMAC is the one Node makes, for keys and texts of any length and script', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 300 }), (key, text) => {
    assert.deepEqual(hmacSha256(hmacKey(key), text), createHmac('sha256', key).update(text).digest());
  }));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSeals } from './seal.ts';

const seals = createSeals('secret');
const state = { act: 'Émile', choice: { options: ['a'] } };

describe('What a page carries', () => {
  it('comes back as it was, twice sealed in two ways', () => {
    const sealed = seals.close('vote projets', state);
    assert.match(sealed, /^[\w-]+$/);
    assert.notEqual(seals.close('vote projets', state), sealed);
    assert.deepEqual(seals.open('vote projets', sealed), state);
    assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /options/);
  });

  it('cannot be changed, made elsewhere, used for something else, or left out', () => {
    const sealed = seals.close('vote projets', state);
    for (const at of [0, 20, sealed.length - 4]) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1);
      assert.equal(seals.open('vote projets', changed), undefined, `sign ${at}`);
    }
    assert.equal(seals.open('vote projets', createSeals('another').close('vote projets', state)), undefined);
    assert.equal(seals.open('vote code', sealed), undefined);
    for (const nothing of [undefined, null, '', 'A', '<b>', sealed.slice(0, 30)]) assert.equal(seals.open('vote projets', nothing), undefined);
  });

  it('opens until its time is over', () => {
    let now = 0;
    const clocked = createSeals('secret', () => now);
    const sealed = clocked.close('receipt', state, 60);
    now = 59_999;
    assert.deepEqual(clocked.open('receipt', sealed), state);
    now = 60_000;
    assert.equal(clocked.open('receipt', sealed), undefined);
  });

  it('gives the same key for the same act, and another for any other', () => {
    const key = seals.derive('key', 'nonce', { b: 1, a: 2 });
    assert.match(key, /^[\w-]{43}$/);
    assert.equal(seals.derive('key', 'nonce', { a: 2, b: 1 }), key);
    assert.equal(new Set([key, seals.derive('mark', 'nonce'), seals.derive('key', 'nonce', { a: 2 }), createSeals('another').derive('key', 'nonce', { b: 1, a: 2 })]).size, 4);
  });
});

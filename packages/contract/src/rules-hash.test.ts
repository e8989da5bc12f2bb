import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalJson, rulesHash } from './rules-hash.ts';
import type { BallotDefinition } from './schemas/definition.ts';

const ballot: BallotDefinition = {
  id: 'vote', title: 'Vote', method: 'approval', min: 1, blank: true, eligibility: 'open', results: 'hidden',
  options: [{ id: '1', number: 1, label: { fr: 'Arbres', en: 'Trees' } }, { id: '2', number: 2, label: 'Bancs' }],
};

test('the hash is 64 hexadecimal digits, the same each time', async () => {
  const hash = await rulesHash(ballot);
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.equal(await rulesHash(structuredClone(ballot)), hash);
});

test('every rule and every word of an option changes it', async () => {
  const hash = await rulesHash(ballot);
  const [first, second] = ballot.options;
  assert.ok(first && second);
  for (const changed of [
    { ...ballot, max: 1 }, { ...ballot, min: 2 }, { ...ballot, blank: false }, { ...ballot, method: 'ranking' as const }, { ...ballot, eligibility: 'code' as const },
    { ...ballot, options: [first] }, { ...ballot, options: [second, first] }, { ...ballot, options: [{ ...first, cost: 1 }, second] },
    { ...ballot, options: [{ ...first, label: { fr: 'Arbres', en: 'Bushes' } }, second] }, { ...ballot, options: [{ ...first, withdrawn: true }, second] },
  ]) assert.notEqual(await rulesHash(changed), hash, JSON.stringify(changed));
});

test('words around the rules, dates and how options and results are shown do not', async () => {
  const changed = { ...ballot, title: 'Votez', text: 'Bienvenue', offline: 'À la mairie', opensAt: '2026-03-01T00:00:00Z', closesAt: '2026-04-01T00:00:00Z', order: 'random' as const, results: 'live' as const };
  assert.equal(await rulesHash(changed), await rulesHash(ballot));
});

test('equal values give equal text: neither the order of fields nor absent fields count', () => {
  assert.equal(canonicalJson({ b: 1, a: [{ d: null, c: undefined }] }), '{"a":[{"d":null}],"b":1}');
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
    const turned = Object.fromEntries(Object.entries(value).reverse());
    assert.equal(canonicalJson(turned), canonicalJson(value));
    // A field named __proto__ would set the prototype when it is read back by assignment; JSON.parse makes it a field.
    assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
  }));
});

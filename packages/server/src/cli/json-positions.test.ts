import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { JsonSyntaxError, lineAndColumn, readJson } from './json-positions.ts';

describe('Reading JSON with places', () => {
  it('gives the same value as the platform, for any JSON however it is spaced', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(4), (value, space) => {
      const text = JSON.stringify(value, null, space);
      assert.deepEqual(readJson(text).value, JSON.parse(text));
    }));
  });

  it('agrees with the platform about what is not JSON', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', 'a', '1', '-', ' ', 'null', '\\', '\n') }), (text) => {
      let platform = true;
      try {
        JSON.parse(text);
      } catch {
        platform = false;
      }
      if (platform) assert.deepEqual(readJson(text).value, JSON.parse(text));
      else assert.throws(() => readJson(text), JsonSyntaxError);
    }), { numRuns: 2_000 });
  });

  it('knows where names and values stand', () => {
    const text = '{\n  "a": [1,\n    {"b/c": true}]\n}';
    const { at } = readJson(text);
    const place = (offset = -1) => lineAndColumn(text, offset);
    assert.deepEqual(place(at.get('/a')?.name), { line: 2, column: 3 });
    assert.deepEqual(place(at.get('/a/0')?.value), { line: 2, column: 9 });
    assert.deepEqual(place(at.get('/a/1/b~1c')?.value), { line: 3, column: 13 });
  });
});

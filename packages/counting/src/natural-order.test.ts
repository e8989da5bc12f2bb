import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { naturalOrder } from './natural-order.ts';

describe('Ids in natural order', () => {
  it('numbers inside count as numbers', () => {
    assert.deepEqual(['10', '2', 'B12', 'B9', 'A', '1'].sort(naturalOrder), ['1', '2', '10', 'A', 'B9', 'B12']);
    assert.deepEqual(['L17/12/X', 'L17/2/X', 'L17/2'].sort(naturalOrder), ['L17/2', 'L17/2/X', 'L17/12/X']);
    assert.deepEqual(['x1', 'x-1', 'L1b', 'L1a', 'a1', 'a01', 'a', 'a1b'].sort(naturalOrder), ['L1a', 'L1b', 'a', 'a01', 'a1', 'a1b', 'x1', 'x-1']);
    assert.deepEqual(['9007199254740993', '9007199254740992'].sort(naturalOrder), ['9007199254740992', '9007199254740993']);
  });

  it('is one order, whatever the ids', () => {
    const id = fc.string({ unit: fc.constantFrom('0', '1', '2', 'a', 'B', '-'), maxLength: 5 });
    fc.assert(fc.property(id, id, id, (a, b, c) => {
      assert.equal(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a)), 0);
      assert.equal(naturalOrder(a, b) === 0, a === b);
      if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) assert.ok(naturalOrder(a, c) < 0);
    }));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFields } from './read-fields.ts';

describe('A browser file checks the fields that it reads', () => {
  const isRead = (field: string) => field !== 'spare';

  it('leaves out the others, in lists and in what may be absent as well', () => {
    assert.deepEqual(
      readFields({ a: 'string', spare: 1, list: [1, { b: 0, spare: 'string' }, 9], maybe: [0, { c: 'string', spare: 'string' }], nil: [0, { spare: 0 }, null] }, isRead),
      { a: 'string', list: [1, { b: 0 }, 9], maybe: [0, { c: 'string' }], nil: [0, {}, null] },
    );
  });

  it('leaves whole what tells the sides of a union apart, values, patterns and records', () => {
    const guard = { union: ['oneOf', { spare: 'string' }, { a: 0 }], word: [2, 'spare'], pattern: /spare/, record: ['recordOf', 'string', { spare: 0 }] } as const;
    assert.deepEqual(readFields(guard, isRead), guard);
  });
});

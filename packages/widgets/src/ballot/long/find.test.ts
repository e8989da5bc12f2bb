import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { finds } from '@parvis/contract/fold';
import { ballot } from '../../testing/model.ts';
import { comparedIn } from './compare.model.ts';
import { anything, foundBy, isLong, valuesOf } from './find.model.ts';
import { sixty } from './long.examples.ts';

const b = ballot({ options: sixty });
const numbers = (find: Partial<typeof anything>, chosen = sixty.slice(0, 0)) => {
  const found = foundBy({ ...anything, ...find }, b, { chosen });
  return found && sixty.filter(({ id }) => found.has(id)).map(({ number }) => number);
};

describe('Searching a long ballot', () => {
  it('more than twenty options are long', () => {
    assert.equal(isLong(ballot({ options: sixty.slice(0, 20) })), false);
    assert.equal(isLong(ballot({ options: sixty.slice(0, 21) })), true);
  });

  it('nothing looked for is not a search: everything is shown', () => {
    assert.equal(numbers({}), undefined);
    assert.equal(numbers({ words: '  ' }), undefined);
  });

  it('finds words in any case, with or without accents, in the title, the text, the place and the theme', () => {
    assert.deepEqual(numbers({ words: 'PETANQUE' }), [9, 21, 33, 45, 57]);
    assert.deepEqual(numbers({ words: 'fauteuil' }), [11, 23, 35, 47, 59]);
    assert.deepEqual(numbers({ words: 'belle-etoile velo' }), [60]);
    assert.deepEqual(numbers({ words: 'culture', place: 'Gare' }), [19, 22]);
    assert.deepEqual(numbers({ words: ' 37 ' }), [37]);
  });

  it('filters go together, and with what is chosen', () => {
    assert.deepEqual(numbers({ category: 'Sport', place: 'Port' }), [33, 35]);
    assert.deepEqual(numbers({ mine: true }, [...sixty.slice(34, 35), ...sixty.slice(2, 3)]), [3, 35]);
    assert.deepEqual(numbers({ mine: true, category: 'Sport' }, sixty.slice(30, 36)), [33, 35]);
  });

  it('finds what the search of the results would find', () => {
    fc.assert(fc.property(fc.constantFrom('jardin', 'Étoile', '12', 'É', 'abri gare', 'x y'), (words) => {
      const plain = sixty.filter((o) => finds(words, `${o.number} ${o.label} ${o.place} ${o.category} ${o.text}`)).map(({ number }) => number);
      assert.deepEqual(numbers({ words }), plain);
    }));
  });

  it('offers a filter only where there are two values, in the order of the language', () => {
    assert.deepEqual(valuesOf(b, 'place'), ['Belle-Étoile', 'Centre', 'Gare', 'Les Tilleuls', 'Port']);
    assert.deepEqual(valuesOf(ballot({ options: sixty.slice(0, 12) }), 'place'), []);
    assert.deepEqual(valuesOf(ballot({}), 'category'), []);
  });
});

describe('What is compared', () => {
  const ids = (...n: number[]) => new Set(n.map((i) => `s${i}`));
  const compared = (found: Set<string> | undefined, ...chosen: number[]) => {
    const now = comparedIn({ ballot: b, found, chosen: chosen.map((n) => sixty[n - 1] ?? assert.fail()) });
    return now && [now.mine ? 'mine' : 'found', ...now.options.map(({ number }) => number)];
  };

  it('a few that are found; else what is chosen, in the order of the ballot', () => {
    assert.deepEqual(compared(ids(9, 3), 5, 1), ['found', 3, 9]);
    assert.deepEqual(compared(undefined, 5, 1), ['mine', 1, 5]);
    assert.deepEqual(compared(ids(...sixty.keys()), 5, 1), ['mine', 1, 5]);
  });

  it('nothing, when there is one or more than can be looked at together', () => {
    assert.equal(compared(undefined), undefined);
    assert.equal(compared(ids(4), 7), undefined);
    assert.equal(compared(undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), undefined);
  });
});

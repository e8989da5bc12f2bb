import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSentences } from './languages.ts';

const french = { hello: 'Bonjour {name}', left: { one: 'Il reste {n} vote.', other: 'Il reste {n} votes.' } };

describe('A language has exactly the sentences of the French source', () => {
  it('is whole when every sentence, plural form and hole is there', () => {
    assert.deepEqual(compareSentences(french, { hello: 'Hello {name}', left: { one: 'One vote left.', other: '{n} votes left.' } }, 'en'), []);
  });

  it('names what is missing and what is too much', () => {
    assert.deepEqual(compareSentences(french, { hello: 'Hello {name}', bye: 'Bye' }, 'en'), ['"left" is missing', '"bye" is not a sentence of the widget']);
  });

  it('names the plural forms a language needs and has not', () => {
    assert.deepEqual(compareSentences(french, { hello: '{name}', left: { one: 'صوت', other: '{n}' } }, 'ar'), [
      '"left" has no sentence for the plural form zero, two, few, many',
    ]);
  });

  it('names holes that are lost and holes that nothing fills', () => {
    assert.deepEqual(compareSentences(french, { hello: 'Hello {nom}', left: { one: '1', other: 'some' } }, 'en'), [
      '"hello" lacks {name}', '"hello" has {nom}, which nothing fills', '"left" lacks {n}',
    ]);
  });
});

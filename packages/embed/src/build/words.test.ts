import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOf } from './words.ts';

describe('What a file uses is what its code names', () => {
  it('hears names and words of strings, but not what sentences and styles say of themselves', () => {
    const words = wordsOf({ '/a/view.ts': "html`<p class=\"pv-a pv-b\">${say('retry')}</p>`", '/a/x.css.ts': '.pv-c{}', '/a/x.messages.ts': 'back: 1' });
    assert.ok(words.has('retry') && words.hasClass('pv-a') && words.hasClass('pv-b'));
    assert.ok(!words.has('back') && !words.hasClass('pv-c'));
  });

  it('keeps every class whose beginning is put together with something', () => {
    const words = wordsOf({ '/a/view.ts': 'html`<p class="pv-step-${state}">`' });
    assert.ok(words.hasClass('pv-step-late') && !words.hasClass('pv-other'));
  });

  it('refuses keys of sentences put together from parts: nobody could see which are used', () => {
    assert.throws(() => wordsOf({ '/a/view.ts': 'say(`state-${x}`)' }), /Write the keys/);
  });
});

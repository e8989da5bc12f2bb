import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOf } from './words.ts';

describe('What a file uses is what its code names', () => {
  it('hears names and words of strings, but not what sentences and styles say of themselves', () => {
    const words = wordsOf({ '/a/view.ts': "html`<p class=\"pv-a pv-b\">${say('retry')}</p>`", '/a/x.css.ts': '.pv-c{}', '/a/x.messages.ts': 'back: 1' });
    assert.ok(words.has('retry') && words.mayShow('pv-a') && words.mayShow('pv-b'));
    assert.ok(!words.has('back') && !words.mayShow('pv-c'));
  });

  it('keeps every class whose beginning is put together with something', () => {
    const words = wordsOf({ '/a/view.ts': 'html`<p class="pv-step-${state}">`' });
    assert.ok(words.mayShow('pv-step-late') && !words.mayShow('pv-other'));
  });

  it('keeps every element whose name is put together with something', () => {
    const words = wordsOf({ '/a/view.ts': 'const tag = `<h${level} id=`;' });
    assert.ok(words.mayShow('h3') && !words.mayShow('table'));
  });

  it('refuses keys of sentences put together from parts: nobody could see which are used', () => {
    assert.throws(() => wordsOf({ '/a/view.ts': 'say(`state-${x}`)' }), /Write the keys/);
  });
});

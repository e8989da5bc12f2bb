import assert from 'node:assert/strict';
import { it } from 'node:test';
import { html, nothing } from 'lit';
import { rendered } from './view.ts';

it('A view is the same on a page as in a widget, without what listens; what people wrote never becomes markup', async () => {
  const name = '<!--lit-part--><b onclick="x">"&\'';
  const view = html`<p class="pv-a" lang=${'fr'} title=${name} ?hidden=${false} @click=${() => assert.fail()}>${name} ${nothing}${[1, 2].map((n) => html`<i>${n}</i>`)}</p>`;
  assert.equal(String(await rendered(view)).replaceAll(/\s+/g, ' '), [
    '<p class="pv-a" lang="fr" title="&lt;!--lit-part--&gt;&lt;b onclick=&quot;x&quot;&gt;&quot;&amp;&#39;" >',
    '&lt;!--lit-part--&gt;&lt;b onclick=&quot;x&quot;&gt;&quot;&amp;&#39; <i>1</i><i>2</i></p>',
  ].join(''));
});

it('What stands in a field of several lines is there again as it was typed, line breaks and markup too', async () => {
  const page = String(await rendered(html`<textarea id="a" name="text" .value=${'x'}></textarea><textarea name="other"></textarea>`, { text: '\n</textarea><b>&amp;' }));
  assert.equal(page, '<textarea id="a" name="text" >\n\n&lt;/textarea>&lt;b>&amp;amp;</textarea><textarea name="other"></textarea>');
});

import { relativeTo, type Page } from '../page.ts';
import { words } from '../words.ts';

const block = /<!-- states -->.*?<!-- \/states -->/s;
const row = /^\| `\/(gallery\/[\w-]+\/[\w-]+\/)` \| (.+) \|$/gm;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * In the site, the table of states of a widget becomes a list of folds, each with the state itself in a frame that loads when the fold is opened. The gallery lies in the
 * same folder: no server is needed. Titles of states are French.
 */
export function withLiveStates(markdown: string, page: Page): string {
  const says = words[page.lang];
  return markdown.replace(block, (table) =>
    Array.from(table.matchAll(row), ([, address = '', title = '']) => {
      const href = relativeTo(page.url, `${address}index.html`);
      const name = escape(title);
      return `<details class="state"><summary><span lang="fr">${name}</span></summary>
<p><a href="${href}">${says.stateAlone}</a> <code>/${address}</code></p>
<iframe src="${href}" loading="lazy" title="${escape(`${says.state} ${title}`)}"></iframe>
</details>`;
    }).join('\n'));
}

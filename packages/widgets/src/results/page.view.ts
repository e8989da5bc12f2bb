import { html, nothing } from 'lit';
import type { Ballot, Results } from '@parvis/contract';
import { heading, type View } from '../shared/views.ts';
import { fileWords } from './files.ts';
import { sayInFrench, tellInFrench } from './french.ts';
import { moreTables } from './more-tables.view.ts';
import { laterView, resultsView, type Handlers, type Model } from './results.view.ts';

/** Nothing listens on a page without JavaScript. */
const nobody: Handlers = { search() {}, more() {}, announce() {}, recount() {}, files() {} };

const page = { uid: 'resultats-', level: 1, lang: 'fr', say: sayInFrench };

/** All results as a page of their own, in French: what the widget shows, every option at once, and links to the files. */
export function resultsPage(ballot: Ballot, results: Results): View {
  const m: Model = {
    ...tellInFrench(ballot, results), ...page, search: '', limit: Infinity, slots: false, part: undefined, more: false,
    recountable: false, recount: undefined, blocked: false, files: false, backend: undefined, connect: undefined,
  };
  const { downloads = [] } = results;
  return html`${resultsView(m, nobody)}
    ${moreTables(m)}
    ${downloads[0] ? html`<section class="pv-stack">${heading(m.level + 1, m.say('downloads'))}
      <ul>${downloads.map(({ format, href }) => html`<li><a href=${href}>${fileWords(m, format)}</a></li>`)}</ul>
    </section>` : nothing}`;
}

/** Results that may not be seen yet. A page cannot tell who has voted: what is shown after one's own vote comes here at the end. */
export const laterPage = (ballot: Ballot): View => laterView({ ...page, ballot }, ballot.results === 'live' && ballot.status === 'open' ? 'tooFew' : 'laterText');

import { html, nothing } from 'lit';
import type { Ballot, Results } from '@parvis/contract';
import type { Messages } from '../shared/messages.ts';
import { shared } from '../shared/shared.messages.ts';
import { type Speech, speechIn } from '../shared/speech.ts';
import { heading, type View } from '../shared/views.ts';
import { fr } from './all.messages.ts';
import { fileWords } from './files.ts';
import { tellIn } from './french.ts';
import { moreTables } from './more-tables.view.ts';
import { laterView, resultsView, type Handlers, type Model } from './results.view.ts';

/** Nothing listens on a page without JavaScript. */
const nobody: Handlers = { search() {}, more() {}, announce() {}, recount() {}, files() {} };

export type ResultsSpeech = Speech<Model['say']>;

/** Every sentence in French; another language has the same keys. */
export const resultsSentences = { ...shared, ...fr };

export const resultsSpeech = (lang: string, sentences: Messages = resultsSentences): ResultsSpeech => speechIn(lang, sentences) as ResultsSpeech;

const page = { uid: 'resultats-', level: 1 };

/** All results as a page of their own: what the widget shows, every option at once, and links to the files. */
export function resultsPage(speech: ResultsSpeech, ballot: Ballot, results: Results): View {
  const m: Model = {
    ...tellIn(speech, ballot, results), ...page, search: '', limit: Infinity, slots: false, part: undefined, more: false,
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
export const laterPage = (speech: ResultsSpeech, ballot: Ballot): View => laterView({ ...page, ...speech, ballot }, ballot.results === 'live' && ballot.status === 'open' ? 'tooFew' : 'laterText');

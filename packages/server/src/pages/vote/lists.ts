import type { Ballot, Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { consultationTrail, datesSentence, layout, offlineBox } from '../layout.ts';
import { type Markup, paragraphs } from '../words.ts';

/** Several ballots and none named: each with a link. */
export const ballotsPage = (c: Consultation): Markup => layout({
  title: `Voter : ${c.title}`,
  lang: c.lang,
  trail: consultationTrail(c),
  content: html`<ul class="cards">${c.ballots.map((b) => html`<li><a href="/c/${c.id}/vote/${b.id}">${b.title}</a></li>`)}</ul>${offlineBox(c.offline)}`,
});

/** Several ballots that one code is good for, on one page: whoever comes from the square of a letter has the code in the address for all of them. */
export const codeBallotsPage = (c: Consultation, ballots: readonly Ballot[]): Markup => layout({
  title: c.title,
  lang: c.lang,
  widget: 'ballot',
  trail: consultationTrail(c).slice(0, 1),
  content: html`${paragraphs(c.summary)}
${ballots.map((ballot) => html`
<parvis-ballot consultation="${c.id}" ballot="${ballot.id}" backend="/">
<h2><a href="/c/${c.id}/vote/${ballot.id}">${ballot.title}</a></h2>
<p class="quiet">${datesSentence(ballot, ballot.lang)}</p>
</parvis-ballot>`)}
${offlineBox(c.offline)}`,
});

import type { Ballot, BallotOption, Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { consultationTrail, datesSentence, layout, offlineBox } from './layout.ts';
import { resultsLink } from './results.ts';
import { type Markup, money, paragraphs } from './words.ts';

/** One ballot to read, inside the tag that lets people vote once its file is there. */
export const votePage = (c: Consultation, ballot: Ballot): Markup => layout({
  title: ballot.title,
  lang: ballot.lang,
  widget: 'ballot',
  trail: consultationTrail(c),
  content: html`
<parvis-ballot consultation="${c.id}" ballot="${ballot.id}" backend="/">
${paragraphs(ballot.text)}
<p class="quiet">${datesSentence(ballot, ballot.lang)}</p>
<ol class="options">${ballot.options.map((option) => optionRow(option, ballot))}</ol>
</parvis-ballot>
${resultsLink(c, ballot)}
${offlineBox(ballot.offline)}`,
});

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

const optionRow = (o: BallotOption, { currency, lang }: Ballot): Markup => html`
<li value="${o.number}"><h2>${o.label}${o.withdrawn ? ' (retiré)' : ''}</h2>
${o.cost === undefined || currency === undefined ? '' : html`<p>Coût : ${money(o.cost, currency, lang)}</p>`}
${o.place === undefined ? '' : html`<p>Lieu : ${o.place}</p>`}
${paragraphs(o.text)}</li>`;

import type { Ballot, Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { langOf, own, tagLang } from '../frame.ts';
import { consultationTrail, datesSentence, type InFrame, layout, offlineBox } from '../layout.ts';
import { paragraphs } from '../words.ts';

/** Several ballots and none named: each with a link. */
export const ballotsPage = (c: Consultation): InFrame => layout((frame) => ({
  title: frame.say.vote(c.title),
  languages: c.languages,
  trail: consultationTrail(c, frame.say),
  content: html`<ul class="cards">${c.ballots.map((b) => html`<li><a href="${frame.to(`/c/${c.id}/vote/${b.id}`)}">${own(frame, b.title, c.lang)}</a></li>`)}</ul>${offlineBox(frame, c)}`,
}));

/** Several ballots that one code is good for, on one page: whoever comes from the square of a letter has the code in the address for all of them. */
export const codeBallotsPage = (c: Consultation, ballots: readonly Ballot[]): InFrame => layout((frame) => ({
  title: c.title,
  headed: true,
  languages: c.languages,
  widget: 'ballot',
  trail: consultationTrail(c, frame.say).slice(0, 1),
  content: html`<h1>${own(frame, c.title, c.lang)}</h1>
<div${langOf(frame, c.lang)}>${paragraphs(c.summary)}</div>
${ballots.map((ballot) => html`
<parvis-ballot consultation="${c.id}" ballot="${ballot.id}" backend="/"${tagLang(frame)}>
<h2><a href="${frame.to(`/c/${c.id}/vote/${ballot.id}`)}">${own(frame, ballot.title, ballot.lang)}</a></h2>
<p class="quiet">${datesSentence(frame, ballot)}</p>
</parvis-ballot>`)}
${offlineBox(frame, c)}`,
}));

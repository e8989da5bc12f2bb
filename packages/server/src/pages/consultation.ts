import type { Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { resultsPath } from '../domain/downloads.ts';
import { type Frame, langOf, own } from './frame.ts';
import { consultationTrail, datesSentence, type InFrame, layout, offlineBox } from './layout.ts';
import { type Markup, paragraphs } from './words.ts';

/** The start page: every consultation with a link. */
export const startPage = (consultations: readonly Consultation[]): InFrame => layout((frame) => ({
  title: frame.say.consultations,
  languages: consultations.flatMap(({ languages }) => languages),
  content: consultations.length === 0
    ? html`<p>${frame.say.noConsultation}</p>`
    : html`<ul class="cards">${consultations.map((c) => html`
<li><div${langOf(frame, c.lang)}><h2><a href="${frame.to(`/c/${c.id}`)}">${c.title}</a></h2>${paragraphs(c.summary)}</div><p class="quiet">${datesSentence(frame, c)}</p></li>`)}
</ul>`,
}));

/** What there is in one consultation. */
export const consultationPage = (c: Consultation, has: { faq: boolean; feedback: boolean }): InFrame => layout((frame) => {
  const { say, to } = frame;
  const base = `/c/${c.id}`;
  return {
    title: c.title,
    headed: true,
    languages: c.languages,
    trail: consultationTrail(c, say).slice(0, 1),
    content: html`<h1>${own(frame, c.title, c.lang)}</h1>
<div${langOf(frame, c.lang)}>${paragraphs(c.summary)}</div>
<p class="quiet">${datesSentence(frame, c)} ${say.organisedBy(c.organiser.name)}</p>
<ul class="cards">
${c.ballots.map((b) => html`<li><a href="${to(`${base}/vote/${b.id}`)}">${own(frame, b.title, c.lang)}</a>${b.status === 'closed' ? html`<br><a href="${to(resultsPath(c.id, b.id))}">${say.seeResultsOf(b.title)}</a>` : ''}</li>`)}
${c.proposalForm ? html`<li><a href="${to(`${base}/propose`)}">${say.proposeAndRead}</a></li>` : ''}
${has.faq ? html`<li><a href="${to(`${base}/faq`)}">${say.questions}</a></li>` : ''}
${has.feedback ? html`<li><a href="${to(`${base}/feedback`)}">${say.feedback}</a></li>` : ''}
</ul>
${offlineBox(frame, c)}
${contact(frame, c)}`,
  };
});

const contact = (frame: Frame, { organiser, privacy, lang }: Consultation): Markup => html`
${organiser.contact === undefined ? '' : html`<p>${frame.say.ask(organiser.contact)}</p>`}
${privacy ? html`<p><a href="${privacy.href}">${own(frame, privacy.label, lang)}</a></p>` : ''}`;

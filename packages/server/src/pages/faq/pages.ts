import type { Consultation, FaqList, Question } from '@parvis/contract';
import { html } from 'hono/html';
import { type Frame, langOf, tagLang, titled } from '../frame.ts';
import { consultationTrail, type InFrame, layout, nextLink, offlineBox } from '../layout.ts';
import type { Crumb } from '../skeleton.ts';
import { type Markup, paragraphs } from '../words.ts';

export const faqPath = (consultation: string): string => `/c/${consultation}/faq`;

export const faqCrumb = (consultation: string) => ({ speech }: Frame): Crumb => ({ label: speech.faq.say('title'), href: faqPath(consultation) });

/** Where the opinion on an answer goes, and what it carries unseen. */
export interface Rating {
  action: string;
  state: string;
}

/** Every question with its answer, and the form to ask, inside the tag that adds search. `ask` absent: nothing can be asked now. */
export const faqPage = (c: Consultation, { items, next, lang }: FaqList, rating: Rating, ask: Markup | undefined): InFrame => layout((frame) => {
  const { say } = frame.speech.faq;
  return {
    title: titled(frame, say('title'), c.title),
    languages: c.languages,
    widget: 'faq',
    trail: consultationTrail(c, frame.say),
    content: html`
<parvis-faq consultation="${c.id}" backend="/"${tagLang(frame)}>
${items.length === 0 ? html`<p>${say('emptyTitle')}</p>` : html`
<form method="post" action="${rating.action}"><input type="hidden" name="state" value="${rating.state}">
${items.map((q) => entry(frame, q, lang))}
</form>`}
${nextLink(frame, next, frame.tell('moreQuestions'))}
${ask ?? html`<p>${say('askClosed')}</p>`}
</parvis-faq>
${offlineBox(frame, c)}`,
  };
});

/** A question with its answer and links. */
export const questionText = (q: Question): Markup => html`<h2 id="faq-${q.id}-q">${q.question}</h2>${paragraphs(q.answer)}
${q.links ? html`<ul>${q.links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>` : ''}`;

const entry = (frame: Frame, q: Question, lang: string): Markup => {
  const { say } = frame.speech.faq;
  return html`
<section id="faq-${q.id}"><div${langOf(frame, lang)}>${questionText(q)}</div>
<div class="pv-actions" role="group" aria-label="${say('useful')}" aria-describedby="faq-${q.id}-q"><span>${say('useful')}</span>
<input type="submit" name="yes ${q.id}" value="${say('yes')}"> <input type="submit" name="no ${q.id}" value="${say('no')}"></div></section>`;
};

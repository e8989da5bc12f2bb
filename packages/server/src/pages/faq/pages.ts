import type { Consultation, FaqList, Question } from '@parvis/contract';
import { html } from 'hono/html';
import { inFrench, tagLang } from '../frame.ts';
import { consultationTrail, type InFrame, layout, nextLink, offlineBox, withError } from '../layout.ts';
import { type Markup, paragraphs } from '../words.ts';

export const faqPath = (consultation: string): string => `/c/${consultation}/faq`;

/** Where the opinion on an answer goes, and what it carries unseen. */
export interface Rating {
  action: string;
  state: string;
}

/** Every question with its answer, and the form to ask, inside the tag that adds search. `ask` absent: nothing can be asked now. */
export const faqPage = (c: Consultation, { items, next }: FaqList, rating: Rating, ask: Markup | undefined): InFrame => layout((frame) => ({
  title: `Questions et réponses : ${c.title}`,
  languages: c.languages,
  widget: 'faq',
  trail: consultationTrail(c, frame.say),
  content: html`
<parvis-faq consultation="${c.id}" backend="/"${tagLang(frame)}>
${inFrench(frame, html`${items.length === 0 ? html`<p>Il n’y a pas encore de question.</p>` : html`
<form method="post" action="${rating.action}"><input type="hidden" name="state" value="${rating.state}">
<div lang="${c.lang}">${items.map(entry)}</div>
</form>`}
${nextLink(frame, next, 'Questions suivantes')}
${ask ?? html`<p>On ne peut plus poser de question ici.</p>`}`)}
</parvis-faq>
${offlineBox(c.offline)}`,
}));

/** A question with its answer and links. */
export const questionText = (q: Question): Markup => html`<h2 id="faq-${q.id}-q">${q.question}</h2>${paragraphs(q.answer)}
${q.links ? html`<ul>${q.links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>` : ''}`;

const entry = (q: Question): Markup => html`
<section id="faq-${q.id}">${questionText(q)}
<div class="pv-actions" role="group" lang="fr" aria-label="Cette réponse vous a-t-elle aidé ?" aria-describedby="faq-${q.id}-q"><span>Cette réponse vous a-t-elle aidé ?</span>
<input type="submit" name="yes ${q.id}" value="Oui"> <input type="submit" name="no ${q.id}" value="Non"></div></section>`;

/** What follows. */
export const nextPage = (c: Consultation, title: string, content: Markup, { error = false, headed = true } = {}): InFrame => layout({
  title: withError(error, headed ? `${title} : ${c.title}` : title),
  headed,
  trail: [...consultationTrail(c), { label: 'Questions et réponses', href: faqPath(c.id) }],
  content: html`${content}`,
});

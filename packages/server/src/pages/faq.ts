import type { Consultation, FaqList, Question } from '@parvis/contract';
import { html } from 'hono/html';
import { consultationTrail, layout, nextLink, offlineBox } from './layout.ts';
import { type Markup, paragraphs } from './words.ts';

/** Every question with its answer, inside the tag that adds search and asking. */
export const faqPage = (c: Consultation, { items, next }: FaqList): Markup => layout({
  title: `Questions et réponses : ${c.title}`,
  lang: c.lang,
  widget: 'faq',
  trail: consultationTrail(c),
  content: html`
<parvis-faq consultation="${c.id}" backend="/">
${items.length === 0 ? html`<p>Il n’y a pas encore de question.</p>` : items.map(entry)}
${nextLink(next, 'Questions suivantes')}
</parvis-faq>
${offlineBox(c.offline)}`,
});

const entry = (q: Question): Markup => html`
<section id="question-${q.id}"><h2>${q.question}</h2>${paragraphs(q.answer)}
${q.links ? html`<ul>${q.links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>` : ''}</section>`;

import type { Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { resultsPath } from '../domain/downloads.ts';
import { consultationTrail, datesSentence, layout, offlineBox } from './layout.ts';
import { type Markup, paragraphs } from './words.ts';

/** The start page: every consultation with a link. */
export const startPage = (consultations: readonly Consultation[]): Markup => layout({
  title: 'Consultations',
  content: consultations.length === 0
    ? html`<p>Il n’y a pas encore de consultation.</p>`
    : html`<ul class="cards">${consultations.map((c) => html`
<li lang="${c.lang}"><h2><a href="/c/${c.id}">${c.title}</a></h2>${paragraphs(c.summary)}<p class="quiet">${datesSentence(c, c.lang)}</p></li>`)}
</ul>`,
});

/** What there is in one consultation. */
export function consultationPage(c: Consultation, has: { faq: boolean; feedback: boolean }): Markup {
  const base = `/c/${c.id}`;
  return layout({
    title: c.title,
    lang: c.lang,
    trail: consultationTrail(c).slice(0, 1),
    content: html`${paragraphs(c.summary)}
<p class="quiet">${datesSentence(c, c.lang)} Organisé par ${c.organiser.name}.</p>
<ul class="cards">
${c.ballots.map((b) => html`<li><a href="${base}/vote/${b.id}">${b.title}</a>${b.status === 'closed' ? html`<br><a href="${resultsPath(c.id, b.id)}">Voir les résultats : ${b.title}</a>` : ''}</li>`)}
${c.proposalForm ? html`<li><a href="${base}/propose">Proposer une idée et lire celles des autres</a></li>` : ''}
${has.faq ? html`<li><a href="${base}/faq">Questions et réponses</a></li>` : ''}
${has.feedback ? html`<li><a href="${base}/feedback">Ce que sont devenus les projets</a></li>` : ''}
</ul>
${offlineBox(c.offline)}
${contact(c)}`,
  });
}

const contact = ({ organiser, privacy }: Consultation): Markup => html`
${organiser.contact === undefined ? '' : html`<p>Pour poser une question : ${organiser.contact}</p>`}
${privacy ? html`<p><a href="${privacy.href}">${privacy.label}</a></p>` : ''}`;

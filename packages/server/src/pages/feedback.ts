import type { Consultation, Contribution, Progress, Step, Timeline } from '@parvis/contract';
import { html } from 'hono/html';
import { consultationTrail, layout, nextLink } from './layout.ts';
import { type Markup, money, paragraphs, partialDate, weight } from './words.ts';

const progressWords: Record<Progress, string> = {
  received: 'reçu', studied: 'à l’étude', accepted: 'retenu', planned: 'prévu', 'in-progress': 'en cours', done: 'fait',
  'not-retained': 'non retenu', abandoned: 'abandonné',
};
const stateWords: Record<Step['state'], string> = { done: 'fait', now: 'en cours', planned: 'prévu' };

/** What became of the contributions, step by step, inside the tag that adds search and following. */
export const feedbackPage = (c: Consultation, timelines: readonly Timeline[], next: string | undefined): Markup => layout({
  title: `Ce que sont devenus les projets : ${c.title}`,
  lang: c.lang,
  widget: 'feedback',
  trail: consultationTrail(c),
  content: html`
<parvis-feedback consultation="${c.id}" backend="/">
${timelines.length === 0 ? html`<p>Il n’y a rien encore.</p>` : timelines.map(entry)}
${nextLink(next, 'Projets suivants')}
</parvis-feedback>`,
});

const entry = (t: Timeline): Markup => html`
<section id="suivi-${t.id}"><h2>${t.title}</h2>
<p class="quiet">${facts(t, t.lang)}</p>
${t.said === undefined ? '' : html`<h3>Vous avez dit</h3>${paragraphs(t.said)}`}
${t.did === undefined ? '' : html`<h3>Nous avons fait</h3>${paragraphs(t.did)}`}
${t.steps.length === 0 ? '' : html`<h3>Étapes</h3><ol class="steps">${t.steps.map((step) => stepRow(step, t.lang))}</ol>`}</section>`;

function facts({ progress, place, cost, currency }: Contribution, lang: string): string {
  const price = cost === undefined || currency === undefined ? undefined : money(cost, currency, lang);
  return [`État : ${progressWords[progress]}`, place, price].filter((part) => part !== undefined).join(' · ');
}

const stepRow = (s: Step, lang: string): Markup => html`
<li><strong>${s.title}</strong> (${stateWords[s.state]}${s.date === undefined ? '' : `, ${partialDate(s.date, lang)}`}${s.late ? ', en retard' : ''})
${paragraphs(s.text)}
${s.documents ? html`<ul>${s.documents.map((d) => html`<li><a href="${d.href}">${d.title} (${d.format}${d.bytes === undefined ? '' : `, ${weight(d.bytes, lang)}`})</a></li>`)}</ul>` : ''}</li>`;

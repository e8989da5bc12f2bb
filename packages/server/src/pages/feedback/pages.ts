import type { Consultation, Contribution, Progress, Step, Timeline } from '@parvis/contract';
import { html } from 'hono/html';
import { inFrench, tagLang } from '../frame.ts';
import { consultationTrail, type InFrame, layout, nextLink, withError } from '../layout.ts';
import { type Markup, money, paragraphs, partialDate, weight } from '../words.ts';

const progressWords: Record<Progress, string> = {
  received: 'reçu', studied: 'à l’étude', accepted: 'retenu', planned: 'prévu', 'in-progress': 'en cours', done: 'fait',
  'not-retained': 'non retenu', abandoned: 'abandonné',
};
const stateWords: Record<Step['state'], string> = { done: 'fait', now: 'en cours', planned: 'prévu' };

export const feedbackPath = (consultation: string): string => `/c/${consultation}/feedback`;

/** What became of the contributions, step by step, inside the tag that adds search. `more`: what can be done here. */
export const feedbackPage = (c: Consultation, timelines: readonly Timeline[], next: string | undefined, more: Markup): InFrame => layout((frame) => ({
  title: `Ce que sont devenus les projets : ${c.title}`,
  languages: c.languages,
  widget: 'feedback',
  trail: consultationTrail(c, frame.say),
  content: html`
<parvis-feedback consultation="${c.id}" backend="/"${tagLang(frame)}>
${inFrench(frame, html`${timelines.length === 0 ? html`<p>Il n’y a rien encore.</p>` : timelines.map((t) => html`
<section id="suivi-${t.id}" lang="${t.lang}"><h2>${t.title}</h2>${history(t)}
<p lang="fr"><a href="${onePath(c.id, t.id)}">Donner son avis, recevoir les nouvelles<span class="pv-visually-hidden"> : ${t.title}</span></a></p></section>`)}
${nextLink(frame, next, 'Projets suivants')}
${more}`)}
</parvis-feedback>`,
}));

export const onePath = (consultation: string, id: string): string => `${feedbackPath(consultation)}?id=${id}`;

/** What follows, and what became of one contribution: pages without the widget, which would show the list. */
export const nextPage = (c: Consultation, title: string, content: Markup, { error = false, headed = true } = {}): InFrame => layout({
  title: withError(error, title),
  headed,
  trail: [...consultationTrail(c), { label: 'Ce que sont devenus les projets', href: feedbackPath(c.id) }],
  content: html`${content}`,
});

/** Facts, words and steps of one contribution, under its title. */
export const history = (t: Timeline): Markup => html`
<p class="quiet">${facts(t, t.lang)}</p>
${t.said === undefined ? '' : html`<h3>Vous avez dit</h3>${paragraphs(t.said)}`}
${t.did === undefined ? '' : html`<h3>Nous avons fait</h3>${paragraphs(t.did)}`}
${t.steps.length === 0 ? '' : html`<h3>Étapes</h3><ol class="steps">${t.steps.map((step) => stepRow(step, t.lang))}</ol>`}`;

function facts({ progress, place, cost, currency }: Contribution, lang: string): string {
  const price = cost === undefined || currency === undefined ? undefined : money(cost, currency, lang);
  return [`État : ${progressWords[progress]}`, place, price].filter((part) => part !== undefined).join(' · ');
}

const stepRow = (s: Step, lang: string): Markup => html`
<li><strong>${s.title}</strong> (${stateWords[s.state]}${s.date === undefined ? '' : `, ${partialDate(s.date, lang)}`}${s.late ? ', en retard' : ''})
${paragraphs(s.text)}
${s.documents ? html`<ul>${s.documents.map((d) => html`<li><a href="${d.href}">${d.title} (${d.format}${d.bytes === undefined ? '' : `, ${weight(d.bytes, lang)}`})</a></li>`)}</ul>` : ''}</li>`;

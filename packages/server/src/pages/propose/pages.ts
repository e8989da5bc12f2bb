import type { Consultation, ProposalList } from '@parvis/contract';
import { html } from 'hono/html';
import { inFrench, tagLang } from '../frame.ts';
import { consultationTrail, type InFrame, layout, nextLink, offlineBox, withError } from '../layout.ts';
import { type Markup, paragraphs } from '../words.ts';

export const proposePath = (consultation: string): string => `/c/${consultation}/propose`;

/** What people have proposed, under the tag with the form. `form` absent: nothing can be proposed here. */
export const proposePage = (c: Consultation, { items, next }: ProposalList, form: Markup | undefined, support: { action: string; state: string } | undefined): InFrame => layout((frame) => ({
  title: `Proposer une idée : ${c.title}`,
  headed: form !== undefined,
  languages: c.languages,
  widget: 'proposal-form',
  trail: consultationTrail(c, frame.say),
  content: html`
${form === undefined ? html`<p>Cette consultation ne recueille pas d’idées.</p>${offlineBox(c.offline)}` : html`
<parvis-proposal-form consultation="${c.id}" backend="/" heading-level="1"${tagLang(frame)}>
${inFrench(frame, form)}
</parvis-proposal-form>`}
<h2>Les idées déjà là</h2>
${items.length === 0 ? html`<p>Il n’y en a pas encore.</p>` : supportForm(support, html`<ul class="cards">${items.map((p) => html`
<li lang="${p.lang}"><h3 id="idee-${p.id}">${p.title}</h3>${p.place === undefined ? '' : html`<p>Lieu : ${p.place}</p>`}${paragraphs(p.text)}
<p class="quiet" lang="fr">${supports(p.supports)} <a href="/c/${c.id}/feedback?id=${p.id}">Voir les étapes<span class="pv-visually-hidden"> : ${p.title}</span></a></p>
${support === undefined ? '' : html`<input type="submit" name="support ${p.id}" value="Soutenir" lang="fr" aria-label="Soutenir : ${p.title}">`}</li>`)}</ul>`)}
${nextLink(frame, next, 'Idées suivantes')}`,
}));

/** One form for all: what it carries unseen is the same for each button. */
const supportForm = (support: { action: string; state: string } | undefined, list: Markup): Markup => (support === undefined ? list
  : html`<form method="post" action="${support.action}"><input type="hidden" name="state" value="${support.state}">${list}</form>`);

export const supports = (n: number): string => (n === 0 ? 'Pas encore de soutien.' : n === 1 ? '1 personne soutient cette idée.' : `${new Intl.NumberFormat('fr').format(n)} personnes soutiennent cette idée.`);

/** What follows, once somebody has written. */
export const nextPage = (c: Consultation, view: Markup, title: string, error = false): InFrame => layout({
  title: withError(error, `${title} : ${c.title}`),
  headed: true,
  trail: [...consultationTrail(c), { label: 'Proposer une idée', href: proposePath(c.id) }],
  content: html`${view}`,
});

/** The tracking code is shown for a while only: an address ends in logs. */
export const gonePage = (c: Consultation, title: string): InFrame => layout({
  title,
  trail: consultationTrail(c),
  content: html`<p>Elle est bien arrivée. Le code de suivi n’est montré que pendant une heure après l’envoi.</p><p><a href="/c/${c.id}">Revenir à la consultation</a></p>`,
});

/** Under what was received: where to go on. */
export const goOn = (c: Consultation): Markup => html`
<p>Cette page ne montre le code que pendant une heure.</p>
<p><a href="/c/${c.id}/feedback">Voir où en est une idée</a> · <a href="/c/${c.id}">Revenir à la consultation</a></p>`;


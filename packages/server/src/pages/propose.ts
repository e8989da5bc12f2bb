import type { Consultation, ProposalList } from '@parvis/contract';
import { html } from 'hono/html';
import { consultationTrail, datesSentence, layout, nextLink, offlineBox } from './layout.ts';
import { type Markup, paragraphs } from './words.ts';

/** What people have proposed, and the tag with the form. */
export const proposePage = (c: Consultation, { items, next }: ProposalList): Markup => layout({
  title: `Proposer une idée : ${c.title}`,
  lang: c.lang,
  widget: 'proposal-form',
  trail: consultationTrail(c),
  content: html`
<parvis-proposal-form consultation="${c.id}" backend="/">
<p>${c.proposalForm ? datesSentence(c.proposalForm, c.lang) : 'Cette consultation ne recueille pas d’idées.'}</p>
</parvis-proposal-form>
${offlineBox(c.offline)}
<h2>Les idées déjà là</h2>
${items.length === 0 ? html`<p>Il n’y en a pas encore.</p>` : html`<ul class="cards">${items.map((p) => html`
<li lang="${p.lang}"><h3>${p.title}</h3>${p.place === undefined ? '' : html`<p>Lieu : ${p.place}</p>`}${paragraphs(p.text)}</li>`)}</ul>`}
${nextLink(next, 'Idées suivantes')}`,
});

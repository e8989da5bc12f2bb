import type { Consultation, ProposalList } from '@parvis/contract';
import { html } from 'hono/html';
import { type Frame, langOf, tagLang, titled } from '../frame.ts';
import { consultationTrail, type InFrame, layout, linkAbout, nextLink, offlineBox } from '../layout.ts';
import type { Crumb } from '../skeleton.ts';
import { type Markup, paragraphs } from '../words.ts';

export const proposePath = (consultation: string): string => `/c/${consultation}/propose`;

/** What people have proposed, under the tag with the form. `form` absent: nothing can be proposed here. */
export const proposePage = (c: Consultation, { items, next }: ProposalList, form: Markup | undefined, support: { action: string; state: string } | undefined): InFrame => layout((frame) => {
  const { tell, speech: { feedback: { say } } } = frame;
  return {
    title: titled(frame, frame.speech.form.say('title'), c.title),
    headed: form !== undefined,
    languages: c.languages,
    widget: 'proposal-form',
    trail: consultationTrail(c, frame.say),
    content: html`
${form === undefined ? html`<p>${tell('noIdeasHere')}</p>${offlineBox(frame, c)}` : html`
<parvis-proposal-form consultation="${c.id}" backend="/" heading-level="1"${tagLang(frame)}>
${form}
</parvis-proposal-form>`}
<h2>${tell('ideas')}</h2>
${items.length === 0 ? html`<p>${tell('noIdea')}</p>` : supportForm(support, html`<ul class="cards">${items.map((p) => html`
<li><h3 id="idee-${p.id}"${langOf(frame, p.lang)}>${p.title}</h3>${p.place === undefined ? '' : html`<p>${say('place', { place: p.place })}</p>`}<div${langOf(frame, p.lang)}>${paragraphs(p.text)}</div>
<p class="quiet">${supports(frame, p.supports)} ${linkAbout(frame, `/c/${c.id}/feedback?id=${p.id}`, say('see'), p.title)}</p>
${support === undefined ? '' : html`<input type="submit" name="support ${p.id}" value="${tell('support')}" aria-label="${titled(frame, tell('support'), p.title)}">`}</li>`)}</ul>`)}
${nextLink(frame, next, tell('moreIdeas'))}`,
  };
});

/** One form for all: what it carries unseen is the same for each button. */
const supportForm = (support: { action: string; state: string } | undefined, list: Markup): Markup => (support === undefined ? list
  : html`<form method="post" action="${support.action}"><input type="hidden" name="state" value="${support.state}">${list}</form>`);

export const supports = ({ tell }: Frame, n: number): string => (n === 0 ? tell('noSupport') : tell('supports', { n }));

export const proposeCrumb = (consultation: string) => ({ speech }: Frame): Crumb => ({ label: speech.form.say('title'), href: proposePath(consultation) });

/** The tracking code is shown for a while only: an address ends in logs. */
export const gonePage = (c: Consultation): InFrame => layout((frame) => ({
  title: frame.tell('yourProposal'),
  languages: c.languages,
  trail: consultationTrail(c, frame.say),
  content: html`<p>${frame.tell('arrivedBefore')}</p><p>${backLink(frame, c)}</p>`,
}));

/** Under what was received: where to go on. */
export const goOn = (frame: Frame, c: Consultation): Markup => html`
<p>${frame.tell('oneHour')}</p>
<p><a href="${frame.to(`/c/${c.id}/feedback`)}">${frame.tell('followIdea')}</a> · ${backLink(frame, c)}</p>`;

export const backLink = ({ say, to }: Frame, c: Pick<Consultation, 'id'>): Markup => html`<a href="${to(`/c/${c.id}`)}">${say.back}</a>`;

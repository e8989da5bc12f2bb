import type { Ballot, Consultation, Receipt } from '@parvis/contract';
import { plainWords, receiptPage } from '@parvis/widgets/ballot/page-view';
import { html } from 'hono/html';
import { inFrench, own, tagLang } from '../frame.ts';
import { consultationTrail, type InFrame, layout, withError } from '../layout.ts';
import { resultsLink } from '../results.ts';
import { rendered } from '../view.ts';

export const votePath = (consultation: string, ballot: string): string => `/c/${consultation}/vote/${ballot}`;

/** The first page of a ballot: the form without JavaScript, inside the tag that takes its place where scripts run. */
export const firstPage = async (c: Consultation, ballot: Ballot, view: unknown): Promise<InFrame> => {
  const form = await rendered(view);
  return layout((frame) => ({
    title: ballot.title,
    headed: true,
    lang: frame.lang,
    languages: c.languages,
    widget: 'ballot',
    trail: consultationTrail(c, frame.say),
    content: html`
<parvis-ballot consultation="${c.id}" ballot="${ballot.id}" backend="/" heading-level="1"${tagLang(frame)}>
${inFrench(frame, form)}
</parvis-ballot>
${resultsLink(frame, c, ballot)}`,
  }));
};

/** What follows: plain, since whoever sent the form has chosen this way. */
export const nextPage = async (c: Consultation, ballot: Ballot, view: unknown, title: string, error = false): Promise<InFrame> => {
  const content = await rendered(view);
  return layout(({ say }) => ({
    title: withError(error, title),
    headed: true,
    trail: [...consultationTrail(c, say), { label: ballot.title, href: votePath(c.id, ballot.id), lang: ballot.lang }],
    content,
  }));
};

/** The receipt, and what else there is to vote on. */
export const receivedPage = async (c: Consultation, ballot: Ballot, receipt: Receipt | undefined): Promise<InFrame> => {
  const others = c.ballots.filter(({ id, status }) => id !== ballot.id && status === 'open');
  const received = await rendered(receiptPage(ballot, receipt));
  return layout((frame) => ({
    title: receipt?.test ? 'C’était un essai' : receipt ? 'Votre vote est bien arrivé' : plainWords.gone,
    headed: true,
    lang: frame.lang,
    trail: consultationTrail(c, frame.say),
    content: html`
${inFrench(frame, received)}
${others.length === 0 ? '' : html`<h2>${frame.say.otherVotes}</h2><ul class="cards">${others.map(({ id, title }) => html`<li><a href="${frame.to(votePath(c.id, id))}">${own(frame, title, c.lang)}</a></li>`)}</ul>`}
<p><a href="${frame.to(`/c/${c.id}`)}">${frame.say.back}</a></p>`,
  }));
};

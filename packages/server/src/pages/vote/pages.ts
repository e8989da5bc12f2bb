import type { Ballot, Consultation, Receipt } from '@parvis/contract';
import { receiptPage, receiptTitle } from '@parvis/widgets/ballot/page-view';
import { html } from 'hono/html';
import { type Frame, own, tagLang } from '../frame.ts';
import { consultationTrail, type InFrame, layout } from '../layout.ts';
import { resultsLink } from '../results.ts';
import type { Crumb } from '../skeleton.ts';
import { rendered } from '../view.ts';

export const votePath = (consultation: string, ballot: string): string => `/c/${consultation}/vote/${ballot}`;

/** The first page of a ballot: the form without JavaScript, inside the tag that takes its place where scripts run. */
export const firstPage = async (c: Consultation, ballot: Ballot, view: unknown): Promise<InFrame> => {
  const form = await rendered(view);
  return layout((frame) => ({
    title: ballot.title,
    headed: true,
    languages: c.languages,
    widget: 'ballot',
    trail: consultationTrail(c, frame.say),
    content: html`
<parvis-ballot consultation="${c.id}" ballot="${ballot.id}" backend="/" heading-level="1"${tagLang(frame)}>
${form}
</parvis-ballot>
${resultsLink(frame, c, ballot)}`,
  }));
};

export const ballotCrumb = ({ title, lang, consultation, id }: Ballot): Crumb => ({ label: title, href: votePath(consultation, id), lang });

/** The receipt, and what else there is to vote on. */
export const receivedPage = async ({ speech }: Frame, c: Consultation, ballot: Ballot, receipt: Receipt | undefined): Promise<InFrame> => {
  const others = c.ballots.filter(({ id, status }) => id !== ballot.id && status === 'open');
  const received = await rendered(receiptPage(speech.ballot, ballot, receipt));
  return layout((frame) => ({
    title: receiptTitle(speech.ballot, receipt),
    headed: true,
    languages: c.languages,
    trail: consultationTrail(c, frame.say),
    content: html`
${received}
${others.length === 0 ? '' : html`<h2>${frame.say.otherVotes}</h2><ul class="cards">${others.map(({ id, title }) => html`<li><a href="${frame.to(votePath(c.id, id))}">${own(frame, title, c.lang)}</a></li>`)}</ul>`}
<p><a href="${frame.to(`/c/${c.id}`)}">${frame.say.back}</a></p>`,
  }));
};

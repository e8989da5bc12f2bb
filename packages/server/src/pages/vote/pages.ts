import type { Ballot, Consultation, Receipt } from '@parvis/contract';
import { plainWords, receiptPage } from '@parvis/widgets/ballot/page-view';
import { html } from 'hono/html';
import { consultationTrail, layout, withError } from '../layout.ts';
import { resultsLink } from '../results.ts';
import { rendered } from '../view.ts';
import type { Markup } from '../words.ts';

export const votePath = (consultation: string, ballot: string): string => `/c/${consultation}/vote/${ballot}`;

/** The first page of a ballot: the form without JavaScript, inside the tag that takes its place where scripts run. */
export const firstPage = async (c: Consultation, ballot: Ballot, view: unknown): Promise<Markup> => layout({
  title: ballot.title,
  headed: true,
  widget: 'ballot',
  trail: consultationTrail(c),
  content: html`
<parvis-ballot consultation="${c.id}" ballot="${ballot.id}" backend="/" heading-level="1">
${await rendered(view)}
</parvis-ballot>
${resultsLink(c, ballot)}`,
});

/** What follows: plain, since whoever sent the form has chosen this way. */
export const nextPage = async (c: Consultation, ballot: Ballot, view: unknown, title: string, error = false): Promise<Markup> => layout({
  title: withError(error, title),
  headed: true,
  trail: [...consultationTrail(c), { label: ballot.title, href: votePath(c.id, ballot.id) }],
  content: await rendered(view),
});

/** The receipt, and what else there is to vote on. */
export const receivedPage = async (c: Consultation, ballot: Ballot, receipt: Receipt | undefined): Promise<Markup> => {
  const others = c.ballots.filter(({ id, status }) => id !== ballot.id && status === 'open');
  return layout({
    title: receipt?.test ? 'C’était un essai' : receipt ? 'Votre vote est bien arrivé' : plainWords.gone,
    headed: true,
    trail: consultationTrail(c),
    content: html`
${await rendered(receiptPage(ballot, receipt))}
${others.length === 0 ? '' : html`<h2>Les autres votes</h2><ul class="cards">${others.map(({ id, title }) => html`<li><a href="${votePath(c.id, id)}">${title}</a></li>`)}</ul>`}
<p><a href="/c/${c.id}">Revenir à la consultation</a></p>`,
  });
};

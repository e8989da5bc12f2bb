import { type Ballot, type Consultation, type Results, resultsOpenTo } from '@parvis/contract';
import { laterPage, resultsPage as resultsView } from '@parvis/widgets/results/page-view';
import { html } from 'hono/html';
import { resultsPath } from '../domain/downloads.ts';
import { consultationTrail, layout } from './layout.ts';
import { rendered } from './view.ts';
import type { Markup } from './words.ts';

/** What the widget shows, as markup, inside the tag that lets people count again once its file is there. `results` absent: it is too early. */
export const resultsPage = async (c: Consultation, ballot: Ballot, results: Results | undefined): Promise<Markup> => layout({
  title: `Résultats : ${ballot.title}`,
  headed: true,
  widget: 'results',
  trail: [...consultationTrail(c), { label: ballot.title, href: `/c/${c.id}/vote/${ballot.id}` }],
  content: html`
<parvis-results consultation="${c.id}" ballot="${ballot.id}" backend="/" heading-level="1">
${await rendered(results ? resultsView(ballot, results) : laterPage(ballot))}
</parvis-results>`,
});

/** On the page of the ballot, once there is something to see. */
export const resultsLink = (c: Consultation, ballot: Ballot): Markup | '' =>
  (ballot.status !== 'upcoming' && resultsOpenTo(ballot, ballot.status) === 'everybody' ? html`<p><a href="${resultsPath(c.id, ballot.id)}">Voir les résultats</a></p>` : '');

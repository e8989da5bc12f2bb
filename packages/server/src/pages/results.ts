import { type Ballot, type Consultation, type Results, resultsOpenTo } from '@parvis/contract';
import { laterPage, resultsPage as resultsView } from '@parvis/widgets/results/page-view';
import { html } from 'hono/html';
import { resultsPath } from '../domain/downloads.ts';
import { type Frame, tagLang } from './frame.ts';
import { consultationTrail, type InFrame, layout } from './layout.ts';
import { rendered } from './view.ts';
import type { Markup } from './words.ts';

/** What the widget shows, as markup, inside the tag that lets people count again once its file is there. `results` absent: it is too early. */
export const resultsPage = async ({ speech }: Frame, c: Consultation, ballot: Ballot, results: Results | undefined): Promise<InFrame> => {
  const view = await rendered(results ? resultsView(speech.results, ballot, results) : laterPage(speech.results, ballot));
  return layout((frame) => ({
    title: frame.say.results(ballot.title),
    headed: true,
    languages: c.languages,
    widget: 'results',
    trail: [...consultationTrail(c, frame.say), { label: ballot.title, href: `/c/${c.id}/vote/${ballot.id}`, lang: ballot.lang }],
    content: html`
<parvis-results consultation="${c.id}" ballot="${ballot.id}" backend="/" heading-level="1"${tagLang(frame)}>
${view}
</parvis-results>`,
  }));
};

/** On the page of the ballot, once there is something to see. */
export const resultsLink = ({ say, to }: Frame, c: Consultation, ballot: Ballot): Markup | '' =>
  (ballot.status !== 'upcoming' && resultsOpenTo(ballot, ballot.status) === 'everybody' ? html`<p><a href="${to(resultsPath(c.id, ballot.id))}">${say.seeResults}</a></p>` : '');

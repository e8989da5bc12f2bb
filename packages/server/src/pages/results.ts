import { type Ballot, type BallotOption, type Consultation, type PerChannel, type Results, resultsOpenTo, smallestGroup } from '@parvis/contract';
import { html } from 'hono/html';
import { consultationTrail, layout } from './layout.ts';
import { type Markup, moment } from './words.ts';

/** What was counted, in the order of the ballot: no winner is named. `results` absent: it is too early. */
export const resultsPage = (c: Consultation, ballot: Ballot, results: Results | undefined): Markup => layout({
  title: `Résultats : ${ballot.title}`,
  lang: ballot.lang,
  trail: [...consultationTrail(c), { label: ballot.title, href: `/c/${c.id}/vote/${ballot.id}` }],
  content: results ? counted(ballot, results) : html`<p>${whenSentence(ballot)}</p>`,
});

/** On the page of the ballot, once there is something to see. */
export const resultsLink = (c: Consultation, ballot: Ballot): Markup | '' =>
  (ballot.status !== 'upcoming' && resultsOpenTo(ballot, ballot.status) === 'everybody' ? html`<p><a href="/c/${c.id}/results/${ballot.id}">Voir les résultats</a></p>` : '');

/** Without JavaScript nobody can tell who has voted: what is shown after one's own vote comes here at the end. */
function whenSentence({ closesAt, lang, results, status }: Ballot): string {
  if (results === 'live' && status === 'open') return `Les résultats seront ici quand ${smallestGroup} personnes auront voté.`;
  return closesAt === undefined ? 'Les résultats seront ici quand le vote sera fini.' : `Les résultats seront ici à la fin du vote, le ${moment(closesAt, lang)}.`;
}

const captions: Partial<Record<Ballot['method'], string>> = { points: 'Points reçus', score: 'Somme des notes' };

const files: Record<string, string> = { csv: 'Les totaux (CSV)', 'votes.csv': 'Tous les votes, sans les noms (CSV)', pb: 'Le vote au format Pabulib (.pb)', json: 'Toutes les données (JSON)' };

function counted(ballot: Ballot, { voters, tally, blank, final, verified, downloads = [] }: Results): Markup {
  const figure = new Intl.NumberFormat(ballot.lang);
  const numbers = new Map(tally.map((row) => [row.option, row]));
  const row = (label: string, counts: PerChannel | undefined) => html`
<tr><th scope="row">${label}</th>${(['online', 'paper', 'assisted', 'total'] as const).map((channel) => html`<td>${figure.format(counts?.[channel] ?? 0)}</td>`)}</tr>`;
  return html`
<p>${figure.format(voters.total)} ${voters.total < 2 ? 'vote' : 'votes'}${final ? '' : ' pour le moment'}.</p>
${verified ? '' : html`<p>Tout le monde pouvait voter : personne n’a vérifié qui a voté.</p>`}
<div class="wide" role="region" aria-labelledby="compte" tabindex="0">
<table>
<caption id="compte">${captions[ballot.method] ?? 'Votes reçus'}, dans l’ordre du bulletin</caption>
<thead><tr><th scope="col">Choix</th><th scope="col">En ligne</th><th scope="col">Papier</th><th scope="col">Avec de l’aide</th><th scope="col">Total</th></tr></thead>
<tbody>${ballot.options.map((option) => row(labelOf(option), numbers.get(option.id)))}</tbody>
<tbody>${row('Votes blancs', blank)}${row('Votes en tout', voters)}</tbody>
</table>
</div>
${downloads.length > 0 ? html`<h2>Télécharger</h2><ul>${downloads.map(({ format, href }) => html`<li><a href="${href}">${files[format] ?? format}</a></li>`)}</ul>` : ''}`;
}

const labelOf = ({ number, label, withdrawn }: BallotOption): string => `${number}. ${label}${withdrawn ? ' (retiré)' : ''}`;

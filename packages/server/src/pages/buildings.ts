import { type Ballot, type BallotOption, type Results, smallestGroup } from '@parvis/contract';
import { html } from 'hono/html';
import type { Markup } from './words.ts';

type Group = NonNullable<Results['groups']>[number];

/** How the buildings voted, beside the results of all; nothing where they are not told apart. */
export function buildingsTable({ options, lang }: Ballot, { groups }: Results): Markup | '' {
  if (!groups) return '';
  const figure = new Intl.NumberFormat(lang);
  const row = (label: string, of: (group: Group) => number) => html`
<tr><th scope="row">${label}</th>${groups.map((group) => html`<td>${figure.format(of(group))}</td>`)}</tr>`;
  return html`
<section aria-labelledby="batiments">
<h2 id="batiments">Par bâtiment</h2>
<p>Les bâtiments où moins de ${smallestGroup} logements ont répondu sont comptés ensemble.</p>
<div class="pv-scroll" role="region" aria-labelledby="batiments" tabindex="0">
<table>
<thead><tr><th scope="col">Choix</th>${groups.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${options.map((option) => row(labelOf(option), ({ tally }) => tally.find((one) => one.option === option.id)?.total ?? 0))}</tbody>
<tbody>${row('Votes blancs', ({ blank }) => blank)}${row('Votes en tout', ({ voters }) => voters)}</tbody>
</table>
</div>
</section>`;
}

const labelOf = ({ number, label, withdrawn }: BallotOption): string => `${number}. ${label}${withdrawn ? ' (retiré)' : ''}`;

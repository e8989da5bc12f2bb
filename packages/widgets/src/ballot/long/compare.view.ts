import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import { button, heading, type View } from '../../shared/views.ts';
import { amount } from '../ballot.words.ts';
import type { Make, Model } from '../methods/kind.ts';
import { own } from '../parts.view.ts';
import { compareId, comparedIn, most } from './compare.model.ts';

interface Column {
  head: string;
  /** Absent in an option: nothing is known of it. */
  cell(option: BallotOption): View | undefined;
}

/** A few options side by side, in place: a row for each, on narrow screens a card. */
export function compareView(m: Model, make: Make): View {
  const { uid, say, level } = m;
  const compared = comparedIn(m);
  const title = !compared ? say('compare') : say(compared.mine ? 'compareMine' : 'compareFound');
  return html`<div class="pv-compare pv-stack" id="${uid}compared">
    ${heading(level + 1, title, { id: `${uid}comparing` })}
    ${compared ? tableView(m, compared.options) : html`<p>${say('compareHow', { n: most })}</p>`}
    <div class="pv-actions">${button(say('compareEnd'), () => make({ comparing: false }, '', compareId))}</div>
  </div>`;
}

function columnsOf(m: Model, options: readonly BallotOption[]): Column[] {
  const { say } = m;
  const columns: Column[] = [
    { head: say('columnCost'), cell: ({ cost }) => (cost === undefined ? undefined : amount(m, cost)) },
    { head: say('byCategory'), cell: ({ category }) => category && own(m, category) },
    { head: say('byPlace'), cell: ({ place }) => place && own(m, place) },
    { head: say('columnText'), cell: ({ text }) => text && own(m, text) },
  ];
  return columns.filter(({ cell }) => options.some((option) => cell(option)));
}

/** The roles are written out: a table that is laid out as cards loses its own in some browsers. It scrolls in a box that a keyboard reaches. */
function tableView(m: Model, options: readonly BallotOption[]): View {
  const { uid, say, chosen } = m;
  const columns = columnsOf(m, options);
  const head = (words: string): View => html`<th role="columnheader" scope="col">${words}</th>`;
  return html`<div class="pv-scroll" role="group" aria-labelledby="${uid}comparing" tabindex="0"><table role="table" aria-labelledby="${uid}comparing">
    <thead role="rowgroup"><tr role="row">${head(say('columnNumber'))}${head(say('columnTitle'))}${columns.map((column) => head(column.head))}</tr></thead>
    <tbody role="rowgroup">${options.map((option) => html`<tr role="row">
      <td role="cell">${option.number}</td>
      <th role="rowheader" scope="row">${own(m, option.label)} ${flagOf(option, chosen, say)}</th>
      ${columns.map(({ head, cell }) => html`<td role="cell"><span class="pv-second pv-head" aria-hidden="true">${head}</span>${cell(option) ?? '–'}</td>`)}
    </tr>`)}</tbody>
  </table></div>`;
}

const flagOf = (option: BallotOption, chosen: Model['chosen'], say: Model['say']): View => {
  const words = option.withdrawn ? say('withdrawn') : chosen.includes(option) && say('chosen');
  return words ? html`<span class="pv-flag">${words}</span>` : nothing;
};

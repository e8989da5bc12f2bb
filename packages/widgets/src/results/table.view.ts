import { html } from 'lit';
import { heading, type View } from '../shared/views.ts';
import { own, shownRows } from './list.view.ts';
import { columnsOf, isSummed, type Row } from './results.model.ts';
import { capital, columnHead, type Key, tallyWord, valueWords } from './results.words.ts';
import type { Model } from './results.view.ts';

/** The same numbers as a table, in the order of the ballot, with blank votes and all votes under them. */
export function tableView(m: Model): View {
  const { say, rows, results: { blank, voters } } = m;
  const columns = columnsOf(m.results);
  const numbers = (counts: Row['counts']) => [...columns.map(({ channel }) => counts[channel]), counts.total];
  const unit = capital(tallyWord(m));
  // Under some rules the sums say less than what the rule goes by.
  const more = isSummed(rows) ? [] : [say('result')];
  return html`<section class="pv-stack">${heading(m.level + 1, say('tableTitle'))}
    ${table(m, 'table', say('caption', { unit }), [...columns.map((column) => columnHead(m, column)), capital(say('total')), ...more], [
      shownRows(m).slice(0, m.limit).map((row) => ({ head: optionName(m, row), cells: [...numbers(row.counts), ...more.map(() => valueWords(m, row))] })),
      [{ head: say('blank'), cells: [...numbers(blank), ...more.map(() => '')] }, { head: say('allVotes'), cells: [...numbers(voters), ...more.map(() => '')] }],
    ])}
  </section>`;
}

export const optionName = ({ ballot }: Model, { option }: Row): View => html`${ballot.method === 'yes-no' ? '' : `${option.number} `}${own(ballot, option.label)}`;

export interface Line {
  head: unknown;
  /** Undefined: the option was out of the count. */
  cells: (number | string | undefined)[];
}

/** It scrolls sideways inside its own box, which a keyboard reaches too. `corner`: what its first column names. */
export function table(m: Model, id: string, caption: string, heads: readonly unknown[], bodies: readonly (readonly Line[])[], corner: Key = 'option'): View {
  const { uid, say } = m;
  return html`<div class="pv-scroll" role="group" aria-labelledby="${uid}${id}" tabindex="0"><table>
    <caption id="${uid}${id}"><span>${caption}</span></caption>
    <thead><tr><th scope="col">${say(corner)}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    ${bodies.map((lines) => html`<tbody>${lines.map(({ head, cells }) => html`<tr><th scope="row">${head}</th>${cells.map((n) => html`<td>${typeof n === 'number' ? say('number', { n }) : (n ?? '–')}</td>`)}</tr>`)}</tbody>`)}
  </table></div>`;
}

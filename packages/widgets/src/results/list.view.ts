import { html, nothing } from 'lit';
import type { Ballot } from '@parvis/contract';
import { heading, type View } from '../shared/views.ts';
import { barsOf, hasChannels, othersOf, takenOf, takes, type Row, type Segment } from './results.model.ts';
import { amount, reasonOf, splitWords, valueWords } from './results.words.ts';
import type { Model } from './results.view.ts';

export interface ListHandlers {
  search(words: string): void;
  more(): void;
  announce(text: string): void;
}

/** From how many options on a list can be searched. */
export const searchable = 20;
/** How many options are shown at first, and how many more each time. */
export const [atFirst, atATime] = [60, 300];

/** The ballot's own words carry their own direction and language (RGAA 8.7). */
export const own = ({ lang }: Pick<Ballot, 'lang'>, words: string): View => html`<span dir="auto" lang=${lang}>${words}</span>`;

/** The rows that fit the search. */
export const shownRows = ({ rows, search, part }: Model): readonly Row[] => (part && search.trim() ? part.fitting(rows, search) : rows);

/** Options with what they got and why: those taken first. */
export function listsView(m: Model, on: ListHandlers): View {
  const { rows, say, uid, results } = m;
  const unit = m.words.unit(m);
  const fit = shownRows(m);
  const taken = takenOf(fit);
  const others = othersOf(fit, unit);
  const bars = barsOf(rows, unit, m.ballot.grades?.length ?? 0);
  const winner = takes(results) === 'one';
  const list = (title: string, all: readonly Row[], before: number, className: string): View => {
    const shown = all.slice(0, Math.max(0, m.limit - before));
    return shown[0] ? html`<section class="pv-stack ${className}">
      ${heading(m.level + 1, winner ? title : html`${title} <span class="pv-second">(${say('number', { n: all.length })})</span>`)}
      <ol>${shown.map((row, i) => rowView(m, row, bars(row), `${uid}i${before + i}`))}</ol>
    </section>` : nothing;
  };
  return html`
    ${rows.length > searchable && m.part ? m.part.searchView(m, on) : nothing}
    ${list(say(winner ? 'listWinner' : 'listTaken'), taken, 0, 'pv-taken')}
    ${list(say(!results.outcome ? 'listAll' : winner ? 'listRest' : 'listOthers'), others, taken.length, results.outcome ? 'pv-others' : 'pv-taken')}
    ${m.part?.moreView(m, fit.length, on) ?? nothing}`;
}

function rowView(m: Model, row: Row, bar: readonly Segment[], id: string): View {
  const { option, counts } = row;
  const split = bar[1] && hasChannels(m.results) && splitWords(m, counts);
  const reason = reasonOf(m, row);
  return html`<li id=${id} tabindex="-1">
    <p class="pv-line">
      ${m.ballot.method === 'yes-no' ? nothing : html`<span class="pv-number pv-second">${option.number}</span>`}
      <strong class="pv-name">${own(m.ballot, option.label)}</strong>
      ${option.cost === undefined ? nothing : html`<span class="pv-cost">${amount(m, option.cost)}</span>`}
    </p>
    <div class="pv-amount">${barView(bar)} <strong>${valueWords(m, row)}</strong></div>
    ${split ? html`<p class="pv-hint">${split}</p>` : nothing}
    ${reason ? html`<p>${reason}</p>` : nothing}
  </li>`;
}

/**
 * One bar; the number beside it is the truth. Lengths are attributes: a `style` would need a laxer Content-Security-Policy. Stripes and dots are
 * dashes of a thick line, so that they need no ids and stay in forced colours and in print.
 */
export function barView(segments: readonly Segment[]): View {
  return html`<svg class="pv-bar" aria-hidden="true">${segments.map(({ channel, from, length }) => html`<svg x="${from}%" width="${length}%" data-channel=${channel}><rect width="100%" height="100%"></rect><line x2="100%" y1="50%" y2="50%"></line></svg>`)}</svg>`;
}

import { html, nothing } from 'lit';
import { finds } from '@parvis/contract/fold';
import { button, notice, type View } from '../shared/views.ts';
import { atATime, type ListHandlers } from './list.view.ts';
import type { Row } from './results.model.ts';
import type { Model } from './results.view.ts';

/** How long to wait after the last letter before the number of options found is said, in milliseconds. */
const pause = 600;

/** Rows whose number, label, place or theme hold every word of the search. */
export const fitting = (rows: readonly Row[], words: string): Row[] =>
  rows.filter(({ option: { number, label, place = '', category = '' } }) => finds(words, `${number} ${label} ${place} ${category}`));

/** A search field over the list, and what to do when nothing is found. */
export function createSearch(): (m: Model, on: ListHandlers) => View {
  let saying: ReturnType<typeof setTimeout> | undefined;

  return (m, on) => {
    const { uid, say, rows } = m;
    const change = (words: string) => {
      on.search(words);
      clearTimeout(saying);
      saying = setTimeout(() => {
        const n = fitting(rows, words).length;
        on.announce(n ? say('found', { n }) : say('foundNone'));
      }, pause);
    };
    const clear = (event: Event) => {
      change('');
      const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
      root.getElementById(`${uid}search`)?.focus();
    };
    return html`<div class="pv-field">
        <label class="pv-label" for="${uid}search">${say('search')}</label>
        <input type="search" id="${uid}search" autocomplete="off" .value=${m.search} @input=${(e: Event) => change((e.target as HTMLInputElement).value)}>
      </div>
      ${fitting(rows, m.search)[0] ? nothing : notice('info', nothing, say('foundNone'), button(say('clear'), clear))}`;
  };
}

/** Brings the next options, where there are more than are shown. */
export function moreView({ say, limit }: Model, of: number, on: ListHandlers): View {
  const n = Math.min(of - limit, atATime);
  return n > 0 ? html`<div class="pv-actions">${button(say('more', { n }), on.more)}</div>` : nothing;
}

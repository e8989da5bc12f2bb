import { html, nothing, type TemplateResult } from 'lit';
import type { Contribution, Progress } from '@parvis/contract';
import { date, money } from '../shared/messages.ts';
import { button, heading, notice } from '../shared/views.ts';
import { anchorOf, kindOf, progressOrder, type FeedbackSay } from './feedback.model.ts';

export interface ListModel {
  items: readonly Contribution[];
  /** Whether the backend has more to give. */
  more: boolean;
  search: string;
  progress: Progress | '';
  /** Address of the page without its fragment. */
  page: string;
  uid: string;
  level: number;
  lang: string;
  say: FeedbackSay;
}

export interface ListHandlers {
  search: (words: string) => void;
  progress: (progress: Progress | '') => void;
  clear: () => void;
  more: () => void;
}

/** "You said / we did": what people brought, and what became of it. */
export function listView(m: ListModel, on: ListHandlers): TemplateResult {
  const { say, items, level } = m;
  const narrowed = m.search !== '' || m.progress !== '';
  return html`
    <div class="pv-stack">${heading(level, say('title'), { title: true, target: true, id: `${m.uid}title` })}<p>${say('intro')}</p></div>
    ${items.length === 0 && !narrowed ? notice('info', heading(level + 1, say('emptyTitle')), say('emptyText')) : tools(m, on)}
    ${items.length === 0 && narrowed ? notice('info', nothing, say('foundNone'), button(say('clear'), on.clear)) : nothing}
    ${items.length > 0 ? html`<ul class="pv-items">${items.map((item) => html`<li>${row(item, m)}</li>`)}</ul>` : nothing}
    ${m.more ? html`<div class="pv-actions">${button(say('more'), on.more)}</div>` : nothing}`;
}

const tools = ({ uid, say, search, progress }: ListModel, on: ListHandlers) => html`<div class="pv-tools">
  <div class="pv-field">
    <label class="pv-label" for="${uid}search">${say('search')}</label>
    <input type="search" id="${uid}search" name="q" autocomplete="off" .value=${search} @input=${(e: Event) => on.search((e.target as HTMLInputElement).value)} />
  </div>
  <div class="pv-field">
    <label class="pv-label" for="${uid}progress">${say('progress')}</label>
    <select id="${uid}progress" name="progress" @change=${(e: Event) => on.progress((e.target as HTMLSelectElement).value as Progress | '')}>
      <option value="" ?selected=${progress === ''}>${say('allProgress')}</option>
      ${progressOrder.map((p) => html`<option value=${p} ?selected=${p === progress}>${say(p)}</option>`)}
    </select>
  </div>
</div>`;

const row = (item: Contribution, m: ListModel) => html`
  ${heading(m.level + 1, html`<span dir="auto">${item.title}</span>`, { id: `${m.uid}item-${item.id}`, target: true })}
  ${facts(item, m.say, m.lang)} ${saidAndDid(item, m.say)}
  <a class="pv-open" href=${m.page + anchorOf(item.id)} aria-label=${m.say('seeOf', { title: item.title })}>${m.say('see')}</a>`;

/** State in words, place, cost, last news. */
export const facts = (item: Contribution, say: FeedbackSay, lang: string): TemplateResult => html`<p class="pv-facts">
  <span class="pv-badge" data-kind=${kindOf(item.progress)}>${say(item.progress)}</span>
  ${item.place ? html`<span dir="auto">${say('place', { place: item.place })}</span>` : nothing}
  ${item.cost !== undefined && item.currency ? html`<span>${say('cost', { money: money(item.cost, item.currency, lang) })}</span>` : nothing}
  ${item.updated ? html`<span>${say('updated', { date: date(item.updated, lang) })}</span>` : nothing}
</p>`;

export const saidAndDid = (item: Contribution, say: FeedbackSay): TemplateResult => html`<dl class="pv-said">
  ${item.said ? html`<div><dt>${say('said')}</dt><dd dir="auto">${item.said}</dd></div>` : nothing}
  <div class="pv-did"><dt>${say('did')}</dt><dd dir="auto">${item.did ?? say('nothingYet')}</dd></div>
</dl>`;

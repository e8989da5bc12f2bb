import { html, nothing, type TemplateResult } from 'lit';
import type { FaqList, Question } from '@parvis/contract';
import { date, type Say } from '../shared/messages.ts';
import type { shared } from '../shared/shared.messages.ts';
import { button, heading, notice, paragraphs } from '../shared/views.ts';
import { anchorOf, byTheme, fitting } from './faq.model.ts';
import type { fr } from './faq.messages.ts';

export type FaqSay = Say<keyof typeof fr | keyof typeof shared>;

export interface FaqModel {
  list: FaqList;
  search: string;
  category: string;
  /** Ids of the open answers. */
  open: ReadonlySet<string>;
  /** What this device said of answers. */
  rated: Readonly<Record<string, boolean | undefined>>;
  /** Address of the page without its fragment, for links to answers. */
  page: string;
  uid: string;
  level: number;
  lang: string;
  say: FaqSay;
}

export interface FaqHandlers {
  search: (words: string) => void;
  theme: (id: string) => void;
  toggle: (id: string) => void;
  /** The browser found words in a closed answer (find in page) and is about to show it. */
  reveal: (id: string) => void;
  /** Absent: the backend takes no opinions in. */
  rate: ((id: string, useful: boolean) => void) | undefined;
  clear: () => void;
  print: () => void;
}

/** Search, themes and the rows of questions. */
export function faqView(model: FaqModel, on: FaqHandlers): TemplateResult {
  const { say, list, level } = model;
  const shown = fitting(list.items, model.search, model.category);
  return html`
    ${heading(level, say('title'), { title: true, target: true, id: `${model.uid}title` })}
    ${list.items.length === 0 ? notice('info', heading(level + 1, say('emptyTitle')), say('emptyText')) : tools(model, on)}
    ${list.items.length > 0 && shown.length === 0
      ? notice('info', nothing, say('foundNone'), button(say('clear'), on.clear))
      : byTheme(list, shown, say('otherCategory')).map((theme) => html`
          <section class="pv-theme">
            ${heading(level + 1, theme.label)}
            <ul class="pv-rows">${theme.questions.map((q) => html`<li>${row(q, model, on)}</li>`)}</ul>
          </section>`)}
    ${shown.length > 0 ? html`<div class="pv-actions">${button(say('printAll'), on.print)}</div>` : nothing}`;
}

function tools({ uid, say, list, search, category }: FaqModel, on: FaqHandlers): TemplateResult {
  return html`<div class="pv-tools">
    <div class="pv-field">
      <label class="pv-label" for="${uid}search">${say('search')}</label>
      <input type="search" id="${uid}search" name="q" autocomplete="off" .value=${search} @input=${(e: Event) => on.search((e.target as HTMLInputElement).value)} />
    </div>
    ${list.categories.length > 1
      ? html`<div class="pv-field">
          <label class="pv-label" for="${uid}category">${say('category')}</label>
          <select id="${uid}category" name="category" @change=${(e: Event) => on.theme((e.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${category === ''}>${say('allCategories')}</option>
            ${list.categories.map((c) => html`<option value=${c.id} ?selected=${category === c.id}>${c.label}</option>`)}
          </select>
        </div>`
      : nothing}
  </div>`;
}

function row(q: Question, model: FaqModel, on: FaqHandlers): TemplateResult {
  const { uid, level } = model;
  const open = model.open.has(q.id);
  const trigger = html`<button type="button" class="pv-row" id="${uid}q-${q.id}" aria-expanded=${open} aria-controls="${uid}a-${q.id}" @click=${() => on.toggle(q.id)}>
    <span dir="auto">${q.question}</span><span class="pv-sign" aria-hidden="true"></span>
  </button>`;
  return html`${heading(level + 2, trigger)}
    <div class="pv-answer" id="${uid}a-${q.id}" hidden=${open ? nothing : 'until-found'} @beforematch=${() => on.reveal(q.id)}>
      <div class="pv-stack">${answer(q, model, on)}</div>
    </div>`;
}

function answer(q: Question, { say, lang, rated, page, uid }: FaqModel, on: FaqHandlers): TemplateResult {
  const { rate } = on;
  return html`${paragraphs(q.answer)}
    ${q.links?.length ? html`<ul>${q.links.map((l) => html`<li><a href=${l.href}>${l.label}</a></li>`)}</ul>` : nothing}
    ${q.updatedAt ? html`<p class="pv-hint">${say('updated', { date: date(q.updatedAt, lang) })}</p>` : nothing}
    ${rate ? html`<div class="pv-useful" role="group" aria-labelledby="${uid}u-${q.id}">
      <span id="${uid}u-${q.id}">${say('useful')}</span>
      ${[true, false].map((useful) => html`<button type="button" aria-pressed=${String(rated[q.id] === useful)} @click=${() => rate(q.id, useful)}>${say(useful ? 'yes' : 'no')}</button>`)}
    </div>` : nothing}
    <a class="pv-permalink" href=${page + anchorOf(q.id)}>${say('linkTo')}</a>`;
}

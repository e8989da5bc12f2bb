import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './messages.ts';
import type { shared } from './shared.messages.ts';

/** What a view gives back: a template, words, or nothing. */
export type View = TemplateResult | string | typeof nothing;
export type SharedSay = Say<keyof typeof shared>;

/** Templates of headings by their level, as a tag would make them: they differ in nothing but the digit. */
const headings: TemplateStringsArray[] = [];

function headingOf(asked: number): TemplateStringsArray {
  const level = asked >= 1 ? Math.floor(Math.min(asked, 6)) : 2;
  const strings = [`<h${level} id=`, ' class=', ' tabindex=', '>', `</h${level}>`];
  return (headings[level] ??= Object.assign(strings, { raw: strings }));
}

/** A heading of the level the page asks for (1 to 6), so that the widget fits the page's outline. `target`: takes focus after a step. */
export const heading = (level: number, content: unknown, { id, title, target }: { id?: string; title?: boolean; target?: boolean } = {}): TemplateResult =>
  html(headingOf(level), id ?? nothing, title ? 'pv-title' : nothing, target ? '-1' : nothing, content);

export interface FieldParts {
  id: string;
  /** Already with "(facultatif)" where the field may stay empty. */
  label: unknown;
  hint?: unknown;
  error?: string | undefined;
  /** Under the control: a character count, for example. Has the id `ID-after`. */
  after?: unknown;
}

/** The ids a control is described by: hint, error and what stands under it, those that are there. */
export const describedBy = (f: FieldParts): string | typeof nothing =>
  [f.hint && `${f.id}-hint`, f.error && `${f.id}-error`, f.after && `${f.id}-after`].filter(Boolean).join(' ') || nothing;

/** Label, hint, error, control: one field, all in one root. The error is part of the description (RGAA 11.10). */
export const field = (f: FieldParts, control: unknown, say: SharedSay): TemplateResult => html`
  <div class="pv-field" ?data-error=${Boolean(f.error)}>
    <label class="pv-label" for=${f.id}>${f.label}</label>
    ${hintAndError(f, say)} ${control}
    ${f.after ? html`<p class="pv-hint" id="${f.id}-after">${f.after}</p>` : nothing}
  </div>`;

/** A group of choices under one question: the legend is its label. */
export const group = (f: FieldParts, controls: unknown, say: SharedSay): TemplateResult => html`
  <fieldset class="pv-field" id=${f.id} tabindex="-1" aria-describedby=${describedBy(f)} ?data-error=${Boolean(f.error)}>
    <legend class="pv-label">${f.label}</legend>
    ${hintAndError(f, say)}
    <div class="pv-stack">${controls}</div>
  </fieldset>`;

const hintAndError = (f: FieldParts, say: SharedSay) => html`
  ${f.hint ? html`<p class="pv-hint" id="${f.id}-hint">${f.hint}</p>` : nothing}
  ${f.error ? html`<p class="pv-error" id="${f.id}-error">${say('error')} ${f.error}</p>` : nothing}`;

/** A whole row that is the label of its control. */
export const choice = (control: unknown, words: unknown): TemplateResult =>
  html`<label class="pv-choice">${control}<span class="pv-choice-words">${words}</span></label>`;

export interface Mistake {
  /** Id of the control to go to. */
  target: string;
  /** What to do, as a sentence. */
  text: string;
}

/** Everything to correct, in the order of the form; takes focus when it appears (`role=alert` on a child of what takes focus). */
export const errorSummary = (id: string, level: number, mistakes: readonly Mistake[], say: SharedSay): TemplateResult | typeof nothing =>
  mistakes.length === 0
    ? nothing
    : html`<div class="pv-notice" data-kind="error" id=${id} tabindex="-1" aria-labelledby="${id}-title">
        <div role="alert">${heading(level, say('errorsTitle', { n: mistakes.length }), { id: `${id}-title` })}</div>
        <ul class="pv-stack">
          ${mistakes.map((m) => html`<li><a href="#${m.target}" @click=${jump}>${m.text}</a></li>`)}
        </ul>
      </div>`;

/** An address with a fragment does not reach into a shadow root: the link moves focus itself. */
function jump(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const target = (link.getRootNode() as ShadowRoot | Document).getElementById(link.hash.slice(1));
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

export type NoticeKind = 'info' | 'ok' | 'warn' | 'error';

/** A panel with a heading, words and perhaps something to do. */
export const notice = (kind: NoticeKind, title: unknown, body: unknown, actions: unknown = nothing): TemplateResult => html`
  <div class="pv-notice" data-kind=${kind}>${title} ${typeof body === 'string' ? html`<p>${body}</p>` : body} ${actions}</div>`;

/** Paragraphs from plain text: an empty line starts a new one. Words of people carry their own direction. */
export const paragraphs = (text: string): TemplateResult[] =>
  text.split(/\n\s*\n/).map((p) => html`<p dir="auto" class="pv-text">${p}</p>`);

export const button = (words: unknown, onClick: (event: Event) => void, main = false): TemplateResult =>
  html`<button type="button" class=${main ? 'pv-main' : nothing} @click=${onClick}>${words}</button>`;

/** While nothing is known yet: the shape, in still grey. */
export const waiting = (): TemplateResult => html`<div class="pv-stack" aria-hidden="true"><div class="pv-waiting"></div><div class="pv-waiting"></div></div>`;

/** A code to keep, with what can be done with it. */
export const codePanel = (code: string, label: unknown, onCopy: () => void, onPrint: () => void, say: SharedSay): TemplateResult => html`
  <p>${label} <strong class="pv-code" dir="ltr" translate="no">${code}</strong></p>
  <div class="pv-actions">${button(say('copy'), onCopy)} ${button(say('print'), onPrint)}</div>`;

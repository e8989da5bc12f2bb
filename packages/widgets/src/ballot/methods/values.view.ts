import { html, nothing } from 'lit';
import type { BallotOption, Issue } from '@parvis/contract';
import { isolate } from '../../shared/messages.ts';
import type { View } from '../../shared/views.ts';
import { optionView, optionWords, own } from '../parts.view.ts';
import { enter, pointedTo } from './entered.ts';
import type { Make, Model } from './kind.ts';
import { stepsOf, valueIn, type Step } from './values.model.ts';

/** Up to these, every answer is a button one sees; more come as a list. */
const shownSteps = 11;

export function valuesView(m: Model, make: Make): View {
  const steps = stepsOf(m.ballot);
  const shown = steps && steps.length <= shownSteps;
  const wrong = new Map(shown ? [] : m.kind.issues(m).flatMap((issue) => (issue.pointer ? [[pointedTo(m, issue), issue] as const] : [])));
  return html`<ul class="pv-options">${m.ballot.options.map((option, i) => optionView(m, option, i, (id) =>
    shown ? radiosView(m, option, id, steps, make) : fieldView(m, option, id, steps, wrong.get(i), make)))}</ul>`;
}

const textOf = (m: Model, { id }: BallotOption): string => m.values.get(id) ?? '';
const isAnswered = (m: Model, option: BallotOption): boolean => valueIn(m.ballot, textOf(m, option)) !== undefined;

/** Number, label, and whether it has no answer yet. */
const words = (m: Model, option: BallotOption, id: string): View =>
  optionWords(m, option, id, isAnswered(m, option) ? nothing : html`<span class="pv-flag">${m.say('unanswered')}</span>`);

/** A group of its own for each option: no table whose columns would not fit a phone. */
function radiosView(m: Model, option: BallotOption, id: string, steps: readonly Step[], make: Make): View {
  const text = textOf(m, option);
  return html`<fieldset class="pv-entry pv-judged" ?data-chosen=${isAnswered(m, option)} aria-labelledby="${id}-name" aria-describedby="${id}-more">
    <legend>${words(m, option, id)}</legend>
    <div class=${m.ballot.grades ? 'pv-answers pv-grades' : 'pv-answers'}>
      ${steps.map(({ value, label }, i) => html`<label class="pv-choice">
        <input type="radio" id="${id}${i ? `-${i}` : ''}" name="value-${m.uid}${option.id}" value=${value} ?checked=${value === text} @change=${() => make(enter(m, option, value))}>${own(m, label)}
      </label>`)}
      ${isAnswered(m, option) ? html`<button type="button" aria-label=${m.say('eraseOf', { label: isolate(option.label) })} @click=${() => make(enter(m, option, undefined), '', id.slice(m.uid.length))}>${m.say('erase')}</button>` : nothing}
    </div>
  </fieldset>`;
}

/** Many answers: a list to pick from; too many for that: a number to write. */
function fieldView(m: Model, option: BallotOption, id: string, steps: readonly Step[] | undefined, issue: Issue | undefined, make: Make): View {
  const text = textOf(m, option);
  const set = (e: Event): void => make(enter(m, option, (e.target as HTMLSelectElement | HTMLInputElement).value));
  return html`<div class="pv-entry" ?data-chosen=${isAnswered(m, option) && !issue} ?data-over=${Boolean(issue)}>
    <label for=${id}>${words(m, option, id)}</label>
    ${steps ? html`<select id=${id} name="value-${option.id}" aria-labelledby="${id}-name" aria-describedby="${id}-more" @change=${set}>
        <option value="" ?selected=${text === ''}>${m.say('unanswered')}</option>
        ${steps.map(({ value, label }) => html`<option value=${value} ?selected=${value === text}>${label}</option>`)}
      </select>`
      : html`<input type="text" autocomplete="off" id=${id} name="value-${option.id}" value=${text}
        aria-labelledby="${id}-name" aria-describedby="${issue ? `${id}-error ` : ''}${id}-more" aria-invalid=${issue ? 'true' : nothing} @input=${set}>`}
    ${issue ? html`<p class="pv-error" id="${id}-error">${m.say('error')} ${m.kind.mistake(m, issue)}</p>` : nothing}
  </div>`;
}

import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import type { View } from '../../shared/views.ts';
import { pointedTo } from '../methods/entered.ts';
import type { Model } from '../methods/kind.ts';
import { stepsOf, type Step } from '../methods/values.model.ts';
import { optionView, optionWords, own } from '../parts.view.ts';
import type { PlainSay } from './plain.messages.ts';
import { valueField } from './posted.ts';

/** Up to these, every answer is a button one sees; more come as a list. */
const shownSteps = 11;

/** A number to write for each option. */
export const pointsFields = (m: Model): View => fields(m, (option, id) => numberView(m, option, id));

/** An answer for each option: buttons, a list, or a number to write. */
export function valuesFields(m: Model, plain: PlainSay): View {
  const steps = stepsOf(m.ballot);
  return fields(m, (option, id) => (!steps ? numberView(m, option, id) : steps.length > shownSteps ? listView(m, option, id, steps, plain) : radiosView(m, option, id, steps, plain)));
}

const fields = (m: Model, control: (option: BallotOption, id: string) => View): View =>
  html`<ul class="pv-options">${m.ballot.options.map((option, i) => optionView(m, option, i, (id) => control(option, id)))}</ul>`;

const textOf = (m: Model, { id }: BallotOption): string => m.values.get(id) ?? '';

/** What is wrong with what was written for an option. */
function errorOf(m: Model, option: BallotOption): string | undefined {
  const place = m.ballot.options.indexOf(option);
  const issue = m.issues.find((one) => one.pointer && pointedTo(m, one) === place);
  return issue && m.kind.mistake(m, issue);
}

function numberView(m: Model, option: BallotOption, id: string): View {
  const error = errorOf(m, option);
  return entryView(m, option, id, error, html`<input type="text" inputmode="numeric" autocomplete="off" id=${id} name=${valueField(option.id)} value=${textOf(m, option) || nothing}
    aria-labelledby="${id}-name" aria-describedby=${descriptionOf(id, error)} aria-invalid=${error ? 'true' : nothing}>`);
}

function listView(m: Model, option: BallotOption, id: string, steps: readonly Step[], plain: PlainSay): View {
  const error = errorOf(m, option);
  return entryView(m, option, id, error, html`<select id=${id} name=${valueField(option.id)} aria-labelledby="${id}-name" aria-describedby=${descriptionOf(id, error)}>
    <option value="">${plain('unanswered')}</option>
    ${steps.map(({ value, label }) => html`<option value=${value} ?selected=${value === textOf(m, option)}>${label}</option>`)}
  </select>`);
}

/** An option with one control, and what is wrong with it. */
export const entryView = (m: Model, option: BallotOption, id: string, error: string | undefined, control: View): View => html`<div class="pv-entry" ?data-over=${Boolean(error)}>
  <label for=${id}>${optionWords(m, option, id)}</label>
  ${control}
  ${error ? html`<p class="pv-error" id="${id}-error">${m.say('error')} ${error}</p>` : nothing}
</div>`;

export const descriptionOf = (id: string, error: string | undefined): string => `${error ? `${id}-error ` : ''}${id}-more`;

/** The first button gives no answer. It takes one back, and it is the one that text browsers press by themselves where no button is. */
export const noAnswerView = (id: string, name: string, plain: PlainSay): View =>
  html`<label class="pv-choice"><input type="radio" id="${id}-none" name=${name} value="">${plain('unanswered')}</label>`;

function radiosView(m: Model, option: BallotOption, id: string, steps: readonly Step[], plain: PlainSay): View {
  const given = textOf(m, option);
  const name = valueField(option.id);
  return html`<fieldset class="pv-entry pv-judged" aria-labelledby="${id}-name" aria-describedby="${id}-more">
    <legend>${optionWords(m, option, id)}</legend>
    <div class=${m.ballot.grades ? 'pv-answers pv-grades' : 'pv-answers'}>
      ${noAnswerView(id, name, plain)}
      ${steps.map(({ value, label }, i) => html`<label class="pv-choice">
        <input type="radio" id="${id}${i ? `-${i}` : ''}" name=${name} value=${value} ?checked=${value === given}>${own(m, label)}
      </label>`)}
    </div>
  </fieldset>`;
}

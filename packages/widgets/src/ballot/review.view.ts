import { html, nothing } from 'lit';
import type { Choice } from '@parvis/contract';
import { button, type View } from '../shared/views.ts';
import { ceilingOf, costOf } from './ballot.model.ts';
import { amount, type Model } from './ballot.words.ts';
import { messageView, optionWords, otherWay, own, stepWords, topView } from './choose.view.ts';

export interface ReviewHandlers {
  cast(): void;
  back(): void;
  print(): void;
}

export interface Reviewed {
  options: Model['chosen'];
  /** How much was chosen, in words. */
  total: string;
}

/** What a choice holds, in the order of the ballot. */
export function reviewed(m: Model, choice: Choice): Reviewed {
  const options = m.ballot.options.filter((o) => 'options' in choice && choice.options.includes(o.id));
  if ('blank' in choice) return { options, total: m.say('blankText') };
  return { options, total: ceilingOf(m.ballot) === undefined ? m.say('made', { n: options.length }) : m.say('total', { money: amount(m, costOf(options)) }) };
}

/** A vote whose answer is not known can only be sent again: it may have arrived as it is. */
export const reviewView = (m: Model, { options, total }: Reviewed, on: ReviewHandlers): View => html`
  ${topView(m, stepWords(m, 2), m.say('review'), html`<p>${own(m, m.ballot.title)}</p>`)}
  ${messageView(m)}
  <div class="pv-stack">
    <ul class="pv-chosen">${options.map((o, i) => html`<li>${optionWords(m, { ...o, text: undefined }, `${m.uid}c${i}`)}</li>`)}</ul>
    <p><strong>${total}</strong></p>
    <p>${m.say('final')}</p>
    ${m.loose ? html`<p>${m.say('notKept')}</p>` : nothing}
  </div>
  <div class="pv-actions">
    ${button(m.say(m.act ? 'retry' : 'cast'), on.cast, true)}
    ${m.act ? nothing : button(m.say('change'), on.back)}
    ${button(m.say('print'), on.print)}
  </div>
  ${m.message ? otherWay(m) : nothing}`;

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

/** A vote whose answer is not known can only be sent again: it may have arrived as it is, so no other way to vote is offered. */
export function reviewView(m: Model, choice: Choice, on: ReviewHandlers): View {
  const options = 'options' in choice ? m.ballot.options.filter((o) => choice.options.includes(o.id)) : [];
  const total = 'blank' in choice ? m.say('blankText') : ceilingOf(m.ballot) === undefined ? m.say('made', { n: options.length }) : m.say('total', { money: amount(m, costOf(options)) });
  return html`
  ${topView(m, stepWords(m, 2), m.say('review'), html`<p>${own(m, m.ballot.title)}</p>`)}
  ${messageView(m)}
  <div class="pv-stack">
    <ul class="pv-chosen">${options.map((o, i) => html`<li>${optionWords(m, { ...o, text: undefined }, `${m.uid}c${i}`)}</li>`)}</ul>
    <p class="pv-total"><strong>${total}</strong></p>
    <p>${m.say('final')}</p>
    ${m.loose ? html`<p>${m.say('notKept')}</p>` : nothing}
  </div>
  <div class="pv-actions">
    ${button(m.say(m.act ? 'retry' : 'cast'), on.cast, true)}
    ${m.act ? nothing : button(m.say('change'), on.back)}
    ${button(m.say('print'), on.print)}
  </div>
  ${m.message && !m.act ? otherWay(m) : nothing}`;
}

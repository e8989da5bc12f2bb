import { html, nothing } from 'lit';
import type { Choice } from '@parvis/contract';
import { button, type View } from '../shared/views.ts';
import { idsIn } from './ballot.model.ts';
import type { Make, Model } from './methods/kind.ts';
import { messageView, optionWords, otherWay, own, stepWords, topView } from './parts.view.ts';

export interface ReviewHandlers {
  make: Make;
  cast(): void;
  revise(): void;
  print(): void;
}

/** A vote whose answer is not known can only be sent again: it may have arrived as it is, so no other way to vote is offered. */
export const reviewView = (m: Model, choice: Choice, on: ReviewHandlers): View => html`
  ${topView(m, stepWords(m, 2), m.say('review'), html`<p>${own(m, m.ballot.title)}</p>`)}
  ${messageView(m)}
  <div class="pv-stack">
    <ul class="pv-chosen">${idsIn(choice).flatMap((id) => m.ballot.options.filter((o) => o.id === id)).map((o, i) => html`<li>${optionWords(m, { ...o, text: undefined }, `${m.uid}c${i}`, m.kind.note(m, choice, o.id))}</li>`)}</ul>
    <p class="pv-total"><strong>${'blank' in choice ? m.say('blankText') : m.kind.total(m, choice)}</strong></p>
    <p>${m.say('final')}</p>
    ${m.loose ? html`<p>${m.say('notKept')}</p>` : nothing}
  </div>
  ${m.act ? nothing : m.kind.ask?.(m, on.make)}
  <div class="pv-actions">
    ${button(m.say(m.act ? 'retry' : 'cast'), on.cast, true)}
    ${m.act ? nothing : button(m.say('change'), on.revise)}
    ${button(m.say('print'), on.print)}
  </div>
  ${!m.act && (m.message ?? m.issues[0]) ? otherWay(m) : nothing}`;

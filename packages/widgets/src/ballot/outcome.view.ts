import { html, nothing } from 'lit';
import { codePanel, heading, notice, type View } from '../shared/views.ts';
import { receiptCode, receiptLines } from './ballot.words.ts';
import type { Make, Model } from './methods/kind.ts';
import { aboutView, messageView, optionWords, otherWay, own, textView, topView } from './parts.view.ts';

/** After voting: the receipt, or that this device has voted. */
export const doneView = (m: Model, copy: () => void, print: () => void, make: Make): View => html`
  <div class="pv-receipt">${notice(receiptCode(m) ? 'ok' : 'info', heading(m.level, m.say(m.fresh ? 'received' : 'voted'), { id: `${m.uid}title`, title: true, target: true }), html`
    ${receiptLines(m).map((line) => html`<p>${line}</p>`)}
    ${receiptCode(m) ? codePanel(receiptCode(m), m.say('receipt'), copy, print, m.say) : nothing}`)}</div>
  ${m.kind.after?.(m, make)} ${m.fresh ? nothing : otherWay(m)}`;

/** A ballot that cannot be filled in here or now: why, what it holds, and how to vote otherwise. */
export const standView = (m: Model): View => html`
  ${topView(m, '', own(m, m.ballot.title), textView(m))} ${messageView(m)}
  <ul class="pv-chosen">${m.ballot.options.map((o, i) => html`<li>${optionWords(m, o, `${m.uid}o${i}`)} ${aboutView(m, o)}</li>`)}</ul>
  ${otherWay(m)}`;

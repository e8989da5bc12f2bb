import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import { isolate } from '../../shared/messages.ts';
import type { View } from '../../shared/views.ts';
import { sentences } from '../ballot.words.ts';
import { optionView, optionWords } from '../parts.view.ts';
import { enter, pointedTo } from './entered.ts';
import type { Make, Model } from './kind.ts';
import { gives, numberIn } from './points.model.ts';

export function pointsView(m: Model, make: Make): View {
  const wrong = new Map(m.kind.issues(m).flatMap((issue) => (issue.pointer ? [[pointedTo(m, issue), m.kind.mistake(m, issue)]] : [])));
  return html`<ul class="pv-options">${m.ballot.options.map((option, i) => optionView(m, option, i, (id) => entryView(m, option, id, wrong.get(i), make)))}</ul>`;
}

function entryView(m: Model, option: BallotOption, id: string, error: string | undefined, make: Make): View {
  const { say } = m;
  const text = m.values.get(option.id) ?? '0';
  const now = numberIn(text) || 0;
  const label = isolate(option.label);
  /** What is said tells the new number and what is left, or why nothing changes. */
  const give = (entered: string | undefined, refusal?: string): void => {
    const made = enter(m, option, entered, gives);
    const next = { ...m, ...made };
    make(made, refusal ?? sentences(say('pointsOf', { label, n: numberIn(entered ?? '') || 0 }), m.kind.standing(next)));
  };
  const step = (by: number): void => {
    const next = Math.floor(now) + by;
    const most = m.ballot.cap ?? m.ballot.purse ?? Infinity;
    if (next < 0) give(text, say('noPoints', { label }));
    else if (next > most) give(text, say('capReached', { label, n: most }));
    else give(next === 0 ? undefined : String(next));
  };
  return html`<div class="pv-entry" ?data-chosen=${now !== 0 && !error} ?data-over=${Boolean(error)}>
    <label for=${id}>${optionWords(m, option, id)}</label>
    <span class="pv-stepper">
      <button type="button" aria-label=${say('minus', { label })} @click=${() => step(-1)}>&minus;</button>
      <input type="text" inputmode="numeric" autocomplete="off" id=${id} name="value-${option.id}" value=${text}
        aria-labelledby="${id}-name" aria-describedby="${error ? `${id}-error ` : ''}${id}-more" aria-invalid=${error ? 'true' : nothing}
        @input=${(e: Event) => give((e.target as HTMLInputElement).value)} @change=${() => (text === '' ? give(undefined) : undefined)}>
      <button type="button" aria-label=${say('plus', { label })} @click=${() => step(1)}>+</button>
    </span>
    ${error ? html`<p class="pv-error" id="${id}-error">${say('error')} ${error}</p>` : nothing}
  </div>`;
}

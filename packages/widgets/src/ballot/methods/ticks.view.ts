import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import { picksOne } from '@parvis/contract/selection-rules';
import type { View } from '../../shared/views.ts';
import { optionView, optionWords } from '../parts.view.ts';
import type { Make, Model } from './kind.ts';
import { beyond, choose } from './ticks.model.ts';

export function ticksView(m: Model, make: Make): View {
  const over = beyond(m.ballot, m.chosen);
  return html`<ul class="pv-options">${m.ballot.options.map((option, i) => optionView(m, option, i, (id) => tickView(m, option, id, over.includes(option), make)))}</ul>`;
}

function tickView(m: Model, option: BallotOption, id: string, over: boolean, make: Make): View {
  const chosen = m.chosen.includes(option);
  const flag = over ? html`<span class="pv-flag">${m.say('beyond')}</span>`
    : chosen ? html`<span class="pv-flag" aria-hidden="true">${m.say('chosen')}</span>` : nothing;
  return html`<label class="pv-choice" ?data-over=${over}>
    <input type=${picksOne(m.ballot) ? 'radio' : 'checkbox'} id=${id} name="${m.uid}option" value=${option.id} ?checked=${chosen}
      aria-labelledby="${id}-name" aria-describedby="${id}-more" aria-invalid=${over || nothing} @change=${() => make({ chosen: choose(m.ballot, m.chosen, option) })}>
    ${optionWords(m, option, id, flag)}
  </label>`;
}

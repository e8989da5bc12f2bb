import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import { maxOf } from '@parvis/contract/selection-rules';
import { isolate } from '../../shared/messages.ts';
import { heading, type View } from '../../shared/views.ts';
import { aboutWords, hasAbout, optionView, optionWords } from '../parts.view.ts';
import type { Make, Model } from './kind.ts';
import { changedTo, neighbour, placed, takenBack, without } from './ranking.model.ts';

/** The ranking, then what can be added to it. Buttons carry names and values: without a script they would send the form. */
export function rankingView(m: Model, make: Make): View {
  const { ballot: { options }, chosen, uid, say, level } = m;
  const rest = options.filter((o) => !chosen.includes(o));
  const undo = takenBack(m);
  return html`<div class="pv-stack">
    ${heading(level + 1, say('ranking'), { id: `${uid}ranking`, target: true })}
    ${chosen[0] ? html`<ol class="pv-options">${chosen.map((option) => optionView(m, option, options.indexOf(option), (id) => rankedView(m, option, id, make), aboutRanked(m, option, make)))}</ol>`
      : html`<p>${say('rankNothing')}</p>`}
    ${undo ? html`<div class="pv-actions"><button type="submit" name="undo" id="${uid}undo" @click=${() => make(undo, say('undone'), undo.past?.[0] ? 'undo' : 'ranking')}>${say('undo')}</button></div>` : nothing}
    ${rest[0] ? heading(level + 1, say('toRank')) : nothing}
    <ul class="pv-options">${rest.map((option) => optionView(m, option, options.indexOf(option), (id) => freeView(m, option, id, rest, make)))}</ul>
  </div>`;
}

const placeOf = (m: Model, option: BallotOption, place: number): string => m.say('placed', { label: isolate(option.label), n: place + 1 });

/** The id of an option's control, without the widget's prefix. */
const control = (m: Model, option: BallotOption | undefined, name = 'o'): string => (option ? `${name}${m.ballot.options.indexOf(option)}` : 'ranking');

function rankedView(m: Model, option: BallotOption, id: string, make: Make): View {
  const { chosen, say } = m;
  const label = isolate(option.label);
  const at = chosen.indexOf(option);
  const over = at >= maxOf(m.ballot);
  const moveTo = (place: number, name: string): void => {
    if (place < 0 || place >= chosen.length) make({}, say(place < 0 ? 'isFirst' : 'isLast', { label }));
    else make(changedTo(m, placed(chosen, option, place)), placeOf(m, option, place), control(m, option, name));
  };
  const remove = (): void => make(changedTo(m, without(chosen, option)), say('unranked', { label }), control(m, neighbour(chosen, option), 'out'));
  const index = m.ballot.options.indexOf(option);
  return html`<div class="pv-entry pv-ranked" data-chosen ?data-over=${over}>
    <select id=${id} name="place-${option.id}" aria-label=${say('placeOf', { label })} aria-invalid=${over ? 'true' : nothing} @change=${(e: Event) => moveTo((e.target as HTMLSelectElement).selectedIndex, 'o')}>
      ${chosen.map((_, i) => html`<option value=${i + 1} ?selected=${i === at}>${say('place', { n: i + 1 })}</option>`)}
    </select>
    ${optionWords(m, option, id, over ? html`<span class="pv-flag">${say('beyond')}</span>` : nothing)}
    <span class="pv-moves">
      <button type="submit" name="up" value=${option.id} id="${m.uid}up${index}" aria-label=${say('up', { label })} @click=${() => moveTo(at - 1, 'up')}>&uarr;</button>
      <button type="submit" name="down" value=${option.id} id="${m.uid}down${index}" aria-label=${say('down', { label })} @click=${() => moveTo(at + 1, 'down')}>&darr;</button>
      <button type="submit" name="out" value=${option.id} id="${m.uid}out${index}" aria-label=${say('outOf', { label })} @click=${remove}>${say('out')}</button>
    </span>
  </div>`;
}

/** Its row may move: whether it is open goes along with the option. */
function aboutRanked(m: Model, option: BallotOption, make: Make): View {
  const { opened = new Set() } = m;
  const follow = (e: Event): void => {
    const { open } = e.target as HTMLDetailsElement;
    if (open !== opened.has(option.id)) make({ opened: new Set(open ? [...opened, option.id] : [...opened].filter((id) => id !== option.id)) });
  };
  return hasAbout(m, option) ? html`<details class="pv-about" ?open=${opened.has(option.id)} @toggle=${follow}>${aboutWords(m, option)}</details>` : nothing;
}

function freeView(m: Model, option: BallotOption, id: string, rest: readonly BallotOption[], make: Make): View {
  const { chosen, say } = m;
  const label = isolate(option.label);
  const others = rest.filter((o) => o === option || (!o.withdrawn && (!m.found || m.found.has(o.id))));
  const add = (): void => make(changedTo(m, [...chosen, option]), placeOf(m, option, chosen.length), control(m, neighbour(others, option)));
  return html`<div class="pv-entry">
    ${optionWords(m, option, id)}
    <span class="pv-moves"><button type="submit" name="add" value=${option.id} id=${id} aria-label=${say('addOf', { label })} @click=${add}>${say('add')}</button></span>
  </div>`;
}

import { html, nothing } from 'lit';
import { button, type View } from '../../shared/views.ts';
import type { Make, Model } from '../methods/kind.ts';
import { compareId } from './compare.model.ts';
import { anything, foundBy, valuesOf, type Find } from './find.model.ts';

/** What is looked for among many options, how many are found, and the way to compare them. Nothing here changes what is chosen. */
export function findView(m: Model, make: Make): View {
  const { ballot, uid, say, found, comparing = false } = m;
  const find = m.find ?? anything;
  const look = (change: Partial<Find>, focus?: string): void => {
    const next = { ...find, ...change };
    const now = foundBy(next, ballot, m);
    make({ find: next, found: now }, foundWords({ ...m, find: next, found: now }), focus);
  };
  const list = (field: 'category' | 'place', label: string, any: string): View => {
    const values = valuesOf(ballot, field);
    return values[0] ? html`<div class="pv-field">
      <label class="pv-label" for="${uid}by-${field}">${label}</label>
      <select id="${uid}by-${field}" @change=${(e: Event) => look({ [field]: (e.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${!find[field]}>${any}</option>
        ${values.map((value) => html`<option value=${value} lang=${ballot.lang} ?selected=${find[field] === value}>${value}</option>`)}
      </select>
    </div>` : nothing;
  };
  return html`<div class="pv-finder" role="group" aria-label=${say('findIn')}>
    <div class="pv-field">
      <label class="pv-label" for="${uid}words">${say('find')}</label>
      <input type="search" id="${uid}words" autocomplete="off" value=${find.words} @input=${(e: Event) => look({ words: (e.target as HTMLInputElement).value })}>
    </div>
    ${list('category', say('byCategory'), say('anyCategory'))} ${list('place', say('byPlace'), say('anyPlace'))}
    ${ballot.method === 'ranking' ? nothing : html`<label class="pv-choice pv-mine">
      <input type="checkbox" id="${uid}mine" ?checked=${find.mine} @change=${(e: Event) => look({ mine: (e.target as HTMLInputElement).checked })}>${say('mine')}
    </label>`}
    <div class="pv-actions">
      <p>${foundWords(m)}</p>
      ${found ? button(say('showAll'), () => look(anything, 'words')) : nothing}
      <button type="button" id="${uid}${compareId}" aria-expanded=${String(comparing)} aria-controls=${comparing ? `${uid}compared` : nothing} @click=${() => make({ comparing: !comparing })}>${say('compare')}</button>
    </div>
  </div>`;
}

/** How many options are found; where there is none, what to do. */
function foundWords({ found, find, chosen, ballot: { options }, say }: Model): string {
  if (!found) return say('allShown', { n: options.length });
  if (found.size > 0) return say('foundOf', { n: found.size, all: options.length });
  return find?.mine && !chosen[0] ? say('noneChosen') : say('foundNone');
}

/** Gives the search and the filters back what their attributes say, after an update. */
export function settleFind(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('[type=search]')) input.value = input.defaultValue;
  for (const option of root.querySelectorAll<HTMLOptionElement>('.pv-finder option')) option.selected = option.defaultSelected;
}

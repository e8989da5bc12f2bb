import { html, nothing } from 'lit';
import { codePointer } from '@parvis/contract/access-codes';
import { button, describedBy, errorSummary, field, heading, notice, type View } from '../../shared/views.ts';
import { start, type State } from '../ballot.model.ts';
import type { Make, Model } from '../methods/kind.ts';
import { codeSentence } from './code.words.ts';
import { isGiven, pageCode, setPageCode } from './page-code.ts';

/** The field for the code of the letter, with what was wrong about it. What it holds is written after each update; see `follow`. */
export function codeView(m: Model, make: Make): View {
  const { uid, say } = m;
  const issue = m.issues.find(({ pointer }) => pointer === codePointer);
  const error = issue && codeSentence(say, issue, pageCode());
  const parts = { id: `${uid}code`, label: say('codeLabel'), hint: say(isGiven() ? 'codeGiven' : 'codeHint'), error };
  const write = (event: Event): void => {
    setPageCode((event.target as HTMLInputElement).value);
    make({});
  };
  return html`<div class="pv-ask">
    ${errorSummary(`${uid}errors`, m.level + 1, error ? [{ target: parts.id, text: error }] : [], say)}
    ${field(parts, html`<input class="pv-access" id=${parts.id} name="code" autocomplete="off" autocapitalize="characters" enterkeyhint="done" spellcheck="false" translate="no" dir="ltr"
      aria-describedby=${describedBy(parts)} aria-invalid=${error ? 'true' : nothing} @input=${write} @keydown=${onward}>`, say)}
  </div>`;
}

/** Enter leads on to the button: a vote is final, and pressing it stays an act of its own. */
function onward(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  ((event.currentTarget as Element).getRootNode() as ShadowRoot).querySelector<HTMLElement>('.pv-main')?.focus();
}

/** Nothing of the person before: every part of a state. */
const anew: { [part in keyof Required<State>]: State[part] | undefined } = {
  act: undefined, done: undefined, fresh: undefined, loose: undefined, message: undefined, past: undefined, opened: undefined,
  find: undefined, found: undefined, comparing: undefined, ...start,
};

/**
 * Whether it was a trial; and a way on for others who vote from the same screen.
 * @param leave forgets the code that has voted
 */
export function afterView(m: Model, make: Make, leave: () => void): View {
  const another = (): void => {
    leave();
    make(anew as State, '', 'title');
  };
  const isTest = typeof m.done === 'object' && m.done.test;
  return html`
    ${isTest ? notice('warn', heading(m.level + 1, m.say('codeTest')), m.say('codeTestText')) : nothing}
    <div class="pv-actions">${button(m.say('codeAnother'), another)}</div>`;
}

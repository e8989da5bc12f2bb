import { html, nothing } from 'lit';
import { codePointer } from '@parvis/contract/access-codes';
import { button, describedBy, errorSummary, field, heading, notice, type View } from '../../shared/views.ts';
import type { Make, Model } from '../methods/kind.ts';
import { codeSentence } from './code.words.ts';
import { isGiven, pageCode, setPageCode } from './page-code.ts';

/** The field for the code of the letter, with what was wrong about it. */
export function codeView(m: Model, make: Make): View {
  const { uid, say } = m;
  const issue = m.issues.find(({ pointer }) => pointer === codePointer);
  const error = issue && codeSentence(say, issue, pageCode());
  const parts = { id: `${uid}code`, label: say('codeLabel'), hint: say(isGiven() ? 'codeGiven' : 'codeHint'), error };
  const write = (event: Event): void => {
    setPageCode((event.target as HTMLInputElement).value);
    make({});
  };
  return html`
    ${errorSummary(`${uid}errors`, m.level + 1, error ? [{ target: parts.id, text: error }] : [], say)}
    ${field(parts, html`<input class="pv-access" id=${parts.id} name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" translate="no" dir="ltr"
      aria-describedby=${describedBy(parts)} aria-invalid=${error ? 'true' : nothing} .value=${pageCode()} @input=${write}>`, say)}`;
}

/** Whether it was a trial; and a way on for others who vote from the same screen. */
export function afterView(m: Model, make: Make): View {
  const another = (): void => {
    setPageCode('');
    make({ done: undefined, fresh: false, chosen: [], values: new Map(), find: undefined, found: undefined, comparing: false, step: 'choose' }, '', 'title');
  };
  const isTest = typeof m.done === 'object' && m.done.test;
  return html`
    ${isTest ? notice('warn', heading(m.level + 1, m.say('codeTest')), m.say('codeTestText')) : nothing}
    <div class="pv-actions">${button(m.say('codeAnother'), another)}</div>`;
}

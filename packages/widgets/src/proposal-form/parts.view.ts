import { html, type TemplateResult } from 'lit';
import { heading, type View } from '../shared/views.ts';
import type { FormSay } from './proposal-form.model.ts';

/** What a view needs besides the model: words, ids, the level of the first heading. */
export interface Place {
  say: FormSay;
  uid: string;
  level: number;
  lang: string;
  /** On a page without JavaScript: what the form carries unseen. */
  unseen?: View;
}

export interface Handlers {
  /** Something was typed or chosen in a control with a name. */
  input: (event: Event) => void;
  /** From writing to checking. */
  check: (event: Event) => void;
  back: () => void;
  send: () => void;
  erase: () => void;
  copyText: () => void;
  printText: () => void;
  copyCode: () => void;
  printCode: () => void;
  another: () => void;
}

const stepName = ['write', 'check', 'sent'] as const;

/** "Étape 2 sur 3 : vérifier" and the heading that takes focus after a step. */
export const top = ({ say, uid, level }: Place, step: 1 | 2 | 3, title: string): TemplateResult => html`
  <header>
    <p class="pv-second">${say('step', { step, steps: 3, name: say(stepName[step - 1] as 'write') })}</p>
    ${heading(level, title, { id: `${uid}top`, title: true, target: true })}
  </header>`;

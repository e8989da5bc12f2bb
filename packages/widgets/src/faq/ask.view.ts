import { html, nothing, type TemplateResult } from 'lit';
import type { AskReceipt, Issue } from '@parvis/contract';
import { button, codePanel, describedBy, errorSummary, field, heading, notice, type FieldParts } from '../shared/views.ts';
import { mistakeOf, type AskDraft, type AskField } from './faq.model.ts';
import type { FaqSay } from './faq.view.ts';

export interface AskModel {
  /** Whether questions may be asked now. */
  asking: boolean;
  open: boolean;
  draft: AskDraft;
  /** A draft of an earlier visit was given back. */
  givenBack: boolean;
  issues: readonly Issue[];
  /** Why the last try to send failed; empty when it did not. */
  trouble: string;
  receipt: AskReceipt | undefined;
  uid: string;
  level: number;
  say: FaqSay;
}

export interface AskHandlers {
  open: () => void;
  cancel: () => void;
  change: (draft: Partial<AskDraft>) => void;
  send: () => void;
  copy: () => void;
  print: () => void;
  again: () => void;
}

/** Asking a question: closed, being written, or arrived. */
export function askView(m: AskModel, on: AskHandlers): TemplateResult {
  const { say, uid, level } = m;
  if (!m.asking) return html`<p class="pv-ask pv-second">${say('askClosed')}</p>`;
  if (m.receipt) {
    return html`<div class="pv-ask">${notice('ok', heading(level + 1, say('doneTitle'), { target: true, id: `${uid}done` }),
      html`<p>${say('doneText')}</p>${codePanel(m.receipt.trackingCode, say('code'), on.copy, on.print, say)}`, button(say('another'), on.again))}</div>`;
  }
  return html`<section class="pv-ask pv-form">
    ${heading(level + 1, say('askTitle'), { id: `${uid}ask`, target: true })}
    ${m.open ? form(m, on) : html`<div class="pv-actions">${button(say('askOpen'), on.open, true)}</div>`}
  </section>`;
}

function form(m: AskModel, on: AskHandlers): TemplateResult {
  const { say, uid, draft } = m;
  const mistakes = m.issues.map(mistakeOf).map(({ field, key, n }) => ({ field, target: uid + field, text: say(key, { n }) }));
  const parts = (name: AskField, label: unknown, hint?: unknown): FieldParts => ({
    id: uid + name, label, hint, error: mistakes.find((x) => x.field === name)?.text,
  });
  const question = parts('question', say('question'), say('questionHint'));
  const email = parts('email', html`${say('email')} ${say('optional')}`, say('emailHint'));
  const consent = parts('consent', '');
  return html`
    ${errorSummary(`${uid}mistakes`, m.level + 2, mistakes, say)}
    ${m.trouble ? html`<div role="alert">${notice('warn', nothing, m.trouble)}</div>` : nothing}
    ${m.givenBack ? notice('info', nothing, say('draftBack')) : nothing}
    <form class="pv-form" novalidate @submit=${(e: Event) => { e.preventDefault(); on.send(); }}>
      ${field(question, html`<textarea id=${question.id} name="question" dir="auto" aria-invalid=${Boolean(question.error)} aria-describedby=${describedBy(question)}
        .value=${draft.question} @input=${(e: Event) => on.change({ question: (e.target as HTMLTextAreaElement).value })}></textarea>`, say)}
      ${field(email, html`<input type="email" id=${email.id} name="email" autocomplete="email" dir="ltr" aria-invalid=${Boolean(email.error)} aria-describedby=${describedBy(email)}
        .value=${draft.email} @input=${(e: Event) => on.change({ email: (e.target as HTMLInputElement).value })} />`, say)}
      ${draft.email.trim() || draft.consent
        ? html`<div class="pv-field" ?data-error=${Boolean(consent.error)}>
            ${consent.error ? html`<p class="pv-error" id="${consent.id}-error">${say('error')} ${consent.error}</p>` : nothing}
            <label class="pv-choice"><input type="checkbox" id=${consent.id} name="consent" ?checked=${draft.consent} aria-invalid=${Boolean(consent.error)} aria-describedby=${describedBy(consent)}
              @change=${(e: Event) => on.change({ consent: (e.target as HTMLInputElement).checked })} /><span>${say('consent')}</span></label>
          </div>`
        : nothing}
      <div class="pv-actions"><button class="pv-main">${say('send')}</button>${button(say('cancel'), on.cancel)}</div>
    </form>`;
}

import { html, type TemplateResult } from 'lit';
import { describedBy, field, heading, type FieldParts } from '../shared/views.ts';
import type { FeedbackSay } from './feedback.model.ts';

export interface CodeModel {
  code: string;
  /** What to do about the code; empty when nothing is wrong. */
  error: string;
  uid: string;
  level: number;
  say: FeedbackSay;
}

/** Finding one's own contribution without an account. One field: the error takes focus there, a summary would only repeat it. */
export function codeView(m: CodeModel, change: (code: string) => void, send: () => void): TemplateResult {
  const { say, uid } = m;
  const code: FieldParts = { id: `${uid}code`, label: say('code'), hint: say('codeHint'), error: m.error || undefined };
  return html`<section class="pv-part pv-form">
    ${heading(m.level + 1, say('codeTitle'))}
    <form class="pv-form" novalidate @submit=${(e: Event) => { e.preventDefault(); send(); }}>
      ${field(code, html`<input type="text" id=${code.id} name="code" class="pv-code-field" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr"
        aria-invalid=${Boolean(m.error)} aria-describedby=${describedBy(code)} .value=${m.code} @input=${(e: Event) => change((e.target as HTMLInputElement).value)} />`, say)}
      <div class="pv-actions"><button>${say('codeSend')}</button></div>
    </form>
  </section>`;
}

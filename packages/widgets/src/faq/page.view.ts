import { html, nothing } from 'lit';
import type { AskReceipt, Issue } from '@parvis/contract';
import { groupCode } from '@parvis/contract/codes';
import type { Messages } from '../shared/messages.ts';
import { postForm, submitButton, type Sending } from '../shared/page.view.ts';
import { shared } from '../shared/shared.messages.ts';
import { type Speech, speechIn } from '../shared/speech.ts';
import { describedBy, errorSummary, field, heading, notice, type FieldParts, type View } from '../shared/views.ts';
import { fr } from './faq.messages.ts';
import { checkAsk, mistakeOf, type AskDraft, type AskField } from './faq.model.ts';
import type { FaqSay } from './faq.view.ts';

/** Asking a question as pages without JavaScript show it. */

export type FaqSpeech = Speech<FaqSay>;

/** Every sentence in French; another language has the same keys. */
export const faqSentences = { ...shared, ...fr };

export const faqSpeech = (lang: string, sentences: Messages = faqSentences): FaqSpeech => speechIn(lang, sentences) as FaqSpeech;

const uid = 'question-';

export type Question = Omit<AskDraft, 'key'>;

export const issuesOf = (draft: Question): Issue[] => checkAsk({ ...draft, key: '' });

/** @param level of its heading: 1 on a page of its own */
export function askForm({ say }: FaqSpeech, level: number, sending: Sending, draft: Question = { question: '', email: '', consent: false }, issues: readonly Issue[] = [], trouble = ''): View {
  const mistakes = issues.map(mistakeOf).map(({ field, key, n }) => ({ field, target: uid + field, text: say(key, { n }) }));
  const parts = (name: AskField, label: unknown, hint?: unknown): FieldParts => ({ id: uid + name, label, hint, error: mistakes.find((x) => x.field === name)?.text });
  const question = parts('question', say('question'), say('questionHint'));
  const email = parts('email', html`${say('email')} ${say('optional')}`, say('emailHint'));
  const consent = parts('consent', '');
  const invalid = (f: FieldParts) => (f.error ? 'true' : nothing);
  return html`
    ${heading(level, say(level === 1 ? 'askOpen' : 'askTitle'), { id: `${uid}titre` })}
    ${errorSummary(`${uid}errors`, level + 1, mistakes, say)}
    ${trouble ? notice('warn', nothing, trouble) : nothing}
    ${postForm(sending, html`
      ${field(question, html`<textarea id=${question.id} name="question" dir="auto" aria-invalid=${invalid(question)} aria-describedby=${describedBy(question)}></textarea>`, say)}
      ${field(email, html`<input type="email" id=${email.id} name="email" autocomplete="email" dir="ltr" value=${draft.email || nothing} aria-invalid=${invalid(email)} aria-describedby=${describedBy(email)}>`, say)}
      <div class="pv-field" ?data-error=${Boolean(consent.error)}>
        ${consent.error ? html`<p class="pv-error" id="${consent.id}-error">${say('error')} ${consent.error}</p>` : nothing}
        <label class="pv-choice"><input type="checkbox" id=${consent.id} name="consent" ?checked=${draft.consent} aria-invalid=${invalid(consent)} aria-describedby=${describedBy(consent)}><span>${say('consent')}</span></label>
      </div>
      <div class="pv-actions">${submitButton('ask', say('send'), true)}</div>`)}`;
}

export const askedPage = ({ say }: FaqSpeech, { trackingCode }: AskReceipt): View => notice('ok', heading(1, say('doneTitle')), html`<p>${say('doneText')}</p>
  <p>${say('code')} <strong class="pv-code" dir="ltr" translate="no">${groupCode(trackingCode)}</strong></p>`);

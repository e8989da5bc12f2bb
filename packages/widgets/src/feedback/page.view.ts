import { html, nothing } from 'lit';
import type { Issue } from '@parvis/contract';
import type { Messages } from '../shared/messages.ts';
import { postForm, submitButton, type Sending } from '../shared/page.view.ts';
import { shared } from '../shared/shared.messages.ts';
import { type Speech, speechIn } from '../shared/speech.ts';
import { describedBy, errorSummary, field, heading, notice, type FieldParts, type View } from '../shared/views.ts';
import { fr } from './feedback.messages.ts';
import { checkFollow, type FeedbackSay, type FollowDraft } from './feedback.model.ts';

export { stepWords, weight } from './feedback.model.ts';

/** Finding one's own contribution, and asking for news of one, as pages without JavaScript show it. */

export type FeedbackSpeech = Speech<FeedbackSay>;

/** Every sentence in French; another language has the same keys. */
export const feedbackSentences = { ...shared, ...fr };

export const feedbackSpeech = (lang: string, sentences: Messages = feedbackSentences): FeedbackSpeech => speechIn(lang, sentences) as FeedbackSpeech;

const uid = 'suivi-';

export type { FollowDraft };
export const issuesOf = (draft: FollowDraft): Issue[] => checkFollow(draft);

/** @param level of its heading: 1 on a page of its own */
export function codeForm({ say }: FeedbackSpeech, level: number, action: string, typed = '', error?: string): View {
  const code: FieldParts = { id: `${uid}code`, label: say('code'), hint: say('codeHint'), error };
  return html`
    ${heading(level, say('codeTitle'))}
    ${errorSummary(`${uid}errors`, level + 1, error ? [{ target: code.id, text: error }] : [], say)}
    <form class="pv-form" method="post" action=${action} novalidate>
      ${field(code, html`<input type="text" id=${code.id} name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="ltr" value=${typed || nothing}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(code)}>`, say)}
      <div class="pv-actions">${submitButton('find', say('codeSend'))}</div>
    </form>`;
}

export function followForm({ say }: FeedbackSpeech, level: number, sending: Sending, draft: FollowDraft = { email: '', consent: false }, issues: readonly Issue[] = [], trouble = ''): View {
  const wrong = (part: string) => issues.some((i) => i.pointer === `/contact/${part}`);
  const email: FieldParts = { id: `${uid}email`, label: say('email'), hint: say('emailHint'), error: wrong('email') ? say('emailWrong') : undefined };
  const consent: FieldParts = { id: `${uid}consent`, label: '', error: wrong('consent') ? say('consentMissing') : undefined };
  const mistakes = [email, consent].flatMap((f) => (f.error ? [{ target: f.id, text: f.error }] : []));
  return html`
    ${heading(level, say('followTitle'))}
    ${errorSummary(`${uid}errors`, level + 1, mistakes, say)}
    ${trouble ? notice('warn', nothing, trouble) : nothing}
    ${postForm(sending, html`
      ${field(email, html`<input type="email" id=${email.id} name="email" autocomplete="email" dir="ltr" value=${draft.email || nothing} aria-invalid=${email.error ? 'true' : nothing} aria-describedby=${describedBy(email)}>`, say)}
      <div class="pv-field" ?data-error=${Boolean(consent.error)}>
        ${consent.error ? html`<p class="pv-error" id="${consent.id}-error">${say('error')} ${consent.error}</p>` : nothing}
        <label class="pv-choice"><input type="checkbox" id=${consent.id} name="consent" ?checked=${draft.consent} aria-invalid=${consent.error ? 'true' : nothing} aria-describedby=${describedBy(consent)}><span>${say('consent')}</span></label>
      </div>
      <div class="pv-actions">${submitButton('follow', say('follow'), true)}</div>`)}`;
}

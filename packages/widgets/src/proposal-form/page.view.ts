import { html, nothing } from 'lit';
import type { Consultation, Issue, ProposalForm, ProposalReceipt } from '@parvis/contract';
import { groupCode } from '@parvis/contract/codes';
import { date, type Messages, type Say, sayIn } from '../shared/messages.ts';
import { shared } from '../shared/shared.messages.ts';
import { type Speech, speechIn } from '../shared/speech.ts';
import { postForm, submitButton, unseenState, type Sending } from '../shared/page.view.ts';
import { heading, notice, type View } from '../shared/views.ts';
import { top, type Handlers, type Place } from './parts.view.ts';
import { fr as plainFr } from './plain.messages.ts';
import { fr } from './proposal-form.messages.ts';
import { blank, type Answers, type FormSay, type Model } from './proposal-form.model.ts';
import { answersView, formView } from './proposal-form.view.ts';

export { toDraft, type Answers } from './proposal-form.model.ts';

/** The proposal form as pages without JavaScript show it: the widget's own parts, in forms that a browser sends by itself. */

const nobody: Handlers = { input() {}, check() {}, back() {}, send() {}, erase() {}, copyText() {}, printText() {}, copyCode() {}, printCode() {}, another() {} };

/** `plain`: what only these pages say. */
export interface FormSpeech extends Speech<FormSay> {
  plain: Say<keyof typeof plainFr>;
}

/** Every sentence in French; another language has the same keys in both. */
export const formSentences = { widget: { ...shared, ...fr }, plain: plainFr };

export const formSpeech = (lang: string, { widget, plain }: { widget: Messages; plain: Messages } = formSentences): FormSpeech =>
  ({ ...speechIn(lang, widget) as Speech<FormSay>, plain: sayIn(plain, lang) });

const placeOf = ({ say, lang }: FormSpeech): Place => ({ say, uid: 'idee-', level: 1, lang });

export type Open = Consultation & { proposalForm: ProposalForm };

const modelOf = (consultation: Open, answers: Answers = blank, issues: readonly Issue[] = [], trouble = ''): Model =>
  ({ consultation, form: consultation.proposalForm, answers, issues, trouble, step: 'write', restored: false, unstored: false, receipt: undefined });

/** What a posted form says. */
export function readAnswers(posted: (name: string) => string): Answers {
  const text = (name: keyof Answers): string => posted(name);
  return { title: text('title'), text: text('text'), category: text('category'), place: text('place'), email: text('email'), profile: text('profile'), consent: posted('consent') !== '' };
}

/** A count that stands still while one writes would soon be wrong: the limit is said before, and what is over it afterwards. */
const sayOnPage = ({ say, plain }: FormSpeech, untouched: boolean): FormSay => (key, holes = {}) => (key !== 'charactersLeft' ? say(key, holes) : untouched ? plain('most', holes) : '');

/** To write; or why nothing can be written now. The page fills in the text itself. */
export const writePage = (speech: FormSpeech, consultation: Open, sending: Sending, answers?: Answers, issues?: readonly Issue[]): View =>
  formView(modelOf(consultation, answers, issues), nobody, { ...placeOf(speech), say: sayOnPage(speech, !answers), unseen: unseenState(sending) });

/** To read once more, and to send. `trouble`: why sending failed. */
export function reviewPage(speech: FormSpeech, consultation: Open, answers: Answers, sending: Sending, trouble = ''): View {
  const m = modelOf(consultation, answers);
  const place = placeOf(speech);
  const { say } = place;
  return html`
    ${top(place, 2, say('reviewTitle'))}
    ${trouble ? notice('warn', heading(2, say('notSentTitle')), trouble) : nothing}
    ${answersView(m, place)}
    <p>${say(m.form.moderation === 'before' ? 'pending' : 'reviewPublished')}</p>
    ${postForm(sending, html`<div class="pv-actions">${submitButton('send', say('send'), true)} ${submitButton('change', say('back'))}</div>`)}`;
}

/** It closed before it was sent: what was written can still be read and copied. */
export const tooLatePage = (speech: FormSpeech, consultation: Open, answers: Answers): View => html`
  ${formView(modelOf({ ...consultation, proposalForm: { ...consultation.proposalForm, status: 'closed' } }), nobody, placeOf(speech))}
  <p>${speech.say('closedKept')}</p>
  ${answersView(modelOf(consultation, answers), placeOf(speech))}`;

/** It has arrived. */
export const sentPage = (speech: FormSpeech, title: string, { trackingCode, receivedAt, status }: ProposalReceipt): View => {
  const { say, lang } = speech;
  return html`
  ${top(placeOf(speech), 3, say('doneTitle'))}
  ${notice('ok', nothing, html`
    <p><strong dir="auto">${title}</strong><br>${say('received', { date: date(receivedAt, lang) })}</p>
    <p>${say('code')} <strong class="pv-code" dir="ltr" translate="no">${groupCode(trackingCode)}</strong></p>
    <p>${say('codeWhy')}</p>
    <p>${say(status === 'pending' ? 'pending' : 'published')}</p>`)}`;
};

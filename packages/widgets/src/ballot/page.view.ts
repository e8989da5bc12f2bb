import { html, nothing } from 'lit';
import type { Ballot, BallotOption, Choice, Issue, Receipt } from '@parvis/contract';
import { picksOne } from '@parvis/contract/selection-rules';
import { date, type Messages, sayIn } from '../shared/messages.ts';
import { shared } from '../shared/shared.messages.ts';
import { type Speech, speechIn } from '../shared/speech.ts';
import { postForm, submitButton, type Sending } from '../shared/page.view.ts';
import { describedBy, errorSummary, field, group, heading, notice, type FieldParts, type View } from '../shared/views.ts';
import { codeSentence, unitSentence } from './access/code.words.ts';
import { fr as allFr } from './all.messages.ts';
import { folds, idsIn, start, type Making, type Message, type State } from './ballot.model.ts';
import { receiptCode, receiptLines, sentences } from './ballot.words.ts';
import { changes } from './changes.ts';
import type { BallotSay, Model } from './methods/kind.ts';
import { standView } from './outcome.view.ts';
import { messageView, optionWords, otherWay, own, stepWords, textView, topView } from './parts.view.ts';
import { kindOnPage } from './plain/kinds.ts';
import { fr as plainFr, type PlainSay } from './plain/plain.messages.ts';
import { uid } from './plain/posted.ts';

export { chosenBefore, readMaking, type Posted } from './plain/posted.ts';
export { refusalOf } from './access/code.words.ts';
export type { Making, Message } from './ballot.model.ts';

/** A ballot as pages without JavaScript show it: the widget's own parts, in forms that a browser sends by itself. */

/** `plain`: what only these pages say. */
export interface BallotSpeech extends Speech<BallotSay> {
  plain: PlainSay;
}

/** Every sentence in French; another language has the same keys in both. */
export const ballotSentences = { widget: { ...shared, ...allFr }, plain: plainFr };

export const ballotSpeech = (lang: string, { widget, plain }: { widget: Messages; plain: Messages } = ballotSentences): BallotSpeech =>
  ({ ...speechIn(lang, widget) as Speech<BallotSay>, plain: sayIn(plain, lang) });

const modelOf = (speech: BallotSpeech, ballot: Ballot, state: Partial<State> = {}): Model =>
  ({ ...start, ...state, ballot, kind: kindOnPage(ballot, speech.plain), uid, say: speech.say, lang: speech.lang, level: 1, folded: folds(ballot) });

/** Rules and limits say nothing. */
const silent = ballotSpeech('fr');

export const nothingMade: Making = { chosen: [], values: new Map() };

/** Why a vote cannot be cast yet. Empty: it can. */
export function issuesOf(ballot: Ballot, making: Making): Issue[] {
  const m = modelOf(silent, ballot, making);
  return m.kind.issues(m);
}

export function choiceOf(ballot: Ballot, making: Making): Choice {
  const m = modelOf(silent, ballot, making);
  return m.kind.choice(m);
}

/** The options that a choice names, also those that can no longer be chosen. */
export const namedBy = ({ options }: Ballot, choice: Choice): BallotOption[] => idsIn(choice).flatMap((id) => options.filter((o) => o.id === id));

/** The vote in the making that a choice was made of, for those who want to change it. */
export function makingOf(ballot: Ballot, choice: Choice): Making {
  const chosen = namedBy(ballot, choice).filter((o) => !o.withdrawn);
  if ('options' in choice) return { chosen, values: ballot.method === 'ranking' ? new Map(chosen.map(({ id }, i) => [id, String(i + 1)])) : new Map() };
  const values = 'values' in choice ? choice.values : {};
  return { chosen, values: new Map(chosen.map(({ id }) => [id, ballot.grades ? (ballot.grades[values[id] ?? 0]?.id ?? '') : String(values[id])])) };
}

/** What a changed ballot means for somebody who had chosen these options. */
export const changedMessage = (speech: BallotSpeech, ballot: Ballot, before: readonly BallotOption[]): Message => ['info', speech.say('changed'), ...changes(modelOf(speech, ballot), before)];

/** To choose. */
export function choosePage(speech: BallotSpeech, ballot: Ballot, sending: Sending, state: Partial<State> = {}): View {
  const m = modelOf(speech, ballot, state);
  const { kind, say } = m;
  const mistakes = m.issues.map((issue) => ({ target: `${uid}o${kind.culprit(m, issue)}`, text: kind.mistake(m, issue), own: /values/.test(issue.pointer) }));
  const error = mistakes.find((mistake) => !mistake.own)?.text;
  return html`
    ${topView(m, stepWords(m, 1), own(m, ballot.title), html`${textView(m)}
      ${ballot.closesAt ? html`<p>${say('until', { date: date(ballot.closesAt, m.lang) })}</p>` : nothing}
      <p class="pv-second">${ballot.eligibility === 'open' ? say('open') : sentences(unitSentence(m), say('codeNeeded'))}</p>`)}
    ${messageView(m)} ${errorSummary(`${uid}errors`, m.level + 1, mistakes, say)}
    ${postForm(sending, html`
      ${group({ id: `${uid}choices`, label: say('legend'), hint: kind.howTo(m), error }, kind.view(m, () => undefined), say)}
      <div class="pv-actions">
        ${submitButton('review', say('review'), true)}
        ${ballot.blank ? submitButton('blank', say('blank')) : nothing}
        ${m.chosen[0] ?? m.values.size ? submitButton('clear', picksOne(ballot) ? say('clear') : speech.plain('clear')) : nothing}
      </div>`)}
    ${otherWay(m)}`;
}

/** A code as it was typed, and what is wrong with it: a slip or a refusal. */
export interface AskedCode {
  typed: string;
  wrong?: string | undefined;
}

/** To check what was chosen, and to vote. */
export function reviewPage(speech: BallotSpeech, ballot: Ballot, choice: Choice, sending: Sending, { message, code }: { message?: Message | undefined; code?: AskedCode | undefined } = {}): View {
  const m = modelOf(speech, ballot, { message, step: 'review' });
  const { say } = m;
  const error = code?.wrong && codeSentence(say, { pointer: '', code: code.wrong }, code.typed);
  const parts: FieldParts = { id: `${uid}code`, label: say('codeLabel'), hint: say('codeHint'), error };
  return html`
    ${topView(m, stepWords(m, 2), say('review'), html`<p>${own(m, ballot.title)}</p>`)}
    ${messageView(m)}
    ${errorSummary(`${uid}errors`, m.level + 1, error ? [{ target: parts.id, text: error }] : [], say)}
    <div class="pv-stack">
      <ul class="pv-chosen">${namedBy(ballot, choice).map((o, i) => html`<li>${optionWords(m, { ...o, text: undefined }, `${uid}c${i}`, m.kind.note(m, choice, o.id))}</li>`)}</ul>
      <p class="pv-total"><strong>${'blank' in choice ? say('blankText') : m.kind.total(m, choice)}</strong></p>
      <p>${say('final')}</p>
    </div>
    ${postForm(sending, html`
      ${ballot.eligibility === 'code' ? field(parts, html`<input type="text" id=${parts.id} name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" translate="no" dir="ltr" value=${code?.typed || nothing}
        aria-describedby=${describedBy(parts)} aria-invalid=${error ? 'true' : nothing}>`, say) : nothing}
      <div class="pv-actions">${submitButton('cast', say('cast'), true)} ${submitButton('change', say('change'))}</div>`)}
    ${message ?? error ? otherWay(m) : nothing}`;
}

/** A ballot that cannot be filled in now, or a vote that was not taken in: why, what the ballot holds, and how to vote otherwise. */
export function standPage(speech: BallotSpeech, ballot: Ballot, message: Message = statusMessage(speech, ballot)): View {
  return standView(modelOf(speech, ballot, { message }));
}

const statusMessage = ({ say, lang }: BallotSpeech, { status, opensAt, closesAt }: Ballot): Message => (status === 'closed'
  ? ['info', say('closed'), closesAt && say('until', { date: date(closesAt, lang) })]
  : ['info', say('upcoming'), opensAt && say('from', { date: date(opensAt, lang) })]);

/** Why a vote was too late. */
export const lateMessage = ({ say, plain }: BallotSpeech): Message => ['info', say('closed'), plain('late')];

/** After voting. Absent: the receipt is not shown any more. */
export function receiptPage(speech: BallotSpeech, ballot: Ballot, done: Receipt | undefined): View {
  const m = modelOf(speech, ballot, { done });
  const { say } = m;
  const title = receiptTitle(speech, done);
  return html`<div class="pv-receipt">${notice(done && !done.test ? 'ok' : 'info', heading(1, title, { title: true }), html`
    ${done?.test ? html`<p>${say('codeTestText')}</p>` : done ? html`
      ${receiptLines(m).map((line) => html`<p>${line}</p>`)}
      <p>${say('receipt')} <strong class="pv-code" dir="ltr" translate="no">${receiptCode(m)}</strong></p>
      <p>${speech.plain('keep')}</p>` : html`<p>${speech.plain('goneText')}</p>`}`)}</div>`;
}

/** The heading of that page. */
export const receiptTitle = ({ say, plain }: BallotSpeech, done: Receipt | undefined): string => (done?.test ? say('codeTest') : done ? say('received') : plain('gone'));

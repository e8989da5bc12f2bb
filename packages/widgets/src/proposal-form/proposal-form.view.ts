import { html, nothing, type TemplateResult } from 'lit';
import { date } from '../shared/messages.ts';
import { button, codePanel, heading, notice, paragraphs, type View } from '../shared/views.ts';
import { top, type Handlers, type Place } from './parts.view.ts';
import { isBlank, summary, type Model } from './proposal-form.model.ts';
import { writeView } from './write.view.ts';

/** The whole form, wherever it stands. */
export function formView(m: Model, on: Handlers, at: Place): View {
  if (m.receipt) return doneView(m, on, at);
  if (m.form.status !== 'open') return shutView(m, on, at);
  return m.step === 'write' ? writeView(m, on, at) : reviewView(m, on, at);
}

/** What was written, as it will be read. */
export const answersView = (m: Model, { say }: Place): TemplateResult =>
  html`<dl class="pv-answers">${summary(m, say).map(([label, answer]) => html`<div><dt class="pv-label" dir="auto">${label}</dt><dd>${paragraphs(answer)}</dd></div>`)}</dl>`;

function reviewView(m: Model, on: Handlers, at: Place): TemplateResult {
  const { say, uid, level } = at;
  return html`
    ${top(at, 2, say('reviewTitle'))}
    ${answersView(m, at)}
    <p>${say(m.form.moderation === 'before' ? 'pending' : 'reviewPublished')}</p>
    ${m.trouble ? notice('warn', heading(level + 1, say('notSentTitle'), { id: `${uid}trouble`, target: true }), m.trouble) : nothing}
    <div class="pv-actions">${button(say('send'), on.send, true)} ${button(say('back'), on.back)}</div>`;
}

function doneView(m: Model, on: Handlers, at: Place): TemplateResult {
  const { say, lang } = at;
  const { trackingCode = '', receivedAt = '', status } = m.receipt ?? {};
  return html`
    ${top(at, 3, say('doneTitle'))}
    ${notice('ok', nothing, html`
      <p><strong dir="auto">${m.answers.title}</strong><br>${say('received', { date: date(receivedAt, lang) })}</p>
      ${codePanel(trackingCode, say('code'), on.copyCode, on.printCode, say)}
      <p>${say('codeWhy')}</p>
      <p>${say(status === 'pending' ? 'pending' : 'published')}</p>`)}
    <div class="pv-actions">${button(say('another'), on.another)}</div>`;
}

/** Not open yet, or not any more. What was written before can still be read, copied and printed. */
function shutView(m: Model, on: Handlers, at: Place): TemplateResult {
  const { say, uid, level } = at;
  const { consultation, form: { status, opensAt, closesAt } } = m;
  const upcoming = status === 'upcoming';
  const day = upcoming ? opensAt : closesAt;
  // Closed before its time: the day announced says nothing.
  const known = day && (upcoming || Date.parse(day) <= Date.now());
  return html`
    ${heading(level, say('title'), { title: true })}
    <p dir="auto">${consultation.summary ?? consultation.title}</p>
    ${notice('info', heading(level + 1, say(upcoming ? 'upcomingTitle' : 'closedTitle'), { id: `${uid}shut`, target: true }),
      html`${known ? html`<p>${say(upcoming ? 'upcomingText' : 'closedSince', { date: date(day, at.lang) })}</p>` : nothing}${consultation.offline ? paragraphs(consultation.offline) : nothing}`)}
    ${isBlank(m.answers) ? nothing : html`
      <p>${say('closedKept')}</p>
      ${answersView(m, at)}
      <div class="pv-actions">${button(say('copyText'), on.copyText)} ${button(say('print'), on.printText)}</div>`}`;
}

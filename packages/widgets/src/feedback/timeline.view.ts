import { html, nothing, type TemplateResult } from 'lit';
import type { Document, Issue, Step, Timeline } from '@parvis/contract';
import { button, describedBy, errorSummary, field, heading, notice, paragraphs, type FieldParts } from '../shared/views.ts';
import { stepWords, weight, type FeedbackSay, type FollowDraft } from './feedback.model.ts';
import { facts, saidAndDid } from './list.view.ts';

export interface TimelineModel {
  timeline: Timeline;
  /** What this device said of the answer; undefined: nothing. */
  useful: boolean | undefined;
  follow: FollowDraft;
  /** Whether news go to this device's person. */
  followed: boolean;
  issues: readonly Issue[];
  /** Why the last try failed; empty when it did not. */
  trouble: string;
  uid: string;
  level: number;
  lang: string;
  say: FeedbackSay;
}

export interface TimelineHandlers {
  /** Absent: there is no list to go back to. */
  back?: () => void;
  /** Absent: the backend takes no opinions in. */
  rate: ((useful: boolean) => void) | undefined;
  changeFollow: (part: Partial<FollowDraft>) => void;
  follow: (follow: boolean) => void;
}

/** What became of one contribution: dated steps, official words, documents. */
export function timelineView(m: TimelineModel, on: TimelineHandlers): TemplateResult {
  const { timeline, say, level, uid, lang } = m;
  const { rate } = on;
  return html`
    ${on.back ? html`<div class="pv-actions">${button(say('toList'), on.back)}</div>` : nothing}
    <div class="pv-stack">
      ${heading(level, html`<span dir="auto">${timeline.title}</span>`, { title: true, target: true, id: `${uid}timeline` })}
      ${facts(timeline, say, lang)}
    </div>
    ${timeline.said || timeline.did ? saidAndDid(timeline, say) : nothing}
    <section class="pv-stack">
      ${heading(level + 1, say('steps'))}
      ${timeline.steps.length === 0 ? html`<p>${say('noSteps')}</p>` : html`<ol class="pv-steps">${timeline.steps.map((s) => step(s, m))}</ol>`}
    </section>
    ${rate && timeline.did ? html`<div class="pv-useful" role="group" aria-labelledby="${uid}useful">
      <span id="${uid}useful">${say('useful')}</span>
      ${[true, false].map((yes) => html`<button type="button" aria-pressed=${String(m.useful === yes)} @click=${() => rate(yes)}>${say(yes ? 'yes' : 'no')}</button>`)}
    </div>` : nothing}
    ${timeline.following ? followView(m, on) : nothing}`;
}

const step = (s: Step, { say, lang, level }: TimelineModel) => html`<li data-state=${s.state} ?data-late=${s.late} aria-current=${s.state === 'now' ? 'step' : nothing}>
  <div>
    ${heading(level + 2, html`<span dir="auto">${s.title}</span>`)}
    <p class=${s.late ? 'pv-late' : 'pv-second'}>${stepWords(s, say, lang)}</p>
    ${s.text ? paragraphs(s.text) : nothing}
    ${s.documents?.length ? html`<ul aria-label=${say('documents')}>${s.documents.map((d) => html`<li>${file(d, say, lang)}</li>`)}</ul>` : nothing}
  </div>
</li>`;

function file(d: Document, say: FeedbackSay, lang: string): TemplateResult {
  const words = d.bytes === undefined ? say('documentPlain', { title: d.title, format: d.format }) : say('document', { title: d.title, format: d.format, size: weight(d.bytes, lang) });
  return html`<a class="pv-file" href=${d.href} hreflang=${d.lang ?? nothing}>${words}</a>`;
}

function followView(m: TimelineModel, on: TimelineHandlers): TemplateResult {
  const { say, uid, level } = m;
  const title = heading(level + 1, say('followTitle'), { id: `${uid}follow`, target: true });
  if (m.followed) {
    return html`<section class="pv-part pv-stack">${title}<p>${say('followed', { email: m.follow.email })}</p>
      ${m.trouble ? html`<div role="alert">${notice('warn', nothing, m.trouble)}</div>` : nothing}
      <div class="pv-actions">${button(say('unfollow'), () => on.follow(false))}</div></section>`;
  }
  const wrong = (part: string) => m.issues.some((i) => i.pointer === `/contact/${part}`);
  const email: FieldParts = { id: `${uid}email`, label: say('email'), hint: say('emailHint'), error: wrong('email') ? say('emailWrong') : undefined };
  const consent: FieldParts = { id: `${uid}consent`, label: '', error: wrong('consent') ? say('consentMissing') : undefined };
  const mistakes = [email, consent].flatMap((f) => (f.error ? [{ target: f.id, text: f.error }] : []));
  return html`<section class="pv-part pv-form">${title}
    ${errorSummary(`${uid}mistakes`, level + 2, mistakes, say)}
    ${m.trouble ? html`<div role="alert">${notice('warn', nothing, m.trouble)}</div>` : nothing}
    <form class="pv-form" novalidate @submit=${(e: Event) => { e.preventDefault(); on.follow(true); }}>
      ${field(email, html`<input type="email" id=${email.id} name="email" autocomplete="email" dir="ltr" aria-invalid=${Boolean(email.error)} aria-describedby=${describedBy(email)}
        .value=${m.follow.email} @input=${(e: Event) => on.changeFollow({ email: (e.target as HTMLInputElement).value })} />`, say)}
      <div class="pv-field" ?data-error=${Boolean(consent.error)}>
        ${consent.error ? html`<p class="pv-error" id="${consent.id}-error">${say('error')} ${consent.error}</p>` : nothing}
        <label class="pv-choice"><input type="checkbox" id=${consent.id} name="consent" ?checked=${m.follow.consent} aria-invalid=${Boolean(consent.error)} aria-describedby=${describedBy(consent)}
          @change=${(e: Event) => on.changeFollow({ consent: (e.target as HTMLInputElement).checked })} /><span>${say('consent')}</span></label>
      </div>
      <div class="pv-actions"><button class="pv-main">${say('follow')}</button></div>
    </form>
  </section>`;
}

import { html, nothing } from 'lit';
import { picksOne } from '@parvis/contract/selection-rules';
import { date } from '../shared/messages.ts';
import { button, errorSummary, group, type View } from '../shared/views.ts';
import type { Make, Model } from './methods/kind.ts';
import { messageView, otherWay, own, stepWords, textView, topView } from './parts.view.ts';

export interface ChooseHandlers {
  make: Make;
  go(step: 'review' | 'blank'): void;
}

export function chooseView(m: Model, on: ChooseHandlers): View {
  const { ballot, kind, uid, say } = m;
  const mistakes = m.issues.map((issue) => ({ target: `${uid}o${kind.culprit(m, issue)}`, text: kind.mistake(m, issue), own: /values/.test(issue.pointer) }));
  // What is over a limit, or wrong with one value, is said beside it already.
  const error = kind.over(m) ? undefined : mistakes.find((mistake) => !mistake.own)?.text;
  return html`
    ${topView(m, stepWords(m, 1), own(m, ballot.title), html`${textView(m)}
      ${ballot.closesAt ? html`<p>${say('until', { date: date(ballot.closesAt, m.lang) })}</p>` : nothing}
      <p class="pv-second">${kind.lead?.(m) ?? say('open')}</p>`)}
    ${messageView(m)} ${errorSummary(`${uid}errors`, m.level + 1, mistakes, say)}
    ${group({ id: `${uid}choices`, label: say('legend'), hint: kind.howTo(m), error }, html`${leftView(m)} ${kind.view(m, on.make)}`, say)}
    <div class="pv-actions">
      ${button(say('review'), () => on.go('review'), true)}
      ${ballot.blank ? button(say('blank'), () => on.go('blank')) : nothing}
      ${picksOne(ballot) && m.chosen[0] ? button(say('clear'), () => on.make({ chosen: [] }, '', 'choices')) : nothing}
    </div>
    ${m.loose ? html`<p>${say('notKept')}</p>` : nothing}
    ${otherWay(m)}`;
}

/** Votes, money or points left: the sentence is the truth, the bar its picture, hidden from screen readers. Stays near the choices. */
function leftView(m: Model): View {
  const standing = m.kind.standing(m);
  const [used, limit] = m.kind.meter(m) ?? [];
  return standing ? html`<div class="pv-left" ?data-over=${m.kind.over(m)}>
    <p>${standing}</p>
    ${limit === undefined ? nothing : html`<progress max=${limit || 1} value=${used} aria-hidden="true"></progress>`}
  </div>` : nothing;
}

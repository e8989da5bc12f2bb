import { html, nothing } from 'lit';
import type { BallotOption } from '@parvis/contract';
import { picksOne } from '@parvis/contract/selection-rules';
import { date } from '../shared/messages.ts';
import { button, errorSummary, group, heading, paragraphs, type View } from '../shared/views.ts';
import { beyond, ceilingOf, costOf } from './ballot.model.ts';
import { amount, howTo, mistake, standing, type Model } from './ballot.words.ts';

export interface ChooseHandlers {
  choose(option: BallotOption): void;
  clear(): void;
  go(step: 'review' | 'blank'): void;
}

/** The ballot's own words carry their own direction and language (RGAA 8.7). */
export const own = ({ ballot }: Model, words: string | undefined, className: string | typeof nothing = nothing): View =>
  words ? html`<span class=${className} dir="auto" lang=${ballot.lang}>${words}</span>` : nothing;

/** Step, heading and words of a screen. */
export const topView = (m: Model, step: View, title: View, words: View): View => html`
  <div class="pv-stack">
    ${step ? html`<p class="pv-second">${step}</p>` : nothing}
    ${heading(m.level, title, { id: `${m.uid}title`, title: true, target: true })}
    ${words}
  </div>`;

export const stepWords = ({ say }: Model, step: number): string => say('step', { step, steps: 2, name: say(step === 1 ? 'stepChoose' : 'stepReview') });

export const textView = ({ ballot }: Model): View =>
  ballot.text ? html`<div class="pv-stack" lang=${ballot.lang}>${paragraphs(ballot.text)}</div>` : nothing;

export function messageView({ message, uid, level }: Model): View {
  if (!message) return nothing;
  const [kind, title, ...lines] = message;
  return html`<div class="pv-notice" data-kind=${kind} id="${uid}message" tabindex="-1">
    <div class="pv-stack" role=${kind === 'info' ? nothing : 'alert'}>
      ${heading(level + 1, title)} ${lines.map((line) => (line ? html`<p>${line}</p>` : nothing))}
    </div>
  </div>`;
}

/** How to vote without this page. */
export const otherWay = ({ ballot, say, level }: Model): View =>
  ballot.offline ? html`<div class="pv-stack">${heading(level + 1, say('otherWay'))} ${paragraphs(ballot.offline)}</div>` : nothing;

export function chooseView(m: Model, on: ChooseHandlers): View {
  const { ballot, chosen, uid, say } = m;
  const over = beyond(ballot, chosen);
  // The first choice that does not fit, else the first of all.
  const target = `${uid}o${ballot.options.findIndex((o) => (over[0] ? o === over[0] : !o.withdrawn))}`;
  const mistakes = m.issues.map((issue) => ({ target, text: mistake(m, issue) }));
  // What is over a limit is said beside the choices already.
  const error = over[0] ? undefined : mistakes[0]?.text;
  return html`
    ${topView(m, stepWords(m, 1), own(m, ballot.title), html`${textView(m)}
      ${ballot.closesAt ? html`<p>${say('until', { date: date(ballot.closesAt, m.lang) })}</p>` : nothing}
      <p class="pv-second">${say('open')}</p>`)}
    ${messageView(m)} ${errorSummary(`${uid}errors`, m.level + 1, mistakes, say)}
    ${group({ id: `${uid}choices`, label: say('legend'), hint: howTo(m), error }, html`${leftView(m, Boolean(over[0]))}
      <ul class="pv-options">${ballot.options.map((option, i) => choiceView(m, option, `${uid}o${i}`, over.includes(option), on))}</ul>`, say)}
    <div class="pv-actions">
      ${button(say('review'), () => on.go('review'), true)}
      ${ballot.blank ? button(say('blank'), () => on.go('blank')) : nothing}
      ${picksOne(ballot) && chosen[0] ? button(say('clear'), on.clear) : nothing}
    </div>
    ${m.loose ? html`<p>${say('notKept')}</p>` : nothing}
    ${otherWay(m)}`;
}

/** Votes or money left: the sentence is the truth, the bar its picture, hidden from screen readers. Stays near the choices. */
function leftView(m: Model, over: boolean): View {
  if (picksOne(m.ballot)) return nothing;
  const ceiling = ceilingOf(m.ballot);
  const used = ceiling === undefined ? m.chosen.length : costOf(m.chosen);
  const limit = ceiling ?? m.ballot.max;
  return html`<div class="pv-left" ?data-over=${over}>
    <p>${standing(m)}</p>
    ${limit === undefined ? nothing : html`<progress max=${limit || 1} value=${used} aria-hidden="true"></progress>`}
  </div>`;
}

function choiceView(m: Model, option: BallotOption, id: string, over: boolean, on: ChooseHandlers): View {
  if (option.withdrawn) return html`<li class="pv-choice pv-gone">${optionWords(m, option, id)}</li>`;
  const chosen = m.chosen.includes(option);
  const flag = over ? html`<span class="pv-flag">${m.say('beyond')}</span>`
    : chosen ? html`<span class="pv-flag" aria-hidden="true">${m.say('chosen')}</span>` : nothing;
  return html`<li><label class="pv-choice" ?data-over=${over}>
    <input type=${picksOne(m.ballot) ? 'radio' : 'checkbox'} id=${id} name="${m.uid}option" value=${option.id} ?checked=${chosen}
      aria-labelledby="${id}-name" aria-describedby="${id}-more" aria-invalid=${over || nothing} @change=${() => on.choose(option)}>
    ${optionWords(m, option, id, flag)}
  </label></li>`;
}

/** Number, label, a word on how the option stands, cost; place and text under them. */
export function optionWords(m: Model, option: BallotOption, id: string, flag: unknown = option.withdrawn ? html`<span class="pv-flag">${m.say('withdrawn')}</span>` : nothing): View {
  return html`<span class="pv-words">
    <span class="pv-line" id="${id}-name">
      ${m.ballot.method === 'yes-no' ? nothing : html`<span class="pv-number pv-second">${option.number}</span>`}
      ${own(m, option.label, 'pv-name')}
      ${flag}
      ${option.cost === undefined ? nothing : html`<span class="pv-cost">${amount(m, option.cost)}</span>`}
    </span>
    <span class="pv-more pv-second" id="${id}-more">${[option.place, option.category, option.text].map((words) => own(m, words))}</span>
  </span>`;
}

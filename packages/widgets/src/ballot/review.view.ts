import { html, nothing } from 'lit';
import type { BallotOption, Choice } from '@parvis/contract';
import { costOf } from '@parvis/contract/vote-rules';
import { button, heading, notice, type View } from '../shared/views.ts';
import { moneyOf } from './ballot.words.ts';
import { langOf, optionWords, otherWay, step, type Setting } from './choose.view.ts';

export interface Reviewing extends Setting {
  choice: Choice;
  /** Options are ticked that a blank vote does not count. */
  drops: boolean;
  /** A vote was sent and its answer is not known: only sending it again is left. */
  unsure: { text: string; kept: boolean } | undefined;
  /** Why the vote was not taken. */
  trouble: string;
}

export interface ReviewHandlers {
  cast(): void;
  change(): void;
  print(): void;
}

/** The chosen options, in the order of the ballot. */
export const chosenIn = ({ ballot, choice }: Pick<Reviewing, 'ballot' | 'choice'>): BallotOption[] =>
  'options' in choice ? ballot.options.filter((o) => choice.options.includes(o.id)) : [];

/** How much was chosen: options, or money of the budget. */
export function totalOf({ ballot, choice, say, lang }: Reviewing): string {
  const cost = costOf(ballot, choice);
  if (ballot.method !== 'budget') return say('total', { n: chosenIn({ ballot, choice }).length });
  return say('totalCost', { money: moneyOf(ballot, cost, lang), all: moneyOf(ballot, ballot.ceiling ?? 0, lang) });
}

export function reviewView(r: Reviewing, on: ReviewHandlers): View {
  const { ballot, choice, say, uid, level, unsure, trouble } = r;
  const blank = 'blank' in choice;
  return html`
    <div class="pv-stack">
      ${step(2, say('stepReview'), say)}
      ${heading(level, say(unsure ? 'unsureTitle' : 'reviewTitle'), { id: `${uid}title`, title: true, target: true })}
      <p class="pv-second" dir="auto" lang=${langOf(r)}>${ballot.title}</p>
    </div>
    ${unsure ? notice('warn', html`<p><strong>${unsure.text}</strong></p>`, say(unsure.kept ? 'unsureKept' : 'unsureLoose')) : nothing}
    ${trouble ? html`<div class="pv-notice" data-kind="error" id="${uid}trouble" tabindex="-1">
      <div role="alert">${heading(level + 1, say('refusedTitle'))}<p>${trouble}</p></div></div>` : nothing}
    ${blank
      ? html`<div class="pv-notice"><p><strong>${say('blankText')}</strong></p>${r.drops ? html`<p>${say('blankDrops')}</p>` : nothing}</div>`
      : html`<div class="pv-stack"><ul class="pv-chosen" lang=${langOf(r)}>
          ${chosenIn(r).map((option, i) => html`<li>${optionWords({ ...option, text: undefined }, `${uid}c${i}`, r)}</li>`)}
        </ul><p><strong>${totalOf(r)}</strong></p></div>`}
    ${unsure ? nothing : html`<p>${say('final')}</p>`}
    <div class="pv-actions">
      ${button(say(unsure ? 'again' : 'cast'), on.cast, true)}
      ${unsure ? nothing : button(say('change'), on.change)}
      ${button(say('print'), on.print)}
    </div>
    ${trouble ? otherWay(r) : nothing}`;
}

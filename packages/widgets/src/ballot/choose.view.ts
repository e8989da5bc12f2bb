import { html, nothing } from 'lit';
import type { Ballot, BallotOption, Issue } from '@parvis/contract';
import { picksOne } from '@parvis/contract/vote-rules';
import { date } from '../shared/messages.ts';
import { button, errorSummary, group, heading, notice, paragraphs, type View } from '../shared/views.ts';
import { bar } from './bar.view.ts';
import { balanceOf } from './ballot.model.ts';
import { howTo, mistake, moneyOf, standing, type BallotSay } from './ballot.words.ts';

/** What every view of the ballot needs. */
export interface Setting {
  ballot: Ballot;
  uid: string;
  say: BallotSay;
  /** Language of our sentences; the ballot has its own. */
  lang: string;
  /** Level of the first heading. */
  level: number;
}

export interface Choosing extends Setting {
  chosen: readonly string[];
  /** Why the review was refused. */
  issues: readonly Issue[];
  /** What a person coming back must know: choices given back, or a changed ballot. */
  news: { title: string; lines: readonly string[] } | undefined;
  /** Choices do not outlive the page. */
  loose: boolean;
}

export interface ChooseHandlers {
  choose(id: string): void;
  clear(): void;
  review(): void;
  blank(): void;
}

/** The language of the ballot's words, where it is not that of the sentences around (RGAA 8.7). */
export const langOf = ({ ballot, lang }: Setting): string | typeof nothing => (ballot.lang === lang.split('-')[0] ? nothing : ballot.lang);

export const step = (n: number, name: string, say: BallotSay): View => html`<p class="pv-second">${say('step', { step: n, steps: 2, name })}</p>`;

export const ballotTitle = (s: Setting): View =>
  heading(s.level, html`<span dir="auto" lang=${langOf(s)}>${s.ballot.title}</span>`, { id: `${s.uid}title`, title: true, target: true });

/** How to vote without this page. */
export const otherWay = ({ ballot, say, level }: Setting): View =>
  ballot.offline ? html`<div class="pv-stack pv-other">${heading(level + 1, say('otherWay'))} ${paragraphs(ballot.offline)}</div>` : nothing;

export function chooseView(c: Choosing, on: ChooseHandlers): View {
  const { ballot, chosen, issues, news, uid, say, lang, level } = c;
  const mistakes = issues.map((issue) => ({ target: `${uid}choices`, text: mistake(issue, ballot, chosen, say, lang) }));
  return html`
    <div class="pv-stack">
      ${step(1, say('stepChoose'), say)} ${ballotTitle(c)}
      ${ballot.text ? html`<div class="pv-stack" lang=${langOf(c)}>${paragraphs(ballot.text)}</div>` : nothing}
      ${ballot.closesAt ? html`<p>${say('until', { date: date(ballot.closesAt, lang) })}</p>` : nothing}
      <p class="pv-second">${say('open')}</p>
    </div>
    ${news ? html`<div id="${uid}news" tabindex="-1">${notice('info', heading(level + 1, news.title), html`<ul>${news.lines.map((line) => html`<li>${line}</li>`)}</ul>`)}</div>` : nothing}
    ${errorSummary(`${uid}errors`, level + 1, mistakes, say)}
    ${group({ id: `${uid}choices`, label: say('legend'), hint: howTo(ballot, say, lang), error: mistakes[0]?.text }, html`${leftView(c)}${optionsView(c, on)}`, say)}
    ${c.loose ? html`<p class="pv-hint">${say('notKept')}</p>` : nothing}
    <div class="pv-actions">
      ${button(say('review'), on.review, true)}
      ${ballot.blank ? button(say('blank'), on.blank) : nothing}
      ${picksOne(ballot) && chosen.length > 0 ? button(say('clear'), on.clear) : nothing}
    </div>
    ${otherWay(c)}`;
}

/** Votes or money left: the sentence is the truth, the bar its picture. Stays near the choices. */
function leftView({ ballot, chosen, say, lang }: Choosing): View {
  if (picksOne(ballot)) return nothing;
  const { ceiling, cost, count, max } = balanceOf(ballot, chosen);
  const used = ceiling === undefined ? count : cost;
  const limit = ceiling ?? max;
  const over = (max !== undefined && count > max) || (ceiling !== undefined && cost > ceiling);
  return html`<div class="pv-left" ?data-over=${over}>
    <p>${standing(ballot, chosen, say, lang).join(' ')}</p>
    ${limit === undefined ? nothing : bar(used, limit)}
  </div>`;
}

function optionsView(c: Choosing, on: ChooseHandlers): View {
  const { beyond } = balanceOf(c.ballot, c.chosen);
  const type = picksOne(c.ballot) ? 'radio' : 'checkbox';
  return html`<ul class="pv-options" lang=${langOf(c)}>
    ${c.ballot.options.map((option, i) => {
      const id = `${c.uid}o${i}`;
      const over = beyond.has(option.id);
      const chosen = c.chosen.includes(option.id);
      if (option.withdrawn) return html`<li class="pv-choice pv-gone">${optionWords(option, id, c, html`<span class="pv-flag" lang=${c.lang}>${c.say('withdrawn')}</span>`)}</li>`;
      const flag = over ? html`<span class="pv-flag" data-over lang=${c.lang}>${c.say('beyond')}</span>`
        : chosen ? html`<span class="pv-flag" aria-hidden="true" lang=${c.lang}>${c.say('chosen')}</span>` : nothing;
      return html`<li><label class="pv-choice" ?data-over=${over}>
        <input type=${type} id=${id} name="${c.uid}option" value=${option.id} ?checked=${chosen}
          aria-labelledby="${id}-name" aria-describedby="${id}-more" aria-invalid=${over ? 'true' : nothing} @change=${() => on.choose(option.id)}>
        ${optionWords(option, id, c, flag)}
      </label></li>`;
    })}
  </ul>`;
}

/** Number, label, cost; place and text under them. `flag`: a word on how the option stands. */
export function optionWords(option: BallotOption, id: string, { ballot, lang }: Setting, flag: unknown = nothing): View {
  const under = [option.place, option.category].filter((words) => words !== undefined);
  return html`<span class="pv-choice-words">
    <span class="pv-line" id="${id}-name">
      ${ballot.method === 'yes-no' ? nothing : html`<span class="pv-number">${option.number}</span>`}
      <span class="pv-name" dir="auto">${option.label}</span>
      ${option.cost === undefined ? nothing : html`<span class="pv-cost">${moneyOf(ballot, option.cost, lang)}</span>`}
    </span>
    <span class="pv-more" id="${id}-more">
      ${flag}
      ${under.map((words) => html`<span class="pv-second" dir="auto">${words}</span>`)}
      ${option.text ? html`<span class="pv-second pv-text" dir="auto">${option.text}</span>` : nothing}
    </span>
  </span>`;
}

import { html, nothing } from 'lit';
import { button, heading, notice, type View } from '../shared/views.ts';
import { barView, listsView, own, type ListHandlers } from './list.view.ts';
import type { Recount, RecountTask, ResultsPart } from './part.ts';
import { date, percent } from '../shared/messages.ts';
import { columnsOf, hasChannels, takes } from './results.model.ts';
import { columnHead, outcomeSentence, pendingLines, ruleLines, splitWords, viaWords, type Told } from './results.words.ts';
import { tableView } from './table.view.ts';

export interface Model extends Told {
  uid: string;
  /** Level of the first heading. */
  level: number;
  search: string;
  /** How many options are shown. */
  limit: number;
  /** The view is a widget's, and the page may put its own words in. */
  slots: boolean;
  /** Absent: it was not needed yet. */
  part: ResultsPart | undefined;
  /** Whether the part can be loaded. */
  more: boolean;
  /** Whether votes may be counted again now. */
  recountable: boolean;
  recount: Recount | undefined;
  /** The page did not let the part be loaded. */
  blocked: boolean;
  /** Files are shown. */
  files: boolean;
  backend: RecountTask['backend'];
  connect: RecountTask['connect'];
}

export interface Handlers extends ListHandlers {
  recount(): void;
  files(): void;
}

type Top = Pick<Model, 'ballot' | 'uid' | 'level' | 'say' | 'lang'>;

/** Results that may not be seen yet, and when they may. */
export const laterView = (m: Top, why: 'laterText' | 'tooFew' | 'afterVote'): View => html`
  ${topView(m)}
  ${notice('info', heading(m.level + 1, m.say('later')), m.say(why, { end: m.ballot.closesAt ? ` (${date(m.ballot.closesAt, m.lang)})` : '' }))}`;

const topView = ({ ballot, say, level }: Top): View => html`
  <div>
    <p class="pv-second">${say('title')}</p>
    ${heading(level, own(ballot, ballot.title), { title: true })}
  </div>`;

const linesView = (lines: readonly string[]): View => html`<div>${lines.map((line) => html`<p>${line}</p>`)}</div>`;

const section = ({ level }: Model, title: string, body: unknown): View => html`<section class="pv-stack">${heading(level + 1, title)} ${body}</section>`;

/** Everything there is to see: the outcome first, what is still to come before it. */
export function resultsView(m: Model, on: Handlers): View {
  const { results, say, level, lang } = m;
  const pending = pendingLines(m);
  const rule = ruleLines(m);
  return html`
    ${topView(m)}
    ${pending[0] ? notice('warn', heading(level + 1, say('provisional')), linesView(pending)) : nothing}
    <div class="pv-stack">
      <p class="pv-outcome">${outcomeSentence(m)}</p>
      ${takes(results) === 'priced' && results.voters.total ? barView([{ channel: 'online', from: 0, length: ((results.outcome?.spent ?? 0) / (results.outcome?.counting.budget || 1)) * 100 }]) : nothing}
      ${results.verified ? nothing : html`<p>${say('unverified')}</p>`}
    </div>
    ${factsView(m)}
    ${results.voters.total ? html`
      ${listsView(m, on)}
      ${rule[0] ? section(m, say('ruleTitle'), html`${linesView(rule)}${m.slots ? html`<slot name="rule"></slot>` : nothing}`) : nothing}
      ${tableView(m)} ${m.part?.moreTables(m) ?? nothing}` : nothing}
    ${m.more ? checkView(m, on) : nothing}
    <p class="pv-second">${say('countedAt', { date: date(results.countedAt, lang) })}</p>`;
}

/** Votes with the patterns of their channels, turnout, blank votes. */
function factsView(m: Model): View {
  const { say, ballot, lang, results } = m;
  const { voters, blank, electorate } = results;
  const { total } = voters;
  const several = hasChannels(results);
  const fact = (name: string, value: string, more: unknown): View => html`<div><dt>${name}</dt><dd><strong>${value}</strong>${more}</dd></div>`;
  const number = (n: number) => say('number', { n });
  return html`
    <dl class="pv-facts">
      ${fact(say('voters'), number(total), several
        ? html`<ul>${columnsOf(results).map((column) => html`<li>${barView([{ channel: column.channel, from: 0, length: 100 }])} ${viaWords(m, voters, column)}</li>`)}</ul>`
        : nothing)}
      ${electorate ? fact(say('turnout'), percent(total / electorate, lang), say('turnoutOf', { n: total, electorate })) : nothing}
      ${ballot.blank ? fact(say('blank'), number(blank.total), several ? splitWords(m, blank) : nothing) : nothing}
    </dl>
    ${columnsOf(results).map((column) => (column.together[1] ? html`<p>${say(ballot.status === 'open' ? 'mergedOpen' : 'merged', { channels: columnHead(m, column) })}</p>` : nothing))}`;
}

/** What came of counting again, files, and what can be asked for. */
function checkView(m: Model, on: Handlers): View {
  const { say, uid, recount, part } = m;
  return html`<section class="pv-stack pv-check">
    ${heading(m.level + 1, say('checkTitle'), { id: `${uid}check`, target: true })}
    ${m.recountable ? html`<p>${say('checkText')}</p>` : nothing}
    ${m.blocked ? html`<div id="${uid}checked" tabindex="-1">${notice('info', nothing, say('blocked'))}</div><slot></slot>` : nothing}
    ${recount?.view()} ${m.files ? part?.filesView(m) : nothing}
    <div class="pv-actions">
      ${!m.recountable || recount?.running() ? nothing : button(say('check'), on.recount)}
      ${m.files ? nothing : button(say('downloads'), on.files)}
    </div>
  </section>`;
}

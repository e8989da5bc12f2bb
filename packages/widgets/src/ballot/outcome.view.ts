import { html, nothing } from 'lit';
import type { Receipt, Results } from '@parvis/contract';
import { groupCode } from '@parvis/contract/codes';
import { date } from '../shared/messages.ts';
import { codePanel, heading, notice, paragraphs, type View } from '../shared/views.ts';
import { twoPartBar } from './bar.view.ts';
import { ballotTitle, langOf, optionWords, otherWay, type Setting } from './choose.view.ts';

export interface Done extends Setting {
  /** Absent: this device has voted, and the receipt is not on it. */
  receipt: Receipt | undefined;
  /** The vote was cast just now, not found on the device. */
  fresh: boolean;
  results: Results | undefined;
}

/** The words of a receipt, for the screen and for paper. */
export function receiptLines({ ballot, receipt, say, lang, results }: Done): string[] {
  if (!receipt) return [say('votedText')];
  const end = ballot.closesAt;
  const hidden = ballot.results !== 'hidden' ? [] : [end ? say('nextHiddenOn', { date: date(end, lang) }) : say('nextHidden')];
  return [
    say('receivedText', { date: date(receipt.day, lang), title: `\u2068${ballot.title}\u2069` }),
    say('secret'),
    ...(results ? [say('nextShown')] : hidden),
  ];
}

export function doneView(d: Done, copy: () => void, print: () => void): View {
  const { receipt, say, uid, level } = d;
  const title = heading(level, say(d.fresh ? 'receivedTitle' : 'votedTitle'), { id: `${uid}title`, title: true, target: true });
  const body = html`${receiptLines(d).map((line) => html`<p>${line}</p>`)}
    ${receipt ? codePanel(groupCode(receipt.receipt), say('receipt'), copy, print, say) : nothing}`;
  return html`${notice(receipt ? 'ok' : 'info', title, body)} ${resultsView(d)} ${d.fresh ? nothing : otherWay(d)}`;
}

/** A ballot that cannot be filled in here or now: why, what it holds, and how to vote otherwise. */
export function standView(s: Setting & { title: string; text: string; results?: Results | undefined; list?: boolean }): View {
  const { ballot, say, level, uid, title, text, list } = s;
  return html`
    <div class="pv-stack">${ballotTitle(s)} ${list && ballot.text ? html`<div class="pv-stack" lang=${langOf(s)}>${paragraphs(ballot.text)}</div>` : nothing}</div>
    <div id="${uid}stand" tabindex="-1">${notice('info', heading(level + 1, title), text ? html`<p>${text}</p>` : nothing)}</div>
    ${resultsView(s)}
    ${list ? html`<ul class="pv-chosen" lang=${langOf(s)}>${ballot.options.map((o, i) => html`<li>${optionWords(o, `${uid}o${i}`, s, o.withdrawn ? html`<span class="pv-flag" lang=${s.lang}>${say('withdrawn')}</span>` : nothing)}</li>`)}</ul>` : nothing}
    ${ballot.status === 'closed' ? nothing : ballot.offline ? otherWay(s) : html`<p>${say('askTown')}</p>`}`;
}

/** Totals in words, and bars with the numbers written. Votes on paper are outlined. */
function resultsView({ ballot, results, say, level, lang }: Setting & { results?: Results | undefined }): View {
  if (!results) return nothing;
  const { voters, blank } = results;
  const most = Math.max(...results.tally.map((t) => t.total));
  const paper = (n: number) => (n > 0 ? say('onPaper', { n }) : '');
  const join = (...words: string[]) => words.filter(Boolean).join(', ');
  const rows = results.tally
    .flatMap((counts) => ballot.options.filter((o) => o.id === counts.option).map((option) => ({ option, counts })))
    .sort((a, b) => b.counts.total - a.counts.total || a.option.number - b.option.number);
  return html`<div class="pv-stack pv-results">
    ${heading(level + 1, say('results'))}
    <p>${join(say('voters', { n: voters.total }), paper(voters.paper), blank.total > 0 ? say('blankVotes', { n: blank.total }) : '')}.
      ${results.final ? nothing : say('soFar')} ${results.verified ? nothing : say('unverified')}</p>
    <ul class="pv-stack">
      ${rows.map(({ option, counts }) => html`<li>
        <span class="pv-line"><span class="pv-name" dir="auto" lang=${langOf({ ballot, lang } as Setting)}>${option.label}</span>
        <span class="pv-cost">${join(say('voters', { n: counts.total }), paper(counts.paper))}</span></span>
        ${twoPartBar(counts.total - counts.paper, counts.paper, most)}
      </li>`)}
    </ul>
  </div>`;
}

import { html, nothing } from 'lit';
import type { PerChannel } from '@parvis/contract';
import { codePanel, heading, notice, type View } from '../shared/views.ts';
import { receiptCode, receiptLines, type Model } from './ballot.words.ts';
import { bar, messageView, optionWords, otherWay, textView, topView } from './choose.view.ts';

/** After voting: the receipt, or that this device has voted. */
export const doneView = (m: Model, copy: () => void, print: () => void): View => html`
  ${notice(m.receipt ? 'ok' : 'info', heading(m.level, m.say(m.fresh ? 'received' : 'voted'), { id: `${m.uid}title`, title: true, target: true }), html`
    ${receiptLines(m).map((line) => html`<p>${line}</p>`)}
    ${m.receipt ? codePanel(receiptCode(m), m.say('receipt'), copy, print, m.say) : nothing}`)}
  ${resultsView(m)} ${m.fresh ? nothing : otherWay(m)}`;

/** A ballot that cannot be filled in here or now: why, what it holds, and how to vote otherwise. */
export const standView = (m: Model): View => html`
  ${topView(m, '', '', textView(m))} ${messageView(m)}
  ${m.results ? resultsView(m) : html`<ul class="pv-chosen" lang=${m.ballot.lang}>${m.ballot.options.map((o, i) => html`<li>${optionWords(m, o, `${m.uid}o${i}`)}</li>`)}</ul>`}
  ${otherWay(m)}`;

/** Totals in words, and bars with the numbers written. Votes on paper are told apart. */
function resultsView({ ballot, results, say, level }: Model): View {
  if (!results) return nothing;
  const rows = ballot.options
    .flatMap((option) => results.tally.filter((t) => t.option === option.id && (t.total > 0 || !option.withdrawn)).map((counts) => ({ ...counts, label: option.label })))
    .sort((a, b) => b.total - a.total);
  const count = ({ total, paper }: PerChannel) => [say('votes', { n: total }), paper > 0 && say('onPaper', { n: paper })].filter(Boolean).join(', ');
  return html`<div class="pv-stack">
    ${heading(level + 1, say(results.final ? 'results' : 'soFar'))}
    <p>${count(results.voters)}${ballot.blank ? `, ${say('blankVotes', { n: results.blank.total })}` : ''}. ${results.verified ? '' : say('open')}</p>
    <ul class="pv-stack pv-results">
      ${rows.map((row) => html`<li>
        <span class="pv-line"><strong class="pv-name" dir="auto" lang=${ballot.lang}>${row.label}</strong> ${count(row)}</span>
        ${bar(row.total - row.paper, row.paper, rows[0]?.total ?? 0)}
      </li>`)}
    </ul>
  </div>`;
}

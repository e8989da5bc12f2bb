import { html, nothing } from 'lit';
import type { PerChannel } from '@parvis/contract';
import { codePanel, heading, notice, type View } from '../shared/views.ts';
import { receiptCode, receiptLines, type Model } from './ballot.words.ts';
import { bar, messageView, optionWords, otherWay, own, textView, topView } from './choose.view.ts';

/** After voting: the receipt, or that this device has voted. */
export const doneView = (m: Model, copy: () => void, print: () => void): View => html`
  <div class="pv-receipt">${notice(receiptCode(m) ? 'ok' : 'info', heading(m.level, m.say(m.fresh ? 'received' : 'voted'), { id: `${m.uid}title`, title: true, target: true }), html`
    ${receiptLines(m).map((line) => html`<p>${line}</p>`)}
    ${receiptCode(m) ? codePanel(receiptCode(m), m.say('receipt'), copy, print, m.say) : nothing}`)}</div>
  ${resultsView(m)} ${m.fresh ? nothing : otherWay(m)}`;

/** A ballot that cannot be filled in here or now: why, what it holds, and how to vote otherwise. */
export const standView = (m: Model): View => html`
  ${topView(m, '', own(m, m.ballot.title), textView(m))} ${messageView(m)}
  ${m.results ? resultsView(m) : html`<ul class="pv-chosen">${m.ballot.options.map((o, i) => html`<li>${optionWords(m, o, `${m.uid}o${i}`)}</li>`)}</ul>`}
  ${otherWay(m)}`;

/** Totals in words, and bars with the numbers written. */
function resultsView(m: Model): View {
  const { ballot, results, say, level } = m;
  if (!results) return nothing;
  const rows = ballot.options
    .flatMap((option) => results.tally.filter((t) => t.option === option.id && (t.total > 0 || !option.withdrawn)).map((counts) => ({ ...counts, label: option.label })))
    .sort((a, b) => b.total - a.total);
  const count = ({ total, paper }: PerChannel) => [say('votes', { n: total }), paper > 0 && say('onPaper', { n: paper })].filter(Boolean).join(', ');
  return html`<div class="pv-stack">
    ${heading(level + 1, say(results.final ? 'results' : 'soFar'))}
    <p>${count(results.voters)}${ballot.blank ? `, ${say('blankVotes', { n: results.blank.total })}` : ''}. ${results.verified ? '' : say('open')}</p>
    <ul class="pv-stack">
      ${rows.map((row) => html`<li>
        <span class="pv-line">${own(m, row.label, 'pv-name')} ${count(row)}</span>
        ${bar(row.total, rows[0]?.total ?? 0)}
      </li>`)}
    </ul>
  </div>`;
}

import { html } from 'lit';
import { byteOrderMark, csvLine } from '@parvis/contract/csv';
import { pageBackend } from '../shared/backends.ts';
import { button, type View } from '../shared/views.ts';
import { columnsOf } from './results.model.ts';
import { capital, columnHead, type Told } from './results.words.ts';
import type { Model } from './results.view.ts';

/** The numbers of the table, for a spreadsheet. */
export function csvOf(t: Told): string {
  const { rows, results: { blank, voters }, say } = t;
  const columns = columnsOf(t.results);
  const numbers = (counts: Told['results']['voters']) => [...columns.map(({ channel }) => counts[channel]), counts.total];
  return byteOrderMark + [
    ['', say('option'), ...columns.map((column) => columnHead(t, column)), capital(say('total'))],
    ...rows.map(({ option, counts }) => [option.number, option.label, ...numbers(counts)]),
    ['', say('blank'), ...numbers(blank)],
    ['', say('allVotes'), ...numbers(voters)],
  ].map(csvLine).join('');
}

/** Hands the results over as a file, made in the page. */
function saveFile(t: Told, format: 'csv' | 'json'): void {
  const [type, text] = format === 'csv' ? ['text/csv', csvOf(t)] : ['application/json', JSON.stringify({ ballot: t.ballot, results: t.results }, null, 1)];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${t.ballot.consultation}-${t.ballot.id}.${format}`;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What a file is called. */
export const fileWords = ({ say }: Pick<Told, 'say'>, format: string): string =>
  (format === 'csv' || format === 'votes.csv' || format === 'pb' || format === 'json' ? say(format) : format);

/** Links to the backend's files; without any, buttons that make them in the page. */
export function filesView(m: Model): View {
  const { say, backend, results: { downloads } } = m;
  // Paths start at the backend's host, as the element or the page names it.
  const base = new URL((typeof backend === 'string' && backend) || (pageBackend() ?? ''), document.baseURI);
  return downloads?.[0]
    ? html`<ul id="${m.uid}files" tabindex="-1">${downloads.map(({ format, href }) => html`<li><a class="pv-file" href=${new URL(href, base).href}>${fileWords(m, format)}</a></li>`)}</ul>`
    : html`<div class="pv-actions" id="${m.uid}files" tabindex="-1">${button(say('csv'), () => saveFile(m, 'csv'))} ${button(say('json'), () => saveFile(m, 'json'))}</div>`;
}

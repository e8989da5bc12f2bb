import { html } from 'lit';
import { byteOrderMark, csvLine } from '@parvis/contract/csv';
import { minorDigits } from '@parvis/contract/money';
import { findBackend, pageBackend } from '../shared/backends.ts';
import { button, type View } from '../shared/views.ts';
import type { RecountTask } from './part.ts';
import { columnsOf, type Row } from './results.model.ts';
import { capital, columnHead, reasonOf, type Told } from './results.words.ts';
import type { Model } from './results.view.ts';

/** The numbers of the table, for a spreadsheet. */
export function csvOf(t: Told): string {
  const { ballot: { currency = 'EUR' }, rows, results: { blank, voters, groups = [], outcome }, say } = t;
  const columns = columnsOf(t.results);
  const priced = rows.some(({ option }) => option.cost !== undefined);
  const numbers = (counts: Told['results']['voters']) => [...columns.map(({ channel }) => counts[channel]), counts.total];
  const cost = (minor: number | undefined) => (priced ? [minor === undefined ? '' : minor / 10 ** minorDigits(currency)] : []);
  // The code is for programs, the words beside it say the same to people.
  const why = (row: Row) => (outcome ? [row.outcome?.reason.code, reasonOf(t, row).replaceAll(/[\u2066-\u2069]/g, '')] : []);
  const sums = (of: Told['results']['voters'], byGroup: (group: (typeof groups)[number]) => number) => [...cost(undefined), ...numbers(of), ...groups.map(byGroup), ...(outcome ? ['', ''] : [])];
  return byteOrderMark + [
    ['', say('option'), ...(priced ? [say('costColumn', { unit: currency })] : []), ...columns.map((column) => columnHead(t, column)), capital(say('total')), ...groups.map(({ name }) => name), ...(outcome ? [say('codeColumn'), say('reasonColumn')] : [])],
    ...rows.map((row) => [row.option.number, row.option.label, ...cost(row.option.cost), ...numbers(row.counts), ...groups.map(({ tally }) => tally.find(({ option }) => option === row.option.id)?.total ?? 0), ...why(row)]),
    ['', say('blank'), ...sums(blank, (group) => group.blank)],
    ['', say('allVotes'), ...sums(voters, (group) => group.voters)],
  ].map(csvLine).join('');
}

/** How a backend is made of an address, so that every field of its answers is kept. */
export type Connect = RecountTask['connect'];

/** Ballot and results, whole: what the widget holds may lack fields that it never shows. */
async function jsonOf({ ballot: { consultation, id: ballot }, backend }: Model, connect: Connect): Promise<string> {
  const { votes } = await findBackend(backend, connect);
  const [poll, results] = await Promise.all([votes?.ballot?.({ consultation, ballot }), votes?.results?.({ consultation, ballot })]);
  return JSON.stringify({ ballot: poll, results }, null, 1);
}

/** Hands the results over as a file, made in the page. */
async function saveFile(t: Model, format: 'csv' | 'json', connect: Connect): Promise<void> {
  const [type, text] = format === 'csv' ? ['text/csv', csvOf(t)] : ['application/json', await jsonOf(t, connect)];
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
export function filesView(m: Model, connect: Connect): View {
  const { say, backend, results: { downloads } } = m;
  // Paths start at the backend's host, as the element or the page names it.
  const base = new URL((typeof backend === 'string' && backend) || (pageBackend() ?? ''), document.baseURI);
  return downloads?.[0]
    ? html`<ul id="${m.uid}files" tabindex="-1">${downloads.map(({ format, href }) => html`<li><a class="pv-file" href=${new URL(href, base).href}>${fileWords(m, format)}</a></li>`)}</ul>`
    : html`<div class="pv-actions" id="${m.uid}files" tabindex="-1">${button(say('csv'), () => void saveFile(m, 'csv', connect))} ${button(say('json'), () => void saveFile(m, 'json', connect))}</div>`;
}

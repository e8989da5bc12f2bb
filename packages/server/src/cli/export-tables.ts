import { type Choice, type ConsultationDefinition, type PerChannel, words } from '@parvis/contract';
import type { ServerBackend } from '../domain/backend.ts';
import { unlessTooEarly } from '../domain/faults.ts';
import type { Store } from '../store/store.ts';
import type { Cell } from '@parvis/contract/csv';

/** One file of an export. */
export interface Table {
  name: string;
  columns: string[];
  rows: Iterable<Row> | AsyncIterable<Row>;
}
type Row = Record<string, Cell>;

/** Everything the organiser may have. Hidden results and the votes of a running ballot are not among it. */
export async function tablesOf(store: Store, backend: ServerBackend, definition: ConsultationDefinition): Promise<Table[]> {
  const consultation = definition.id;
  const { proposals, questions } = await store.submissions(consultation);
  const ballots = await Promise.all(definition.ballots.map(async (ballot) => [
    await resultsTable(backend, definition, ballot),
    await votesTable(backend, consultation, ballot.id),
  ]));
  return [
    {
      name: 'propositions',
      columns: ['id', 'status', 'title', 'text', 'category', 'place', 'lang', 'supports', 'publishedAt', 'email'],
      rows: proposals.map((p) => ({ ...p })),
    },
    { name: 'questions', columns: ['id', 'status', 'question', 'lang', 'receivedAt', 'email'], rows: questions.map((q) => ({ ...q })) },
    ...ballots.flat().filter((table) => table !== undefined),
  ];
}

async function resultsTable(backend: ServerBackend, { id: consultation, languages }: ConsultationDefinition, ballot: ConsultationDefinition['ballots'][number]): Promise<Table | undefined> {
  const results = await unlessTooEarly(() => backend.votes.results({ consultation, ballot: ballot.id }));
  if (!results) return undefined;
  const lang = languages[0] ?? 'fr';
  const row = (option: string, label: string, number: number | null, { online, paper, assisted, total }: PerChannel): Row =>
    ({ option, number, label, online, paper, assisted, total });
  return {
    name: `${ballot.id}-resultats`,
    columns: ['option', 'number', 'label', 'online', 'paper', 'assisted', 'total'],
    rows: [
      ...results.tally.map(({ option, ...counts }, i) => row(option, words(ballot.options[i]?.label ?? option, lang), ballot.options[i]?.number ?? null, counts)),
      row('', 'Votes blancs', null, results.blank),
      row('', 'Votants', null, results.voters),
    ],
  };
}

async function votesTable(backend: ServerBackend, consultation: string, ballot: string): Promise<Table | undefined> {
  const limit = 5_000;
  const first = await unlessTooEarly(() => backend.votes.export({ consultation, ballot, limit }));
  if (!first) return undefined;
  async function* rows(): AsyncGenerator<Row> {
    for (let page = first; page; ) {
      for (const { choice, channel } of page.items) yield { channel, blank: 'blank' in choice ? 1 : 0, choice: choiceText(choice) };
      page = page.next === undefined ? undefined : await backend.votes.export({ consultation, ballot, limit, cursor: page.next });
    }
  }
  return { name: `${ballot}-votes`, columns: ['channel', 'blank', 'choice'], rows: rows() };
}

/** Options in the voter's order, or `option=value`; separated by bars. */
function choiceText(choice: Choice): string {
  if ('options' in choice) return choice.options.join('|');
  if ('values' in choice) return Object.entries(choice.values).map(([option, value]) => `${option}=${value}`).join('|');
  return '';
}

import type { ConsultationDefinition } from '@parvis/contract';
import type { ServerBackend } from '../domain/backend.ts';
import { unless } from '../domain/faults.ts';
import type { Store } from '../store/store.ts';
import { resultsTable, votesTable } from '../tables/ballot.ts';
import type { Table } from '../tables/table.ts';

/** A table and the name of its file, without an ending. */
export interface NamedTable extends Table {
  name: string;
}

/** Everything the organiser may have. Hidden results and the votes of a running ballot are not among it. */
export async function tablesOf(store: Store, { votes }: ServerBackend, { id: consultation, ballots }: ConsultationDefinition): Promise<NamedTable[]> {
  const { proposals, questions } = await store.submissions(consultation);
  const ofBallots = await Promise.all(ballots.map(async ({ id }): Promise<NamedTable[]> => {
    const place = { consultation, ballot: id };
    const [ballot, results, all] = await Promise.all([votes.ballot(place), unless(['not-yet'], () => votes.results(place)), unless(['not-yet'], () => votesTable(votes, place))]);
    return [
      ...(results ? [{ name: `${id}-resultats`, ...resultsTable(ballot, results) }] : []),
      ...(all ? [{ name: `${id}-votes`, ...all }] : []),
    ];
  }));
  return [
    {
      name: 'propositions',
      columns: ['id', 'status', 'title', 'text', 'category', 'place', 'lang', 'supports', 'publishedAt', 'email'],
      rows: proposals.map((p) => ({ ...p })),
    },
    { name: 'questions', columns: ['id', 'status', 'question', 'lang', 'receivedAt', 'email'], rows: questions.map((q) => ({ ...q })) },
    ...ofBallots.flat(),
  ];
}

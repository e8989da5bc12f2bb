import type { Ballot, Results } from '@parvis/contract';
import { pabulibOfBallot, writePabulib } from '@parvis/counting';
import type { ServerBackend } from '../domain/backend.ts';
import type { DownloadFormat } from '../domain/downloads.ts';
import { allVotes, resultsTable, votesTable } from '../tables/ballot.ts';
import { asCsv } from '../tables/table.ts';

export interface Counted {
  ballot: Ballot;
  results: Results;
}

export interface DownloadFile {
  type: string;
  /** What the file is called before the names of consultation and ballot. */
  name: string;
  write(counted: Counted, backend: ServerBackend): Promise<Iterable<string> | AsyncIterable<string>>;
}

/** Files of the results of a ballot, by format. */
export const downloadFiles: Record<DownloadFormat, DownloadFile> = {
  csv: { type: 'text/csv', name: 'resultats', write: async ({ ballot, results }) => asCsv(resultsTable(ballot, results)) },
  'votes.csv': {
    type: 'text/csv', name: 'votes', write: async ({ ballot: { consultation, id } }, { votes }) => asCsv(await votesTable(votes, { consultation, ballot: id })),
  },
  pb: { type: 'text/plain', name: 'vote', write: pabulib },
  json: { type: 'application/json', name: 'resultats', write: async (counted) => [`${JSON.stringify(counted, null, 2)}\n`] },
};

/** `votes-projets.csv`, `resultats-projets.csv`. Names of two ballots are never the same, though an id may hold dots and hyphens. @param what the ballot */
export const fileName = (format: DownloadFormat, what: string): string => `${downloadFiles[format].name}-${what}.${format.split('.').at(-1)}`;

async function pabulib({ ballot, results: { outcome, voters } }: Counted, { consultations, votes }: ServerBackend): Promise<AsyncIterable<string>> {
  const { consultation, id, lang } = ballot;
  const { organiser } = await consultations.get({ consultation }, { locale: lang });
  const entries = { unit: organiser.name, language: lang };
  return writePabulib(pabulibOfBallot(ballot, await allVotes(votes, { consultation, ballot: id }), { lang, total: voters.total, entries, outcome }));
}

import type { Ballot, VotesGroup } from '@parvis/contract';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import * as operations from '@parvis/contract/operations/votes';
import { staticFile } from '@parvis/contract/static-files';
import { statusAt } from '@parvis/contract/time';
import { guarded } from '../author/guarded.ts';
import type { Folder } from './index.ts';
import { limitOf } from './limit.ts';

/** Reads a ballot; where it stands is told by the reader's clock. */
export async function ballotIn({ read, lang, now }: Folder, consultation: string, ballot: string, locale: string | undefined, signal: AbortSignal | undefined): Promise<Ballot> {
  const known = await read(operations.ballot, staticFile.ballot(consultation, ballot, await lang(locale)), signal);
  return { ...known, status: statusAt(known, now()) };
}

/** Ballots, their results, and every vote without its voter once they were written after closing. Nobody can vote. */
export function votes(folder: Folder): Pick<VotesGroup, 'ballot' | 'results' | 'export'> {
  const { read } = folder;

  /** What is not written of a ballot that is there is not to be seen yet. */
  const later = <T>(answer: Promise<T>, consultation: string, ballot: string, signal: AbortSignal | undefined): Promise<T> =>
    answer.catch(async (error: unknown) => {
      if (!isParvisError(error) || error.code !== 'not-found') throw error;
      await ballotIn(folder, consultation, ballot, undefined, signal);
      throw new ParvisError('not-yet');
    });

  return {
    ballot: guarded<typeof operations.ballot>(({ consultation, ballot }, { locale, signal }) => ballotIn(folder, consultation, ballot, locale, signal)),

    results: guarded<typeof operations.results>(({ consultation, ballot }, { signal }) =>
      later(read(operations.results, staticFile.results(consultation, ballot), signal), consultation, ballot, signal)),

    export: guarded<typeof operations.exportVotes>(async ({ consultation, ballot, cursor = '1', limit }, { signal }) => {
      // A page of the file may be longer than what is asked for: the cursor says which page, and how much of it is read.
      const [, file = '', from = '0'] = /^([1-9]\d*)(?:\+(\d+))?$/.exec(cursor) ?? [];
      if (!file) throw new ParvisError('invalid', { issues: [{ pointer: '/cursor', code: 'malformed' }] });
      const { items, next } = await later(read(operations.exportVotes, staticFile.votes(consultation, ballot, file), signal), consultation, ballot, signal);
      const to = Number(from) + limitOf(limit, 1_000);
      const following = to < items.length ? `${file}+${to}` : next;
      return { items: items.slice(Number(from), to), ...(following !== undefined && { next: following }) };
    }),
  };
}

import { PabulibError, type PbRecord, RecordSplitter } from '@parvis/counting';
import { ImportError } from '../errors.ts';
import type { Source } from '../source.ts';
import { guessSeparator } from './columns.ts';

/** Spreadsheets write the separator into a first line of its own. */
const separatorLine = /^\uFEFF?sep=(.)\r?\n/i;

/** The rows of a list with their line numbers, the header first. Memory holds one row. */
export async function* rowsOf(source: Source, told: (part: number) => void): AsyncGenerator<PbRecord, void, undefined> {
  const stated = separatorLine.exec(source.head)?.[1];
  const separator = stated ?? guessSeparator(/[^\r\n]*\S[^\r\n]*/.exec(source.head)?.[0] ?? '');
  const splitter = new RecordSplitter(separator);
  let skip = stated === undefined ? 0 : 1;
  const pass = (records: PbRecord[]) => (skip > 0 && records.length > 0 ? records.slice(skip--) : records);
  try {
    for await (const chunk of source.chunks((done) => told(done / source.bytes))) yield* pass(splitter.push(chunk));
    yield* pass(splitter.end());
  } catch (error) {
    if (!(error instanceof PabulibError)) throw error;
    const { code, line } = error.problem;
    throw new ImportError(
      code === 'quote-not-closed'
        ? 'Un guillemet ouvert sur cette ligne n’est jamais fermé. Fermez-le, ou doublez les guillemets qui font partie du texte.'
        : 'Cette ligne est trop longue (plus d’un million de signes). Vérifiez les retours à la ligne du fichier.',
      line,
    );
  }
}

import { type BallotInput, parse, Results, staticFile } from '@parvis/contract';
import type { ServerBackend } from '../domain/backend.ts';
import { unless } from '../domain/faults.ts';

/** Text of a file that an earlier export wrote. Absent: there is none. */
export type Earlier = (path: string) => Promise<string | undefined>;

/**
 * Results as they may be seen now; absent: it is too early. Nothing new since an earlier export: its date stays, so that the files stay the same, byte for byte.
 * Links to the server's own files are left out: widgets make such files in the page.
 */
export async function finalResults(votes: ServerBackend['votes'], place: BallotInput, earlier: Earlier): Promise<Results | undefined> {
  const found = await unless(['not-yet'], () => votes.results(place));
  if (!found) return undefined;
  const { downloads: _, ...results } = found;
  const before = readable(await earlier(staticFile.results(place.consultation, place.ballot)));
  return before && numbersOf(before) === numbersOf(results) ? before : results;
}

/** A file that was damaged since counts as none. */
function readable(text: string | undefined): Results | undefined {
  try {
    const value = JSON.parse(text ?? 'null') as Results;
    return parse(Results, value).ok ? value : undefined;
  } catch {
    return undefined;
  }
}

const numbersOf = ({ countedAt: _, etag: __, ...numbers }: Results): string => JSON.stringify(numbers);

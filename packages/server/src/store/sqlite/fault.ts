import { isParvisError, ParvisError } from '@parvis/contract';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that pass once somebody made room or let go. */
const passing: Readonly<Record<number, string>> = {
  5: 'the database is used by another program',
  8: 'the database is read-only',
  10: 'the disk could not be read or written',
  13: 'the disk is full',
  14: 'the database file could not be opened',
};

/** Seconds: somebody has to make room first. */
const retryAfter = 30;

/** What the database said, as an error of the contract. With `retryAfter`: the very same call can succeed later. */
export function fault(error: unknown): ParvisError {
  if (isParvisError(error)) return error;
  const code = (error as { errcode?: number } | undefined)?.errcode;
  const detail = code === undefined ? undefined : passing[code & 0xff];
  return new ParvisError('backend-fault', { detail, cause: error, ...(detail !== undefined && { retryAfter }) });
}

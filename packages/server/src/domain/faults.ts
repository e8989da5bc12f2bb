import { type ErrorCode, isParvisError, ParvisError } from '@parvis/contract';

/** What a verb rejects with. Anything unexpected is a fault of the server; its cause is kept for the log, never sent. */
export const toParvisError = (error: unknown): ParvisError =>
  isParvisError(error) ? (error as ParvisError) : new ParvisError('backend-fault', { cause: error });

/** @throws ParvisError `not-found` */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new ParvisError('not-found');
  return thing;
}

/** Absent: it was refused with one of these codes. */
export async function unless<T>(codes: readonly ErrorCode[], ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isParvisError(error) && codes.includes(error.code)) return undefined;
    throw error;
  }
}

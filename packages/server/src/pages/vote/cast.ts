import { type Ballot, codeRefusal, isParvisError, type ParvisError, readAccessCode, type Receipt } from '@parvis/contract';
import { codeMistake, type Message, plainWords } from '@parvis/widgets/ballot/page-view';

/** How a cast ended. */
export type Outcome =
  | { receipt: Receipt }
  /** The review again, with what to do about the code. */
  | { codeError: string; status: number }
  /** The review again: the same vote may be sent once more. */
  | { again: Message; status: number; retryAfter?: number | undefined }
  /** Nothing can be done here any more. */
  | { over: 'late' | 'upcoming' | 'voted' }
  /** Back to choosing. */
  | { changed: true };

/** Casts, and turns every refusal into what the person can do about it. `code` absent: the ballot asks for none. */
export async function castVote(ballot: Ballot, code: string | undefined, cast: (code: string | undefined) => Promise<Receipt>): Promise<Outcome> {
  const read = code === undefined ? undefined : readAccessCode(code);
  if (read && 'slip' in read) return { codeError: codeMistake(read), status: 422 };
  try {
    return { receipt: await cast(read?.code) };
  } catch (error) {
    if (!isParvisError(error)) throw error;
    return refused(ballot, error);
  }
}

function refused({ eligibility }: Ballot, error: ParvisError): Outcome {
  const { code, issues, retryAfter } = error;
  const withCode = eligibility === 'code';
  switch (code) {
    case 'closed': return { over: 'late' };
    case 'not-yet': return { over: 'upcoming' };
    case 'already-voted': return withCode ? { codeError: codeMistake('voted'), status: 409 } : { over: 'voted' };
    case 'not-eligible': return withCode ? { codeError: codeMistake(codeRefusal({ issues }) ?? 'unknown'), status: 403 } : { changed: true };
    case 'rules-changed':
    case 'invalid': return { changed: true };
    case 'quota': return { again: ['warn', plainWords.busy, plainWords.busyText], status: 429, retryAfter };
    case 'backend-fault': return { again: ['warn', plainWords.unsure, plainWords.unsureText], status: retryAfter === undefined ? 500 : 503, retryAfter };
    default: throw error;
  }
}

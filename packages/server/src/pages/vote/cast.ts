import { type Ballot, errorStatus, isParvisError, type ParvisError, readAccessCode, type Receipt } from '@parvis/contract';
import { type BallotSpeech, type Message, refusalOf } from '@parvis/widgets/ballot/page-view';

/** How a cast ended. */
export type Outcome =
  | { receipt: Receipt }
  /** The review again, with what is wrong with the code: a slip or a refusal. */
  | { wrongCode: string; status: number; retryAfter?: number | undefined }
  /** The review again: the same vote may be sent once more. */
  | { again: Message; status: number; retryAfter?: number | undefined }
  /** Nothing can be done here any more. */
  | { over: 'late' | 'upcoming' | 'voted' }
  /** Back to choosing. */
  | { changed: true };

/** Casts, and turns every refusal into what the person can do about it. `code` absent: the ballot asks for none. */
export async function castVote(speech: BallotSpeech, ballot: Ballot, code: string | undefined, cast: (code: string | undefined) => Promise<Receipt>): Promise<Outcome> {
  const read = code === undefined ? undefined : readAccessCode(code);
  if (read && 'slip' in read) return { wrongCode: read.slip, status: 422 };
  try {
    return { receipt: await cast(read?.code) };
  } catch (error) {
    if (!isParvisError(error)) throw error;
    return refused(speech, ballot, error);
  }
}

function refused({ plain }: BallotSpeech, { eligibility }: Ballot, error: ParvisError): Outcome {
  const { code, retryAfter } = error;
  const wrongCode = eligibility === 'code' ? refusalOf(error) : undefined;
  if (wrongCode) return { wrongCode, status: errorStatus[code], retryAfter };
  switch (code) {
    case 'closed': return { over: 'late' };
    case 'not-yet': return { over: 'upcoming' };
    case 'already-voted': return { over: 'voted' };
    case 'not-eligible':
    case 'rules-changed':
    case 'invalid': return { changed: true };
    case 'quota': return { again: ['warn', plain('busy'), plain('busyText')], status: 429, retryAfter };
    case 'backend-fault': return { again: ['warn', plain('unsure'), plain('unsureText')], status: retryAfter === undefined ? 500 : 503, retryAfter };
    default: throw error;
  }
}

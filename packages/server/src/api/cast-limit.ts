import { codeRefusal, isParvisError, readAccessCode } from '@parvis/contract';
import type { Context } from 'hono';
import type { CodeStore } from '../store/code-store.ts';
import { addressOf, type Rate, RateLimiter, refuseAfter } from './rate-limit.ts';

/**
 * Codes that nobody was given, from one address and to one consultation from all addresses. People hardly ever send one: a slip of the finger is noticed by
 * the code's last sign. Beyond, such codes are answered with 429 and no word on the code.
 */
export const wrongCodes: Readonly<Record<'address' | 'consultation' | 'foreign', Rate>> = {
  address: { burst: 10, perSecond: 1 / 60 },
  consultation: { burst: 300, perSecond: 1 },
  /** From one address: right codes of another vote, of which people may hold letters too. To find out costs a look at every ballot. */
  foreign: { burst: 60, perSecond: 1 / 2 },
};

/** Makes a call, or throws where it comes too often. */
export type CallLimit = (c: Context, input: Record<string, unknown>, call: () => Promise<unknown>) => Promise<unknown>;

export const unlimited: CallLimit = (_c, _input, call) => call();

export interface VoteLimits {
  casts: CallLimit;
  /** What the plain pages send before anything is cast. */
  steps: (c: Context) => void;
}

/** Votes, and the steps to them on the plain pages, come before their limit: only their body tells whether they carry a code. */
export const isCast = (c: Context): boolean => c.req.method === 'POST' && /\/ballots\/[^/]+\/votes$|^\/c\/[^/]+\/vote\/[^/]+$/.test(c.req.path);

/** Steps are as many as pages are read: whoever fills their bucket keeps nobody away who is about to send a code. */
export function limitSteps(rate: Rate, trustProxy: boolean, now: () => number): VoteLimits['steps'] {
  const steps = new RateLimiter(rate);
  return (c) => refuseAfter(steps.take(addressOf(c, trustProxy), now()), 'Too many pages for this address.');
}

/**
 * Votes without a code, or with signs that are none, are limited by address like any other call. A code that may be one is always looked at: whoever holds
 * a right one votes, however many wrong ones came from the same building or from everywhere. Guessing gains nothing by that: see docs/en/codes.md for the odds.
 * Once wrong ones came too often, the look is a single one at the codes of the ballot.
 */
export function limitCasts(rate: Rate, trustProxy: boolean, now: () => number, codes: Pick<CodeStore, 'isGiven'>): CallLimit {
  const calls = new RateLimiter(rate);
  const guesses = { address: new RateLimiter(wrongCodes.address), consultation: new RateLimiter(wrongCodes.consultation), foreign: new RateLimiter(wrongCodes.foreign) };
  return async (c, input, call) => {
    const address = addressOf(c, trustProxy);
    const consultation = String(input['consultation']);
    const code = codeIn(input['voter']);
    if (code === undefined) refuseAfter(calls.take(address, now()), 'Too many calls from this address.');
    else {
      const wait = guesses.address.wait(address, now()) || guesses.consultation.wait(consultation, now()) || guesses.foreign.wait(address, now());
      if (wait > 0 && !(await codes.isGiven(consultation, String(input['ballot']), code))) refuseAfter(wait, 'Too many wrong codes.');
    }
    try {
      return await call();
    } catch (error) {
      const refusal = isParvisError(error) ? codeRefusal(error) : undefined;
      if (refusal === 'foreign') guesses.foreign.take(address, now());
      if (refusal === 'unknown') {
        refuseAfter(guesses.address.take(address, now()) || guesses.consultation.take(consultation, now()), 'Too many wrong codes.');
      }
      throw error;
    }
  };
}

/** Signs that may be a code, bare. Absent: none were sent, or they are none. */
function codeIn(voter: unknown): string | undefined {
  if (typeof voter !== 'object' || voter === null || !('code' in voter) || typeof voter.code !== 'string' || voter.code.length > 100) return undefined;
  const read = readAccessCode(voter.code);
  return 'code' in read ? read.code : undefined;
}

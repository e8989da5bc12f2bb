import type { Ballot } from '@parvis/contract';
import { ParvisError, type ErrorCode } from '@parvis/contract/errors';
import type { ParvisBallot } from '../ballot/ballot.ts';
import { backendWith, bench, openBallot, tick, toReview, type Cast, type Sent, type Votes } from './ballot.ts';
import { labelled, words } from './page.ts';

/** What the tests of ballots with an access code share. */

export const field = (ballot: ParvisBallot) => labelled(ballot, 'Votre code');
export const text = (ballot: ParvisBallot) => words(ballot.renderRoot);
export const asking = (votes: Partial<Votes> = {}, rules: Partial<Ballot> = {}) => backendWith({ eligibility: 'code', unit: 'dwelling', ...rules }, votes);

/** A backend that keeps what was sent to it. */
export function noting(then: Partial<Votes> = {}, rules?: Partial<Ballot>) {
  const sent: Sent[] = [];
  const { votes } = asking({}, rules);
  const cast: Cast = (vote, context) => {
    sent.push(vote);
    return (then.cast ?? votes.cast)(vote, context);
  };
  return { sent, backend: { votes: { ...votes, ...then, cast } } };
}

export async function review(backend: object, ...labels: string[]): Promise<ParvisBallot> {
  const ballot = await openBallot(backend);
  await tick(ballot, ...(labels.length > 0 ? labels : [bench]));
  await toReview(ballot);
  return ballot;
}

export const refusing = (code: ErrorCode, issue?: string): Cast => () => Promise.reject(new ParvisError(code, { issues: issue ? [{ pointer: '/voter/code', code: issue }] : [] }));

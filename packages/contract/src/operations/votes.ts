import { Ballot, BallotInput, ExportedVotes, ExportInput, Receipt, ReceiptInput, Results, Vote } from '../schemas/votes.ts';
import { operation } from './operation.ts';

const base = '/consultations/{consultation}/ballots/{ballot}';

export const ballot = operation({
  method: 'GET', path: base, summary: 'The definition of one vote',
  input: BallotInput, answer: Ballot, errors: ['not-found'],
});

/** A vote is final once accepted: nothing joins it to its voter, so nothing could find it again to replace it. */
export const cast = operation({
  method: 'POST', path: `${base}/votes`, summary: 'Cast a vote',
  input: Vote, answer: Receipt,
  errors: ['not-found', 'already-voted', 'not-eligible', 'closed', 'rules-changed', 'invalid', 'not-yet'],
});

/** A POST, because a receipt in an address would end in logs. */
export const receipt = operation({
  method: 'POST', path: `${base}/receipt`, summary: 'Look a receipt up: the vote it stands for was taken in',
  input: ReceiptInput, answer: Receipt, errors: ['not-found'],
});

/** `not-yet` while the ballot hides them from everybody or from those who have not voted, and while too few have voted; see `liveStep`. */
export const results = operation({
  method: 'GET', path: `${base}/results`, summary: 'Totals by option and channel, and the outcome',
  input: BallotInput, answer: Results, errors: ['not-found', 'not-yet'],
});

/** For ballots that show results after one's own vote. `not-found` also for a receipt that was never given. A POST, as `receipt` is. */
export const resultsAfterVote = operation({
  method: 'POST', path: `${base}/results`, summary: 'The same, for somebody who has voted: they show their receipt',
  input: ReceiptInput, answer: Results, errors: ['not-found', 'not-yet'],
});

export const exportVotes = operation({
  method: 'GET', path: `${base}/export`, summary: 'Every vote without its voter, once voting is closed',
  input: ExportInput, answer: ExportedVotes, errors: ['not-found', 'not-yet', 'invalid'],
});

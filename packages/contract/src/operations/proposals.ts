import {
  Proposal, ProposalInput, ProposalList, ProposalListInput, ProposalReceipt, ProposalSubmission, SupportAnswer, SupportInput,
} from '../schemas/proposals.ts';
import { operation } from './operation.ts';

const base = '/consultations/{consultation}/proposals';

export const list = operation({
  method: 'GET', path: base, summary: 'Published proposals, searched and sorted',
  input: ProposalListInput, answer: ProposalList, errors: ['not-found'],
});

export const get = operation({
  method: 'GET', path: `${base}/{id}`, summary: 'One published proposal',
  input: ProposalInput, answer: Proposal, errors: ['not-found'],
});

export const submit = operation({
  method: 'POST', path: base, summary: 'Submit a proposal',
  input: ProposalSubmission, answer: ProposalReceipt, errors: ['not-found', 'invalid', 'closed', 'quota', 'consent-required'],
});

export const support = operation({
  method: 'POST', path: `${base}/{id}/support`, summary: 'Say publicly "I agree"',
  input: SupportInput, answer: SupportAnswer, errors: ['not-found', 'closed', 'quota'],
});

export const withdrawSupport = operation({
  method: 'POST', path: `${base}/{id}/withdraw-support`, summary: 'Take one\'s support back',
  input: SupportInput, answer: SupportAnswer, errors: ['not-found', 'closed', 'quota'],
});

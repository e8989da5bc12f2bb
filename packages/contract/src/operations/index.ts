import * as attachments from './attachments.ts';
import * as backend from './backend.ts';
import * as consultations from './consultations.ts';
import * as faq from './faq.ts';
import * as feedback from './feedback.ts';
import type { Operation } from './operation.ts';
import * as places from './places.ts';
import * as proposals from './proposals.ts';
import * as statistics from './statistics.ts';
import * as votes from './votes.ts';

export type { CallContext, Operation, Verb } from './operation.ts';

/** `describe` and `check`, which every backend has. */
export { backend };

/** Every group a backend may offer, with its verbs. The HTTP adapter, the server and the OpenAPI document are read off it. */
export const groups = {
  consultations,
  proposals,
  votes: {
    ballot: votes.ballot, cast: votes.cast, receipt: votes.receipt, results: votes.results, resultsAfterVote: votes.resultsAfterVote, export: votes.exportVotes,
  },
  faq,
  feedback,
  attachments,
  places,
  statistics,
} as const;

export type GroupName = keyof typeof groups;

/** Verbs of a group that take nothing in and need nothing that a person was given: what a backend offers that can only be read, files on any host for example. */
export const readingVerbs = (group: GroupName): string[] =>
  Object.entries<Operation>(groups[group]).filter(([, operation]) => operation.method === 'GET' || operation === feedback.timeline).map(([verb]) => verb);

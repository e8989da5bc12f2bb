import type { backend, CallContext, GroupName, groups, Operation, Verb } from './operations/index.ts';

/** The verbs of one group. Their inputs, answers and errors are documented in `operations/`. */
export type Group<G extends GroupName> = {
  [V in keyof (typeof groups)[G]]: (typeof groups)[G][V] extends Operation ? Verb<(typeof groups)[G][V]> : never;
};

export type ConsultationsGroup = Group<'consultations'>;
export type ProposalsGroup = Group<'proposals'>;
export type VotesGroup = Group<'votes'>;
export type FaqGroup = Group<'faq'>;
export type FeedbackGroup = Group<'feedback'>;
export type AttachmentsGroup = Group<'attachments'>;
export type PlacesGroup = Group<'places'>;
export type StatisticsGroup = Group<'statistics'>;

/**
 * Whatever stores things, as the widgets see it: a plain object. A group is offered by being there; a widget whose
 * group is absent says so in plain words. Every verb rejects with a `ParvisError` and with nothing else.
 */
export interface Backend {
  describe: Verb<typeof backend.describe>;
  check: Verb<typeof backend.check>;
  consultations?: ConsultationsGroup | undefined;
  proposals?: ProposalsGroup | undefined;
  votes?: VotesGroup | undefined;
  faq?: FaqGroup | undefined;
  feedback?: FeedbackGroup | undefined;
  attachments?: AttachmentsGroup | undefined;
  places?: PlacesGroup | undefined;
  statistics?: StatisticsGroup | undefined;
}

/** A backend of which only some verbs are at hand: what one widget's file carries, or what can only be read. */
export type PartialBackend = { [G in GroupName]?: Partial<Group<G>> | undefined };

export type { CallContext };

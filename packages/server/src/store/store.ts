import type { Channel, Choice, ConsultationDefinition, ParvisError, ProposalStatus, Receipt, Results, StatisticsCell, Voter } from '@parvis/contract';
import type { CodeStore } from './code-store.ts';
import type { GroupStore } from './group-store.ts';

/**
 * What the reference server asks of a database, and nothing more, so that another engine can take SQLite's place.
 * Every write is durable when its promise resolves: the data is flushed to the disk first. Every method rejects with
 * a `ParvisError`; `backend-fault` when the database cannot answer (disk full, read-only …), with nothing half written.
 */
export interface Store extends ConsultationStore, VoteStore, CodeStore, GroupStore, ProposalStore, ReactionStore, AttachmentStore {
  /** How many transactions were committed by writers since the store was opened; one may hold many writes. */
  readonly commits: number;
  /** Changes with every write, by this program or another: what was read stays true until then. */
  revision(): Promise<string>;
  /** Whether a write can be made now. A yes may be some seconds old, and is taken back when a write fails. */
  writable(): Promise<boolean>;
  /** Waits for the writes under way, moves everything into the one file and lets it go. */
  close(): Promise<void>;
}

export interface ConsultationStore {
  /**
   * Opens a consultation, or replaces its texts. The caller has checked the definition (schema, `checkDefinition`).
   * Rejects with `rules-changed` when a ballot that already has votes would get other rules or vanish; the issues
   * point into the definition.
   */
  putConsultation(definition: ConsultationDefinition): Promise<'new' | 'replaced'>;
  /** The very same object as long as nothing changed, so that callers may keep what they derive from it. */
  getConsultation(id: string): Promise<ConsultationDefinition | undefined>;
  /** Random text of this consultation alone, the same for ever: what its pages carry is sealed with it. The caller has seen that the consultation exists. */
  pageSecret(id: string): Promise<string>;
  /** Newest first. */
  listConsultations(page: { after?: string[] | undefined; limit: number }): Promise<Slice<ConsultationDefinition>>;
}

/** A vote without its voter: all that is ever kept of it. */
export interface KeptVote {
  choice: Choice;
  channel: Channel;
}

export interface VoteStore {
  /**
   * All in one transaction: vote, mark (or use of the access code), receipt, tally and the answer for a retry. Rejects with `already-voted`, or with
   * `not-eligible` and a `CodeRefusal`. A test code is answered with a receipt marked `test`, and nothing is counted.
   */
  castVote(command: CastCommand): Promise<Receipt>;
  /** `receipt` is hashed by the caller. */
  findReceipt(consultation: string, ballot: string, receipt: Buffer): Promise<{ channel: Channel; day: string } | undefined>;
  /** The kept totals; a test proves that they equal a recount. */
  tally(consultation: string, ballot: string): Promise<TallyRow[]>;
  /** What was shown last of the results while voting goes on: the next are not to be few voters apart, also after a restart. */
  shownResults(consultation: string, ballot: string): Promise<Results | undefined>;
  keepShownResults(consultation: string, ballot: string, results: Results): Promise<void>;
  /** In the order of random ids, which says nothing about who voted when. */
  exportVotes(consultation: string, ballot: string, page: { after?: string[] | undefined; limit: number }): Promise<Slice<KeptVote>>;
  /**
   * Takes over votes from a file, in one transaction: nothing is kept when the iteration or the database fails. Tallies and
   * numbers of voters are kept too. The caller has validated every choice. Memory stays bounded.
   * `definition`: the consultation is opened or replaced first, in the same transaction (see `putConsultation`).
   * Rejects with `not-found` (no such ballot) or `already` (the ballot has votes: a second import would double them).
   */
  importVotes(
    consultation: string, ballot: string, votes: Iterable<KeptVote> | AsyncIterable<KeptVote>,
    options?: { definition?: ConsultationDefinition | undefined; onProgress?: ((done: number) => void) | undefined },
  ): Promise<{ votes: number }>;
  /**
   * Forgets the answers kept for retries: of one closed ballot, or (no ballot given) of other writes before `day`. Of a closed ballot the votes are also
   * written anew in the order of their ids, so that no trace of the order of arrival is left in the file.
   */
  forgetReplays(consultation: string, what: { ballot: string } | { before: string }): Promise<void>;
}

/** A write that may be repeated: the same key and content answer the same, another content is `invalid`. */
export interface Replayable {
  key: string;
  /** Canonical text of everything the key stands for. */
  content: string;
}

export interface CastCommand extends KeptVote {
  definition: ConsultationDefinition;
  ballot: string;
  replay: Replayable;
  /** Asked inside the transaction, after the replay: why the vote may not be taken in. */
  refusal(): ParvisError | undefined;
  voter: Voter;
  /** What the vote adds to the tally. */
  entries: [option: string, amount: number][];
  receipt: Receipt;
  receiptHash: Buffer;
}

/** `option` is empty for the numbers of voters and of blank votes. */
export interface TallyRow {
  kind: 'option' | 'blank' | 'voters';
  option: string;
  channel: Channel;
  amount: number;
}

/** One page: `next` is where to go on, absent on the last page. */
export interface Slice<T> {
  items: T[];
  next?: string[] | undefined;
  total?: number | undefined;
}

export interface KeptProposal {
  id: string;
  title: string;
  text: string;
  lang: string;
  category: string | null;
  place: string | null;
  status: ProposalStatus;
  supports: number;
  publishedAt: string | null;
}

export interface KeptQuestion {
  id: string;
  question: string;
  lang: string;
  status: 'pending' | 'published';
  receivedAt: string;
  email: string | null;
}

export type ProposalSort = 'newest' | 'oldest' | 'most-supported';

export interface ProposalQuery {
  /** Words that must all be there, folded like the texts (see `fold`). */
  words: string[];
  category?: string | undefined;
  sort: ProposalSort;
  after?: string[] | undefined;
  limit: number;
}

/** A proposal or question as its author left it. The contact is kept apart; the profile is only counted. */
export interface Submission<A> {
  consultation: string;
  replay: Replayable;
  refusal(): ParvisError | undefined;
  id: string;
  receivedAt: string;
  /** SHA-256 of the tracking code. */
  trackingHash: Buffer;
  email?: string | undefined;
  answer: A;
}

export interface ProposalStore {
  /** Everything that is or was public. */
  listProposals(consultation: string, query: ProposalQuery): Promise<Slice<KeptProposal>>;
  /** Pending ones too: the caller decides who may see them. */
  getProposal(consultation: string, id: string): Promise<KeptProposal | undefined>;
  submitProposal<A>(command: Submission<A> & { proposal: KeptProposal; profile?: string | undefined }): Promise<A>;
  askQuestion<A>(command: Submission<A> & { question: string; lang: string }): Promise<A>;
  /** What a tracking code stands for. */
  findTracked(consultation: string, trackingHash: Buffer): Promise<Tracked | undefined>;
  /** How many proposals there are (pending ones too), in each category, and how often each profile answer was given. */
  proposalCounts(consultation: string): Promise<StatisticsCell[]>;
  /** Everything residents proposed and asked, for the organiser's own export; addresses only where consent was given. */
  submissions(consultation: string): Promise<{ proposals: (KeptProposal & { email: string | null })[]; questions: KeptQuestion[] }>;
}

export interface Tracked {
  kind: 'proposal' | 'question';
  id: string;
  /** Title of the proposal, or the question. */
  title: string;
  text?: string | undefined;
  place?: string | undefined;
  status: ProposalStatus;
  receivedAt: string;
}

/** An act that can be taken back. A sequence number not above the one kept changes nothing. */
export interface Reaction {
  consultation: string;
  id: string;
  mark: string;
  sequence: number;
  on: boolean;
}

export interface ReactionStore {
  /** Answers with the newest intention known; `supports` is the number of supports now. */
  setSupport(reaction: Reaction): Promise<{ on: boolean; sequence: number; supports: number }>;
  setRating(reaction: Reaction & { kind: 'faq' | 'feedback' }): Promise<{ on: boolean; sequence: number }>;
  /** `email` is kept while `on`, and forgotten when the person stops following. */
  setFollow(reaction: Reaction & { email: string }): Promise<{ on: boolean; sequence: number }>;
  /** Ratings by the id of what was rated. */
  ratings(consultation: string, kind: 'faq' | 'feedback'): Promise<Map<string, { yes: number; no: number }>>;
}

export interface KeptAttachment {
  id: string;
  name: string;
  type: string;
  bytes: number;
}

export interface AttachmentStore {
  putAttachment<A>(command: {
    consultation: string;
    replay: Replayable;
    /** Asked inside the transaction, after the replay. `kept`: bytes of all attachments of the consultation so far. */
    refusal(kept: number): ParvisError | undefined;
    attachment: KeptAttachment;
    data: Buffer;
    answer: A;
  }): Promise<A>;
  getAttachment(consultation: string, id: string): Promise<(KeptAttachment & { data: Uint8Array }) | undefined>;
}

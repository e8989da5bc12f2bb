import { checkDefinition, closestLanguage, ConsultationDefinition, normalizeCode, parse, ParvisError, rulesHash } from '@parvis/contract';
import type {
  Attachment, AskReceipt, BallotDefinition, ConsultationFile, ContactDraft, CountableVote, Issue, Live, Outcome, Proposal, ProposalReceipt, Reader, Receipt, Results,
} from '@parvis/contract';
import { Intentions, Replays } from '../author/index.ts';

export interface MemoryOptions {
  /** The backend's clock. Default: the machine's. */
  now?: (() => Date) | undefined;
  /** Milliseconds before each answer, to see what a slow network does. Default 0. */
  latency?: number | undefined;
  /** Largest attachment in bytes. Default 5 000 000. */
  attachmentLimit?: number | undefined;
  /** Counts the votes of a ballot by its rule: `outcomeOf` of `@parvis/counting`. Absent: results are totals, without an outcome. */
  outcomeOf?: OutcomeOf | undefined;
  /** Access codes (see `createAccessCode`), each one vote on every ballot that asks for one. Default none: nobody can vote there. */
  codes?: readonly string[] | undefined;
}

export type OutcomeOf = (ballot: BallotDefinition, votes: Iterable<CountableVote>) => Outcome | undefined;

/** Everything kept, by consultation. */
export interface MemoryStore {
  now: () => Date;
  attachmentLimit: number;
  outcomeOf: OutcomeOf | undefined;
  consultations: Map<string, Room>;
}

/** One consultation: its definition, and what residents did. */
export interface Room {
  definition: ConsultationDefinition;
  proposals: Map<string, StoredProposal>;
  submissions: Replays<ProposalReceipt>;
  boxes: Map<string, Box>;
  questions: Map<string, StoredQuestion>;
  asks: Replays<AskReceipt>;
  /** Whether an answer was useful, by question. */
  useful: Map<string, Intentions<boolean>>;
  /** Whether the town's answer was satisfying, by contribution. */
  satisfied: Map<string, Intentions<boolean>>;
  /** The address that asked for news, by contribution; `undefined` once it was taken back. */
  followers: Map<string, Intentions<string | undefined>>;
  attachments: Replays<Attachment>;
}

export interface StoredProposal extends Omit<Proposal, 'supports'> {
  /** Order of arrival. */
  serial: number;
  /** Supports that came with the definition. */
  earlierSupports: number;
  supporters: Intentions<boolean>;
  receivedAt: string;
  trackingCode?: string | undefined;
  contact?: ContactDraft | undefined;
  profile?: string | undefined;
}

export interface StoredQuestion {
  question: string;
  contact?: ContactDraft | undefined;
  trackingCode: string;
  receivedAt: string;
}

/** `test`: its votes count nowhere. */
export type CodeState = 'unused' | 'used' | 'void' | 'test';

/** One ballot box. Marks, votes and receipts lie apart: nothing in it joins two of them. */
export interface Box {
  definition: BallotDefinition;
  rulesHash: Promise<string>;
  marks: Set<string>;
  /** Access codes, bare. They are there before anybody votes. */
  codes: Map<string, CodeState>;
  /** In an order drawn at random. */
  votes: CountableVote[];
  receipts: Map<string, Receipt>;
  replays: Replays<Receipt>;
  /** What was shown last once voting is closed. */
  shown?: Results | undefined;
  /** What is shown until then. */
  live: Live<Results>;
}

/** @throws ParvisError `invalid`, with pointers that start with the number of the definition in the list */
export function createStore(files: readonly ConsultationFile[], options: MemoryOptions): MemoryStore {
  const now = options.now ?? (() => new Date());
  const rooms = files.map((file, i) => createRoom(checked(file, i), now(), options.codes ?? []));
  return {
    now,
    attachmentLimit: options.attachmentLimit ?? 5_000_000,
    outcomeOf: options.outcomeOf,
    consultations: new Map(rooms.map((room) => [room.definition.id, room])),
  };
}

function checked(file: ConsultationFile, index: number): ConsultationDefinition {
  const parsed = parse(ConsultationDefinition, file);
  const issues: Issue[] = parsed.ok ? checkDefinition(parsed.value) : parsed.issues;
  if (parsed.ok && issues.length === 0) return parsed.value;
  throw new ParvisError('invalid', {
    issues: issues.map((issue) => ({ ...issue, pointer: `/${index}${issue.pointer}` })),
    detail: `definition ${index}: ${issues.map((issue) => `${issue.pointer} ${issue.code}`).join(', ')}`,
  });
}

function createRoom(definition: ConsultationDefinition, now: Date, codes: readonly string[]): Room {
  const box = (ballot: BallotDefinition): Box => ({
    definition: ballot, rulesHash: rulesHash(ballot), marks: new Set(), live: {},
    codes: new Map(ballot.eligibility === 'code' ? codes.map((code) => [normalizeCode(code), 'unused']) : []), votes: [], receipts: new Map(), replays: new Replays(),
  });
  const proposal = (p: ConsultationDefinition['proposals'][number], serial: number): StoredProposal => {
    const { supports, ...rest } = p;
    return {
      ...rest, lang: p.lang ?? closestLanguage(definition.languages, undefined), serial, earlierSupports: supports,
      supporters: new Intentions(), receivedAt: p.publishedAt ?? now.toISOString(),
    };
  };
  return {
    definition,
    proposals: new Map(definition.proposals.map((p, i) => [p.id, proposal(p, i)])),
    submissions: new Replays(),
    boxes: new Map(definition.ballots.map((b) => [b.id, box(b)])),
    questions: new Map(),
    asks: new Replays(),
    useful: new Map(),
    satisfied: new Map(),
    followers: new Map(),
    attachments: new Replays(),
  };
}

/** @throws ParvisError `not-found` */
export function roomOf(store: MemoryStore, { consultation }: { consultation: string }): Room {
  return found(store.consultations.get(consultation));
}

/** @throws ParvisError `not-found` */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new ParvisError('not-found');
  return thing;
}

/** The language this reader gets, and the time it is. */
export const readerOf = (store: MemoryStore, room: Room, locale: string | undefined): Reader => ({
  lang: closestLanguage(room.definition.languages, locale),
  now: store.now(),
});

/** The intentions on one thing, made at the first of them. */
export function intentionsOn<T>(all: Map<string, Intentions<T>>, id: string): Intentions<T> {
  const known = all.get(id) ?? new Intentions<T>();
  all.set(id, known);
  return known;
}

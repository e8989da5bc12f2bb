import {
  ballotFor, canonicalChoice, codePointer, isFinal, liveStep, mergedChannels, normalizeCode, partStatus, ParvisError, randomCode, readAccessCode, resultsOpenTo, shownChannel, shownTotals, totalsOf,
  validateVote,
} from '@parvis/contract';
import type { CodeRefusal, OpenStatus, Receipt, Results, TypedCode, Vote, VotesGroup } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/votes';
import { page, verb } from '../author/index.ts';
import { found, readerOf, roomOf } from './store.ts';
import type { Box, MemoryStore } from './store.ts';

type Place = { consultation: string; ballot: string };

export function votes(store: MemoryStore): VotesGroup {
  const boxOf = (input: Place): Box => found(roomOf(store, input).boxes.get(input.ballot));
  const statusOf = (input: Place) => partStatus(roomOf(store, input).definition, boxOf(input).definition, store.now());
  return {
    ballot: verb(operations.ballot, async (input, { locale }) => {
      const room = roomOf(store, input);
      const box = boxOf(input);
      return ballotFor(room.definition, box.definition, await box.rulesHash, readerOf(store, room, locale));
    }),

    cast: verb(operations.cast, async (input) => {
      const box = boxOf(input);
      const status = statusOf(input);
      if (status === 'closed') {
        box.replays.clear();
        throw new ParvisError('closed');
      }
      if (status === 'upcoming') throw new ParvisError('not-yet');
      const { key, ...content } = input;
      const rulesHash = await box.rulesHash;
      return box.replays.once(key, content, () => cast(store, box, input, rulesHash));
    }),

    receipt: verb(operations.receipt, (input) => receiptOf(boxOf(input), input)),

    results: verb(operations.results, (input) => {
      if (resultsOpenTo(boxOf(input).definition, statusOf(input)) !== 'everybody') throw new ParvisError('not-yet');
      return resultsOf(store, boxOf(input), input, statusOf(input));
    }),

    resultsAfterVote: verb(operations.resultsAfterVote, (input) => {
      const box = boxOf(input);
      receiptOf(box, input);
      if (resultsOpenTo(box.definition, statusOf(input)) === 'nobody') throw new ParvisError('not-yet');
      return resultsOf(store, box, input, statusOf(input));
    }),

    export: verb(operations.exportVotes, (input) => {
      if (statusOf(input) !== 'closed') throw new ParvisError('not-yet');
      const { definition, votes } = boxOf(input);
      const merged = mergedChannels(totalsOf(definition, votes).voters);
      const answer = page(votes, (_, index) => [index], { cursor: input.cursor, limit: input.limit ?? 1000 });
      return { ...answer, items: answer.items.map(({ choice, channel }) => ({ choice, channel: shownChannel(channel, merged) })) };
    }),
  };
}

const receiptOf = (box: Box, { receipt }: { receipt: string }): Receipt => found(box.receipts.get(normalizeCode(receipt)));

/** Runs without a pause from the check of the voter to the last note, so that two calls never both get through. */
function cast(store: MemoryStore, box: Box, { consultation, ballot, voter, rulesHash, choice, channel = 'online' }: Vote, rulesNow: string): Receipt {
  if (rulesHash !== rulesNow) throw new ParvisError('rules-changed');
  const issues = validateVote(box.definition, choice);
  if (issues.length > 0) {
    throw new ParvisError('invalid', { issues: issues.map((issue) => ({ ...issue, pointer: `/choice${issue.pointer}` })) });
  }
  const receipt = { receipt: randomCode(), consultation, ballot, channel, day: store.now().toISOString().slice(0, 10) };
  if (takeTurn(store, box, voter) === 'test') return { ...receipt, test: true };
  addAnywhere(box.votes, { choice: canonicalChoice(box.definition, choice), channel });
  box.receipts.set(normalizeCode(receipt.receipt), receipt);
  return receipt;
}

/** Notes that somebody has voted. @throws ParvisError `already-voted` or `not-eligible` */
function takeTurn(store: MemoryStore, box: Box, voter: Vote['voter']): 'vote' | 'test' {
  const withCode = box.definition.eligibility === 'code';
  if ('code' in voter) {
    if (!withCode) throw new ParvisError('not-eligible');
    return useCode(store, box, readAccessCode(voter.code));
  }
  if (withCode) throw refused('missing');
  if (box.marks.has(voter.mark)) throw new ParvisError('already-voted');
  box.marks.add(voter.mark);
  return 'vote';
}

function useCode(store: MemoryStore, { codes }: Box, read: TypedCode): 'vote' | 'test' {
  if ('slip' in read) throw refused('mistyped');
  const state = codes.get(read.code);
  if (state === undefined) {
    const others = [...store.consultations.values()].flatMap((room) => [...room.boxes.values()]);
    throw refused(others.some((other) => other.codes.has(read.code)) ? 'foreign' : 'unknown');
  }
  if (state === 'void') throw refused('void');
  if (state === 'used') throw new ParvisError('already-voted');
  if (state === 'test') return 'test';
  codes.set(read.code, 'used');
  return 'vote';
}

const refused = (code: CodeRefusal) => new ParvisError('not-eligible', { issues: [{ pointer: codePointer, code }] });

/** Each new entry changes places with any other: the order of the list says nothing about the order of arrival. */
function addAnywhere<T>(list: T[], entry: T): void {
  const at = Math.floor(Math.random() * (list.length + 1));
  list.push(list[at] ?? entry);
  list[at] = entry;
}

/** Counted anew when votes have come; while voting goes on, shown when they are enough. */
function resultsOf(store: MemoryStore, box: Box, place: Place, status: OpenStatus): Results {
  // Votes are only ever added: their number and whether more may come tell one answer from another.
  const etag = `"${box.votes.length}-${status}"`;
  if (status === 'closed') return (box.shown = box.shown?.etag === etag ? box.shown : counted(store, box, place, status, etag));
  const { live, counts } = liveStep(box.live, box.votes.length);
  box.live = counts ? { ...live, next: counted(store, box, place, status, etag) } : live;
  if (!box.live.shown) throw new ParvisError('not-yet');
  return box.live.shown;
}

function counted(store: MemoryStore, { definition, votes }: Box, { consultation, ballot }: Place, status: OpenStatus, etag: string): Results {
  const outcome = definition.counting && store.outcomeOf?.(definition, votes);
  return {
    consultation, ballot,
    final: isFinal(definition, status),
    ...shownTotals(definition, totalsOf(definition, votes), status),
    ...(outcome && { outcome }),
    verified: definition.eligibility === 'code',
    countedAt: store.now().toISOString(),
    etag,
  };
}

import {
  ballotFor, canonicalChoice, isFinal, mayShowWhileOpen, mergedChannels, normalizeCode, partStatus, ParvisError, randomCode, resultsOpenTo, shownChannel, shownTotals, totalsOf,
  validateVote,
} from '@parvis/contract';
import type { OpenStatus, Receipt, Results, Vote, VotesGroup } from '@parvis/contract';
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
      return box.replays.once(key, content, () => cast(box, input, rulesHash, store.now()));
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

/** Runs without a pause from the check of the mark to the last note, so that two calls never both get through. */
function cast(box: Box, { consultation, ballot, voter, rulesHash, choice, channel = 'online' }: Vote, rulesNow: string, now: Date): Receipt {
  // Access codes are not offered here: a ballot that asks for one takes nobody's vote.
  if (box.definition.eligibility === 'code' || !('mark' in voter)) throw new ParvisError('not-eligible');
  if (rulesHash !== rulesNow) throw new ParvisError('rules-changed');
  const issues = validateVote(box.definition, choice);
  if (issues.length > 0) {
    throw new ParvisError('invalid', { issues: issues.map((issue) => ({ ...issue, pointer: `/choice${issue.pointer}` })) });
  }
  if (box.marks.has(voter.mark)) throw new ParvisError('already-voted');
  box.marks.add(voter.mark);
  addAnywhere(box.votes, { choice: canonicalChoice(box.definition, choice), channel });
  const receipt = { receipt: randomCode(), consultation, ballot, channel, day: now.toISOString().slice(0, 10) };
  box.receipts.set(normalizeCode(receipt.receipt), receipt);
  return receipt;
}

/** Each new entry changes places with any other: the order of the list says nothing about the order of arrival. */
function addAnywhere<T>(list: T[], entry: T): void {
  const at = Math.floor(Math.random() * (list.length + 1));
  list.push(list[at] ?? entry);
  list[at] = entry;
}

/** Counted anew when votes have come; while voting goes on, only once they are enough. */
function resultsOf(store: MemoryStore, box: Box, { consultation, ballot }: Place, status: OpenStatus): Results {
  const { definition, votes, shown } = box;
  // Votes are only ever added: their number and whether more may come tell one answer from another.
  const etag = `"${votes.length}-${status}"`;
  const waits = status !== 'closed' && !mayShowWhileOpen(votes.length, shown?.voters.total ?? 0);
  if (shown && (waits || shown.etag === etag)) return shown;
  if (waits) throw new ParvisError('not-yet');
  const outcome = definition.counting && store.outcomeOf?.(definition, votes);
  return (box.shown = {
    consultation, ballot,
    final: isFinal(definition, status),
    ...shownTotals(definition, totalsOf(definition, votes)),
    ...(outcome && { outcome }),
    verified: false,
    countedAt: store.now().toISOString(),
    etag,
  });
}

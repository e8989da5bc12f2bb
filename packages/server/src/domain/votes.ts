import {
  type BallotInput, ballotFor, canonicalChoice, canonicalJson, codePointer, groupCode, mergedChannels, partStatus, ParvisError, randomCode, type Receipt, type ReceiptInput, resultsOpenTo,
  shownChannel, smallestGroup, tallyEntries, validateVote, type Vote, type VotesGroup,
} from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import { hashOfCode } from './code-hash.ts';
import { fromCursor, pageOf } from './cursors.ts';
import { found } from './faults.ts';
import { createResults, keptTotals } from './results.ts';
import type { House, Room, RoomBallot } from './rooms.ts';
import { verb } from './verb.ts';

const operations = groups.votes;
const exportOrder = 'votes';

export function votes(house: House): VotesGroup {
  const { store, now } = house;
  const resultsOf = createResults(house);
  const enter = async (input: BallotInput): Promise<[Room, RoomBallot]> => {
    const room = await house.room(input);
    return [room, found(room.ballots.get(input.ballot))];
  };
  const statusOf = (room: Room, ballot: RoomBallot) => partStatus(room.definition, ballot.definition, now());
  const receiptOf = async ({ consultation, ballot, receipt }: ReceiptInput): Promise<Receipt> => {
    const { channel, day } = found(await store.findReceipt(consultation, ballot, hashOfCode(receipt)));
    return { receipt: groupCode(receipt), consultation, ballot, channel, day };
  };

  /** Votes taken in since the start, by ballot. */
  const taken = new Map<string, number>();
  /** Results of an open ballot are counted as votes come, so that whoever asks first need not wait for twenty more. */
  function followLive(room: Room, ballot: RoomBallot): void {
    if (ballot.definition.results === 'hidden') return;
    const name = `${room.definition.id}\n${ballot.definition.id}`;
    const number = (taken.get(name) ?? 0) + 1;
    taken.set(name, number);
    // What fails here is told to whoever asks.
    if (number % smallestGroup === 0) resultsOf(room, ballot).catch(() => undefined);
  }

  return {
    ballot: verb(operations.ballot, async (input, { locale }) => {
      const [room, ballot] = await enter(input);
      const reader = house.reader(room, locale);
      return room.memo(`ballot ${input.ballot} ${reader.lang} ${statusOf(room, ballot)}`, () =>
        ballotFor(room.definition, ballot.definition, ballot.rulesHash, reader));
    }),

    cast: verb(operations.cast, async (input) => {
      const [room, ballot] = await enter(input);
      const { key, ...content } = input;
      const { consultation, ballot: id, voter, choice, channel = 'online' } = input;
      const receipt: Receipt = { receipt: randomCode(), consultation, ballot: id, channel, day: now().toISOString().slice(0, 10) };
      const answer = await store.castVote({
        definition: room.definition,
        ballot: id,
        replay: { key, content: canonicalJson(content) },
        refusal: () => refusal(input, ballot, statusOf(room, ballot)),
        voter,
        choice: canonicalChoice(ballot.definition, choice),
        channel,
        entries: tallyEntries(ballot.definition, choice),
        receipt,
        receiptHash: hashOfCode(receipt.receipt),
      });
      followLive(room, ballot);
      return answer;
    }),

    receipt: verb(operations.receipt, async (input) => {
      await enter(input);
      return receiptOf(input);
    }),

    results: verb(operations.results, async (input) => {
      const [room, ballot] = await enter(input);
      if (resultsOpenTo(ballot.definition, statusOf(room, ballot)) !== 'everybody') throw new ParvisError('not-yet');
      return resultsOf(room, ballot);
    }),

    resultsAfterVote: verb(operations.resultsAfterVote, async (input) => {
      const [room, ballot] = await enter(input);
      await receiptOf(input);
      if (resultsOpenTo(ballot.definition, statusOf(room, ballot)) === 'nobody') throw new ParvisError('not-yet');
      return resultsOf(room, ballot);
    }),

    export: verb(operations.export, async ({ cursor, limit = 1_000, ...input }) => {
      const [room, ballot] = await enter(input);
      if (statusOf(room, ballot) !== 'closed') throw new ParvisError('not-yet');
      const after = fromCursor(exportOrder, 1, cursor);
      const [votes, tally] = await Promise.all([store.exportVotes(input.consultation, input.ballot, { after, limit }), store.tally(input.consultation, input.ballot)]);
      const merged = mergedChannels(keptTotals(ballot.definition, tally).voters);
      return pageOf(exportOrder, { ...votes, items: votes.items.map(({ choice, channel }) => ({ choice, channel: shownChannel(channel, merged) })) });
    }),
  };
}

/** Why a vote is not taken in, in the order in which a voter can do something about it; whether the voter has voted comes last. */
function refusal({ rulesHash, choice, voter }: Vote, ballot: RoomBallot, status: string): ParvisError | undefined {
  if (status === 'closed') return new ParvisError('closed');
  if (status === 'upcoming') return new ParvisError('not-yet');
  if (rulesHash !== ballot.rulesHash) return new ParvisError('rules-changed');
  const issues = validateVote(ballot.definition, choice);
  if (issues.length > 0) {
    return new ParvisError('invalid', { issues: issues.map((issue) => ({ ...issue, pointer: `/choice${issue.pointer}` })) });
  }
  const withCode = ballot.definition.eligibility === 'code';
  if (withCode && 'mark' in voter) return new ParvisError('not-eligible', { issues: [{ pointer: codePointer, code: 'missing' }] });
  if (!withCode && 'code' in voter) return new ParvisError('not-eligible');
  return undefined;
}

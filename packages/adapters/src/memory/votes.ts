import { ballotFor, canonicalChoice, normalizeCode, partStatus, ParvisError, randomCode, tallyEntries, validateVote } from '@parvis/contract';
import type { Channel, OpenStatus, PerChannel, Receipt, Results, Vote, VotesGroup } from '@parvis/contract';
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

    receipt: verb(operations.receipt, (input) => found(boxOf(input).receipts.get(normalizeCode(input.receipt)))),

    results: verb(operations.results, (input) => {
      const box = boxOf(input);
      const status = statusOf(input);
      if (box.definition.results === 'hidden' && status !== 'closed') throw new ParvisError('not-yet');
      return count(box, input, status, store.now());
    }),

    export: verb(operations.exportVotes, (input) => {
      if (statusOf(input) !== 'closed') throw new ParvisError('not-yet');
      return page(boxOf(input).votes, (_, index) => [index], { cursor: input.cursor, limit: input.limit ?? 1000 });
    }),
  };
}

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

function count(box: Box, { consultation, ballot }: Place, status: OpenStatus, now: Date): Results {
  const tally = new Map(box.definition.options.map((o) => [o.id, nobody()]));
  const blank = nobody();
  const voters = nobody();
  for (const { choice, channel } of box.votes) {
    add(voters, channel, 1);
    if ('blank' in choice) add(blank, channel, 1);
    for (const [option, amount] of tallyEntries(box.definition, choice)) add(found(tally.get(option)), channel, amount);
  }
  const final = status === 'closed';
  return {
    consultation, ballot, blank, voters, final,
    tally: [...tally].map(([option, counts]) => ({ option, ...counts })),
    verified: false,
    countedAt: now.toISOString(),
    // Votes are only ever added: their number and whether more may come tell one answer from another.
    etag: `"${voters.total}-${final ? 'final' : 'open'}"`,
  };
}

const nobody = (): PerChannel => ({ online: 0, paper: 0, assisted: 0, total: 0 });

function add(counts: PerChannel, channel: Channel, amount: number): void {
  counts[channel] += amount;
  counts.total += amount;
}

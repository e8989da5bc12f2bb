import { join } from 'node:path';
import { digestOf, keyReused, page, verb } from '@parvis/adapters/author';
import type { WriteDigest } from '@parvis/adapters/author';
import { ballotFor, canonicalChoice, normalizeCode, partStatus, ParvisError, randomCode, rulesHash, tallyEntries, validateVote } from '@parvis/contract';
import type { BallotDefinition, BallotInput, Channel, Choice, ConsultationDefinition, Receipt, Results, Vote, VotesGroup } from '@parvis/contract';
import * as votes from '@parvis/contract/operations/votes';
import type { Town } from './adapter.ts';
import { JsonFile } from './json-file.ts';

/** One file per ballot. Marks, votes and receipts lie apart, each in an order that says nothing. */
export interface Box {
  marks: string[];
  votes: { choice: Choice; channel: Channel }[];
  receipts: Record<string, Receipt>;
  /** Answers to repeat, by digest of the key; emptied when voting closes. */
  answers: Record<string, { content: string; receipt: Receipt }>;
}

const empty: Box = { marks: [], votes: [], receipts: {}, answers: {} };
export const fileName = ({ consultation, ballot }: BallotInput) => `${consultation}.${ballot}.votes.json`;

export function votesGroup(town: Town, all: readonly ConsultationDefinition[]): VotesGroup {
  const names = all.flatMap((c) => c.ballots.map((b) => fileName({ consultation: c.id, ballot: b.id })));
  const files = new Map(names.map((name) => [name, new JsonFile<Box>(join(town.folder, name), empty)]));

  function open(input: BallotInput) {
    const c = town.find(input);
    const ballot = c.ballots.find((b) => b.id === input.ballot);
    const file = files.get(fileName(input));
    if (!ballot || !file) throw new ParvisError('not-found');
    return { c, ballot, file, status: partStatus(c, ballot, new Date()) };
  }

  return {
    ballot: verb(votes.ballot, async (input, { locale }) => {
      const { c, ballot } = open(input);
      return ballotFor(c, ballot, await rulesHash(ballot), town.reader(c, locale));
    }),

    cast: verb(votes.cast, async ({ key, ...vote }) => {
      const { ballot, file, status } = open(vote);
      if (status === 'closed') {
        if (Object.keys(file.value.answers).length > 0) await file.change((box) => void (box.answers = {}));
        throw new ParvisError('closed');
      }
      if (status === 'upcoming') throw new ParvisError('not-yet');
      const [digest, hash] = await Promise.all([digestOf(key, vote), rulesHash(ballot)]);
      return file.change((box) => take(box, ballot, hash, vote, digest));
    }),

    receipt: verb(votes.receipt, (input) => {
      const found = open(input).file.value.receipts[normalizeCode(input.receipt)];
      if (!found) throw new ParvisError('not-found');
      return found;
    }),

    results: verb(votes.results, (input) => {
      const { ballot, file, status } = open(input);
      if (ballot.results === 'hidden' && status !== 'closed') throw new ParvisError('not-yet');
      return count(file.value, ballot, input, status === 'closed');
    }),

    export: verb(votes.exportVotes, (input) => {
      const { file, status } = open(input);
      if (status !== 'closed') throw new ParvisError('not-yet');
      return page(file.value.votes, (_, index) => [index], { cursor: input.cursor, limit: input.limit ?? 1000 });
    }),
  };
}

/** Takes a vote in: everything in one change, so that the mark and the vote are both on the disk or neither is. */
function take(box: Box, ballot: BallotDefinition, hash: string, vote: Omit<Vote, 'key'>, digest: WriteDigest): Receipt {
  const before = box.answers[digest.id];
  if (before && before.content !== digest.content) throw keyReused();
  if (before) return before.receipt;
  if (ballot.eligibility === 'code' || !('mark' in vote.voter)) throw new ParvisError('not-eligible');
  if (vote.rulesHash !== hash) throw new ParvisError('rules-changed');
  const issues = validateVote(ballot, vote.choice);
  if (issues.length > 0) throw new ParvisError('invalid', { issues: issues.map((i) => ({ ...i, pointer: `/choice${i.pointer}` })) });
  if (box.marks.includes(vote.voter.mark)) throw new ParvisError('already-voted');

  const { consultation, ballot: id, choice, channel = 'online' } = vote;
  const receipt: Receipt = { receipt: randomCode(), consultation, ballot: id, channel, day: new Date().toISOString().slice(0, 10) };
  box.marks = [...box.marks, vote.voter.mark].sort();
  box.votes.splice(Math.floor(Math.random() * (box.votes.length + 1)), 0, { choice: canonicalChoice(ballot, choice), channel });
  box.receipts = sorted({ ...box.receipts, [normalizeCode(receipt.receipt)]: receipt });
  box.answers = sorted({ ...box.answers, [digest.id]: { content: digest.content, receipt } });
  return receipt;
}

const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

function count(box: Readonly<Box>, ballot: BallotDefinition, { consultation }: BallotInput, final: boolean): Results {
  const sum = (of: (vote: Box['votes'][number]) => number) => {
    const on = (channel: Channel) => box.votes.reduce((total, vote) => total + (vote.channel === channel ? of(vote) : 0), 0);
    const [online, paper, assisted] = [on('online'), on('paper'), on('assisted')];
    return { online, paper, assisted, total: online + paper + assisted };
  };
  const given = (id: string) => ({ choice }: { choice: Choice }) =>
    tallyEntries(ballot, choice).reduce((total, [option, amount]) => total + (option === id ? amount : 0), 0);
  return {
    consultation, ballot: ballot.id, final,
    tally: ballot.options.map(({ id }) => ({ option: id, ...sum(given(id)) })),
    blank: sum(({ choice }) => ('blank' in choice ? 1 : 0)),
    voters: sum(() => 1),
    verified: false,
    countedAt: new Date().toISOString(),
    etag: `"${box.votes.length}-${final ? 'final' : 'open'}"`,
  };
}

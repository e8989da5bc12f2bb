import { join } from 'node:path';
import { digestOf, keyReused, page, verb } from '@parvis/adapters/author';
import type { WriteDigest } from '@parvis/adapters/author';
import {
  ballotFor, canonicalChoice, isFinal, liveStep, mergedChannels, normalizeCode, partStatus, ParvisError, randomCode, resultsOpenTo, rulesHash, shownChannel, shownTotals,
  totalsOf, validateVote,
} from '@parvis/contract';
import type { BallotDefinition, BallotInput, ConsultationDefinition, CountableVote, Live, OpenStatus, Receipt, Results, Totals, Vote, VotesGroup } from '@parvis/contract';
import * as votes from '@parvis/contract/operations/votes';
import type { Town } from './adapter.ts';
import { JsonFile } from './json-file.ts';

/** One file per ballot. Marks, votes and receipts lie apart, each in an order that says nothing. */
export interface Box {
  marks: string[];
  votes: CountableVote[];
  receipts: Record<string, Receipt>;
  /** Answers to repeat, by digest of the key; emptied when voting closes. */
  answers: Record<string, { content: string; receipt: Receipt }>;
}

const empty: Box = { marks: [], votes: [], receipts: {}, answers: {} };
export const fileName = ({ consultation, ballot }: BallotInput) => `${consultation}.${ballot}.votes.json`;

export function votesGroup(town: Town, all: readonly ConsultationDefinition[]): VotesGroup {
  const names = all.flatMap((c) => c.ballots.map((b) => fileName({ consultation: c.id, ballot: b.id })));
  const files = new Map(names.map((name) => [name, new JsonFile<Box>(join(town.folder, name), empty)]));
  const live = new Map<string, Live<Results>>();

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

    receipt: verb(votes.receipt, (input) => found(input)),

    results: verb(votes.results, (input) => {
      const { ballot, status } = open(input);
      if (resultsOpenTo(ballot, status) !== 'everybody') throw new ParvisError('not-yet');
      return results(input);
    }),

    resultsAfterVote: verb(votes.resultsAfterVote, (input) => {
      const { ballot, status } = open(input);
      found(input);
      if (resultsOpenTo(ballot, status) === 'nobody') throw new ParvisError('not-yet');
      return results(input);
    }),

    export: verb(votes.exportVotes, (input) => {
      const { ballot, file, status } = open(input);
      if (status !== 'closed') throw new ParvisError('not-yet');
      const merged = mergedChannels(totalsOf(ballot, file.value.votes).voters);
      const all = file.value.votes.map(({ choice, channel }) => ({ choice, channel: shownChannel(channel, merged) }));
      return page(all, (_, index) => [index], { cursor: input.cursor, limit: input.limit ?? 1000 });
    }),
  };

  function found(input: BallotInput & { receipt: string }): Receipt {
    const receipt = open(input).file.value.receipts[normalizeCode(input.receipt)];
    if (!receipt) throw new ParvisError('not-found');
    return receipt;
  }

  /** While voting goes on, what was shown last is shown again until enough votes have come. */
  function results(input: BallotInput): Results {
    const { ballot, file, status } = open(input);
    const fresh = count(ballot, totalsOf(ballot, file.value.votes), input, status);
    if (status === 'closed') return fresh;
    const step = liveStep(live.get(fileName(input)) ?? {}, fresh.voters.total);
    live.set(fileName(input), step.counts ? { ...step.live, next: fresh } : step.live);
    if (!step.live.shown) throw new ParvisError('not-yet');
    return step.live.shown;
  }
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

const count = (ballot: BallotDefinition, totals: Totals, { consultation }: BallotInput, status: OpenStatus): Results => ({
  consultation, ballot: ballot.id,
  final: isFinal(ballot, status),
  ...shownTotals(ballot, totals, status),
  verified: false,
  countedAt: new Date().toISOString(),
  etag: `"${totals.voters.total}-${status}"`,
});

import { type Channel, ParvisError, readAccessCode, tallyEntries, type Receipt, type Results } from '@parvis/contract';
import type { CastCommand, KeptVote, Slice, VoteStore } from '../store.ts';
import { Codes, refused } from './codes.ts';
import { hashesOf, keepDefinition } from './consultations.ts';
import { reading, type Engine } from './engine.ts';
import { GroupVotes } from './groups.ts';
import { randomId } from './random.ts';
import type { Replays } from './replays.ts';
import { ballotPurpose } from './salts.ts';
import { queries } from './sql.ts';
import { unused, VotePlaces } from './vote-places.ts';

/** Progress of an import is told every so many votes. */
const stride = 1_000;

export function voteStore(engine: Engine, replays: Replays): VoteStore {
  const { sql, writer, tallies, salts, definitions, log } = engine;
  const put = keepDefinition(engine);
  const codes = new Codes(engine);
  const groups = new GroupVotes(engine);
  const places = new VotePlaces(engine);
  const none = new Uint8Array();

  const insertMark = sql.prepared(queries.insertInto('marks')
    .values({ consultation_id: '', ballot_id: '', mark: none }).onConflict((conflict) => conflict.doNothing()));
  const insertVote = sql.prepared(queries.insertInto('votes')
    .values({ consultation_id: '', ballot_id: '', vote_id: none, choice: '', channel: 'online' }));
  const insertReceipt = sql.prepared(queries.insertInto('receipts')
    .values({ consultation_id: '', ballot_id: '', receipt: none, channel: 'online', day: '' }));

  /** The id is random and drawn here: nothing about the voter or the moment goes into it. */
  function keep(consultation: string, ballot: string, vote: KeptVote): void {
    insertVote(consultation, ballot, randomId(), JSON.stringify(vote.choice), vote.channel);
  }

  function castFromDevice(consultation: string, { ballot, ...vote }: CastCommand, mark: string): void {
    if (insertMark(consultation, ballot, salts.hash(consultation, ballotPurpose(ballot), mark)) === 0) throw new ParvisError('already-voted');
    keep(consultation, ballot, vote);
  }

  /** The hash of a code that somebody was given for this ballot. Only reads: a guess is refused without a transaction, so it keeps nobody waiting. */
  function given({ definition: { id }, ballot, refusal }: CastCommand, typed: string): Buffer {
    const read = readAccessCode(typed);
    if ('slip' in read) throw refusal() ?? refused('mistyped');
    const hash = codes.hash(id, ballot, read.code);
    if (!codes.find(id, ballot, hash)) throw refusal() ?? refused(codes.isGivenAnywhere(read.code) ? 'foreign' : 'unknown');
    return hash;
  }

  /** @returns false for a test code: nothing was kept */
  function castWithCode(consultation: string, { ballot, definition, ...vote }: CastCommand, code: Uint8Array): boolean {
    const { group, test } = codes.use(consultation, ballot, code);
    if (test) return false;
    const rules = definition.ballots.find((b) => b.id === ballot);
    if (!rules) throw new ParvisError('not-found');
    places.keep(consultation, rules, vote);
    if (group !== '') groups.keep(consultation, rules, group, vote.choice);
    log.emptyAfterCommit();
    return true;
  }

  /** `who`: the mark of a device, or the hash of a code. */
  function cast(command: CastCommand, who: string | Uint8Array): Receipt {
    const { ballot, definition, receipt } = command;
    const consultation = definition.id;
    let counts = false;
    const answer = replays.once(consultation, ballotPurpose(ballot), command.replay, () => {
      // Another program opened the file again a moment ago: the very same call can be made once more.
      if (definitions.newest(consultation) !== definition) throw new ParvisError('backend-fault', { retryAfter: 1, detail: 'the consultation has just changed' });
      const refusal = command.refusal();
      if (refusal) throw refusal;
      if (typeof who === 'string') castFromDevice(consultation, command, who);
      else if (!castWithCode(consultation, command, who)) return { ...receipt, test: true };
      insertReceipt(consultation, ballot, command.receiptHash, receipt.channel, receipt.day);
      counts = true;
      return receipt;
    });
    if (counts) tallies.count(consultation, ballot, command, command.entries);
    return answer;
  }

  return {
    castVote: async (command) => {
      const { voter } = command;
      const who = 'mark' in voter ? voter.mark : await reading(() => given(command, voter.code));
      return writer.write(() => cast(command, who));
    },

    findReceipt: (consultation, ballot, receipt) => reading(() =>
      sql.first(queries.selectFrom('receipts').select(['channel', 'day'])
        .where('consultation_id', '=', consultation).where('ballot_id', '=', ballot).where('receipt', '=', receipt))),

    tally: (consultation, ballot) => reading(() => tallies.read(consultation, ballot)),

    shownResults: (consultation, ballot) => reading(() => {
      const row = sql.first(queries.selectFrom('shown_results').select('results').where('consultation_id', '=', consultation).where('ballot_id', '=', ballot));
      return row && (JSON.parse(row.results) as Results);
    }),

    keepShownResults: (consultation, ballot, results) => writer.write(() => {
      const row = { results: JSON.stringify(results) };
      sql.run(queries.insertInto('shown_results').values({ consultation_id: consultation, ballot_id: ballot, ...row }).onConflict((conflict) => conflict.doUpdateSet(row)));
    }, { silent: true }),

    exportVotes: (consultation, ballot, { after, limit }) => reading((): Slice<KeptVote> => {
      let query = queries.selectFrom('votes').select(['vote_id', 'choice', 'channel'])
        .where('consultation_id', '=', consultation).where('ballot_id', '=', ballot).where('channel', '<>', unused).orderBy('vote_id').limit(limit + 1);
      if (after?.[0] !== undefined) query = query.where('vote_id', '>', Buffer.from(after[0], 'hex'));
      const rows = sql.all(query);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({ choice: JSON.parse(row.choice) as KeptVote['choice'], channel: row.channel as Channel })),
        next: rows.length > limit && last ? [Buffer.from(last.vote_id).toString('hex')] : undefined,
      };
    }),

    importVotes: (consultation, ballotId, votes, { definition, onProgress } = {}) => writer.long(async () => {
      if (definition) {
        const before = definitions.get(consultation);
        put(before, definition, await hashesOf(before, definition));
      }
      const ballot = definitions.get(consultation)?.ballots.find((b) => b.id === ballotId);
      if (!ballot) throw new ParvisError('not-found');
      if (tallies.hasVotes(consultation, ballotId)) throw new ParvisError('already');
      let done = 0;
      for await (const vote of votes) {
        keep(consultation, ballotId, vote);
        tallies.count(consultation, ballotId, vote, tallyEntries(ballot, vote.choice));
        done += 1;
        if (done % stride === 0) onProgress?.(done);
      }
      return { votes: done };
    }),

    forgetReplays: (consultation, what) => writer.write(() => {
      const rows = queries.deleteFrom('replays').where('consultation_id', '=', consultation);
      if ('before' in what) return void sql.run(rows.where('scope', '=', '').where('day', '<', what.before));
      const { ballot } = what;
      // None: nobody has voted since the last time.
      if (sql.run(rows.where('scope', '=', ballotPurpose(ballot))) === 0) return;
      places.settle(consultation, ballot);
      groups.settle(consultation, ballot);
      log.emptyAfterCommit();
    }),
  };
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { tallyEntries, type Channel, type Choice } from '@parvis/contract';
import * as fc from 'fast-check';
import { definition } from '../../testing/consultation.ts';
import { rejection, testHouse, type TestHouse } from '../../testing/house.ts';
import type { KeptVote, TallyRow } from '../store.ts';

const place = ['bp-2026', 'points'] as const;
const all = { limit: 100_000 };

function look(house: TestHouse, sql: string): Record<string, unknown>[] {
  const db = new DatabaseSync(join(house.folder, 'parvis.db'), { readOnly: true });
  const rows = db.prepare(sql).all();
  db.close();
  return rows;
}

/** Adds the kept votes up again, as anybody could. */
function recount(votes: readonly KeptVote[], ballotId: string): Map<string, number> {
  const ballot = definition().ballots.find((b) => b.id === ballotId);
  assert.ok(ballot);
  const sums = new Map<string, number>();
  const add = (name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const { choice, channel } of votes) {
    add(`voters  ${channel}`, 1);
    if ('blank' in choice) add(`blank  ${channel}`, 1);
    for (const [option, amount] of tallyEntries(ballot, choice)) add(`option ${option} ${channel}`, amount);
  }
  return sums;
}
const asMap = (rows: readonly TallyRow[]) => new Map(rows.map((r) => [`${r.kind} ${r.option} ${r.channel}`, r.amount]));

describe('Votes in the store', () => {
  it('the kept tally equals a recount of the votes, whatever was cast and however many at once', async () => {
    const choice = fc.oneof(
      fc.constant<Choice>({ blank: true }),
      fc.record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: 1, max: 5 }) }).map((values): Choice => ({ values })),
      fc.constant<Choice>({ options: ['x'] }),
      fc.constant<Choice>({ values: { nowhere: 1 } }),
    );
    const channel = fc.constantFrom('online' as const, 'assisted' as const);
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(choice, channel), { maxLength: 30 }), async (cast) => {
      await using house = await testHouse();
      await Promise.allSettled(cast.map(async ([c, ch]) => house.backend.votes.cast(await house.vote(c, { ballot: 'points', channel: ch }))));
      const { items } = await house.store.exportVotes(...place, all);
      assert.deepEqual(asMap(await house.store.tally(...place)), recount(items, 'points'));
      assert.equal(items.length, cast.filter(([c]) => 'blank' in c || ('values' in c && !('nowhere' in c.values))).length);
    }), { numRuns: 15 });
  });

  it('a vote whose answer could not be kept is not counted', async () => {
    await using house = await testHouse();
    const db = new DatabaseSync(join(house.folder, 'parvis.db'));
    db.exec("CREATE TRIGGER broken BEFORE INSERT ON replays BEGIN SELECT RAISE(ABORT, 'broken'); END");
    await pause(50);
    const { cause } = await rejection(house.backend.votes.cast(await house.vote({ blank: true }, { ballot: 'points' }))) as { cause?: unknown };
    assert.match(String(cause), /broken/);
    db.exec('DROP TRIGGER broken');
    db.close();
    await pause(50);
    await house.backend.votes.cast(await house.vote({ blank: true }, { ballot: 'points' }));
    assert.deepEqual((await house.store.tally(...place)).map((row) => row.amount), [1, 1]);
  });

  it('a thousand votes at once share a handful of commits', async () => {
    await using house = await testHouse();
    const votes = await Promise.all(Array.from({ length: 1_000 }, () => house.vote({ blank: true })));
    const before = house.store.commits;
    await Promise.all(votes.map((vote) => house.backend.votes.cast(vote)));
    assert.ok(house.store.commits - before <= 10, `${house.store.commits - before} commits`);
  });

  it('no table joins a mark, a vote and a receipt: they share no column but the ballot, and no order', async () => {
    await using house = await testHouse();
    for (let i = 0; i < 40; i += 1) await house.backend.votes.cast(await house.vote({ options: [i < 20 ? 'a' : 'b'] }));
    const columns = (table: string) => look(house, `SELECT name FROM pragma_table_info('${table}')`).map((row) => row['name']);
    assert.deepEqual(columns('marks'), ['consultation_id', 'ballot_id', 'mark']);
    assert.deepEqual(columns('votes'), ['consultation_id', 'ballot_id', 'vote_id', 'choice', 'channel']);
    assert.deepEqual(columns('receipts'), ['consultation_id', 'ballot_id', 'receipt', 'channel', 'day']);
    const order = look(house, 'SELECT choice FROM votes').map((row) => row['choice']);
    assert.notDeepEqual(order, order.toSorted(), 'the votes lie in the order they came in');
    assert.throws(() => look(house, 'SELECT rowid FROM votes'), /no such column/);
  });

  it('the file holds neither marks nor keys nor receipts, and no answer kept for a retry can be read without its key', async () => {
    await using house = await testHouse();
    const vote = await house.vote({ options: ['a'] });
    const { receipt } = await house.backend.votes.cast(vote);
    const submission = await house.backend.proposals.submit({ consultation: 'bp-2026', key: 'a-key-for-one-proposal', title: 'Un banc', text: 'Ici.' });
    const bytes = ['parvis.db', 'parvis.db-wal'].map((name) => readFileSync(join(house.folder, name)).toString('latin1')).join();
    const secrets = ['mark' in vote.voter ? vote.voter.mark : '', vote.key, receipt, receipt.replaceAll(' ', ''), submission.trackingCode, submission.trackingCode.replaceAll(' ', '')];
    for (const secret of secrets) assert.ok(!bytes.includes(secret), secret);
    assert.ok(bytes.includes('Un banc'), 'the proposal itself is there to be found');
  });

  it('answers kept for retries are gone once voting has closed', async () => {
    await using house = await testHouse();
    await house.backend.votes.cast(await house.vote({ options: ['a'] }));
    assert.equal(look(house, 'SELECT * FROM replays').length, 1);
    await house.store.forgetReplays('bp-2026', { ballot: 'projets' });
    assert.equal(look(house, 'SELECT * FROM replays').length, 0);
    assert.equal((await house.store.exportVotes('bp-2026', 'projets', all)).items.length, 1);
  });
});

describe('Taking votes over from a file', () => {
  const votes = (count: number): KeptVote[] =>
    Array.from({ length: count }, (_, i) => ({ choice: i % 10 === 0 ? { blank: true } : { values: { x: i % 3, y: 1 } }, channel: (['online', 'paper', 'assisted'] as Channel[])[i % 3] ?? 'paper' }));

  it('keeps every vote with its channel, and the tally equals a recount', async () => {
    await using house = await testHouse();
    const progress: number[] = [];
    const done = await house.store.importVotes(...place, votes(2_500), { onProgress: (n) => progress.push(n) });
    assert.deepEqual(done, { votes: 2_500 });
    assert.deepEqual(progress, [1_000, 2_000]);
    assert.deepEqual(asMap(await house.store.tally(...place)), recount(votes(2_500), 'points'));
  });

  it('keeps nothing when the file breaks off', async () => {
    await using house = await testHouse();
    const broken = async function* () {
      yield* votes(1_500);
      throw new Error('line 1501');
    };
    await assert.rejects(house.store.importVotes(...place, broken()));
    assert.deepEqual(await house.store.tally(...place), []);
    assert.deepEqual((await house.store.exportVotes(...place, all)).items, []);
  });

  it('refuses a second import, which would count everybody twice, and a ballot that does not exist', async () => {
    await using house = await testHouse();
    await house.store.importVotes(...place, votes(3));
    assert.equal((await rejection(house.store.importVotes(...place, votes(3)))).code, 'already');
    assert.equal((await rejection(house.store.importVotes('bp-2026', 'nowhere', votes(3)))).code, 'not-found');
  });
});

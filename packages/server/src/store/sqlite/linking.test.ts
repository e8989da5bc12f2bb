import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { normalizeCode, type ConsultationFile } from '@parvis/contract';
import { hashOfCode } from '../../domain/code-hash.ts';
import { createHousekeeping } from '../../housekeeping.ts';
import { issueCodes } from '../../testing/codes.ts';
import { definition } from '../../testing/consultation.ts';
import { rowsOnDisk, type RowOnDisk } from '../../testing/file-pages.ts';
import { testHouse, type TestHouse } from '../../testing/house.ts';
import { createGroupKeys, openGroupVote } from './group-seal.ts';
import { Salts } from './salts.ts';
import { Sql } from './sql.ts';

/*
 * Somebody has the whole database file and the list of all codes with the dwelling of each, and tries to tell which code cast which vote. Every vote is
 * unlike all others, so that a guess can be seen to be right.
 */

const closed = '2026-05-01T00:00:00Z';
const unique: NonNullable<ConsultationFile['ballots']>[number] = {
  id: 'code', title: 'Locataires', method: 'points', purse: 1_000_000, eligibility: 'code',
  options: [{ id: 'x', number: 1, label: 'X' }, { id: 'y', number: 2, label: 'Y' }],
};

const long: typeof unique = { ...unique, options: Array.from({ length: 20 }, (_, i) => ({ id: `projet-${i}`, number: i + 1, label: `P${i}` })) };

/** Votes of devices are as long as any other here: a longer one would lie elsewhere. Those of codes may be as long as they like. */
const choiceOf = (i: number) => ({ values: { x: 1_000 + i, y: 500 } });
const codeChoiceOf = (i: number, { options }: typeof unique) => ({ values: Object.fromEntries(options.slice(0, 2 + (i * 7) % (options.length - 1)).map(({ id }, at) => [id, at === 0 ? 1 + i : 10 ** (i % 4)])) });

/** Who voted what, and which receipt and key went with it, in the order in which they came. */
type Truth = { voter: string; vote: string; receipt: string; key: string }[];

/** A poll in which some of the dwellings vote, one after the other, in no order of the list. */
async function poll(house: TestHouse, dwellings: number, voters: number, { publicKey } = createGroupKeys(), ballot = unique): Promise<Truth> {
  const codes = await issueCodes(house.store, dwellings, { group: 'Bâtiment A', groups: { of: new Map(), publicKey } });
  const order = codes.slice(0, voters).sort((a, b) => (a.slice(1) < b.slice(1) ? -1 : 1));
  const truth: Truth = [];
  for (const [i, code] of order.entries()) {
    const vote = await house.vote(codeChoiceOf(i, ballot), { ballot: 'code', voter: { code } });
    const { receipt } = await house.backend.votes.cast(vote);
    truth.push({ voter: normalizeCode(code), vote: JSON.stringify(vote.choice), receipt, key: vote.key });
  }
  return truth;
}

/** The same with devices on a ballot that is open to all, as a file that does give away something while voting goes on. */
async function openPoll(house: TestHouse, voters: number): Promise<Truth> {
  const truth: Truth = [];
  for (let i = 0; i < voters; i += 1) {
    const vote = await house.vote(choiceOf(i), { ballot: 'code' });
    const { receipt } = await house.backend.votes.cast(vote);
    truth.push({ voter: 'mark' in vote.voter ? vote.voter.mark : '', vote: JSON.stringify(vote.choice), receipt, key: vote.key });
  }
  return truth;
}

/** A copy of the file as it lies on the disk now, with the log moved into it. */
function seize(house: TestHouse): Disposable & { file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-seized-'));
  for (const name of ['parvis.db', 'parvis.db-wal']) if (existsSync(join(house.folder, name))) copyFileSync(join(house.folder, name), join(folder, name));
  const file = join(folder, 'parvis.db');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return { file, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

/** The rows that are true of a voter, of a vote or of both, each named by the place of its voter in the order of arrival. `privateKey` opens votes by building. */
function rows(file: string, table: 'codes' | 'marks', truth: Truth, privateKey?: string): Record<'voters' | 'receipts' | 'replays' | 'votes' | 'sealed', Found[]> {
  using db = new DatabaseSync(file, { readOnly: true });
  const salts = new Salts(new Sql(db));
  const named = (name: (one: Truth[number]) => Buffer) => new Map(truth.map((one, i) => [hex(name(one)), i]));
  const choiceById = new Map(db.prepare('SELECT vote_id, choice FROM votes').all().map((row) => [hex(row['vote_id']), String(row['choice']).trimEnd()]));
  const sealedById = new Map(db.prepare('SELECT vote_id, sealed FROM group_votes WHERE substr(sealed, 1, 32) <> zeroblob(32)').all()
    .map((row) => [hex(row['vote_id']), privateKey === undefined ? '' : JSON.stringify(openGroupVote(privateKey, row['sealed'] as Uint8Array).choice)]));
  const votes = new Map(truth.map(({ vote }, i) => [vote, i]));
  const find = (name: string, column: number, arrivalOf: (id: string) => number | undefined): Found[] => rowsOnDisk(file, name).flatMap((row) => {
    const arrival = arrivalOf(hex(row.values[column]));
    return arrival === undefined ? [] : [{ ...row, arrival }];
  });
  const by = (map: Map<string, number>) => (id: string) => map.get(id);
  return {
    voters: find(table, 2, by(named(({ voter }) => salts.hash('bp-2026', 'ballot:code', voter)))),
    receipts: find('receipts', 2, by(named(({ receipt }) => hashOfCode(receipt)))),
    replays: find('replays', 1, by(named(({ key }) => hash('sha256', key, 'buffer')))),
    votes: find('votes', 2, (id) => votes.get(choiceById.get(id) ?? '')),
    sealed: find('group_votes', 2, (id) => votes.get(sealedById.get(id) ?? '')),
  };
}
type Found = RowOnDisk & { arrival: number };
const hex = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex');

/** Every order that a file gives its rows: by key, by place in the file, by place within pages, and each backwards. */
function orders(found: readonly Found[]): Found[][] {
  const byKey = [...found];
  const byPlace = found.toSorted((a, b) => a.page - b.page || b.offset - a.offset);
  const byOffset = found.toSorted((a, b) => b.offset - a.offset);
  return [byKey, byPlace, byOffset].flatMap((order) => [order, order.toReversed()]);
}

/** The best that pairing the rows of two tables by any of their orders can do: how many pairs are right. */
function bestPairing(...pairs: [Found[], Found[]][]): number {
  for (const found of pairs.flat()) assert.equal(new Set(found.map(({ arrival }) => arrival)).size, size, 'the attack looks at every voter');
  return Math.max(...pairs.flatMap(([one, other]) => orders(one).flatMap((a) => orders(other).map((b) => a.filter(({ arrival }, i) => arrival === b[i]?.arrival).length))));
}

/** Whatever is known of a voter with whatever is known of the vote. */
const everyWay = ({ voters, receipts, replays, votes, sealed }: ReturnType<typeof rows>): [Found[], Found[]][] =>
  [[voters, votes], [voters, sealed], [receipts, votes], [replays, votes], [receipts, sealed], [voters, receipts], [voters, replays]];

/** Of all pairs of rows in one page, the part whose order in the page is the order of arrival. One half: the page says nothing. */
function agreement(found: readonly Found[]): number {
  let [same, all] = [0, 0];
  for (const a of found) {
    for (const b of found) {
      if (a.page !== b.page || a.offset <= b.offset) continue;
      all += 1;
      if (a.arrival < b.arrival) same += 1;
    }
  }
  return same / all;
}

const polls = 12;
const size = 20;
const figure = (n: number) => n.toFixed(2);

describe('Whoever has the database file and the list of all codes', () => {
  /** Right pairs per poll of 20 votes, for the best of all ways to pair. */
  async function rightPairs(t: TestContext, name: string, one: () => Promise<number>): Promise<number> {
    const right: number[] = [];
    for (let i = 0; i < polls; i += 1) right.push(await one());
    const mean = right.reduce((a, b) => a + b) / polls;
    t.diagnostic(`${name}: ${figure(mean)} of ${size} votes linked, by the best of all ways of pairing`);
    return mean;
  }

  // One pair is right by chance in a single way; the best of 36 ways to pair two tables gets two to three, of seven times 36 four.
  const chance = 7;

  for (const ballot of [unique, long]) {
    const about = `${ballot.options.length} options`;
    it(`cannot pair codes and votes once voting has closed: ${about}`, async (t) => {
      assert.ok(await rightPairs(t, `closed, ${about}`, async () => {
        await using house = await testHouse(definition({ ballots: [ballot] }));
        const keys = createGroupKeys();
        const truth = await poll(house, 30, size, keys, ballot);
        house.setClock(closed);
        await createHousekeeping(house.store, () => new Date(closed))();
        using seized = seize(house);
        const { voters, receipts, votes, sealed } = rows(seized.file, 'codes', truth, keys.privateKey);
        return bestPairing([voters, votes], [voters, sealed], [receipts, votes], [receipts, sealed], [voters, receipts]);
      }) < chance);
    });

    it(`cannot pair them while voting goes on either: ${about}`, async (t) => {
      assert.ok(await rightPairs(t, `still open, ${about}`, async () => {
        await using house = await testHouse(definition({ ballots: [ballot] }));
        const keys = createGroupKeys();
        const truth = await poll(house, 30, size, keys, ballot);
        using seized = seize(house);
        return bestPairing(...everyWay(rows(seized.file, 'codes', truth, keys.privateKey)));
      }) < chance);
    });

    it(`finds no order of arrival in any page, of codes, votes or votes by building, in a poll of hundreds: ${about}`, async (t) => {
      await using house = await testHouse(definition({ ballots: [ballot] }));
      const keys = createGroupKeys();
      const truth = await poll(house, 600, 400, keys, ballot);
      using seized = seize(house);
      const { voters, votes, sealed } = rows(seized.file, 'codes', truth, keys.privateKey);
      for (const [name, found] of Object.entries({ codes: voters, votes, 'votes by building': sealed })) {
        assert.equal(new Set(found.map(({ arrival }) => arrival)).size, 400, name);
        const part = agreement(found);
        t.diagnostic(`${name}: ${figure(part)} of the pairs in a page lie in the order of arrival`);
        // A page of 25 rows is off by 0.07 (one standard deviation), 20 of them together by less than 0.02.
        assert.ok(Math.abs(part - 0.5) < 0.12, `${name}: ${part}`);
      }
    });
  }

  it('would pair them if votes and voters were just written down as they come, as on an open ballot: until it closes', async (t) => {
    const open = definition({ ballots: [{ ...unique, eligibility: 'open' }] });
    const linked = { open: 0, closed: 0 };
    linked.open = await rightPairs(t, 'open to all, still open', async () => {
      await using house = await testHouse(open);
      const truth = await openPoll(house, size);
      using seized = seize(house);
      const { voters, votes } = rows(seized.file, 'marks', truth);
      return bestPairing([voters, votes]);
    });
    linked.closed = await rightPairs(t, 'open to all, closed', async () => {
      await using house = await testHouse(open);
      const truth = await openPoll(house, size);
      house.setClock(closed);
      await createHousekeeping(house.store, () => new Date(closed))();
      using seized = seize(house);
      const { voters, votes } = rows(seized.file, 'marks', truth);
      return bestPairing([voters, votes]);
    });
    assert.ok(linked.open > 0.8 * size, `${linked.open}: the attack of this test is too weak to prove anything`);
    assert.ok(linked.closed < chance, String(linked.closed));
  });

  it('finds an empty log after every answer: what was written together is not kept', async () => {
    await using house = await testHouse(definition({ ballots: [unique] }));
    const codes = await issueCodes(house.store, 5);
    for (const code of codes) {
      await house.backend.votes.cast(await house.vote({ blank: true }, { ballot: 'code', voter: { code } }));
      assert.equal(statSync(join(house.folder, 'parvis.db-wal')).size, 0);
    }
  });

  it('finds every vote once: no older copy of a page lies about', async () => {
    await using house = await testHouse(definition({ ballots: [unique] }));
    await poll(house, 600, 400);
    using seized = seize(house);
    const bytes = readFileSync(seized.file);
    for (const { values } of rowsOnDisk(seized.file, 'votes')) {
      const id = values[2] as Buffer;
      assert.equal(bytes.indexOf(id, bytes.indexOf(id) + 1), -1, id.toString('hex'));
    }
  });

  it('finds no code, no dwelling, and no time or order beside a code', async () => {
    await using house = await testHouse(definition({ ballots: [unique] }));
    const truth = await poll(house, 30, size);
    using seized = seize(house);
    const bytes = readFileSync(seized.file).toString('latin1');
    for (const { voter } of truth) assert.ok(!bytes.includes(voter));
    const db = new DatabaseSync(seized.file, { readOnly: true });
    const columns = (table: string) => db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all().map((row) => row['name']);
    assert.deepEqual(columns('codes'), ['consultation_id', 'ballot_id', 'code', 'group_name', 'is_used', 'is_void', 'is_test']);
    assert.deepEqual(columns('votes'), ['consultation_id', 'ballot_id', 'vote_id', 'choice', 'channel'], 'not even the building');
    db.close();
  });
});

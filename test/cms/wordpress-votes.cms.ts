import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { httpBackend } from '@parvis/adapters/http/all';
import { randomKey, type Receipt, type Vote } from '@parvis/contract';
import type { Site } from '../../examples/wordpress/site/wordpress.ts';
import { addressOf, open, probesOf, startBackend } from './support/wordpress-backend.ts';
import { village } from './support/village.ts';

let site: Site;
let restarted: ChildProcess | undefined;
before(async () => {
  site = await startBackend();
  await open(site, [village()]);
});
after(async () => {
  restarted?.kill('SIGKILL');
  await site?.[Symbol.asyncDispose]();
});

const place = { consultation: 'bp', ballot: 'vote' };
/** Answers that were no answer. The adapter tries again by itself, so hardly any of them reaches its caller. */
let faults = 0;
const watched: typeof fetch = async (url, init) => {
  const answer = await fetch(url, init);
  if (answer.status >= 500) faults += 1;
  return answer;
};
const backend = () => httpBackend(addressOf(site), { writeTimeout: 60_000, fetch: watched });
const cast = (vote: Vote): Promise<Receipt> => backend().votes?.cast(vote) as Promise<Receipt>;
async function newVote(i: number): Promise<Vote> {
  const ballot = await backend().votes?.ballot(place);
  return { ...place, key: randomKey(), voter: { mark: randomKey() }, rulesHash: ballot?.rulesHash ?? '', choice: { options: [i % 2 ? 'banc' : 'arbre'] } };
}

const box = ['votes', 'marks', 'receipts'] as const;
const lengths = { votes: 32, marks: 64, receipts: 64 };

/** The rows of a table as they lie in its file: the id behind the names of the place, then six bytes with the number of the transaction that wrote it. */
async function rowsInFile(table: (typeof box)[number]): Promise<{ id: string; transaction: string }[]> {
  await site.php(`
    global $wpdb;
    $wpdb->query( 'FLUSH TABLES wp_parvis_${table} FOR EXPORT' );
    $wpdb->query( 'UNLOCK TABLES' );
  `);
  const bytes = (await readFile(join(site.folder, '..', 'database', 'data', 'wordpress', `wp_parvis_${table}.ibd`))).toString('latin1');
  return [...bytes.matchAll(new RegExp(`bpvote([0-9a-f]{${lengths[table]}})([^]{6})`, 'g'))]
    .map(([, id = '', number = '']) => ({ id, transaction: Buffer.from(number, 'latin1').toString('hex') }));
}

describe('The ballot box in the database', () => {
  const voters = 40;

  test('has no row with a running number or a time, and no table that joins a voter to a vote', async () => {
    const columns = (await site.php(`
      return $GLOBALS['wpdb']->get_results( "SELECT TABLE_NAME AS name, COLUMN_NAME AS col, DATA_TYPE AS type, EXTRA AS extra FROM information_schema.COLUMNS WHERE TABLE_NAME LIKE 'wp_parvis_%'", ARRAY_A );
    `)) as { name: string; col: string; type: string; extra: string }[];
    assert.ok(columns.length > 40);
    assert.deepEqual(columns.filter(({ extra, type }) => /auto_increment|on update/i.test(extra) || /time|date/.test(type)), []);
    const of = (table: string) => columns.filter(({ name }) => name === `wp_parvis_${table}`).map(({ col }) => col);
    assert.deepEqual(of('votes'), ['consultation', 'ballot', 'vote_id', 'choice', 'channel']);
    assert.deepEqual(of('marks'), ['consultation', 'ballot', 'mark']);
    assert.deepEqual(of('receipts'), ['consultation', 'ballot', 'receipt', 'channel', 'day']);
  });

  test('keeps nothing of the secrets that voters hold, and gives votes in an order that says nothing', async () => {
    const votes: Vote[] = [];
    const receipts: Receipt[] = [];
    for (let i = 0; i < voters; i += 1) {
      const vote = await newVote(i);
      votes.push(vote);
      receipts.push(await cast(vote));
    }
    const kept = JSON.stringify((await probesOf(site).records()).filter(([table]) => table.includes('parvis_')));
    for (const { key, voter } of votes) for (const secret of [key, ...Object.values(voter)]) assert.ok(!kept.includes(secret));
    for (const { receipt } of receipts) assert.ok(!kept.includes(receipt) && !kept.includes(receipt.replaceAll(' ', '')));
    const order = (await probesOf(site).votes(place.consultation, place.ballot)).map(({ choice }) => JSON.stringify(choice));
    assert.equal(order.length, voters);
    assert.notDeepEqual(order, votes.map(({ choice }) => JSON.stringify(choice)));
  });

  test('does not join them by what the file of a table says either, once it was written anew', async () => {
    const joined = async () => {
      const [votes, marks, receipts] = await Promise.all(box.map(rowsInFile));
      const numbers = new Set(votes?.map(({ transaction }) => transaction));
      return [...(marks ?? []), ...(receipts ?? [])].filter(({ transaction }) => transaction !== '000000000000' && numbers.has(transaction)).length;
    };
    assert.ok((await joined()) >= voters, 'before, the numbers of the transactions join them: this test would see it');
    await site.php('Parvis\\Backend\\keep_house();');
    assert.equal(await joined(), 0);
    for (const table of box) {
      const ids = (await rowsInFile(table)).map(({ id }) => id);
      assert.ok(ids.length >= voters, table);
      assert.deepEqual(ids, [...ids].sort(), `${table} lie in the order of their random ids`);
    }
  });
});

describe('Whoever never got the answer to a vote', () => {
  const closingAt = (time: number) => ({ ...village(), ballots: (village().ballots ?? []).map((ballot) => ({ ...ballot, closesAt: new Date(time).toISOString() })) });

  test('and tries again when the ballot has closed gets the receipt, until the votes are put in order', async () => {
    const vote = await newVote(0);
    const { receipt } = await cast(vote);
    await open(site, [closingAt(Date.now() - 1_000)]);
    assert.equal((await cast(vote)).receipt, receipt);
    await assert.rejects(cast({ ...vote, key: randomKey() }), { code: 'closed' });
    await backend().votes?.results(place);
    await assert.rejects(cast(vote), { code: 'closed' });
    assert.equal((await backend().votes?.receipt({ ...place, receipt }))?.receipt, receipt, 'a receipt is found as long as the votes are there');
    await open(site, [village()]);
  });
});

describe('When the database is killed while people vote', () => {
  test('every vote that was acknowledged is there once, and whoever tries again is counted once', async () => {
    await site.php("$GLOBALS['wpdb']->query( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );");
    const before = (await probesOf(site).votes(place.consultation, place.ballot)).length;
    const votes = await Promise.all(Array.from({ length: 60 }, (_, i) => newVote(i)));
    const receipts: Receipt[] = [];
    const waiting = [...votes];
    const voter = async () => {
      for (let vote = waiting.shift(); vote; vote = waiting.shift()) {
        const end = Date.now() + 90_000;
        for (;;) {
          try {
            receipts.push(await cast(vote));
            break;
          } catch (error) {
            if (Date.now() > end) throw error;
            await pause(200);
          }
        }
      }
    };
    const killer = async () => {
      for (const end = Date.now() + 90_000; receipts.length < 15;) {
        assert.ok(Date.now() < end, 'nobody got a vote through');
        await pause(20);
      }
      const pid = Number(await readFile(join(site.folder, '..', 'database', 'pid'), 'utf8'));
      const [file = '', ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').filter((part) => part !== '');
      process.kill(pid, 'SIGKILL');
      await pause(1_500);
      restarted = spawn(file, [...args, '--innodb-flush-log-at-trx-commit=1'], { stdio: 'ignore' });
    };
    await Promise.all([killer(), ...Array.from({ length: 6 }, voter)]);
    assert.ok(faults > 0, 'nobody noticed that the database was gone');
    assert.equal(new Set(receipts.map(({ receipt }) => receipt)).size, votes.length);
    for (const { receipt } of receipts) await backend().votes?.receipt({ ...place, receipt });
    const counts = await site.php(`
      global $wpdb;
      return array_map( function ( $table ) use ( $wpdb ) { return (int) $wpdb->get_var( "SELECT COUNT(*) FROM wp_parvis_$table WHERE ballot = 'vote'" ); }, array( 'votes', 'marks', 'receipts' ) );
    `);
    assert.deepEqual(counts, [before + 60, before + 60, before + 60]);
    assert.deepEqual((await site.notes()).split('\n').filter((line) => /plugins\/parvis/.test(line)), [], 'PHP warned of something');
    const known = new Set(receipts.map(({ receipt }) => receipt));
    for (const vote of votes.slice(0, 5)) assert.ok(known.has((await cast(vote)).receipt), 'the same call gets the receipt it got');
  });
});

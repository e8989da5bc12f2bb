import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { fetchBallot, writeConsultation } from '../load/consultation.ts';
import { startServer } from '../support/server.ts';
import { readStore } from '../support/store.ts';
import { tempDir } from '../support/temp.ts';
import { type Attempt, forEach, isKnown, send, voteUntil } from './voters.ts';

const rounds = 20;
const people = 24;

it(`A server killed ${rounds} times while people vote has every acknowledged vote, and none twice`, { timeout: 300_000 }, async (t) => {
  await using folder = await tempDir('parvis-kill');
  const data = join(folder.path, 'data');
  const open = ['--no-rate-limit', '--open', await writeConsultation(folder.path)];
  const all: Attempt[] = [];
  const told = new Map<Attempt, string>();
  let unanswered = 0;

  for (let round = 0; round < rounds; round += 1) {
    await using server = await startServer({ data, args: round === 0 ? open : ['--no-rate-limit'] });
    // Whoever got no answer tries again with the same key, and so do some who had one.
    const lost = all.filter((attempt) => attempt.receipt === undefined);
    await forEach([...lost, ...all.slice(-10)], people, async (attempt) => assert.equal(await send(server.url, attempt), 200));
    unanswered += lost.length;

    const stop = new AbortController();
    let voting: Promise<Attempt[]> = Promise.resolve([]);
    const { rulesHash } = await fetchBallot(server.url);
    // At no particular moment: in the middle of a group, of a flush, of an answer.
    let yes = 0;
    const enough = 20 + Math.random() * 150;
    const killed = new Promise<void>((resolve, reject) => {
      const answered = () => {
        if ((yes += 1) >= enough) server.kill().then(resolve, reject);
      };
      voting = voteUntil(server.url, { rulesHash, people, stop: stop.signal, answered });
    });
    await killed;
    stop.abort();
    for (const attempt of await voting) {
      all.push(attempt);
      if (attempt.receipt !== undefined) told.set(attempt, attempt.receipt);
    }
  }

  await using server = await startServer({ data, args: ['--no-rate-limit'] });
  await forEach(all, people, async (attempt) => assert.equal(await send(server.url, attempt), 200));
  for (const [attempt, receipt] of told) assert.equal(attempt.receipt, receipt);
  await forEach([...told.values()], people, async (receipt) => assert.ok(await isKnown(server.url, receipt), `receipt ${receipt} is not known`));

  t.diagnostic(`${told.size} votes acknowledged before a kill, ${unanswered} sent again after one`);
  assert.ok(told.size >= rounds * 20, 'too few votes to prove anything');
  assert.ok(unanswered > rounds, 'the kills came when nobody was waiting');
  assert.equal(new Set(all.map((attempt) => attempt.receipt)).size, all.length, 'two votes share a receipt');
  const store = readStore(join(data, 'parvis.db'));
  assert.equal(store.voters('load', 'vote'), all.length, 'the kept tally');
  assert.equal(store.votes('load', 'vote').length, all.length, 'the votes themselves');
  const recount: Record<string, number> = {};
  for (const { options } of store.votes('load', 'vote') as { options: string[] }[]) for (const option of options) recount[option] = (recount[option] ?? 0) + 1;
  assert.deepEqual(store.tally('load', 'vote'), recount);
});

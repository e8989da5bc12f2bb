import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAccessCode, type Problem } from '@parvis/contract';
import { createApp } from '../app.ts';
import { createServerBackend } from '../domain/backend.ts';
import type { Store } from '../store/store.ts';
import { issueCodes } from '../testing/codes.ts';
import { definition } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';

const many = 10_000;

/** A server with forty letters sent out, and votes as they come in over HTTP. */
async function serving() {
  const house = await testHouse();
  const codes = await issueCodes(house.store, 40);
  const looks = { given: 0, cast: 0 };
  const store: Store = {
    ...house.store,
    isGiven: (...code) => ((looks.given += 1), house.store.isGiven(...code)),
    castVote: (command) => ((looks.cast += 1), house.store.castVote(command)),
  };
  const app = createApp(createServerBackend(store, () => new Date('2026-03-15T12:00:00+01:00')), store, { trustProxy: true });
  const { rulesHash } = await house.backend.votes.ballot({ consultation: 'bp-2026', ballot: 'code' });
  let calls = 0;
  const vote = async (code: string, address: string, voter: object = { code }): Promise<Response> => {
    const body = JSON.stringify({ key: `key-${String((calls += 1)).padStart(20, '0')}`, voter, rulesHash, choice: { options: ['oui'] } });
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length), 'x-forwarded-for': address };
    return app.request('/api/v1/consultations/bp-2026/ballots/code/votes', { method: 'POST', body, headers });
  };
  const statuses = async (wrong: number, addressOf: (i: number) => string) => {
    const counts = new Map<number, number>();
    for (let i = 0; i < wrong; i += 1) {
      const { status } = await vote(createAccessCode(), addressOf(i));
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    return counts;
  };
  return Object.assign(house, { codes, vote, statuses, looks });
}

const building = '192.0.2.7';

describe('Guessing access codes', () => {
  it(`${many} times from one address is stopped after a few; the neighbours behind that address all vote`, async () => {
    await using server = await serving();
    const counts = await server.statuses(many, () => building);
    assert.ok((counts.get(403) ?? 0) < 100, `${counts.get(403)} answers told that a code is wrong`);
    assert.equal((counts.get(403) ?? 0) + (counts.get(429) ?? 0), many);
    for (const code of server.codes) assert.equal((await server.vote(code, building)).status, 200);
  });

  it(`once from each of ${many} addresses is stopped; a right code votes from any of them`, async () => {
    await using server = await serving();
    const counts = await server.statuses(many, (i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
    // It fills again while the test runs.
    assert.ok((counts.get(403) ?? 0) < many / 10, `${counts.get(403)} answers told that a code is wrong`);
    assert.equal((counts.get(403) ?? 0) + (counts.get(429) ?? 0), many);
    for (const [i, code] of server.codes.entries()) assert.equal((await server.vote(code, `10.0.0.${i}`)).status, 200);
  });

  it('costs no transaction, and beyond the first few no look at other ballots: nobody else waits for it', async () => {
    await using server = await serving();
    const [commits, revision] = [server.store.commits, await server.store.revision()];
    await server.statuses(300, () => building);
    assert.deepEqual([server.store.commits, await server.store.revision()], [commits, revision]);
    assert.ok(server.looks.cast < 20, `${server.looks.cast} guesses were looked for everywhere`);
    assert.equal(server.looks.cast + server.looks.given, 300);
  });

  it('is not what people do who took the letter of another vote, but nobody has every ballot searched for it all day', async () => {
    await using server = await serving();
    await server.store.putConsultation({ ...definition(), id: 'autre' });
    const [foreign = ''] = await issueCodes(server.store, 1, { consultation: 'autre' });
    const answers: number[] = [];
    for (let i = 0; i < 200; i += 1) answers.push((await server.vote(foreign, building)).status);
    assert.deepEqual(new Set(answers.slice(0, 60)), new Set([403]));
    assert.ok(server.looks.cast < 150, `${server.looks.cast} searches`);
    assert.equal((await server.vote(server.codes[0] ?? '', building)).status, 200);
  });

  it('says when to try again, and no word on the code', async () => {
    await using server = await serving();
    await server.statuses(20, () => building);
    const answer = await server.vote(createAccessCode(), building);
    const problem = (await answer.json()) as Problem;
    assert.deepEqual([answer.status, problem.code, problem.retryable, problem.issues], [429, 'quota', true, undefined]);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  });

  it('is not what a building does that votes late, twice, or with letters that were replaced', async () => {
    await using server = await serving();
    for (const code of server.codes) await server.vote(code, building);
    for (let i = 0; i < 5; i += 1) for (const code of server.codes) assert.equal((await server.vote(code, building)).status, 409, 'already voted, and told so');
  });
});

describe('Votes without a code that may be one', () => {
  it('are limited by address, and keep nobody with a code away', async () => {
    await using server = await serving();
    let refused = 0;
    for (let i = 0; i < 400; i += 1) if ((await server.vote('ABCD', building)).status === 429) refused += 1;
    for (let i = 0; i < 400; i += 1) if ((await server.vote('', building, { mark: `mark-${String(i).padStart(20, '0')}` })).status === 429) refused += 1;
    assert.ok(refused > 500, `${refused} of 800`);
    assert.equal((await server.vote(server.codes[0] ?? '', building)).status, 200);
  });
});

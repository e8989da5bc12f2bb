import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Vote } from '@parvis/contract';
import { createHousekeeping } from '../housekeeping.ts';
import { rejection, testHouse } from '../testing/house.ts';

const closed = '2026-04-02T00:00:00+02:00';
const place = { consultation: 'bp-2026', ballot: 'projets' };

describe('Casting a vote', () => {
  it('is checked in an order a voter can follow: kept answer, dates, rules, choice, right to vote, vote already cast', async () => {
    await using house = await testHouse();
    const { votes } = house.backend;
    const first = await house.vote({ options: ['a'] });
    const receipt = await votes.cast(first);

    const mark = first.voter;
    const wrong: Partial<Vote> = { rulesHash: 'other', choice: { options: ['nothing'] }, voter: { code: 'ABCD' } };
    const next = async (changes: Partial<Vote>) => (await rejection(votes.cast(await house.vote({ options: ['a'] }, changes)))).code;
    assert.equal(await next(wrong), 'rules-changed');
    assert.equal(await next({ ...wrong, rulesHash: first.rulesHash }), 'invalid');
    assert.equal(await next({ voter: { code: 'ABCD' } }), 'not-eligible');
    assert.equal(await next({ voter: mark }), 'already-voted');

    house.setClock(closed);
    assert.equal(await next(wrong), 'closed');
    assert.deepEqual(await votes.cast(first), receipt, 'a retry after closing gets its receipt while it is kept');
    house.setClock('2026-01-01T00:00:00Z');
    assert.equal(await next(wrong), 'not-yet');
  });

  it('says in the choice what is wrong with it', async () => {
    await using house = await testHouse();
    const { issues } = await rejection(house.backend.votes.cast(await house.vote({ options: ['b', 'c'] })));
    assert.deepEqual(issues, [{ pointer: '/choice', code: 'over-ceiling', limit: 500_000, actual: 700_000 }]);
  });

  it('twice at the same moment with one key is one vote with one receipt', async () => {
    await using house = await testHouse();
    const vote = await house.vote({ options: ['a'] });
    const receipts = await Promise.all([1, 2, 3].map(() => house.backend.votes.cast(vote)));
    assert.equal(new Set(receipts.map((r) => r.receipt)).size, 1);
    assert.equal((await house.store.exportVotes('bp-2026', 'projets', { limit: 10 })).items.length, 1);
  });

  it('at the same moment from one device with two keys is one vote', async () => {
    await using house = await testHouse();
    const vote = await house.vote({ options: ['a'] });
    const outcomes = await Promise.allSettled([house.backend.votes.cast(vote), house.backend.votes.cast({ ...vote, key: 'another-key-of-mine' })]);
    assert.deepEqual(outcomes.map((o) => o.status).sort(), ['fulfilled', 'rejected']);
  });

  it('takes nobody\'s vote where access codes are asked for', async () => {
    await using house = await testHouse();
    const vote = await house.vote({ options: ['oui'] }, { ballot: 'code' });
    assert.equal((await rejection(house.backend.votes.cast(vote))).code, 'not-eligible');
    assert.equal((await rejection(house.backend.votes.cast({ ...vote, voter: { code: 'ABCD EFGH' } }))).code, 'not-eligible');
  });

  it('is told closed once the answers for retries have been forgotten', async () => {
    await using house = await testHouse();
    const vote = await house.vote({ options: ['a'] });
    await house.backend.votes.cast(vote);
    house.setClock(closed);
    await createHousekeeping(house.store, () => new Date(closed))();
    assert.equal((await rejection(house.backend.votes.cast(vote))).code, 'closed');
  });
});

describe('The export', () => {
  it('gives every vote once, page by page', async () => {
    await using house = await testHouse();
    for (let i = 0; i < 25; i += 1) await house.backend.votes.cast(await house.vote({ values: { x: (i % 10) + 1 } }, { ballot: 'points' }));
    house.setClock(closed);
    const seen: number[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page = await house.backend.votes.export({ ...place, ballot: 'points', limit: 7, cursor });
      for (const { choice } of page.items) seen.push('values' in choice ? (choice.values['x'] ?? 0) : 0);
      cursor = page.next;
    }
    assert.deepEqual(seen.toSorted((a, b) => a - b), Array.from({ length: 25 }, (_, i) => (i % 10) + 1).toSorted((a, b) => a - b));
  });

  it('refuses a cursor that is not one of its own', async () => {
    await using house = await testHouse();
    house.setClock(closed);
    const { code, issues } = await rejection(house.backend.votes.export({ ...place, cursor: 'nonsense' }));
    assert.equal(code, 'invalid');
    assert.equal(issues[0]?.pointer, '/cursor');
  });

  it('says of no vote that it came by a channel of few, and agrees with the results channel by channel', async () => {
    await using house = await testHouse();
    const points = { ...place, ballot: 'points' };
    for (let i = 0; i < 15; i += 1) await house.backend.votes.cast(await house.vote({ values: { x: 1 } }, { ballot: 'points', channel: i < 3 ? 'assisted' : 'online' }));
    house.setClock(closed);
    const [{ items }, results] = await Promise.all([house.backend.votes.export(points), house.backend.votes.results(points)]);
    assert.deepEqual(results.merged, ['online', 'assisted']);
    assert.deepEqual(new Set(items.map(({ channel }) => channel)), new Set(['online']));
    assert.deepEqual(results.voters, { online: 15, paper: 0, assisted: 0, total: 15 });
  });
});

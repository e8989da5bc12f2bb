import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BallotDefinition, Choice, ConsultationFile } from '@parvis/contract';
import { count, electionOfBallot } from '@parvis/counting';
import { definition, file } from '../testing/consultation.ts';
import { rejection, testHouse, type TestHouse } from '../testing/house.ts';
import { createResults } from './results.ts';
import { createHouse } from './rooms.ts';

const closed = '2026-04-02T00:00:00+02:00';
const place = { consultation: 'bp-2026', ballot: 'projets' };
const points = { ...place, ballot: 'points' };

/** The ballot of projects with another way to show results, or counted by a rule. */
const withProjects = (change: Partial<NonNullable<ConsultationFile['ballots']>[number]>) =>
  definition({ ballots: (file.ballots ?? []).map((ballot) => (ballot.id === 'projets' ? { ...ballot, ...change } : ballot)) });

/** Enough votes for results of an open ballot to be shown: they are counted after ten, as votes come or when somebody asks, and shown after ten more. @returns a receipt */
async function castUntilShown(house: TestHouse, choice: Choice): Promise<string> {
  const receipt = await castMany(house, 10, choice);
  await house.backend.votes.resultsAfterVote({ ...place, receipt }).catch(() => undefined);
  return castMany(house, 10, choice);
}

/** Results as a server just started gives them, which nobody has asked for yet. */
function started(house: TestHouse, where = points) {
  const inner = createHouse(house.store, () => new Date('2026-03-15T12:00:00Z'));
  const resultsOf = createResults(inner);
  return async () => {
    const room = await inner.room(where);
    return resultsOf(room, room.ballots.get(where.ballot)!);
  };
}

async function castMany(house: TestHouse, times: number, choice: Choice, ballot = 'projets'): Promise<string> {
  let receipt = '';
  for (let i = 0; i < times; i += 1) ({ receipt } = await house.backend.votes.cast(await house.vote(choice, { ballot })));
  return receipt;
}

describe('Results', () => {
  it('that are hidden stay hidden until voting has closed', async () => {
    await using house = await testHouse();
    const receipt = await castMany(house, 12, { options: ['a', 'b'] });
    for (const early of [house.backend.votes.results(place), house.backend.votes.resultsAfterVote({ ...place, receipt }), house.backend.votes.export(place)]) {
      assert.equal((await rejection(early)).code, 'not-yet');
    }
    house.setClock(closed);
    const { tally, voters, final, outcome } = await house.backend.votes.results(place);
    assert.deepEqual(tally.map((t) => [t.option, t.online, t.total]), [['a', 12, 12], ['b', 12, 12], ['c', 0, 0]]);
    assert.deepEqual([voters.total, final, outcome], [12, true, undefined]);
    assert.equal((await house.backend.votes.export(place)).items.length, 12);
  });

  it('that come after one’s own vote are shown to whoever has a receipt, and to everybody once voting has closed', async () => {
    await using house = await testHouse(withProjects({ results: 'after-vote' }));
    const receipt = await castUntilShown(house, { options: ['a'] });
    assert.equal((await rejection(house.backend.votes.results(place))).code, 'not-yet');
    assert.equal((await rejection(house.backend.votes.resultsAfterVote({ ...place, receipt: 'AAAA AAAA AAAA AAAA' }))).code, 'not-found');
    assert.equal((await house.backend.votes.resultsAfterVote({ ...place, receipt: receipt.toLowerCase() })).voters.total, 10);
    house.setClock(closed);
    assert.equal((await house.backend.votes.results(place)).voters.total, 20);
  });

  it('of an open ballot are counted after ten voters and shown after ten more, and so on; once it closes they are exact, and ten voters on at least', async () => {
    await using house = await testHouse();
    const ask = started(house);
    const total = async () => (await ask()).voters.total;
    const cast = (times: number) => castMany(house, times, { values: { x: 1 } }, 'points');
    await cast(9);
    assert.equal((await rejection(total())).code, 'not-yet');
    await cast(2);
    assert.equal((await rejection(total())).code, 'not-yet', 'the eleven are counted, and wait for ten more');
    await cast(9);
    assert.equal((await rejection(total())).code, 'not-yet');
    await cast(1);
    assert.equal(await total(), 11);
    const before = await ask();
    await cast(9);
    assert.deepEqual(await ask(), before);
    await cast(1);
    assert.equal(await total(), 21);
    house.setClock(closed);
    assert.equal((await house.backend.votes.results(points)).voters.total, 31);
  });

  it('of an open ballot are counted as votes come: whoever asks first sees them once enough have voted', async () => {
    await using house = await testHouse();
    await castMany(house, 40, { values: { x: 1 } }, 'points');
    const { voters } = await house.backend.votes.results(points);
    assert.ok(voters.total >= 10 && voters.total <= 30, `${voters.total} of 40`);
  });

  it('of an open ballot keep their distance also after a restart of the server', async () => {
    await using house = await testHouse();
    const cast = (times: number) => castMany(house, times, { values: { x: 1 } }, 'points');
    const first = started(house);
    await cast(10);
    await rejection(first());
    await cast(10);
    const before = await first();
    assert.equal(before.voters.total, 10);
    await cast(9);
    const ask = started(house);
    assert.deepEqual(await ask(), before, 'the very same, with its date and ETag');
    await cast(9);
    assert.deepEqual(await ask(), before, 'what was counted before the restart is forgotten: counted now, it waits for ten more');
    await cast(1);
    assert.equal((await ask()).voters.total, 29);
    assert.equal((await started(house)()).voters.total, 29);
  });

  it('of an open ballot tell all channels as one, and apart once it closes', async () => {
    await using house = await testHouse();
    const helped = async (times: number) => { for (let i = 0; i < times; i += 1) await house.backend.votes.cast(await house.vote({ values: { y: 1 } }, { ballot: 'points', channel: 'assisted' })); };
    const ask = started(house);
    await helped(12);
    await castMany(house, 10, { values: { x: 1 } }, 'points');
    await ask().catch(() => undefined);
    await castMany(house, 10, { values: { x: 1 } }, 'points');
    const { voters, merged, tally } = await ask();
    assert.deepEqual([merged, voters], [['assisted', 'online'], { online: 0, paper: 0, assisted: voters.total, total: voters.total }]);
    for (const { online, assisted, total } of tally) assert.deepEqual([online, assisted], [0, total]);
    house.setClock(closed);
    const after = await house.backend.votes.results(points);
    assert.deepEqual([after.merged, after.voters], [undefined, { online: 20, paper: 0, assisted: 12, total: 32 }]);
  });

  it('say how many may vote and what paper is still to come, as soon as the file says so', async () => {
    await using house = await testHouse(withProjects({ results: 'live' }));
    await castUntilShown(house, { options: ['a'] });
    const before = await house.backend.votes.results(place);
    assert.deepEqual([before.electorate, before.paper], [undefined, undefined]);
    await house.store.putConsultation(withProjects({ results: 'live', electorate: 900, paper: { places: 17, counted: 3 } }));
    const after = await house.backend.votes.results(place);
    assert.deepEqual([after.electorate, after.paper, after.countedAt], [900, { places: 17, counted: 3 }, before.countedAt]);
    assert.notEqual(after.etag, before.etag);
    house.setClock(closed);
    assert.equal((await house.backend.votes.results(place)).final, false, 'paper is still to come');
    await house.store.putConsultation(withProjects({ results: 'live', electorate: 900, paper: { places: 17, counted: 17 } }));
    assert.equal((await house.backend.votes.results(place)).final, true);
  });

  it('are counted once for everybody who asks at the same time, and again only after enough votes', async () => {
    await using house = await testHouse();
    await castMany(house, 10, { values: { x: 3 } }, 'points');
    let counts = 0;
    const counted = { ...house.store, tally: (...args: [string, string]) => { counts += 1; return house.store.tally(...args); } };
    const inner = createHouse(counted, () => new Date('2026-03-15T12:00:00Z'));
    const resultsOf = createResults(inner);
    const room = await inner.room(points);
    const ballot = room.ballots.get('points');
    assert.ok(ballot);
    await Promise.all([rejection(resultsOf(room, ballot)), rejection(resultsOf(room, ballot))]);
    assert.equal(counts, 1);
    await castMany(house, 10, { values: { x: 3, y: 0 } }, 'points');
    const [one, two] = await Promise.all([resultsOf(room, ballot), resultsOf(room, ballot)]);
    assert.equal(counts, 2);
    assert.equal(one, two);
    assert.equal(one.tally[0]?.total, 30);
    await castMany(house, 10, { values: { x: 3, y: 0 } }, 'points');
    const three = await resultsOf(room, ballot);
    assert.equal(counts, 3);
    assert.notEqual(three.etag, one.etag);
    assert.equal(three.tally[0]?.total, 60);
  });

  it('keep their ETag and date when something else was written', async () => {
    await using house = await testHouse();
    house.setClock(closed);
    const before = await house.backend.votes.results(points);
    house.setClock('2026-04-03T12:00:00Z');
    await house.store.putConsultation(definition({ summary: 'Un autre texte' }));
    assert.deepEqual(await house.backend.votes.results(points), before);
  });

  it('are asked for again after the database failed', async () => {
    await using house = await testHouse();
    house.setClock(closed);
    let fails = true;
    const shaky = { ...house.store, tally: async (...args: [string, string]) => {
      if (fails) throw new Error('disk');
      return house.store.tally(...args);
    } };
    const inner = createHouse(shaky, () => new Date(closed));
    const resultsOf = createResults(inner);
    const room = await inner.room(points);
    const ballot = room.ballots.get('points');
    assert.ok(ballot);
    await assert.rejects(resultsOf(room, ballot), /disk/);
    fails = false;
    assert.equal((await resultsOf(room, ballot)).voters.total, 0);
  });
});

describe('An outcome', () => {
  it('is what the ballot’s rule makes of the votes, with a reason for each option', async () => {
    await using house = await testHouse(withProjects({ counting: { rule: 'greedy' } }));
    await castMany(house, 6, { options: ['c'] });
    await castMany(house, 5, { options: ['a', 'b'] });
    assert.equal((await rejection(house.backend.votes.results(place))).code, 'not-yet');
    house.setClock(closed);
    const { outcome } = await house.backend.votes.results(place);
    assert.deepEqual(outcome?.counting, { rule: 'greedy', budget: 500_000 });
    assert.deepEqual(outcome?.winners, ['c']);
    assert.deepEqual(outcome?.options.map(({ option, votes, reason }) => [option, votes, reason]), [
      ['a', 5, { code: 'no-money', left: 100_000 }], ['b', 5, { code: 'no-money', left: 100_000 }], ['c', 6, { code: 'taken', left: 500_000 }],
    ]);
  });

  it('of an open ballot is of the very votes in the totals, and not final', async () => {
    await using house = await testHouse(withProjects({ results: 'live', counting: { rule: 'plurality' } }));
    await castUntilShown(house, { options: ['a'] });
    await castMany(house, 15, { options: ['b'] });
    const { outcome, tally, final } = await house.backend.votes.results(place);
    assert.equal(final, false);
    assert.deepEqual(outcome?.winners, ['a']);
    assert.deepEqual(outcome?.options.map(({ votes }) => votes), tally.map(({ total }) => total));
  });

  it('is counted anew only when votes of this ballot came in', async () => {
    await using house = await testHouse(withProjects({ counting: { rule: 'greedy' } }));
    await castMany(house, 3, { options: ['a'] });
    let reads = 0;
    const noting: typeof house.store = { ...house.store, exportVotes: (...args) => { reads += 1; return house.store.exportVotes(...args); } };
    const inner = createHouse(noting, () => new Date(closed));
    const resultsOf = createResults(inner);
    const ask = async () => {
      const room = await inner.room(place);
      const ballot = room.ballots.get('projets');
      assert.ok(ballot);
      return resultsOf(room, ballot);
    };
    const first = await ask();
    assert.equal(reads, 1);
    await castMany(house, 1, { values: { x: 1 } }, 'points');
    assert.equal(await ask(), first);
    assert.equal(reads, 1);
  });

  it('of thousands of votes is counted in a thread of its own, to the same end, while others are answered', async () => {
    await using house = await testHouse(withProjects({ counting: { rule: 'greedy' } }));
    const ballot = (await house.store.getConsultation('bp-2026'))?.ballots[0] as BallotDefinition;
    const { election, add } = electionOfBallot(ballot);
    function* votes() {
      for (let i = 0; i < 3_500; i += 1) {
        const choice = { options: i % 3 === 0 ? ['a', 'b'] : i % 3 === 1 ? ['c'] : ['a'] };
        add(choice);
        yield { choice, channel: i % 5 === 0 ? 'paper' as const : 'online' as const };
      }
    }
    await house.store.importVotes('bp-2026', 'projets', votes());
    house.setClock(closed);
    let answered = 0;
    const others = setInterval(() => (answered += 1), 1);
    const results = await house.backend.votes.results(place).finally(() => clearInterval(others));
    assert.ok(answered > 0, 'nothing else was done meanwhile');
    assert.deepEqual(results.outcome, count(election, { rule: 'greedy' }));
    assert.deepEqual([results.voters.paper, results.voters.total, results.tally[0]?.total], [700, 3_500, 2_333]);
  });
});

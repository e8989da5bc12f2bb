import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { rawVotes } from '../tally.ts';
import { election, type Written } from '../testing/elections.ts';
import { electionOf, outcomesInTwoOrders, rankings, type Rankings } from '../testing/rankings.ts';

const irv = (written: Written) => count(election({ method: 'ranking', ...written }), { rule: 'irv' });
const reasons = ({ options }: ReturnType<typeof irv>) => Object.fromEntries(options.map(({ option, reason }) => [option, reason]));
const free = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, undefined]));

describe('counting in rounds, the weakest leaving in turn (IRV)', () => {
  it('passes the votes of the weakest on until one option is left', () => {
    // The capital of Tennessee. Chattanooga leaves with 15, its votes go to Knoxville: 32. Nashville leaves with 26, its votes go past Chattanooga
    // to Knoxville: 58 against 42 for Memphis, which led all along.
    const outcome = irv({
      options: free('memphis', 'nashville', 'chattanooga', 'knoxville'),
      votes: [
        [42, 'memphis nashville chattanooga knoxville'], [26, 'nashville chattanooga knoxville memphis'],
        [15, 'chattanooga knoxville nashville memphis'], [17, 'knoxville chattanooga nashville memphis'],
      ],
    });
    assert.deepEqual(outcome.winners, ['knoxville']);
    assert.deepEqual(outcome.rounds, [
      { memphis: 42, nashville: 26, chattanooga: 15, knoxville: 17 },
      { memphis: 42, nashville: 26, knoxville: 32 },
      { memphis: 42, knoxville: 58 },
    ]);
    assert.deepEqual(reasons(outcome), {
      memphis: { code: 'eliminated', round: 3, votes: 42 },
      nashville: { code: 'eliminated', round: 2, votes: 26 },
      chattanooga: { code: 'eliminated', round: 1, votes: 15 },
      knoxville: { code: 'last', votes: 58 },
    });
    assert.deepEqual(outcome.options.map(({ value }) => value), [42, 26, 15, 58]);
  });

  it('goes on to the last two though one has a majority from the start', () => {
    const outcome = irv({ options: free('a', 'b', 'c'), votes: [[5, 'a'], [2, 'b'], [1, 'c b']] });
    assert.deepEqual([outcome.winners, outcome.rounds], [['a'], [{ a: 5, b: 2, c: 1 }, { a: 5, b: 3 }]]);
  });

  it('no longer counts a vote once all it names have left', () => {
    // c leaves with 2: one of its votes goes to b, the other names nobody else.
    const outcome = irv({ options: free('a', 'b', 'c'), votes: [[4, 'a'], [3, 'b'], 'c', 'c b', ''] });
    assert.deepEqual(outcome.rounds, [{ a: 4, b: 3, c: 2 }, { a: 4, b: 4 }]);
  });

  it('passes a vote over all those who have left before', () => {
    // d leaves (1), then c (2): the vote 'd c b a' goes to c, then on to b.
    const outcome = irv({ options: free('a', 'b', 'c', 'd'), votes: [[4, 'a'], [3, 'b'], 'c a', 'd c b a'] });
    assert.deepEqual(outcome.rounds, [{ a: 4, b: 3, c: 1, d: 1 }, { a: 4, b: 3, c: 2 }, { a: 5, b: 4 }]);
    assert.deepEqual(outcome.winners, ['a']);
  });

  it('lets options without first places leave one in each round', () => {
    const outcome = irv({ options: free('a', 'b', 'c'), votes: ['a'] });
    assert.deepEqual(outcome.rounds, [{ a: 1, b: 0, c: 0 }, { a: 1, b: 0 }]);
    assert.deepEqual(reasons(outcome), {
      a: { code: 'last', votes: 1 },
      b: { code: 'eliminated', round: 2, votes: 0 },
      c: { code: 'eliminated', round: 1, votes: 0, option: 'b', by: 'number' },
    });
  });

  it('tells equals apart by the latest round in which they were not equal', () => {
    // Round 1: a 3, b 4. Round 2, x gone to a: a 5, b 4. Round 3, one vote of y gone to b: both 5. In round 2 b had fewer: b leaves,
    // though in round 1 a had fewer, and though a costs more and has the same votes.
    const votes: Written['votes'] = [[3, 'a'], [4, 'b'], [6, 'c'], [2, 'x a'], [1, 'y b'], [2, 'y c']];
    const outcome = irv({ options: { a: 90, b: 10, c: 10, x: 10, y: 10 }, votes });
    assert.deepEqual(outcome.rounds, [{ a: 3, b: 4, c: 6, x: 2, y: 3 }, { a: 5, b: 4, c: 6, y: 3 }, { a: 5, b: 5, c: 8 }, { a: 5, c: 8 }]);
    assert.deepEqual(reasons(outcome)['b'], { code: 'eliminated', round: 3, votes: 5, option: 'a' });
  });

  it('looks back as many rounds as it takes', () => {
    // a and b: 2 and 3 in round 1; then x leaves (1) for a: 3 and 3, and y (2, used up): 3 and 3. Only the first round tells: a leaves.
    const outcome = irv({ options: { a: 10, b: 90, c: 10, x: 10, y: 10 }, votes: [[2, 'a'], [3, 'b'], [5, 'c'], 'x a', [2, 'y']] });
    assert.deepEqual(outcome.rounds?.map(({ a, b }) => [a, b]), [[2, 3], [3, 3], [3, 3], [undefined, 3]]);
    assert.deepEqual(reasons(outcome)['a'], { code: 'eliminated', round: 3, votes: 3, option: 'b' });
  });

  it('lets the tie rule decide between options that were equal in every round, and says by what', () => {
    // Higher cost leaves first.
    assert.deepEqual(reasons(irv({ options: { a: 20, b: 10, c: 10 }, votes: [[2, 'a'], [2, 'b'], [5, 'c']] }))['a'], { code: 'eliminated', round: 1, votes: 2, option: 'b', by: 'cost' });
    // Then who is named by fewer: b is named by three votes, a by two.
    assert.deepEqual(reasons(irv({ options: free('a', 'b', 'c'), votes: [[2, 'a'], [2, 'b'], [5, 'c b']] }))['a'], { code: 'eliminated', round: 1, votes: 2, option: 'b', by: 'votes' });
    // Then the higher number.
    assert.deepEqual(reasons(irv({ options: free('a', 'b', 'c'), votes: [[2, 'a'], [2, 'b'], [5, 'c']] }))['b'], { code: 'eliminated', round: 1, votes: 2, option: 'a', by: 'number' });
  });

  it('decides between the last two as between any others', () => {
    const outcome = irv({ options: { a: 20, b: 10 }, votes: ['a', 'b'] });
    assert.deepEqual(reasons(outcome), { a: { code: 'eliminated', round: 1, votes: 1, option: 'b', by: 'cost' }, b: { code: 'last', votes: 1 } });
  });

  it('passes the votes of a withdrawn option on before the first round', () => {
    const outcome = irv({ options: free('w', 'a', 'b'), withdrawn: ['w'], votes: [[3, 'w b'], [2, 'a'], [9, 'w']] });
    assert.deepEqual([outcome.winners, outcome.rounds], [['b'], [{ a: 2, b: 3 }]]);
    assert.deepEqual(outcome.options[0], { option: 'w', votes: 12, value: 0, reason: { code: 'withdrawn' } });
  });

  it('elects the only option there is', () => {
    const outcome = irv({ options: free('a'), votes: [[2, 'a'], ''] });
    assert.deepEqual([outcome.winners, outcome.rounds, outcome.options], [['a'], [{ a: 2 }], [{ option: 'a', place: 1, votes: 2, value: 2, reason: { code: 'last', votes: 2 } }]]);
  });

  it('elects nothing when no vote names an option that may win', () => {
    const outcome = irv({ options: free('w', 'a', 'b'), withdrawn: ['w'], votes: ['', [3, 'w']] });
    assert.deepEqual([outcome.winners, outcome.rounds, outcome.options.map(({ value }) => value)], [[], undefined, [0, 0, 0]]);
    assert.deepEqual(reasons(outcome), { w: { code: 'withdrawn' }, a: { code: 'no-support' }, b: { code: 'no-support' } });
  });

  it('finds the same in whatever order votes and options are written', () => {
    fc.assert(fc.property(outcomesInTwoOrders('irv'), ({ one, other }) => assert.deepEqual(one, other)));
  });

  it('elects what has more than half of the first places', () => {
    fc.assert(fc.property(rankings(), (drawn) => {
      const { winners, rounds } = count(electionOf(drawn), { rule: 'irv' });
      const first = Object.entries(rounds?.[0] ?? {});
      const all = first.reduce((sum, [, votes]) => sum + votes, 0);
      const [majority] = first.filter(([, votes]) => votes * 2 > all);
      if (majority) assert.deepEqual(winners, [majority[0]]);
    }));
  });

  it('agrees with counting every vote anew in every round', () => {
    fc.assert(fc.property(rankings(7), (drawn) => {
      const { winners, rounds, options } = count(electionOf(drawn), { rule: 'irv' });
      const slow = countAnew(drawn);
      assert.deepEqual(rounds ?? [], slow.rounds);
      assert.deepEqual(winners, slow.winner === undefined ? [] : [slow.winner]);
      const leaving = options.filter(({ reason }) => reason.code === 'eliminated').toSorted((a, b) => a.reason.round! - b.reason.round!);
      assert.deepEqual(leaving.map(({ option }) => option), slow.leaving);
    }), { numRuns: 500 });
  });
});

/** The rule as it is told, without memory of anything but the rounds. */
function countAnew(drawn: Rankings) {
  const raw = rawVotes(electionOf(drawn));
  const { options, votes } = drawn;
  let standing = options.filter(({ withdrawn }) => !withdrawn);
  const rounds: Record<string, number>[] = [];
  const leaving: string[] = [];
  if (!votes.some(({ ranking }) => ranking.some((i) => !options[i]!.withdrawn))) return { rounds, leaving, winner: undefined };
  for (;;) {
    const round = Object.fromEntries(standing.map(({ id }) => [id, 0]));
    for (const { ranking, times } of votes) {
      const first = ranking.map((i) => options[i]!).find((option) => standing.includes(option));
      if (first) round[first.id]! += times;
    }
    rounds.push(round);
    if (standing.length === 1) return { rounds, leaving, winner: standing[0]!.id };
    let weakest = standing;
    for (const earlier of rounds.toReversed()) {
      const fewest = Math.min(...weakest.map(({ id }) => earlier[id]!));
      weakest = weakest.filter(({ id }) => earlier[id] === fewest);
    }
    const dearest = Math.max(...weakest.map(({ cost }) => cost ?? 0));
    weakest = weakest.filter(({ cost }) => (cost ?? 0) === dearest);
    const least = Math.min(...weakest.map((option) => raw[options.indexOf(option)]!));
    weakest = weakest.filter((option) => raw[options.indexOf(option)] === least);
    const out = weakest.toSorted((a, b) => b.number - a.number)[0]!;
    leaving.push(out.id);
    standing = standing.filter((option) => option !== out);
    if (standing.length === 1) return { rounds, leaving, winner: standing[0]!.id };
  }
}

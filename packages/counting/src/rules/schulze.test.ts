import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { election, type Written } from '../testing/elections.ts';
import { electionOf, outcomesInTwoOrders, rankings, type Rankings, winnerWithOneMoreVote } from '../testing/rankings.ts';

const schulze = (written: Written) => count(election({ method: 'ranking', ...written }), { rule: 'schulze' });
const reasons = ({ options }: ReturnType<typeof schulze>) => options.map(({ reason }) => reason);
const values = ({ options }: ReturnType<typeof schulze>) => options.map(({ value }) => value);
const free = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, undefined]));

describe('counting by duels and strongest paths (Schulze)', () => {
  it('elects what beats every other by the strongest path, though no option wins all its duels', () => {
    // The example of Schulze's paper with 45 votes. Strongest paths from a: b 28, c 28, d 30, e 24; from b: a 25, c 28, d 33, e 24;
    // from c: a 25, b 29, d 29, e 24; from d: a 25, b 28, c 28, e 24; from e: a 25, b 28, c 28, d 31. So e beats a, a beats c, c beats b, b beats d.
    const outcome = schulze({
      options: free('a', 'b', 'c', 'd', 'e'),
      votes: [[5, 'a c b e d'], [5, 'a d e c b'], [8, 'b e d a c'], [3, 'c a b e d'], [7, 'c a e b d'], [2, 'c b a d e'], [7, 'd c e b a'], [8, 'e b a d c']],
    });
    assert.deepEqual([outcome.winners, values(outcome)], [['e'], [3, 1, 2, 0, 4]]);
    assert.deepEqual(reasons(outcome), [
      { code: 'beaten', option: 'e', votes: 24, against: 25 },
      { code: 'beaten', option: 'e', votes: 24, against: 28 },
      { code: 'beaten', option: 'e', votes: 24, against: 28 },
      { code: 'beaten', option: 'e', votes: 24, against: 31 },
      { code: 'unbeaten' },
    ]);
  });

  it('elects what wins each of its duels, though it has few first places', () => {
    // The capital of Tennessee. Nashville is preferred to Memphis by 58, to Chattanooga and to Knoxville by 68.
    const outcome = schulze({
      options: free('memphis', 'nashville', 'chattanooga', 'knoxville'),
      votes: [
        [42, 'memphis nashville chattanooga knoxville'], [26, 'nashville chattanooga knoxville memphis'],
        [15, 'chattanooga knoxville nashville memphis'], [17, 'knoxville chattanooga nashville memphis'],
      ],
    });
    assert.deepEqual([outcome.winners, values(outcome)], [['nashville'], [0, 3, 2, 1]]);
    assert.deepEqual(reasons(outcome)[0], { code: 'beaten', option: 'nashville', votes: 0, against: 58 });
  });

  it('takes a vote to prefer what it names to what it leaves out, and leaves the rest equal', () => {
    // a: 3 votes name it and not c; c: 1. Between b and c nobody but the vote 'c' decides: c beats b by 1.
    const outcome = schulze({ options: free('a', 'b', 'c'), votes: [[3, 'a'], 'c', ''] });
    assert.deepEqual([outcome.winners, values(outcome)], [['a'], [2, 0, 1]]);
    assert.deepEqual(reasons(outcome), [
      { code: 'unbeaten' }, { code: 'beaten', option: 'a', votes: 0, against: 3 }, { code: 'beaten', option: 'a', votes: 0, against: 3 },
    ]);
  });

  it('measures a win by the votes for it, not by the difference', () => {
    // a over b 6 to 5, b over c 5 to 1, c over a 6 to 5: a ring, whose weakest link is b over c (5 votes), though its difference is the greatest.
    const outcome = schulze({ options: free('a', 'b', 'c'), votes: [[5, 'a'], [5, 'b c'], 'c a b'] });
    assert.deepEqual([outcome.winners, values(outcome)], [['c'], [1, 0, 2]]);
    assert.deepEqual(reasons(outcome), [
      { code: 'beaten', option: 'c', votes: 5, against: 6 }, { code: 'beaten', option: 'c', votes: 5, against: 6 }, { code: 'unbeaten' },
    ]);
  });

  it('lets the tie rule decide between options that nothing beats, and says by what', () => {
    // Each meets the other 1 to 1.
    assert.deepEqual(reasons(schulze({ options: { a: 20, b: 10 }, votes: ['a b', 'b a'] })), [{ code: 'tie', option: 'b', by: 'cost' }, { code: 'unbeaten' }]);
    assert.deepEqual(reasons(schulze({ options: free('a', 'b'), votes: ['b a', 'a b'] })), [{ code: 'unbeaten' }, { code: 'tie', option: 'a', by: 'number' }]);
    // b meets a 1 to 1, and two votes name b.
    assert.deepEqual(reasons(schulze({ options: free('a', 'b'), votes: ['a b', 'b'] })), [{ code: 'tie', option: 'b', by: 'votes' }, { code: 'unbeaten' }]);
  });

  it('names another unbeaten option as the one that beats it, where the winner does not', () => {
    // a meets b 1 to 1 and c 1 to 1; b beats c 1 to 0. The tie rule takes a, which does not beat c.
    const outcome = schulze({ options: free('a', 'b', 'c'), votes: ['a', 'b c'] });
    assert.deepEqual([outcome.winners, values(outcome)], [['a'], [0, 1, 0]]);
    assert.deepEqual(reasons(outcome), [{ code: 'unbeaten' }, { code: 'tie', option: 'a', by: 'number' }, { code: 'beaten', option: 'b', votes: 0, against: 1 }]);
  });

  it('strikes out what was withdrawn: it meets nobody and carries no path', () => {
    // Without w: a over b 2 to 1. With w there would be a ring, a over b over w over a.
    const outcome = schulze({ options: free('w', 'a', 'b'), withdrawn: ['w'], votes: ['a b w', 'b w a', 'w a b'] });
    assert.deepEqual([outcome.winners, values(outcome)], [['a'], [0, 1, 0]]);
    assert.deepEqual(reasons(outcome), [{ code: 'withdrawn' }, { code: 'unbeaten' }, { code: 'beaten', option: 'a', votes: 0, against: 2 }]);
  });

  it('elects nothing when no vote names an option that may win', () => {
    const outcome = schulze({ options: free('w', 'a', 'b'), withdrawn: ['w'], votes: ['', 'w'] });
    assert.deepEqual([outcome.winners, values(outcome), reasons(outcome)], [[], [0, 0, 0], [{ code: 'withdrawn' }, { code: 'no-support' }, { code: 'no-support' }]]);
  });

  it('tells how far it is, option by option', () => {
    const told: number[] = [];
    count(election({ method: 'ranking', options: free('a', 'b', 'c', 'd'), votes: ['a'] }), { rule: 'schulze' }, (part) => told.push(part));
    assert.deepEqual(told, [0.25, 0.5, 0.75, 1]);
  });

  it('counts two hundred options', () => {
    // Two of three votes name them in order, one in reverse: each beats all that come after it, 2 to 1.
    const ids = Array.from({ length: 200 }, (_, i) => `o${i}`);
    const outcome = schulze({ options: free(...ids), votes: [[2, ids.join(' ')], ids.toReversed().join(' ')] });
    assert.deepEqual([outcome.winners, values(outcome)], [['o0'], ids.map((_, i) => 199 - i)]);
  });

  it('agrees with trying every path between two options', () => {
    fc.assert(fc.property(rankings(5), (drawn) => {
      const { winners, options } = count(electionOf(drawn), { rule: 'schulze' });
      const { strength, standing } = everyPath(drawn);
      const beats = (a: string, b: string) => strength(a, b) > strength(b, a);
      const supported = drawn.votes.some(({ ranking }) => ranking.some((i) => !drawn.options[i]!.withdrawn));
      for (const { option, value, reason } of options.filter(() => supported)) {
        if (reason.code === 'withdrawn') continue;
        assert.equal(value, standing.filter((other) => beats(option, other)).length);
        const beaters = standing.filter((other) => beats(other, option));
        assert.equal(reason.code === 'beaten', beaters.length > 0, option);
        if (reason.code !== 'beaten') continue;
        assert.ok(beaters.includes(reason.option!));
        assert.ok(!standing.some((other) => beats(other, reason.option!)), 'the one named is unbeaten itself');
        if (beaters.includes(winners[0]!)) assert.equal(reason.option, winners[0]);
        assert.deepEqual([reason.votes, reason.against], [strength(option, reason.option!), strength(reason.option!, option)]);
      }
    }), { numRuns: 400 });
  });

  it('finds the same in whatever order votes and options are written', () => {
    fc.assert(fc.property(outcomesInTwoOrders('schulze'), ({ one, other }) => assert.deepEqual(one, other)));
  });

  it('never finds the winner beaten after one more vote for it alone', () => {
    // It may lose a tie that the vote makes: the vote can lengthen a path between two others.
    fc.assert(fc.property(winnerWithOneMoreVote('schulze'), ({ winner, after }) => {
      const reason = after.options.find(({ option }) => option === winner)!.reason;
      assert.ok(['unbeaten', 'tie'].includes(reason.code), reason.code);
    }));
  });
});

/** Strengths found by walking every path that visits no option twice. */
function everyPath({ options, votes }: Rankings) {
  const standing = options.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  const prefer = (a: string, b: string) => votes.reduce((sum, { ranking, times }) => {
    const [placeA, placeB] = [a, b].map((id) => ranking.findIndex((i) => options[i]!.id === id));
    return placeA! >= 0 && (placeB! < 0 || placeA! < placeB!) ? sum + times : sum;
  }, 0);
  const link = (a: string, b: string) => (prefer(a, b) > prefer(b, a) ? prefer(a, b) : 0);
  const strength = (from: string, to: string, visited: readonly string[] = []): number => Math.max(
    link(from, to),
    ...standing.filter((over) => over !== from && over !== to && !visited.includes(over)).map((over) => Math.min(link(from, over), strength(over, to, [...visited, from]))),
  );
  return { standing, strength: (a: string, b: string) => (a === b ? 0 : strength(a, b)) };
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Counting } from '@parvis/contract';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { election, type Written } from '../testing/elections.ts';
import { supportsOf } from '../supports.ts';
import { gathered, randomElections, type RandomElection } from '../testing/random-elections.ts';
import { Loads } from './loads.ts';

const by = (written: Written, settings: Partial<Counting> = {}) => {
  const outcome = count(election(written), { rule: 'phragmen', ...settings });
  return { ...outcome, reasons: Object.fromEntries(outcome.options.map(({ option, reason }) => [option, reason])) };
};

describe('Phragmén: money comes little by little, to everybody at the same pace', () => {
  // a: 12 / 3 = 4. Then b: (12 + 4 + 4) / 2 = 10, c: (12 + 4) / 2 = 8: c at 8, then b: (12 + 4 + 4) / 2 = 10.
  const written: Written = { budget: 36, options: { a: 12, b: 12, c: 12 }, votes: [[2, 'a b'], [1, 'a c'], [1, 'c']] };

  it('an option is taken as soon as its supporters have its cost', () => {
    const outcome = by(written);
    assert.deepEqual(outcome.winners, ['a', 'c', 'b']);
    assert.deepEqual(outcome.reasons, { a: { code: 'load', left: 36 }, b: { code: 'load', left: 12 }, c: { code: 'load', left: 24 } });
    assert.deepEqual(outcome.counting, { rule: 'phragmen', budget: 36, whenFull: 'stop' });
  });

  it('the first that does not fit ends the count', () => {
    const outcome = by({ ...written, budget: 23 });
    assert.deepEqual(outcome.winners, ['a']);
    assert.deepEqual(outcome.reasons, { a: { code: 'load', left: 23 }, b: { code: 'stopped', option: 'c' }, c: { code: 'no-money', left: 11 } });
  });

  it('or is left out, and the count goes on', () => {
    // After a, c (24) is next and does not fit into 13; b is dearer for its supporters but fits.
    const outcome = by({ budget: 25, options: { a: 12, b: 12, c: 24 }, votes: [[2, 'a b'], [1, 'a c'], [6, 'c']] }, { whenFull: 'skip' });
    assert.deepEqual(outcome.winners, ['c']);
    const skipped = by({ budget: 30, options: { a: 12, b: 12, c: 24 }, votes: [[3, 'a'], [4, 'c'], [1, 'b']] }, { whenFull: 'skip' });
    assert.deepEqual(skipped.winners, ['a', 'b']);
    assert.deepEqual(skipped.reasons.c, { code: 'no-money', left: 18 });
  });

  it('ends when of several that are ready at the same moment one does not fit', () => {
    // b and c are ready at 10; after b there is no money for c. d (ready at 10 as well) is not taken either.
    const outcome = by({ budget: 50, options: { b: 10, c: 50, d: 10 }, votes: ['b', [5, 'c'], 'd'] });
    assert.deepEqual(outcome.winners, ['b']);
    assert.deepEqual(outcome.reasons, { b: { code: 'load', left: 50 }, c: { code: 'tie', option: 'b', by: 'cost' }, d: { code: 'stopped', option: 'c' } });
  });

  it('an option dearer than the whole budget ends the count when its turn comes, and is told so', () => {
    const outcome = by({ budget: 10, options: { a: 11, b: 5, c: 5 }, votes: [[3, 'a'], [2, 'b'], 'c'] });
    assert.deepEqual(outcome.winners, ['b']);
    assert.deepEqual(outcome.reasons, { a: { code: 'over-budget', left: 10 }, b: { code: 'load', left: 10 }, c: { code: 'stopped', option: 'a' } });
    assert.deepEqual(by({ budget: 10, options: { a: 11, b: 5, c: 5 }, votes: [[3, 'a'], [2, 'b'], 'c'] }, { whenFull: 'skip' }).winners, ['b', 'c']);
  });

  it('says which tie cost an option its place', () => {
    const outcome = by({ budget: 15, options: { a: 10, b: 10 }, votes: ['a b'] }, { whenFull: 'skip' });
    assert.deepEqual(outcome.reasons, { a: { code: 'load', left: 15 }, b: { code: 'tie', option: 'a', by: 'number' } });
    const cost = by({ budget: 25, options: { a: 20, b: 10 }, votes: [[2, 'a'], 'b'] }, { whenFull: 'skip' });
    assert.deepEqual([cost.winners, cost.reasons.a], [['b'], { code: 'tie', option: 'b', by: 'cost' }]);
  });

  it('speaks of a tie only where the other would have fitted then, and never of one that was none', () => {
    // a and b are ready at 10, b does not fit into 15 even first. c is ready at 20.
    const outcome = by({ budget: 15, options: { a: 10, b: 20, c: 10 }, votes: ['a', 'b', 'b', [1, 'c']] }, { whenFull: 'skip' });
    assert.deepEqual(outcome.reasons.b, { code: 'over-budget', left: 15 });
    const later = by({ budget: 25, options: { a: 10, b: 10, c: 20 }, votes: [[2, 'a'], 'b', 'c'] }, { whenFull: 'skip' });
    assert.deepEqual(later.reasons, { a: { code: 'load', left: 25 }, b: { code: 'load', left: 15 }, c: { code: 'no-money', left: 5 } });
    const three = by({ budget: 22, options: { a: 11, b: 11, c: 11 }, votes: ['c', 'b', 'a'] }, { whenFull: 'skip' });
    assert.deepEqual([three.winners, three.reasons.c], [['a', 'b'], { code: 'tie', option: 'b', by: 'number' }]);
    const tight = by({ budget: 19, options: { a: 9, b: 10, c: 20, d: 10 }, votes: [[9, 'a'], [10, 'd'], [10, 'b'], [20, 'c']] }, { whenFull: 'skip' });
    assert.deepEqual([tight.winners, tight.reasons.d], [['a', 'b'], { code: 'tie', option: 'b', by: 'number' }]);
  });

  it('what nobody chose is told so, unless it costs more than everything', () => {
    const outcome = by({ budget: 10, options: { a: 10, b: 11, c: 5 }, votes: ['c'] });
    assert.deepEqual(outcome.reasons, { a: { code: 'no-support' }, b: { code: 'over-budget', left: 10 }, c: { code: 'load', left: 10 } });
  });

  it('what is dearer than everything is told so also where the count had stopped, and what costs all of it was stopped', () => {
    // a at 2; then b at 6 does not fit; c (10) and d (11) come later.
    const outcome = by({ budget: 10, options: { a: 4, b: 9, c: 10, d: 11 }, votes: [[2, 'a'], [2, 'b'], 'c', 'd'] });
    assert.deepEqual(outcome.reasons, {
      a: { code: 'load', left: 10 }, b: { code: 'no-money', left: 6 }, c: { code: 'stopped', option: 'b' }, d: { code: 'over-budget', left: 10 },
    });
  });

  it('tells how much of the budget is spent', () => {
    const parts: number[] = [];
    count(election({ budget: 20, options: { a: 5, b: 10 }, votes: ['a', 'b'] }), { rule: 'phragmen' }, (part) => parts.push(part));
    assert.deepEqual(parts, [0.25, 0.75]);
    const free: number[] = [];
    count(election({ budget: 0, options: { a: 0 }, votes: ['a'] }), { rule: 'phragmen' }, (part) => free.push(part));
    assert.deepEqual(free, [1]);
  });

  it('counts as one those who chose the same, however they gave their points', () => {
    const { moment } = momentOf({ method: 'points', options: { a: 10 }, votes: ['a:1', 'a:3', 'a:2'] });
    assert.ok(moment.low <= 10 / 3 && 10 / 3 <= moment.high && moment.high - moment.low < 1e-13, JSON.stringify(moment));
  });

  it('takes nothing that nobody chose or that was withdrawn', () => {
    const outcome = by({ budget: 15, options: { a: 0, b: 5, c: 5 }, withdrawn: ['b'], votes: ['b', 'c', ''] });
    assert.deepEqual(outcome.winners, ['c']);
    assert.deepEqual(outcome.reasons, { a: { code: 'no-support' }, b: { code: 'withdrawn' }, c: { code: 'load', left: 15 } });
  });

  it('takes a zero for no support', () => {
    assert.deepEqual(by({ method: 'points', budget: 10, options: { a: 6, b: 6 }, votes: ['a:0 b:1', 'a:0 b:2', 'a:1'] }).winners, ['b']);
  });

  it('buys the same in the same order as the method played voter by voter', () => {
    fc.assert(fc.property(randomElections(['approval', 'points']), fc.constantFrom('stop', 'skip'), (random, whenFull) => {
      assert.deepEqual(count(gathered(random), { rule: 'phragmen', whenFull }).winners, slowPhragmen(random, whenFull).map((option) => `o${option + 1}`));
    }), { numRuns: 1_000 });
  });
});

/** When the only option of an election can be paid for. */
function momentOf(written: Written) {
  const elected = election(written);
  const supports = supportsOf(elected, false);
  assert.equal(supports.groups[0]?.length, 1);
  return { moment: new Loads(supports, elected.options.map(({ cost = 0 }) => cost)).moment(0) };
}

/** With each voter's load as a fraction of whole numbers, and nothing in common with the quick way. */
function slowPhragmen({ costs, budget, withdrawn, votes }: RandomElection, whenFull: 'stop' | 'skip'): number[] {
  const supporters = costs.map((_, option) => votes.flatMap((vote, i) => (!withdrawn[option] && vote.some(([named, value]) => named === option && value > 0) ? [i] : [])));
  const loads = votes.map(() => [0n, 1n] as [bigint, bigint]);
  const momentOf = (option: number): [bigint, bigint] => {
    let [n, d] = [BigInt(costs[option]!), 1n];
    for (const voter of supporters[option]!) [n, d] = [n * loads[voter]![1] + loads[voter]![0] * d, d * loads[voter]![1]];
    return [n, d * BigInt(supporters[option]!.length)];
  };
  const compare = ([a, b]: [bigint, bigint], [c, d]: [bigint, bigint]) => Number(a * d > c * b) - Number(a * d < c * b);
  let waiting = costs.flatMap((_, option) => (supporters[option]!.length > 0 ? [option] : []));
  const taken: number[] = [];
  let left = budget;
  while (waiting.length > 0) {
    const first = waiting.map(momentOf).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
    const ready = waiting.filter((option) => compare(momentOf(option), first) === 0);
    if (whenFull === 'stop' && ready.some((option) => costs[option]! > left)) return taken;
    const [next] = ready.toSorted((a, b) => costs[a]! - costs[b]! || supporters[b]!.length - supporters[a]!.length || a - b) as [number];
    waiting = waiting.filter((option) => option !== next);
    if (costs[next]! > left) continue;
    taken.push(next);
    left -= costs[next]!;
    for (const voter of supporters[next]!) loads[voter] = first;
  }
  return taken;
}

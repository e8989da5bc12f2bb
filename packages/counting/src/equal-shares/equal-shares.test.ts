import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Counting } from '@parvis/contract';
import * as fc from 'fast-check';
import { count } from '../count.ts';
import { election, type Written } from '../testing/elections.ts';
import { gathered, randomElections } from '../testing/random-elections.ts';
import { slowEqualShares } from '../testing/slow-equal-shares.ts';

const shares = (written: Written, settings: Partial<Counting> = {}) => count(election(written), { rule: 'equal-shares', ...settings });
const reasons = (outcome: ReturnType<typeof shares>) => Object.fromEntries(outcome.options.map(({ option, reason }) => [option, reason]));

// Ten voters with 10 each. Six live in the north and want a and b, four in the south and want c.
const twoDistricts: Written = { budget: 100, options: { a: 50, b: 50, c: 40 }, votes: [[6, 'a b'], [4, 'c']] };

describe('Equal shares: every voter has the same part of the budget to spend', () => {
  it('gives a minority its part, where the most voted projects would take all', () => {
    // a: 50 / 6 = 8.33 each, b then lacks money (6 × 1.67 = 10). c: 40 / 4 = 10 each, all they have.
    const outcome = shares(twoDistricts);
    assert.deepEqual(outcome.winners, ['a', 'c']);
    assert.deepEqual(count(election(twoDistricts), { rule: 'greedy' }).winners, ['a', 'b']);
    assert.deepEqual(reasons(outcome), {
      a: { code: 'shares', pay: 9 }, b: { code: 'tie', option: 'a', by: 'number', money: 10 }, c: { code: 'shares', pay: 10 },
    });
    assert.equal(outcome.spent, 90);
    assert.equal(outcome.share, 10);
  });

  it('lets those who have little left give all they have, and the others pay the rest', () => {
    // 5 each. b: 6 / 2 = 3 each. a costs 8: the one in the middle has 2 left, the first would owe 6 and has 5.
    const short: Written = { budget: 15, options: { a: 8, b: 6 }, votes: ['a', 'a b', 'b'] };
    const settings = { utility: 'cardinality' } as const;
    assert.deepEqual(shares(short, settings).winners, ['b']);
    assert.deepEqual(reasons(shares(short, settings)).a, { code: 'supporters-short', money: 7 });
    // At 7 it is just enough: 2 and 5.
    const enough = shares({ ...short, options: { a: 7, b: 6 } }, settings);
    assert.deepEqual(enough.winners, ['b', 'a']);
    assert.deepEqual(reasons(enough).a, { code: 'shares', pay: 5 });
  });

  it('prefers what is cheaper for each supporter: by money spent under cost, by project under cardinality', () => {
    // big: 60 / 3 = 20 each, ρ 1/3 under cost, 20 under cardinality. small: 20 / 2 = 10 each, ρ 1/2 under cost, 10 under cardinality.
    const written: Written = { budget: 80, options: { big: 60, small: 20 }, votes: ['big', 'big small', 'big small', ''] };
    assert.deepEqual(shares(written, { utility: 'cost' }).winners, ['big']);
    assert.deepEqual(shares(written, { utility: 'cardinality' }).winners, ['small']);
    assert.equal(shares(written).counting.utility, 'cost');
  });

  it('asks more of those who give more points', () => {
    // ρ = 40 / (3 + 1) = 10 per point: the first pays 30, the second 10.
    const outcome = shares({ budget: 60, method: 'points', options: { a: 40 }, votes: ['a:3', 'a:1'] }, { utility: 'points' });
    assert.deepEqual(outcome.options[0], { option: 'a', place: 1, votes: 2, value: 4, reason: { code: 'shares', pay: 30 } });
  });

  it('goes by points where they are given, unless it is told otherwise', () => {
    const utility = (written: Written) => shares({ budget: 10, ...written }).counting.utility;
    assert.equal(utility({ options: { a: 10 }, votes: ['a'] }), 'cost');
    for (const method of ['points', 'score'] as const) assert.equal(utility({ options: { a: 10 }, method, votes: ['a:1'] }), 'points');
    assert.equal(utility({ options: { a: 10 }, method: 'ranking', votes: ['a'] }), 'points');
  });

  it('counts places as points in a ranking', () => {
    const ranking: Written = { budget: 30, method: 'ranking', places: 3, options: { a: 15, b: 15 }, votes: ['a b', 'b a', 'a'] };
    assert.deepEqual(shares(ranking, { utility: 'points' }).options.map(({ value }) => value), [8, 5]);
  });

  it('takes a zero for no support', () => {
    const outcome = shares({ budget: 30, method: 'points', options: { a: 20, b: 10 }, votes: ['a:0 b:1', 'a:2'] });
    assert.deepEqual(outcome.options.map(({ votes }) => votes), [1, 1]);
    assert.deepEqual(reasons(outcome).a, { code: 'supporters-short', money: 15 });
  });

  it('buys what costs nothing first, if somebody wants it', () => {
    for (const utility of ['cost', 'cardinality'] as const) {
      const outcome = shares({ budget: 20, options: { free: 0, a: 20, unloved: 0 }, votes: ['a', 'a free'] }, { utility });
      assert.deepEqual(outcome.winners, ['free', 'a']);
      assert.deepEqual(reasons(outcome).free, { code: 'shares', pay: 0 });
      assert.deepEqual(reasons(outcome).unloved, { code: 'no-support' });
    }
  });

  it('says what was withdrawn, what nobody wants and what costs more than everything', () => {
    const outcome = shares({ budget: 30, options: { a: 10, b: 10, c: 31, d: 10 }, withdrawn: ['a'], votes: ['a c', 'a c', 'd'] });
    assert.deepEqual(reasons(outcome), {
      a: { code: 'withdrawn' }, b: { code: 'no-support' }, c: { code: 'over-budget', left: 30 }, d: { code: 'shares', pay: 10 },
    });
  });

  it('says which tie cost an option its money', () => {
    // Same supporters, same cost: a has the lower number and takes what b would have taken.
    const outcome = shares({ budget: 20, options: { a: 20, b: 20 }, votes: ['a b', 'a b'] });
    assert.deepEqual(reasons(outcome).b, { code: 'tie', option: 'a', by: 'number', money: 0 });
  });

  it('breaks ties by lower cost, then more supporters, then lower number', () => {
    const by = (written: Written) => reasons(shares(written, { utility: 'cardinality' }));
    // Under cost both have ρ 1/2; a is cheaper.
    assert.deepEqual(reasons(shares({ budget: 8, options: { b: 8, a: 6 }, votes: ['a b', 'a b'] })).b, { code: 'tie', option: 'a', by: 'cost', money: 2 });
    assert.deepEqual(by({ budget: 10, options: { a: 10, b: 10 }, votes: ['a b', 'a b'] }).b, { code: 'tie', option: 'a', by: 'number', money: 0 });
  });

  it('speaks of a tie only where the other took money that was missing here', () => {
    // a and b cost 10 and have one supporter each, 5 a head: both are too dear. c and d tie too, and have one supporter in common.
    const apart = shares({ budget: 40, options: { a: 20, b: 20 }, votes: ['a', 'b'] });
    assert.deepEqual(apart.winners, ['a', 'b'], 'nobody pays for both');
    const partly = shares({ budget: 30, options: { a: 20, b: 20 }, votes: ['a', 'a b', 'b'] });
    // 10 each: a takes all of the first two, b is left with the 10 of the last one.
    assert.deepEqual(reasons(partly), { a: { code: 'shares', pay: 10 }, b: { code: 'tie', option: 'a', by: 'number', money: 10 } });
    // b and c tie with a in turn; only b has a supporter in common with it. d takes what c would need.
    const other = shares({ budget: 60, options: { a: 20, c: 20, d: 25 }, votes: ['a', 'a', 'c d', 'c d', 'd', 'd'] });
    assert.deepEqual([other.winners, reasons(other).c], [['d', 'a'], { code: 'supporters-short', money: 7 }]);
  });

  it('tells an option nobody disputes with that its supporters are short', () => {
    assert.deepEqual(reasons(shares({ budget: 20, options: { a: 20, b: 10 }, votes: ['a', 'b'] })).a, { code: 'supporters-short', money: 10 });
  });

  it('gives values in points as they were given, decimals too', () => {
    const outcome = shares({ method: 'points', budget: 10, options: { a: 10, b: 10 }, votes: ['a:0.5', 'a:1.25 b:2'] }, { utility: 'points' });
    assert.deepEqual(outcome.options.map(({ value }) => value), [1.75, 2]);
  });

  it('knows points of scores as well', () => {
    assert.deepEqual(shares({ method: 'score', budget: 20, options: { a: 10, b: 10 }, votes: ['b:1 a:-2', 'a:3'] }, { utility: 'points' }).winners, ['a', 'b']);
  });

  it('finds nothing to buy where nobody voted or everybody voted blank', () => {
    assert.deepEqual(shares({ budget: 20, options: { a: 20 }, votes: [] }, { completion: 'add1' }).winners, []);
    const blank = shares({ budget: 20, options: { a: 20 }, votes: ['', ''] });
    assert.deepEqual([blank.winners, blank.share], [[], 10]);
  });
});

describe('Equal shares: what becomes of the money that is left', () => {
  it('stays unspent without a completion', () => {
    assert.equal(shares(twoDistricts).counting.completion, 'none');
  });

  it('utilitarian: goes to the most voted of the others, as far as it reaches', () => {
    const written: Written = { budget: 100, options: { a: 50, b: 50, c: 40, d: 10, e: 10 }, votes: [[6, 'a b'], [3, 'c'], [1, 'c e']] };
    const outcome = shares(written, { completion: 'utilitarian' });
    assert.deepEqual(outcome.winners, ['a', 'c', 'e']);
    assert.deepEqual(reasons(outcome), {
      a: { code: 'shares', pay: 9 }, b: { code: 'no-money', left: 10, money: 10 }, c: { code: 'shares', pay: 10 },
      d: { code: 'no-money', left: 0 }, e: { code: 'completion', left: 10 },
    });
  });

  it('utilitarian: what was withdrawn or is dearer than everything keeps its reason, and a lost tie is said', () => {
    const outcome = shares({ budget: 20, options: { a: 21, b: 5, c: 15, d: 15, e: 16 }, withdrawn: ['b'], votes: ['a b', 'c', 'd', 'e', ''] }, { completion: 'utilitarian' });
    assert.deepEqual(outcome.winners, ['c']);
    assert.deepEqual(reasons(outcome), {
      a: { code: 'over-budget', left: 20 }, b: { code: 'withdrawn' }, c: { code: 'completion', left: 20 },
      d: { code: 'tie', option: 'c', by: 'number', left: 5, money: 4 }, e: { code: 'tie', option: 'c', by: 'cost', left: 5, money: 4 },
    });
  });

  it('utilitarian: takes points for votes under utility points', () => {
    // Neither is affordable: 2 voters with 5 each. b has more voters, a more points.
    const written: Written = { budget: 15, method: 'points', options: { a: 12, b: 12 }, votes: ['a:9', 'b:1', 'b:1'] };
    assert.deepEqual(shares(written, { completion: 'utilitarian', utility: 'points' }).winners, ['a']);
    assert.deepEqual(shares(written, { completion: 'utilitarian', utility: 'cardinality' }).winners, ['b']);
  });

  it('add1: shares grow step by step until the next would overspend', () => {
    // b (50, six voters) joins at 16.67 each; c (40) is paid for at 10. 17 each: a + b + c = 140 > 100: shares stop at 16.
    const outcome = shares(twoDistricts, { completion: 'add1' });
    assert.deepEqual(outcome.winners, ['a', 'c']);
    assert.equal(outcome.share, 16);
    assert.equal(outcome.counting.step, 1);
    assert.deepEqual(reasons(outcome).b, { code: 'tie', option: 'a', by: 'number', money: 46 });
    assert.equal(shares(twoDistricts, { completion: 'add1', step: 4 }).share, 14);
  });

  it('add1: takes what comes within reach', () => {
    // 5 each: nobody can pay 8 alone. 8 each: both can, 16 of 20.
    const outcome = shares({ budget: 20, options: { a: 8, b: 8 }, votes: ['a', 'b', '', ''] }, { completion: 'add1' });
    assert.deepEqual([outcome.winners, outcome.share], [['a', 'b'], 8]);
  });

  it('add1 exhaustive: stops as soon as nothing more fits into the budget', () => {
    assert.equal(shares(twoDistricts, { completion: 'add1', exhaustive: true }).share, 10);
    // An option nobody wants still fits: the shares go on.
    const unloved: Written = { ...twoDistricts, options: { ...twoDistricts.options, d: 10 } };
    assert.equal(shares(unloved, { completion: 'add1', exhaustive: true }).share, 16);
    assert.equal(shares({ ...unloved, withdrawn: ['d'] }, { completion: 'add1', exhaustive: true }).share, 10);
  });

  it('add1: ends when everything that has supporters is bought', () => {
    const outcome = shares({ budget: 100, options: { a: 10, b: 10 }, votes: ['a'] }, { completion: 'add1' });
    assert.deepEqual([outcome.winners, outcome.share], [['a'], 100]);
  });

  it('add1u: the rest goes to the most voted after the shares have grown', () => {
    const written: Written = { ...twoDistricts, options: { ...twoDistricts.options, d: 10 } };
    assert.deepEqual(shares(written, { completion: 'add1u' }).winners, ['a', 'c', 'd']);
  });

  it('jumps over millions of raises that change nothing', () => {
    // One voter of two wants what costs 10 million: 5 million raises of 1.
    const outcome = shares({ budget: 12_000_000, options: { dear: 10_000_000, cheap: 2_000_000, out: 12_000_000 }, votes: ['dear cheap', 'out'] }, { completion: 'add1', step: 1 });
    assert.deepEqual([outcome.winners, outcome.share], [['cheap'], 11_999_999]);
  });

  it('raises by one unit of the currency, or by a hundredth of a large share', () => {
    const step = (budget: number, exponent: number) => shares({ budget, exponent, options: { a: budget }, votes: ['a', ''] }, { completion: 'none' }).counting.step;
    assert.equal(step(9_998, 0), 1);
    assert.equal(step(999_800, 2), 100);
    assert.equal(step(10_000, 0), 50);
    assert.equal(step(69_102, 0), 345);
  });
});

describe('Equal shares: compared with the most voted projects', () => {
  it('the most voted win when strictly more voters have more of theirs among them', () => {
    const outcome = shares(twoDistricts, { compare: true });
    assert.deepEqual(outcome.prefer, { shares: 4, greedy: 6 });
    assert.deepEqual(outcome.winners, ['a', 'b']);
    assert.deepEqual(reasons(outcome), { a: { code: 'taken', left: 100 }, b: { code: 'taken', left: 50 }, c: { code: 'not-preferred' } });
  });

  it('equal shares stand when as many prefer either', () => {
    // 10 each; all cost 60. Equal shares: a, then c. The most voted: a and b.
    const outcome = shares({ budget: 120, options: { a: 60, b: 60, c: 60 }, votes: [[6, 'a b'], [6, 'c']] }, { compare: true });
    assert.deepEqual(outcome.prefer, { shares: 6, greedy: 6 });
    assert.deepEqual(outcome.winners, ['a', 'c']);
  });
});

describe('Equal shares: whose outcome voters prefer', () => {
  it('does not count a project given zero points as one of theirs', () => {
    // 10 each. Equal shares: b and c. The most points: a and b. The last voter gave c a zero.
    const written: Written = { budget: 40, method: 'points', options: { a: 20, b: 20, c: 10 }, votes: ['a:3 b:2', 'a:3 b:2', 'c:1', 'b:1 c:0'] };
    const outcome = shares(written, { compare: true, utility: 'cardinality' });
    assert.deepEqual(outcome.prefer, { shares: 1, greedy: 2 });
    const scores = shares({ ...written, method: 'score', votes: ['a:3 b:2', 'a:3 b:2', 'c:1', 'b:1 c:-1'] }, { compare: true, utility: 'cardinality' });
    assert.deepEqual(scores.prefer, { shares: 1, greedy: 2 });
  });

  it('leaves out voters who have as many on either side', () => {
    const outcome = shares({ ...twoDistricts, votes: [[5, 'a b'], [4, 'c'], [1, 'a']] }, { compare: true });
    assert.deepEqual(outcome.prefer, { shares: 4, greedy: 5 });
  });
});

describe('Equal shares: how far the count is', () => {
  it('is told by what is spent of the budget', () => {
    const parts: number[] = [];
    const eightByEight = election({ budget: 20, options: { a: 8, b: 8 }, votes: ['a', 'b', '', ''] });
    count(eightByEight, { rule: 'equal-shares', completion: 'add1u' }, (part) => parts.push(part));
    assert.deepEqual(parts, [0, 0, 0.8]);
  });
});

describe('Equal shares, checked against the method written down word for word', () => {
  for (const utility of ['cost', 'cardinality', 'points'] as const) {
    it(`buys the same in the same order under utility ${utility}, also after every raise`, () => {
      const elections = randomElections(utility === 'points' ? ['points', 'ranking'] : ['approval', 'points', 'ranking']);
      fc.assert(fc.property(elections, fc.constantFrom('none', 'add1'), fc.boolean(), fc.integer({ min: 1, max: 5 }), (random, completion, exhaustive, step) => {
        const settings = { utility, completion, exhaustive, step } as const;
        const slow = slowEqualShares(random, settings);
        const quick = count(gathered(random), { rule: 'equal-shares', ...settings });
        assert.deepEqual(quick.winners, slow.winners.map((option) => `o${option + 1}`));
        assert.equal(quick.share, Math.floor((random.budget + slow.raises * step * random.votes.length) / random.votes.length));
      }), { numRuns: 300 });
    });
  }

  it('tells apart prices that differ by less than a billionth', () => {
    // Found by a search: counted by a bound that was none, o2 was bought in the place of o3.
    const random = { method: 'approval' as const, costs: [149_999_999, 400_000_001, 400_000_000, 200_000_001], budget: 1_000_000_004, withdrawn: [false, false, false, false],
      votes: [[1, 2, 3], [1], [2], [3], [1, 2, 3]].map((vote) => vote.map((option): [number, number] => [option, 1])) };
    assert.deepEqual(count(gathered(random), { rule: 'equal-shares' }).winners, ['o4', 'o3']);
  });

  it('buys the same also where costs are huge and nearly alike', () => {
    const near = randomElections(['approval', 'points']).chain((random) => fc.record({
      scale: fc.constantFrom(1e7, 1e8, 1e9), shifts: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: random.costs.length, maxLength: random.costs.length }), over: fc.integer({ min: -4, max: 4 }),
    }).map(({ scale, shifts, over }) => ({
      ...random, costs: random.costs.map((cost, i) => Math.max(0, cost * scale / 10 + shifts[i]!)), budget: Math.max(0, random.budget * scale / 10 + over),
    })));
    fc.assert(fc.property(near, fc.constantFrom('cost', 'cardinality'), (random, utility) => {
      const slow = slowEqualShares(random, { utility, completion: 'none' });
      assert.deepEqual(count(gathered(random), { rule: 'equal-shares', utility }).winners, slow.winners.map((option) => `o${option + 1}`));
    }), { numRuns: 2_000 });
  });

  it('never spends more than the budget', () => {
    fc.assert(fc.property(randomElections(), fc.constantFrom('none', 'utilitarian', 'add1', 'add1u'), fc.boolean(), (random, completion, compare) => {
      const { spent } = count(gathered(random), { rule: 'equal-shares', utility: 'cardinality', completion, compare });
      assert.ok(spent! <= random.budget);
    }));
  });
});

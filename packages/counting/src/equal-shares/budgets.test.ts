import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { compareFractions, type Fraction } from '../fractions.ts';
import { gathered, randomElections, type RandomElection } from '../testing/random-elections.ts';
import { Budgets } from './budgets.ts';
import { ExactBudgets } from './exact-budgets.ts';
import { horizon } from './horizon.ts';
import { marketOf, shareOf } from './market.ts';
import { raiseShares } from './raise.ts';
import { Run } from './run.ts';

/** A number in floating point as the fraction it is. */
function exactly(value: number): Fraction {
  if (value === Infinity) return { numerator: 1n, denominator: 0n };
  let [numerator, denominator] = [value, 1n];
  while (!Number.isInteger(numerator)) [numerator, denominator] = [numerator * 2, denominator * 2n];
  return { numerator: BigInt(numerator), denominator };
}
const isAtMost = (a: Fraction, b: Fraction) => compareFractions(a, b) <= 0;

/** Amounts whose shares and prices are no round numbers, and points. */
const awkward = randomElections(['approval', 'points']).map((random): RandomElection => ({
  ...random,
  costs: random.costs.map((cost, i) => (cost === 0 ? 0 : cost * 1_000_003 + i)),
  budget: random.budget * 1_000_033 + 7,
}));
const marketFor = (random: RandomElection) => marketOf(gathered(random), random.method === 'points', random.method === 'approval');

describe('What voters have left, in floating point', () => {
  it('the exact price is always within the bounds, and these are close', () => {
    fc.assert(fc.property(awkward, fc.infiniteStream(fc.nat(6)), (random, picks) => {
      const market = marketFor(random);
      const share = shareOf(random.budget, market.total);
      const [near, exact] = [new Budgets(market, share), new ExactBudgets(market, share)];
      let open = [...market.open];
      while (open.length > 0) {
        const option = open[picks.next().value! % open.length]!;
        open = open.filter((other) => other !== option);
        const truth = exact.price(option);
        const says = near.affordable(option);
        if (!truth) {
          assert.ok(says <= 0, 'it says that what cannot be paid for can');
          continue;
        }
        assert.ok(says >= 0, 'it says that what can be paid for cannot');
        const price = says > 0 ? near.price(option, 0, Infinity) : undefined;
        if (price) {
          assert.ok(isAtMost(exactly(price.low), truth), 'the price is below its lower bound');
          assert.ok(isAtMost(truth, exactly(price.high)), 'the price is above its upper bound');
          if (price.units) assert.equal(compareFractions({ numerator: BigInt(market.costs[option]!), denominator: BigInt(price.units) }, truth), 0);
        }
        if (!price || price.high === Infinity) continue;
        assert.ok(price.high - price.low <= price.high * 1e-12, 'the bounds are far apart');
        near.pay(option, price);
        exact.pay(option, truth);
        for (const other of market.open) {
          const money = exact.money(other);
          const [has, doubt] = market.groups[other]!.reduce(([sum, error], group) => [sum + market.voters[group]! * near.left[group]!, error + market.voters[group]! * near.error[group]!], [0, 0] as [number, number]);
          // The sum of this test rounds as well.
          const slack = doubt + has * 1e-14;
          assert.ok(doubt <= 1e-12 * random.budget, 'the error grows without need');
          assert.ok(isAtMost(exactly(Math.max(0, has - slack)), money) && isAtMost(money, exactly(has + slack)), 'money is not within its error');
        }
      }
    }), { numRuns: 500 });
  });

  it('does not look further once a price is surely above what matters', () => {
    // Cost 60 for two of 10 and one of 100: 10 + 10 + 40.
    const market = marketOf(gathered({ method: 'points', costs: [60], budget: 120, withdrawn: [false], votes: [[[0, 1]], [[0, 1]], [[0, 1]]] }), false, false);
    const budgets = new Budgets(market, shareOf(120, 3));
    assert.deepEqual(budgets.price(0, 0, 5), { low: budgets.price(0, 0, 5).low, high: Infinity });
    assert.ok(Math.abs(budgets.price(0, 0, 5).low - 20) < 1e-9);
    assert.equal(budgets.price(0, 0, 30).units, 3);
  });
});

describe('How far shares may be raised without a change', () => {
  it('below the bound every run buys the same in the same order', () => {
    fc.assert(fc.property(awkward, fc.double({ min: 0, max: 0.999, noNaN: true }), (random, part) => {
      const market = marketFor(random);
      const share = shareOf(random.budget, market.total);
      const run = new Run(market, share);
      run.finish(Infinity);
      const bound = Math.min(horizon(market, share, run.purchases), 1e12);
      if (bound < 2) return;
      const raised = new Run(market, shareOf(random.budget, market.total, BigInt(Math.floor(bound * part))));
      raised.finish(Infinity);
      assert.deepEqual(raised.purchases.map(({ option }) => option), run.purchases.map(({ option }) => option));
    }), { numRuns: 1_000 });
  });

  it('the bound is reached where the next option comes within reach', () => {
    // 20 each. a takes 10 of each of its two; b costs 100, its one supporter has 10 left: 90 more, or 10 + Δ = 100.
    const random: RandomElection = { method: 'approval', costs: [20, 100], budget: 40, withdrawn: [false, false], votes: [[[0, 1], [1, 1]], [[0, 1]]] };
    const market = marketFor(random);
    const run = new Run(market, shareOf(40, 2));
    run.finish(Infinity);
    assert.deepEqual(run.purchases.map(({ option }) => option), [0]);
    assert.equal(horizon(market, shareOf(40, 2), run.purchases), 90);
  });
});

describe('Raises that change nothing are not played', () => {
  /** The same with every raise played. */
  function everyRaise(random: RandomElection, step: number): { winners: number[]; raises: number } {
    const market = marketFor(random);
    const runWith = (raises: number) => {
      const run = new Run(market, shareOf(random.budget, market.total, BigInt(raises * step)));
      const fits = run.finish(random.budget);
      return { fits, winners: run.purchases.map(({ option }) => option) };
    };
    let { winners } = runWith(0);
    let raises = 0;
    while (winners.length < market.open.length) {
      const next = runWith(raises + 1);
      if (!next.fits) break;
      winners = next.winners;
      raises += 1;
    }
    return { winners, raises };
  }

  it('the outcome and the last raise are those of playing each of them', () => {
    const fine = randomElections(['approval', 'points']).map((random): RandomElection => ({ ...random, costs: random.costs.map((cost, i) => cost * 20 + i), budget: random.budget * 20 }));
    fc.assert(fc.property(fine, fc.integer({ min: 1, max: 3 }), (random, step) => {
      const { run, raises } = raiseShares(marketFor(random), { budget: random.budget, step, exhaustive: false, onRaise: () => {} });
      assert.deepEqual({ winners: run.purchases.map(({ option }) => option), raises }, everyRaise(random, step));
    }), { numRuns: 300 });
  });
});

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { election } from '../testing/elections.ts';
import { gathered, type RandomElection } from '../testing/random-elections.ts';
import { Budgets } from './budgets.ts';
import { ExactBudgets } from './exact-budgets.ts';
import { horizon } from './horizon.ts';
import { marketOf, shareOf } from './market.ts';
import { raiseShares } from './raise.ts';
import { Run } from './run.ts';

/** How often a method is called while something is done. */
function calls<T extends object>(t: TestContext, of: T, method: keyof T & string, act: () => void): number {
  const { mock } = t.mock.method(of, method as never) as unknown as { mock: { callCount(): number; restore(): void } };
  act();
  const times = mock.callCount();
  mock.restore();
  return times;
}
const winners = (run: Run) => run.purchases.map(({ option }) => option);

describe('What is quick is what is not asked twice', () => {
  /** One voter for each option, who can pay; `supporters`: as many for each. */
  const apart = (costs: number[], supporters = costs.map(() => 1)): RandomElection => ({
    method: 'approval', costs, budget: 1_000 * supporters.reduce((sum, n) => sum + n, 0), withdrawn: costs.map(() => false), votes: costs.flatMap((_, option) => Array.from({ length: supporters[option]! }, () => [[option, 1] as [number, number]])),
  });
  const played = (random: RandomElection, byCost: boolean) => {
    const market = marketOf(gathered(random), false, byCost);
    const run = new Run(market, shareOf(random.budget, market.total));
    run.finish(Infinity);
    return winners(run);
  };

  it('options that look dear are not looked at again before those that look cheap', (t) => {
    const costs = [50, 10, 40, 20, 60, 30];
    let bought: number[] = [];
    // Each once at first, then only the cheapest that is left.
    assert.equal(calls(t, Budgets.prototype, 'affordable', () => { bought = played(apart(costs), false); }), 6 + 5);
    assert.deepEqual(bought, [1, 3, 5, 2, 0, 4]);
  });

  it('neither are they where an option is worth its cost', (t) => {
    const [costs, supporters] = [[50, 10, 90, 20, 60, 30], [2, 6, 3, 5, 1, 4]];
    let bought: number[] = [];
    assert.equal(calls(t, Budgets.prototype, 'affordable', () => { bought = played(apart(costs, supporters), true); }), 6 + 5);
    assert.deepEqual(bought, [1, 3, 5, 2, 0, 4]);
  });

  it('floating point answers all that is not close: nothing is asked in whole numbers', (t) => {
    const far: RandomElection = { method: 'approval', costs: [310, 470, 1_130, 1_990, 290], budget: 4_000, withdrawn: [false, false, false, false, false], votes: [[[0, 1], [1, 1]], [[0, 1], [2, 1]], [[1, 1], [2, 1], [3, 1]], [[3, 1]], [[2, 1], [4, 1]]] };
    for (const byCost of [false, true]) {
      let bought: number[] = [];
      assert.equal(calls(t, ExactBudgets.prototype, 'price', () => { bought = played(far, byCost); }), 0, `utility cost: ${byCost}`);
      assert.ok(bought.length >= 3);
    }
  });

  it('ties between options that all their supporters can pay in full need no whole numbers either', (t) => {
    for (const byCost of [false, true]) {
      let bought: number[] = [];
      assert.equal(calls(t, ExactBudgets.prototype, 'price', () => { bought = played(apart([30, 30, 30]), byCost); }), 0);
      assert.deepEqual(bought, [0, 1, 2]);
    }
  });

  it('a tie is kept with whoever won it, and the one bought last before it', () => {
    const market = marketOf(gathered(apart([30, 30, 40])), false, false);
    const run = new Run(market, shareOf(120, 3));
    run.finish(Infinity);
    assert.deepEqual([winners(run), [...run.lostTies]], [[0, 1, 2], [[1, 0]]]);
  });

  it('raises by thousands that change nothing are played only a few times', (t) => {
    // Share 60 000: a takes 10 000 of each; b is short of 50 000 of its one supporter.
    const random: RandomElection = { method: 'approval', costs: [20_000, 100_000], budget: 120_000, withdrawn: [false, false], votes: [[[0, 1], [1, 1]], [[0, 1]]] };
    const market = marketOf(gathered(random), false, false);
    for (const [step, raises] of [[1, 50_000], [7, 7_143]] as const) {
      let raised: ReturnType<typeof raiseShares> | undefined;
      const times = calls(t, Run.prototype, 'finish', () => { raised = raiseShares(market, { budget: 120_000, step, exhaustive: false, onRaise: () => {} }); });
      assert.deepEqual([winners(raised!.run), raised!.raises], [[0, 1], raises]);
      assert.ok(times < 60, `${times} runs`);
    }
  });
});

describe('How far shares may be raised, by hand', () => {
  /** Four voters with 40 each; x costs 125 and is worth 4 to two of them, 2 and 1 to the others: they pay 40, 40, 30 and 15. */
  const withOther = (cost: number, worths: [number, number, number, number]): RandomElection => ({
    method: 'points', costs: [125, cost], budget: 160, withdrawn: [false, false], votes: [4, 4, 2, 1].map((worth, i) => [[0, worth], ...(worths[i]! > 0 ? [[1, worths[i]!] as [number, number]] : [])]),
  });
  const boundOf = (random: RandomElection) => {
    const market = marketOf(gathered(random), true, false);
    const run = new Run(market, shareOf(160, 4));
    run.finish(Infinity);
    assert.deepEqual(winners(run), [0]);
    return horizon(market, shareOf(160, 4), run.purchases);
  };
  const near = (value: number, expected: number) => assert.ok(Math.abs(value - expected) < 1e-9, `${value}, not ${expected}`);

  it('to where one who gives all could pay in full', () => {
    // π = (125 − 2(40 + Δ)) / 3 = 15 − 2Δ/3; 4π = 40 + Δ at Δ = 60/11. Nobody can ever pay for the other.
    near(boundOf(withOther(1_000_000, [0, 0, 1, 1])), 60 / 11);
  });

  it('to where one more could be paid for, from what is left and what will be', () => {
    // 10 and 25 are left, growing by 1 + 4/3 and 1 + 2/3 for each unit: 45 at Δ = 10/4.
    near(boundOf(withOther(45, [0, 0, 1, 1])), 2.5);
    near(boundOf(withOther(49, [0, 0, 1, 1])), 3.5);
  });

  it('to where another would be cheaper than the one that is bought', () => {
    // At 15 for each unit of worth the first two would give 60 each, and have 40: 84 at Δ = 2.
    near(boundOf(withOther(84, [4, 4, 0, 0])), 2);
    // Three times the worth asks 45 of each: 90 at most, never 91.
    near(boundOf(withOther(91, [3, 3, 0, 0])), 60 / 11);
    near(boundOf(withOther(90, [3, 3, 0, 0])), 5);
  });

  it('not at all where somebody is at the very edge', () => {
    // 4 × 10 is all they have.
    const market = marketOf(gathered({ ...withOther(1_000, [0, 0, 1, 1]), costs: [110, 1_000] }), true, false);
    const run = new Run(market, shareOf(160, 4));
    run.finish(Infinity);
    assert.ok(horizon(market, shareOf(160, 4), run.purchases) >= 0);
  });

  it('an option without a cost is divided by nothing', () => {
    assert.deepEqual(marketOf(gathered({ method: 'approval', costs: [0, 25], budget: 10, withdrawn: [false, false], votes: [[[0, 1]]] }), false, true).divisors, [1, 25]);
  });

  it('scores above zero are support', () => {
    const market = marketOf(election({ method: 'score', budget: 10, options: { a: 5, b: 5 }, votes: ['a:2 b:0', 'a:-1 b:3'] }), false, false);
    assert.deepEqual(market.groups.map((groups) => groups.length), [1, 1]);
  });
});

describe('The bounds of a price', () => {
  it('where some give all they have, the others are asked for what is missing', () => {
    // 10 and 10, and 40 of the third.
    const market = marketOf(gathered({ method: 'points', costs: [60, 15], budget: 120, withdrawn: [false, false], votes: [[[0, 1], [1, 1]], [[0, 1], [1, 1]], [[0, 1]]] }), true, false);
    const budgets = new Budgets(market, shareOf(120, 3));
    budgets.pay(1, budgets.price(1, 0, Infinity));
    const left = [...budgets.left].map((money) => Math.round(money * 1e6) / 1e6);
    assert.deepEqual(left, [32.5, 40]);
    assert.ok(budgets.error.every((error) => error > 0 && error < 1e-12));
    const { low, high, units } = budgets.price(0, 0, Infinity);
    assert.ok(low < 20 && 20 < high && high - low < 1e-12);
    assert.equal(units, 3);
    assert.deepEqual([budgets.affordable(0), new Budgets(market, shareOf(59, 3)).affordable(0), new Budgets(market, shareOf(60, 3)).affordable(0)], [1, -1, 0]);
  });

  it('where two are short at once, they give all they have and nothing is asked of them any more', () => {
    // 40 and 40 of those to whom it is worth 4, 30 and 15 of the others.
    const market = marketOf(gathered({ method: 'points', costs: [125], budget: 160, withdrawn: [false], votes: [4, 4, 2, 1].map((worth) => [[0, worth]]) }), true, false);
    const budgets = new Budgets(market, shareOf(160, 4));
    const price = budgets.price(0, 0, Infinity);
    assert.ok(price.low < 15 && 15 < price.high && price.high - price.low < 1e-12, `${price.low} to ${price.high}`);
    assert.equal(price.units, undefined, 'not everybody pays in full');
    budgets.pay(0, price);
    assert.deepEqual([...budgets.left].map((money) => Math.round(money * 1e6) / 1e6), [0, 10, 25]);
    assert.equal(budgets.error[0], 0);
    assert.ok(budgets.error.every((error) => error < 1e-11));
    assert.ok(budgets.error[1]! > price.high - price.low && budgets.error[2]! > 0);
  });

  it('the price rises step by step while more and more are short', () => {
    // 4: 40, 2: 40 (asked 42), 1: 21 and 21 of two: found after one, then two are short.
    const market = marketOf(gathered({ method: 'points', costs: [122], budget: 160, withdrawn: [false], votes: [4, 2, 1, 1].map((worth) => [[0, worth]]) }), true, false);
    const { low, high, units } = new Budgets(market, shareOf(160, 4)).price(0, 0, Infinity);
    assert.ok(low < 21 && 21 < high && high - low < 1e-12, `${low} to ${high}`);
    assert.equal(units, undefined);
  });

  it('what is left exactly is found in whole numbers, and told as close bounds', (t) => {
    const market = marketOf(gathered({ method: 'approval', costs: [160], budget: 160, withdrawn: [false], votes: [[[0, 1]], [[0, 1]], [[0, 1]], [[0, 1]]] }), false, false);
    const run = new Run(market, shareOf(160, 4));
    assert.ok(calls(t, ExactBudgets.prototype, 'price', () => { run.finish(Infinity); }) > 0);
    const { low, high } = run.purchases[0]!.price;
    assert.ok(low < 40 && 40 < high && high - low < 1e-12, `${low} to ${high}`);
  });

  it('options whose supporters are short are told apart without whole numbers, and equal ones with them', (t) => {
    const short = (costs: number[], byCost = false) => {
      const market = marketOf(gathered({ method: 'points', costs, budget: 160, withdrawn: costs.map(() => false), votes: [4, 4, 2, 1].map((worth) => costs.map((_, option) => [option, worth] as [number, number])) }), true, byCost);
      const run = new Run(market, shareOf(160, 4));
      const times = calls(t, ExactBudgets.prototype, 'price', () => { run.finish(Infinity); });
      return { times, bought: winners(run), lost: [...run.lostTies] };
    };
    assert.deepEqual(short([125, 122, 128]), { times: 0, bought: [1], lost: [] });
    assert.deepEqual(short([128, 125, 122]), { times: 0, bought: [2], lost: [] });
    const { times, bought, lost } = short([125, 125]);
    assert.ok(times > 0);
    assert.deepEqual([bought, lost], [[0], [[1, 0]]]);
    // Divided by their costs: 15 / 125 against 14 / 122.
    assert.deepEqual(short([125, 122], true).bought, [1]);
  });
});

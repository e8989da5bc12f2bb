import type { Counting } from '@parvis/contract';
import type { RandomElection } from './random-elections.ts';

/** The Method of Equal Shares written down word for word, voter by voter, in fractions. Slow, and with nothing in common with the quick one. */

interface Fraction { n: bigint; d: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const fraction = (n: bigint, d: bigint): Fraction => {
  const g = gcd(n < 0n ? -n : n, d) || 1n;
  return { n: n / g, d: d / g };
};
const whole = (n: number) => fraction(BigInt(n), 1n);
const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
const over = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n);
const order = (a: Fraction, b: Fraction) => Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d);
const least = (a: Fraction, b: Fraction) => (order(a, b) < 0 ? a : b);

/** What every option is worth to every voter; 0 for nothing. */
function utilities({ method, costs, withdrawn, votes }: RandomElection, utility: Counting['utility']): number[][] {
  return votes.map((vote) => costs.map((cost, option) => {
    const place = vote.findIndex(([named]) => named === option);
    if (place < 0 || withdrawn[option]) return 0;
    if (utility === 'points') return method === 'ranking' ? Math.max(0, 4 - place) : vote[place]![1];
    if (vote[place]![1] === 0) return 0;
    // What costs nothing is bought first, whatever its utility.
    return utility === 'cost' ? cost || 1 : 1;
  }));
}

/** The lowest ρ at which the supporters' payments add up to the cost. Undefined: they have not enough. */
function rhoOf(cost: number, budgets: Fraction[], worth: number[]): Fraction | undefined {
  const supporters = worth.flatMap((u, i) => (u > 0 ? [{ has: budgets[i]!, u }] : []));
  if (supporters.length === 0 || order(supporters.reduce((sum, { has }) => plus(sum, has), whole(0)), whole(cost)) < 0) return undefined;
  // The payments as a function of ρ bend where somebody has given all there is.
  const bends = supporters.map(({ has, u }) => over(has, whole(u))).sort(order);
  const paidAt = (rho: Fraction) => supporters.reduce((sum, { has, u }) => plus(sum, least(has, times(rho, whole(u)))), whole(0));
  const last = bends.find((bend) => order(paidAt(bend), whole(cost)) >= 0)!;
  const poor = supporters.filter(({ has, u }) => order(over(has, whole(u)), last) < 0);
  const full = supporters.filter((one) => !poor.includes(one));
  const rest = poor.reduce((sum, { has }) => minus(sum, has), whole(cost));
  return over(rest, full.reduce((sum, { u }) => plus(sum, whole(u)), whole(0)));
}

function run(random: RandomElection, utility: Counting['utility'], share: Fraction): number[] {
  const { costs, votes } = random;
  const worth = utilities(random, utility);
  const budgets = votes.map(() => share);
  const support = costs.map((_, option) => votes.filter((vote) => vote.some(([named, value]) => named === option && value > 0)).length);
  const bought: number[] = [];
  for (;;) {
    let best: { option: number; rho: Fraction } | undefined;
    costs.forEach((cost, option) => {
      if (bought.includes(option)) return;
      const rho = rhoOf(cost, budgets, worth.map((row) => row[option]!));
      if (!rho) return;
      const compared = best ? order(rho, best.rho) || cost - costs[best.option]! || support[best.option]! - support[option]! : -1;
      if (compared < 0) best = { option, rho };
    });
    if (!best) return bought;
    const { option, rho } = best;
    worth.forEach((row, i) => (budgets[i] = minus(budgets[i]!, least(budgets[i]!, times(rho, whole(row[option]!))))));
    bought.push(option);
  }
}

/** Winners in order of election, and how often the shares were raised. Completions `none` and `add1`. */
export function slowEqualShares(random: RandomElection, { utility, completion, exhaustive, step = 1 }: Omit<Counting, 'rule'>): { winners: number[]; raises: number } {
  const { costs, budget, withdrawn, votes } = random;
  const shareAt = (raises: number) => fraction(BigInt(budget) + BigInt(raises * step * votes.length), BigInt(votes.length));
  const spent = (winners: number[]) => winners.reduce((sum, option) => sum + costs[option]!, 0);
  const open = costs.flatMap((_, option) => (utilities(random, utility).some((row) => row[option]! > 0) ? [option] : []));
  let winners = run(random, utility, shareAt(0));
  let raises = 0;
  if (completion !== 'add1') return { winners, raises };
  while (winners.length < open.length) {
    const left = budget - spent(winners);
    if (exhaustive && costs.every((cost, option) => withdrawn[option] || winners.includes(option) || cost > left)) break;
    const next = run(random, utility, shareAt(raises + 1));
    if (spent(next) > budget) break;
    winners = next;
    raises += 1;
  }
  return { winners, raises };
}

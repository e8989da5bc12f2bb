/** How often an option was given each grade, the best grade first. */
export type GradeTally = readonly number[];

/** What those who took part and gave an option no grade count as: a grade, or the option's own majority grade (the worst where it has none). */
export interface MissingGrades {
  participants: number;
  grade: number | 'median';
}

export interface MajorityRanking {
  /** For each option its rank from 1. Equals share one, and as many ranks are left out after it: 1, 2, 2, 4. */
  ranks: number[];
  /** For each option its majority grade, 0 the best. Undefined: it has no grades. */
  grades: (number | undefined)[];
}

/**
 * Majority judgment. The majority grade of an option is the middle one of its grades in order, the worse of the two in the middle when they are even in
 * number. The better majority grade goes first. Where two are equal, one majority grade is taken away from both and the next ones are compared, and so
 * on, however many people took part. An option without grades comes last.
 *
 * Exact and without taking grades away one by one: from the middle outwards they go by turns, a worse one (or the middle one) and a better one. So an
 * option is a few steps, each a pair of a worse and a better grade up to some distance from the middle, and the first step in which two options differ decides.
 *
 * `missing` absent: who gave no grade is left out, and options are compared by the shares of their grades.
 * Sources: Balinski & Laraki 2007, "A theory of measuring, electing, and ranking"; 2011, "Majority Judgment: Measuring, Ranking, and Electing".
 * @throws RangeError when a number is not whole, or an option has more grades than people took part
 */
export function majorityRanking(tallies: readonly GradeTally[], missing?: MissingGrades): MajorityRanking {
  const profiles = tallies.map((tally) => profileOf(missing ? filled(tally, missing) : tally.map(BigInt)));
  const order = profiles.map((_, i) => i).sort((a, b) => compare(profiles[a]!, profiles[b]!));
  const ranks: number[] = [];
  order.forEach((option, i) => {
    const before = order[i - 1];
    const equal = before !== undefined && compare(profiles[before]!, profiles[option]!) === 0;
    ranks[option] = equal ? ranks[before]! : i + 1;
  });
  return { ranks, grades: profiles.map(({ steps }) => steps[0]?.worse) };
}

interface Step {
  /** Where it ends: twice the distance from the middle, in grades. It begins where the one before ends, the first in the middle. */
  end: bigint;
  worse: number;
  better: number;
}

interface Profile {
  total: bigint;
  steps: Step[];
}

function profileOf(tally: readonly bigint[]): Profile {
  const total = sum(tally);
  let given = 0n;
  // Where each grade ends, from the middle: below 0 on the better side.
  const edges = tally.map((times) => {
    given += times;
    return 2n * given - total;
  });
  const ends = [...new Set(edges.map((edge) => (edge < 0n ? -edge : edge)))].filter((end) => end > 0n).sort((a, b) => (a < b ? -1 : 1));
  const steps = ends.map((end) => ({ end, worse: edges.findIndex((edge) => edge >= end), better: edges.findIndex((edge) => edge > -end) }));
  return { total, steps };
}

/** Below 0: `a` goes first. Distances are compared as shares of all grades of the option. */
function compare(a: Profile, b: Profile): number {
  let [i, j] = [0, 0];
  while (i < a.steps.length && j < b.steps.length) {
    const [left, right] = [a.steps[i]!, b.steps[j]!];
    const order = left.worse - right.worse || left.better - right.better;
    if (order !== 0) return order;
    const [leftEnd, rightEnd] = [left.end * b.total, right.end * a.total];
    if (leftEnd <= rightEnd) i += 1;
    if (rightEnd <= leftEnd) j += 1;
  }
  return Number(a.total === 0n) - Number(b.total === 0n);
}

function filled(tally: GradeTally, { participants, grade }: MissingGrades): bigint[] {
  const given = tally.map(BigInt);
  const without = BigInt(participants) - sum(given);
  if (without < 0n) throw new RangeError('an option has more grades than people took part');
  const at = grade === 'median' ? (profileOf(given).steps[0]?.worse ?? given.length - 1) : grade;
  return given.map((times, i) => (i === at ? times + without : times));
}

const sum = (tally: readonly bigint[]): bigint => tally.reduce((all, times) => all + times, 0n);

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { type GradeTally, majorityRanking } from './majority-judgment-ranking.ts';

const ranks = (...tallies: GradeTally[]) => majorityRanking(tallies).ranks;

describe('ranking by majority grades', () => {
  it('takes the grade in the middle for the majority grade, and the worse of two in the middle', () => {
    // Grades in order, best first. 0 0 1 2 2: the third is 1. 0 0 1 1: second and third are 0 and 1, the worse is 1. 0 0 0 2: 0.
    assert.deepEqual(majorityRanking([[2, 1, 2], [2, 2, 0], [3, 0, 1]]).grades, [1, 1, 0]);
    assert.deepEqual(majorityRanking([[0, 0, 1], [1, 0, 0], [0, 1, 0]]).grades, [2, 0, 1]);
  });

  it('puts the better majority grade first', () => {
    // Five grades each: 1, 0, 2.
    assert.deepEqual(ranks([2, 1, 2], [3, 0, 2], [0, 2, 3]), [2, 1, 3]);
  });

  it('takes majority grades away where they are equal, the worse side before the better', () => {
    // a: 0 1 1 1 2; b: 0 0 1 2 2. Both 1. Then four are left: a 0 1 1 2 → 1; b 0 0 2 2 → 2: a first.
    assert.deepEqual(ranks([1, 3, 1], [2, 1, 2]), [1, 2]);
    // a: 0 1 1; b: 1 1 1. Both 1, then both 1 (of 0 1 and 1 1), then 0 and 1: a first.
    assert.deepEqual(ranks([1, 2, 0], [0, 3, 0]), [1, 2]);
    // a: 1 1 2; b: 1 1 1. Then a 2 (of 1 2), b 1: b first.
    assert.deepEqual(ranks([0, 2, 1], [0, 3, 0]), [2, 1]);
    // a: 0 0 1 2 2 3; b: 0 1 1 2 3 3. Both 2 (third and fourth: 1 and 2, then 1 and 2), then 1 and 1, then a 2, b 3: a first.
    assert.deepEqual(ranks([2, 1, 2, 1], [1, 2, 1, 2]), [1, 2]);
  });

  it('gives equals one rank and leaves the next out', () => {
    assert.deepEqual(ranks([1, 2], [3, 0], [1, 2], [0, 3]), [2, 1, 2, 4]);
    assert.deepEqual(ranks([1, 2], [1, 2], [1, 2]), [1, 1, 1]);
  });

  it('counts who gave no grade as the grade that is named', () => {
    // Of five people three graded a 0 0 1, all graded b 0 0 1 1 1. As 2: a is 0 0 1 2 2 and has 1, as has b; next 2 for a, 1 for b.
    const tallies = [[2, 1, 0], [2, 3, 0]];
    assert.deepEqual(majorityRanking(tallies, { participants: 5, grade: 2 }), { ranks: [2, 1], grades: [1, 1] });
    // As 0: a is 0 0 0 0 1.
    assert.deepEqual(majorityRanking(tallies, { participants: 5, grade: 0 }), { ranks: [1, 2], grades: [0, 1] });
  });

  it('counts who gave no grade as the majority grade of the option itself', () => {
    // a: 0 2 2 becomes 0 2 2 2 2; b stays 0 1 1 2 2; c has no grade and becomes 2 2 2 2 2.
    assert.deepEqual(majorityRanking([[1, 0, 2], [1, 2, 2], [0, 0, 0]], { participants: 5, grade: 'median' }), { ranks: [2, 1, 3], grades: [2, 1, 2] });
  });

  it('compares shares when who gave no grade is left out', () => {
    // A third each, whatever the number; then two thirds 0.
    assert.deepEqual(ranks([1, 1, 1], [7, 7, 7], [2, 0, 1]), [2, 2, 1]);
    // 49 of 100 against 1 of 2 with grade 0: half is not more than half, so both have 1, and the better side tells: 1 of 2 first.
    assert.deepEqual(majorityRanking([[49, 51], [1, 1]]), { ranks: [2, 1], grades: [1, 1] });
  });

  it('puts options without grades last and equal', () => {
    assert.deepEqual(majorityRanking([[0, 0], [0, 4], [0, 0], [1, 0]]), { ranks: [3, 2, 3, 1], grades: [undefined, 1, undefined, 0] });
    assert.deepEqual(majorityRanking([[0, 0], [0, 0]], { participants: 0, grade: 1 }), { ranks: [1, 1], grades: [undefined, undefined] });
  });

  it('tells options apart by one grade in billions', () => {
    const half = 4_503_599_627_370_000;
    assert.deepEqual(majorityRanking([[half, half - 1], [half, half], [half, half + 1]]), { ranks: [1, 2, 3], grades: [0, 1, 1] });
    assert.deepEqual(ranks([half, 0, half - 1, 1], [half, 0, half, 0]), [2, 1]);
  });

  it('refuses more grades than people took part, and parts of a grade', () => {
    assert.throws(() => majorityRanking([[2, 1]], { participants: 2, grade: 0 }), new RangeError('an option has more grades than people took part'));
    assert.throws(() => majorityRanking([[2, 0.5]]), RangeError);
    assert.deepEqual(majorityRanking([[2, 1]], { participants: 3, grade: 1 }).grades, [0]);
  });

  it('agrees with taking one majority grade away at a time', () => {
    const tallies = fc.integer({ min: 1, max: 5 }).chain((grades) =>
      fc.array(fc.array(fc.nat(4), { minLength: grades, maxLength: grades }), { minLength: 2, maxLength: 5 }));
    fc.assert(fc.property(tallies, (drawn) => {
      // Times the grades of the others, all have equally many.
      const totals = drawn.map((tally) => Math.max(1, tally.reduce((sum, times) => sum + times, 0)));
      const all = totals.reduce((product, total) => product * total, 1);
      const equal = drawn.map((tally, i) => tally.map((times) => (times * all) / totals[i]!)).filter(() => all < 3_000);
      const { ranks: found } = majorityRanking(drawn);
      for (const [a, left] of equal.entries()) {
        for (const [b, right] of equal.entries()) assert.equal(Math.sign(found[a]! - found[b]!), Math.sign(oneAtATime(left, right)), `${a} and ${b} of ${JSON.stringify(drawn)}`);
      }
    }), { numRuns: 500 });
  });

  it('agrees with taking grades away when everybody grades everything', () => {
    const tallies = fc.record({ grades: fc.integer({ min: 2, max: 6 }), people: fc.integer({ min: 1, max: 30 }) }).chain(({ grades, people }) =>
      fc.array(fc.array(fc.nat(grades - 1), { minLength: people, maxLength: people }).map((given) => Array.from({ length: grades }, (_, grade) => given.filter((one) => one === grade).length)), { minLength: 2, maxLength: 6 }));
    fc.assert(fc.property(tallies, (drawn) => {
      const { ranks: found } = majorityRanking(drawn);
      drawn.forEach((left, a) => drawn.forEach((right, b) => assert.equal(Math.sign(found[a]! - found[b]!), Math.sign(oneAtATime(left, right)))));
    }), { numRuns: 500 });
  });
});

/** The rule as it is told. Below 0: `a` goes first. No grades go last. */
function oneAtATime(a: GradeTally, b: GradeTally): number {
  const [left, right] = [a, b].map((tally) => tally.flatMap((times, grade) => Array.from({ length: times }, () => grade)));
  if (left!.length === 0 || right!.length === 0) return right!.length - left!.length;
  while (left!.length > 0) {
    const [gradeA, gradeB] = [left!, right!].map((grades) => grades.splice(Math.floor(grades.length / 2), 1)[0]!);
    if (gradeA !== gradeB) return gradeA! - gradeB!;
  }
  return 0;
}

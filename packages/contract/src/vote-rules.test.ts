import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Choice } from './schemas/votes.ts';
import { canonicalChoice, costOf, maxOf, minOf, namedOptions, tallyEntries, validateVote } from './vote-rules.ts';
import type { VoteRules } from './vote-rules.ts';

const letters = ['a', 'b', 'c', 'd'];
const some = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });

const rulesArb: fc.Arbitrary<VoteRules> = fc.record({
  method: fc.constantFrom('single', 'yes-no', 'approval', 'budget', 'points', 'ranking', 'grades', 'score'),
  min: fc.nat(3),
  max: some(fc.integer({ min: 1, max: 4 })),
  blank: fc.boolean(),
  ceiling: some(fc.nat(20)),
  purse: some(fc.nat(10)),
  cap: some(fc.nat(6)),
  scores: some(fc.record({ from: fc.integer({ min: -2, max: 1 }), to: fc.integer({ min: 2, max: 5 }) })),
  grades: some(fc.array(fc.constant({}), { minLength: 2, maxLength: 4 })),
  options: fc.tuple(...letters.map((id) => fc.record({ id: fc.constant(id), cost: some(fc.nat(12)), withdrawn: some(fc.boolean()) }))),
});

const idArb = fc.constantFrom(...letters, 'nowhere');
const choiceArb: fc.Arbitrary<Choice> = fc.oneof(
  fc.constant<Choice>({ blank: true }),
  fc.record({ options: fc.array(idArb, { maxLength: 5 }) }),
  fc.record({ values: fc.dictionary(idArb, fc.integer({ min: -2, max: 8 }), { maxKeys: 5 }) }),
);

/** Slow and obvious: written from the words of the contract, one question after the other. */
function mayBeCast(rules: VoteRules, choice: Choice): boolean {
  if ('blank' in choice) return rules.blank;
  const wantsValues = ['points', 'grades', 'score'].includes(rules.method);
  if (wantsValues !== 'values' in choice) return false;
  const named: string[] = [];
  if ('options' in choice) for (const id of choice.options) named.push(id);
  else for (const [id, value] of Object.entries(choice.values)) if (rules.method !== 'points' || value !== 0) named.push(id);
  for (const id of named) {
    if (!rules.options.some((option) => option.id === id)) return false;
    if (rules.options.some((option) => option.id === id && option.withdrawn === true)) return false;
    if (named.indexOf(id) !== named.lastIndexOf(id)) return false;
  }
  const onlyOne = rules.method === 'single' || rules.method === 'yes-no';
  if (named.length === 0) return false;
  if (onlyOne && named.length !== 1) return false;
  if (!onlyOne && named.length < rules.min) return false;
  if (!onlyOne && rules.max !== undefined && named.length > rules.max) return false;
  if (!onlyOne && named.length > rules.options.length) return false;
  if (rules.method === 'budget' && rules.ceiling !== undefined) {
    let spent = 0;
    for (const id of named) spent += rules.options.find((option) => option.id === id)?.cost ?? 0;
    if (spent > rules.ceiling) return false;
  }
  if ('values' in choice) {
    let given = 0;
    for (const value of Object.values(choice.values)) {
      given += value;
      if (rules.method === 'points' && (value < 0 || (rules.cap !== undefined && value > rules.cap))) return false;
      if (rules.method === 'grades' && (value < 0 || value >= (rules.grades?.length ?? 1))) return false;
      if (rules.method === 'score' && (value < (rules.scores?.from ?? 0) || value > (rules.scores?.to ?? 0))) return false;
    }
    if (rules.method === 'points' && rules.purse !== undefined && given > rules.purse) return false;
  }
  return true;
}

describe('the validator of votes', () => {
  it('takes and refuses the same votes as a slow and obvious one', () => {
    fc.assert(fc.property(rulesArb, choiceArb, (rules, choice) => {
      assert.equal(validateVote(rules, choice).length === 0, mayBeCast(rules, choice));
    }), { numRuns: 5000 });
  });

  it('points to something that is in the choice', () => {
    fc.assert(fc.property(rulesArb, choiceArb, (rules, choice) => {
      for (const { pointer } of validateVote(rules, choice)) {
        const at = pointer.split('/').slice(1).reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], choice);
        assert.notEqual(at, undefined, pointer);
      }
    }));
  });

  it('changes neither the rules nor the choice', () => {
    fc.assert(fc.property(rulesArb, choiceArb, (rules, choice) => {
      const before = JSON.stringify([rules, choice]);
      validateVote(rules, choice);
      assert.equal(JSON.stringify([rules, choice]), before);
    }));
  });

  const approval: VoteRules = { method: 'approval', min: 1, max: 2, blank: true, options: [{ id: 'a' }, { id: 'b' }, { id: 'c', withdrawn: true }] };
  for (const [what, rules, choice, code] of [
    ['nothing chosen and not blank', approval, { options: [] }, 'too-few'],
    ['an option twice', approval, { options: ['a', 'a'] }, 'repeated-option'],
    ['a withdrawn option', approval, { options: ['c'] }, 'withdrawn-option'],
    ['blank where it may not be', { ...approval, blank: false }, { blank: true }, 'blank-not-allowed'],
    ['half a point', { ...approval, method: 'points', purse: 3 }, { values: { a: 0.5 } }, 'out-of-range'],
    ['a value beyond whole numbers', { ...approval, method: 'points' }, { values: { a: 2 ** 53 } }, 'out-of-range'],
    ['every point zero', { ...approval, method: 'points', purse: 3 }, { values: { a: 0 } }, 'too-few'],
  ] as const satisfies readonly (readonly [string, VoteRules, Choice, string])[]) {
    it(`says of ${what}: ${code}`, () => assert.ok(validateVote(rules, choice).some((issue) => issue.code === code)));
  }

  it('says by how much a ceiling is crossed', () => {
    const rules: VoteRules = { method: 'budget', min: 1, blank: true, ceiling: 10, options: [{ id: 'a', cost: 7 }, { id: 'b', cost: 4 }] };
    assert.deepEqual(validateVote(rules, { options: ['a', 'b'] }), [{ pointer: '', code: 'over-ceiling', limit: 10, actual: 11 }]);
    assert.equal(costOf(rules, ['a', 'b', 'nowhere']), 11);
  });

  it('escapes an option id in a pointer', () => {
    assert.equal(validateVote({ ...approval, method: 'score', scores: { from: 0, to: 5 } }, { values: { '12/B': 1 } })[0]?.pointer, '/values/12~1B');
  });
});

describe('what a vote adds to the tally', () => {
  it('counts each named option once, and a blank vote nowhere', () => {
    assert.deepEqual(tallyEntries({ method: 'approval' }, { options: ['a', 'b'] }), [['a', 1], ['b', 1]]);
    assert.deepEqual(tallyEntries({ method: 'ranking' }, { options: ['b', 'a'] }), [['b', 1], ['a', 1]]);
    assert.deepEqual(tallyEntries({ method: 'approval' }, { blank: true }), []);
  });

  it('adds points and scores, and counts grades as mentions', () => {
    assert.deepEqual(tallyEntries({ method: 'points' }, { values: { a: 3, b: 0 } }), [['a', 3]]);
    assert.deepEqual(tallyEntries({ method: 'score' }, { values: { a: 4, b: 0 } }), [['a', 4], ['b', 0]]);
    assert.deepEqual(tallyEntries({ method: 'grades' }, { values: { a: 3, b: 0 } }), [['a', 1], ['b', 1]]);
  });

  it('adds as much as was given, for every vote that may be cast', () => {
    fc.assert(fc.property(rulesArb, choiceArb, (rules, choice) => {
      fc.pre(validateVote(rules, choice).length === 0);
      const total = tallyEntries(rules, choice).reduce((sum, [, n]) => sum + n, 0);
      const sums = rules.method === 'points' || rules.method === 'score';
      const given = 'values' in choice ? Object.values(choice.values).reduce((sum, n) => sum + n, 0) : 0;
      assert.equal(total, sums ? given : namedOptions(choice, rules.method).length);
    }));
  });
});

it('single and yes-no name exactly one option, whatever min and max say', () => {
  for (const method of ['single', 'yes-no'] as const) {
    const rules: VoteRules = { method, min: 0, max: 3, blank: true, options: [{ id: 'a' }, { id: 'b' }] };
    assert.deepEqual([minOf(rules), maxOf(rules)], [1, 1]);
  }
  assert.deepEqual([minOf({ method: 'approval', min: 0, blank: true, options: [] }), maxOf({ method: 'approval', min: 0, blank: true, options: [{ id: 'a' }] })], [1, 1]);
});

describe('a vote as it is kept', () => {
  const options = ['c', 'a', 'b'].map((id) => ({ id }));

  it('does not tell in which order somebody chose', () => {
    assert.deepEqual(canonicalChoice({ method: 'budget', options }, { options: ['b', 'c'] }), { options: ['c', 'b'] });
    const kept = canonicalChoice({ method: 'score', options }, { values: { b: 1, c: 2 } });
    assert.equal(JSON.stringify(kept), '{"values":{"c":2,"b":1}}');
  });

  it('keeps an order that is the vote, and a blank one', () => {
    assert.deepEqual(canonicalChoice({ method: 'ranking', options }, { options: ['b', 'c'] }), { options: ['b', 'c'] });
    assert.deepEqual(canonicalChoice({ method: 'single', options }, { blank: true }), { blank: true });
  });

  it('counts as it was cast', () => {
    fc.assert(fc.property(rulesArb, choiceArb, (rules, choice) => {
      fc.pre(validateVote(rules, choice).length === 0);
      const kept = canonicalChoice(rules, choice);
      assert.deepEqual(validateVote(rules, kept), []);
      assert.deepEqual(new Map(tallyEntries(rules, kept)), new Map(tallyEntries(rules, choice)));
    }));
  });
});

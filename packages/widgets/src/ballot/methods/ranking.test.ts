import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Ballot, BallotOption } from '@parvis/contract';
import { validateVote } from '@parvis/contract/vote-rules';
import { ballot, model } from '../../testing/model.ts';
import { start, type State } from '../ballot.model.ts';
import { changedTo, neighbour, placed, takenBack, without } from './ranking.model.ts';
import { ranking } from './ranking.ts';

const b = ballot({ method: 'ranking', max: 3 });
const options = (...numbers: number[]) => numbers.map((n) => b.options[n - 1] as BallotOption);
const ranked = (rules: Partial<Ballot>, ...numbers: number[]) => model(ranking, { ...b, ...rules }, { chosen: options(...numbers) });
const numbers = (list: readonly BallotOption[]) => list.map((o) => o.number);

/** A ranking, and one of its options. */
const anyRanked = fc.shuffledSubarray(b.options, { minLength: 1 }).chain((list) => fc.tuple(fc.constant(list), fc.constantFrom(...list)));

describe('Putting in order', () => {
  it('an option goes to the place it is given, and the others keep their order', () => {
    fc.assert(fc.property(anyRanked, fc.nat(3), ([list, option], place) => {
      const next = placed(list, option, place);
      assert.equal(next.indexOf(option), Math.min(place, list.length - 1));
      assert.deepEqual(without(next, option), without(list, option));
    }));
  });

  it('an option that was not there goes in between, or to the end', () => {
    assert.deepEqual(numbers(placed(options(1, 2), options(3)[0] as BallotOption, 1)), [1, 3, 2]);
    assert.deepEqual(numbers(placed(options(1, 2), options(3)[0] as BallotOption, 9)), [1, 2, 3]);
  });

  it('taking back every change leads back to where one began, through every step', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...b.options), fc.nat(4)), { maxLength: 8 }), (moves) => {
      const steps: State[] = [start];
      for (const [option, place] of moves) {
        const now = steps.at(-1) as State;
        steps.push({ ...now, ...changedTo(now, place === 4 ? without(now.chosen, option) : placed(now.chosen, option, place)) });
      }
      let state = steps.at(-1) as State;
      for (const before of steps.toReversed().slice(1)) {
        state = { ...state, ...takenBack(state) };
        assert.deepEqual(state.chosen, before.chosen);
      }
      assert.equal(takenBack(state), undefined);
    }));
  });

  it('where an option leaves, one goes on with the next, else with the one before, else nowhere', () => {
    const [one, two] = options(1, 2) as [BallotOption, BallotOption];
    assert.equal(neighbour([one, two], one), two);
    assert.equal(neighbour([one, two], two), one);
    assert.equal(neighbour([one], one), undefined);
  });

  it('the vote is the order, and what can be cast is what the validator of the contract takes', () => {
    fc.assert(fc.property(fc.shuffledSubarray(b.options), fc.nat(4), (list, min) => {
      const m = model(ranking, { ...b, min }, { chosen: list });
      assert.deepEqual(ranking.choice(m), { options: list.map((o) => o.id) });
      assert.deepEqual(ranking.issues(m), validateVote(m.ballot, ranking.choice(m)));
    }));
  });
});

describe('A ranking, in words', () => {
  it('how to rank, where one stands, what is too much', () => {
    assert.equal(ranking.howTo(ranked({})), 'Classez les choix. Mettez en premier celui que vous préférez. Faites jusqu’à 3 choix.');
    assert.equal(ranking.standing(ranked({}, 2, 1)), 'Vous avez classé 2 choix. Il vous reste 1 choix.');
    assert.equal(ranking.standing(ranked({ max: undefined }, 2, 1)), 'Vous avez classé 2 choix.');
    assert.equal(ranking.standing(ranked({}, 4, 3, 2, 1)), 'Enlevez 1 choix.');
  });

  it('too few: how many at least, at the first option that can be added', () => {
    const m = ranked({ min: 2 }, 1);
    const [issue] = ranking.issues(m);
    assert.ok(issue);
    assert.equal(ranking.mistake(m, issue), 'Classez au moins 2 choix.');
    assert.equal(ranking.culprit(m, issue), 1);
  });

  it('too many: how many to take away, at the first that goes beyond', () => {
    const m = ranked({ max: 2 }, 4, 3, 2, 1);
    const [issue] = ranking.issues(m);
    assert.ok(issue);
    assert.equal(ranking.mistake(m, issue), 'Enlevez 2 choix.');
    assert.equal(ranking.culprit(m, issue), 1);
  });
});

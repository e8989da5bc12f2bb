import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Ballot, BallotOption } from '@parvis/contract';
import { validateVote } from '@parvis/contract/vote-rules';
import { ballot, budget, model, plain } from '../../testing/model.ts';
import { beyond, choose } from './ticks.model.ts';
import { ticks } from './ticks.ts';

/** A ballot where several options are ticked, and some of its options in any order. */
const anyChoosing = fc.record({
  costs: fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), ceiling: fc.nat(4000), max: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  method: fc.constantFrom<Ballot['method']>('approval', 'budget'), picks: fc.array(fc.nat(11)),
}).map(({ costs, ceiling, max, method, picks }) => {
  const b = budget(costs, ceiling, { max, method });
  return { b, chosen: [...new Set(picks.flatMap((i) => b.options[i] ?? []))] };
});

describe('Choosing', () => {
  it('a second click on an option takes it away again', () => {
    fc.assert(fc.property(anyChoosing, fc.nat(11), ({ b, chosen }, i) => {
      const o = b.options[i % b.options.length] as BallotOption;
      const twice = choose(b, choose(b, chosen, o), o);
      assert.deepEqual(new Set(twice), new Set(chosen));
    }));
  });

  it('where one answer is asked, another takes its place', () => {
    const b = ballot({ method: 'single' });
    const [one, two] = b.options as [BallotOption, BallotOption];
    assert.deepEqual(choose(b, [one], two), [two]);
    assert.deepEqual(choose(b, [one], one), [one]);
  });

  it('what is sent says nothing of the order in which somebody chose', () => {
    fc.assert(fc.property(anyChoosing, ({ b, chosen }) => {
      assert.deepEqual(ticks.choice(model(ticks, b, { chosen })), ticks.choice(model(ticks, b, { chosen: chosen.toReversed() })));
    }));
  });

  it('choices that do not fit are exactly those without which the vote can be cast', () => {
    fc.assert(fc.property(anyChoosing, ({ b, chosen }) => {
      const over = beyond(b, chosen);
      const refused = (options: readonly BallotOption[]) => validateVote(b, ticks.choice(model(ticks, b, { chosen: options }))).some((i) => i.code === 'too-many' || i.code === 'over-ceiling');
      assert.equal(over.length > 0, refused(chosen));
      const rest = chosen.filter((o) => !over.includes(o));
      assert.equal(refused(rest), false);
      for (const o of over) assert.equal(refused([...rest, o]), true, 'each of them is one too many');
    }));
  });

});

describe('How to vote, in words', () => {
  for (const [rules, sentence] of [
    [{ method: 'single' }, 'Choisissez une réponse.'],
    [{ method: 'yes-no' }, 'Choisissez une réponse.'],
    [{}, 'Choisissez ce que vous voulez.'],
    [{ max: 3 }, 'Faites jusqu’à 3 choix.'],
    [{ min: 2, max: 3 }, 'Faites au moins 2 choix. Faites jusqu’à 3 choix.'],
    [{ method: 'budget', ceiling: 100_000_000, currency: 'EUR' }, 'Choisissez des projets pour 1 000 000 € au plus.'],
    [{ method: 'budget', ceiling: 100_000_000, currency: 'EUR', max: 5 }, 'Choisissez des projets pour 1 000 000 € au plus. Faites jusqu’à 5 choix.'],
    [{ method: 'budget', ceiling: 5000, currency: 'JPY' }, 'Choisissez des projets pour 5 000 JPY au plus.'],
  ] as const) {
    it(sentence, () => assert.equal(plain(ticks.howTo(model(ticks, ballot(rules)))).replace('JP¥', 'JPY'), sentence));
  }
});

describe('What is left, in words', () => {
  const all = (costs: number[], ceiling: number, rules: Partial<Ballot> = {}) => {
    const b = budget(costs, ceiling, rules);
    return plain(ticks.standing(model(ticks, b, { chosen: b.options })));
  };

  it('money left, and choices left where both are limited', () => {
    assert.equal(all([10_000, 20_000], 50_000), 'Il reste 200 € sur 500 €.');
    assert.equal(all([10_000, 20_000], 50_000, { max: 3 }), 'Il reste 200 € sur 500 €. Il vous reste 1 choix.');
  });

  it('exactly the ceiling is not too much', () => assert.equal(all([50_000], 50_000), 'Il reste 0 € sur 500 €.'));

  it('one cent too much says so, and names what goes beyond', () => {
    assert.equal(all([40_000, 10_001], 50_000), 'Il y a 0,01 € de trop. Enlevez par exemple « Projet 2 ».');
  });

  it('several choices that go beyond are all named', () => {
    assert.equal(all([50_000, 10_000, 20_000], 50_000), 'Il y a 300 € de trop. Enlevez par exemple « Projet 2, Projet 3 ».');
  });

  it('choices too many say how many to take away', () => {
    const b = ballot({ max: 2 });
    assert.equal(ticks.standing(model(ticks, b, { chosen: b.options })), 'Enlevez 2 choix.');
    assert.equal(ticks.standing(model(ticks, b, { chosen: b.options.slice(0, 2) })), 'Il vous reste 0 choix.');
  });

  it('without any limit it counts', () => {
    const b = ballot({});
    assert.equal(ticks.standing(model(ticks, b, { chosen: b.options.slice(1) })), 'Vous avez fait 3 choix.');
  });
});

describe('Why a vote is not taken yet, in words', () => {
  it('every reason the validator has becomes a sentence that says what to do', () => {
    const b = ballot({ min: 2, max: 3 });
    const sentence = (code: string, chosen = b.options) => ticks.mistake(model(ticks, b, { chosen }), { pointer: '', code });
    assert.equal(sentence('too-few', []), 'Faites au moins 2 choix.');
    assert.equal(sentence('too-many'), 'Enlevez 1 choix.');
    assert.equal(ticks.mistake(model(ticks, ballot({ method: 'single' })), { pointer: '', code: 'too-few' }), 'Choisissez une réponse.');
  });
});

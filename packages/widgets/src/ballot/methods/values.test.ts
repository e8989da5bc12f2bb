import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Ballot } from '@parvis/contract';
import { validateVote } from '@parvis/contract/vote-rules';
import { ballot, model, plain } from '../../testing/model.ts';
import { start, type Making } from '../ballot.model.ts';
import { enter } from './entered.ts';
import { stepsOf, valueIn } from './values.model.ts';
import { values } from './values.ts';

const graded = (rules: Partial<Ballot> = {}) => ballot({ method: 'grades', grades: ['Bien', 'Passable', 'Mauvais'].map((label, i) => ({ id: `g${i}`, label })), ...rules });
const scored = (rules: Partial<Ballot> = {}) => ballot({ method: 'score', scores: { from: 0, to: 10 }, ...rules });
const after = (b: Ballot, ...texts: string[]) =>
  model(values, b, texts.reduce<Making>((made, text, i) => (b.options[i] ? enter(made, b.options[i], text) : made), start));

describe('The answers of a ballot', () => {
  it('are its grades, from the best to the worst', () => {
    assert.deepEqual(stepsOf(graded())?.map((s) => s.label), ['Bien', 'Passable', 'Mauvais']);
  });

  it('are all scores from the lowest to the highest, also below nothing, as long as one can look through them', () => {
    assert.deepEqual(stepsOf(scored({ scores: { from: -2, to: 1 } }))?.map((s) => s.value), ['-2', '-1', '0', '1']);
    assert.equal(stepsOf(scored({ scores: { from: 0, to: 100 } }))?.length, 101);
    assert.equal(stepsOf(scored({ scores: { from: 0, to: 1_000_000 } })), undefined);
  });

  it('each means its place in a vote, and nothing means none', () => {
    fc.assert(fc.property(fc.integer({ min: -20, max: 20 }), fc.nat(30), (from, width) => {
      const b = scored({ scores: { from, to: from + width } });
      assert.deepEqual(stepsOf(b)?.map((s) => valueIn(b, s.value)), Array.from({ length: width + 1 }, (_, i) => from + i));
    }));
    assert.deepEqual(stepsOf(graded())?.map((s) => valueIn(graded(), s.value)), [0, 1, 2]);
    assert.equal(valueIn(scored(), ''), undefined);
  });

  it('a grade keeps its meaning when the grades change places, and means nothing when it is gone', () => {
    const turned = graded({ grades: graded().grades?.toReversed() });
    assert.equal(valueIn(turned, 'g0'), 2);
    assert.deepEqual(values.choice(after(turned, 'g0', 'gone')), { values: { o1: 2 } });
  });
});

describe('Giving grades and scores', () => {
  it('what can be cast is what the validator of the contract takes', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('', '0', '5', '10', '11', '-1', 'x', '2,5'), { maxLength: 4 }), fc.nat(4), fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), (texts, min, max) => {
      const m = after(scored({ min, max }), ...texts);
      assert.deepEqual(values.issues(m), validateVote(m.ballot, values.choice(m)));
    }));
  });

  it('an answer that is taken away is no longer in the vote', () => {
    const b = graded();
    const [one] = b.options;
    assert.ok(one);
    assert.deepEqual(values.choice(model(values, b, enter(after(b, 'g1', 'g2'), one, undefined))), { values: { o2: 2 } });
  });

  it('the lowest score is an answer like any other', () => {
    assert.deepEqual(values.choice(after(scored(), '0')), { values: { o1: 0 } });
    assert.deepEqual(values.issues(after(scored(), '0')), []);
  });
});

describe('Grades and scores, in words', () => {
  it('how to answer, and how far one is', () => {
    assert.equal(values.howTo(model(values, graded())), 'Donnez une mention aux choix que vous voulez noter.');
    assert.equal(values.howTo(model(values, scored())), 'Donnez une note de 0 à 10 aux choix que vous voulez noter. La meilleure note est 10.');
    assert.equal(values.standing(after(scored(), '0', '', '3')), 'Vous avez noté 2 choix sur 4.');
    assert.equal(values.standing(after(scored({ max: 1 }), '0', '', '3')), 'Vous avez noté 2 choix sur 4. Enlevez 1 choix.');
  });

  it('withdrawn options are not waited for', () => {
    const b = graded();
    assert.equal(values.standing(after({ ...b, options: b.options.map((o, i) => ({ ...o, withdrawn: i === 3 })) }, 'g0')), 'Vous avez noté 1 choix sur 3.');
  });

  it('too few: how many at least, at the first option without an answer', () => {
    const m = after(graded({ min: 3 }), 'g0', '', 'g1');
    const [issue] = values.issues(m);
    assert.ok(issue);
    assert.equal(values.mistake(m, issue), 'Notez au moins 3 choix.');
    assert.equal(values.culprit(m, issue), 1);
  });

  it('a score out of range: what to write, at its option', () => {
    const m = after(scored({ scores: { from: 1, to: 500 } }), '3', '0');
    const [issue] = values.issues(m);
    assert.ok(issue);
    assert.equal(plain(values.mistake(m, issue)), 'Pour « Projet 2 », écrivez un nombre entier, de 1 à 500.');
    assert.equal(values.culprit(m, issue), 1);
  });

  it('what a vote says in all, with what has no answer', () => {
    const m = model(values, scored());
    assert.equal(plain(values.total(m, { values: { o1: 7, o2: 0 } })), 'Vous avez noté 2 choix sur 4. Sans réponse : 2 choix.');
    assert.equal(values.note(m, { values: { o1: 7 } }, 'o1'), '7 sur 10');
  });
});

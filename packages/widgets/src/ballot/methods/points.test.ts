import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Ballot } from '@parvis/contract';
import { validateVote } from '@parvis/contract/vote-rules';
import { ballot, model, plain } from '../../testing/model.ts';
import { start, type Making } from '../ballot.model.ts';
import { enter } from './entered.ts';
import { given, gives, numberIn } from './points.model.ts';
import { points } from './points.ts';

const purse = (rules: Partial<Ballot> = {}) => ballot({ method: 'points', purse: 10, cap: 5, ...rules });
/** Texts entered for the options of a ballot, one after the other. */
const entered = (b: Ballot, ...texts: string[]): Making =>
  texts.reduce<Making>((made, text, i) => (b.options[i] ? enter(made, b.options[i], text, gives) : made), start);
const after = (b: Ballot, ...texts: string[]) => model(points, b, entered(b, ...texts));

describe('Giving points', () => {
  it('numbers are read as people write them', () => {
    for (const [text, number] of [['3', 3], [' 3 ', 3], ['', 0], ['٣', 3], ['۱۲', 12], ['2,5', 2.5], ['-1', -1]] as const) assert.equal(numberIn(text), number, text);
    for (const text of ['deux', '3 points', '1-2']) assert.ok(Number.isNaN(numberIn(text)), text);
  });

  it('the vote names the options that have points, and no others, whatever was written and taken back', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(3), fc.option(fc.nat(9), { nil: undefined }))), (acts) => {
      const b = purse({ purse: 100, cap: undefined });
      const wanted = new Map<string, number>();
      let made: Making = start;
      for (const [i, n] of acts) {
        const option = b.options[i] as Ballot['options'][number];
        made = enter(made, option, n === undefined ? undefined : String(n), gives);
        if (n) wanted.set(option.id, n);
        else wanted.delete(option.id);
      }
      assert.deepEqual(points.choice(model(points, b, made)), { values: Object.fromEntries([...wanted].sort()) });
      assert.equal(given(made), [...wanted.values()].reduce((sum, n) => sum + n, 0));
    }));
  });

  it('what can be cast is what the validator of the contract takes', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1, max: 7 }).map(String), { maxLength: 4 }), fc.nat(3), (texts, min) => {
      const b = purse({ min });
      const m = after(b, ...texts);
      assert.deepEqual(points.issues(m), validateVote(b, points.choice(m)));
    }));
  });

  it('an option whose id is a word of the language itself is an option like any other', () => {
    const b = purse({ options: [{ id: '__proto__', number: 1, label: 'A' }, { id: 'constructor', number: 2, label: 'B' }] });
    const m = after(b, '2', '3');
    assert.equal(JSON.stringify(points.choice(m)), '{"values":{"__proto__":2,"constructor":3}}');
    assert.equal(points.note(m, points.choice(m), 'constructor'), '3 points');
  });
});

describe('Points, in words', () => {
  it('how many there are, and how many one choice may get', () => {
    assert.equal(points.howTo(model(points, purse())), 'Vous avez 10 points à donner. Donnez au plus 5 points à un même choix.');
    assert.equal(points.howTo(model(points, purse({ purse: 1, cap: 1 }))), 'Vous avez 1 point à donner.');
    assert.equal(points.howTo(model(points, purse({ min: 2 }))), 'Vous avez 10 points à donner. Donnez au plus 5 points à un même choix. Faites au moins 2 choix.');
  });

  it('how many are left, or too many', () => {
    assert.equal(points.standing(after(purse(), '5', '4')), 'Il vous reste 1 point sur 10.');
    assert.equal(points.standing(after(purse(), '5', '5', '2')), 'Il y a 2 points de trop. Enlevez-les où vous voulez.');
    assert.equal(points.standing(after(purse({ max: 1 }), '5', '4')), 'Il vous reste 1 point sur 10. Enlevez 1 choix.');
  });

  for (const [what, texts, at, sentence] of [
    ['nothing given', [], 0, 'Faites au moins 1 choix.'],
    ['more than one choice may get', ['1', '6'], 1, 'Donnez au plus 5 points à « Projet 2 ».'],
    ['a word', ['1', '', 'deux'], 2, 'Pour « Projet 3 », écrivez un nombre entier, de 0 à 5.'],
    ['half a point', ['0,5'], 0, 'Pour « Projet 1 », écrivez un nombre entier, de 0 à 5.'],
    ['less than nothing', ['-1'], 0, 'Pour « Projet 1 », écrivez un nombre entier, de 0 à 5.'],
    ['more than there is', ['', '5', '5', '5'], 1, 'Il y a 5 points de trop. Enlevez-les où vous voulez.'],
  ] as const) {
    it(`${what}: what to do, at the option it is about`, () => {
      const m = after(purse(), ...texts);
      const [issue] = points.issues(m);
      assert.ok(issue);
      assert.equal(plain(points.mistake(m, issue)), sentence);
      assert.equal(points.culprit(m, issue), at);
    });
  }

  it('what a vote says of an option, and in all', () => {
    const m = model(points, purse());
    const choice = { values: { o1: 5, o2: 1 } };
    assert.deepEqual([points.note(m, choice, 'o1'), points.note(m, choice, 'o2'), points.total(m, choice)].map((words) => plain(String(words))), ['5 points', '1 point', 'Total : 6 points sur 10.']);
  });
});

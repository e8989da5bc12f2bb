import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ballot, budget, model, option, plain } from '../testing/model.ts';
import { stillThere } from './ballot.model.ts';
import { changes } from './changes.ts';
import { receiptLines } from './ballot.words.ts';
import { ticks } from './methods/ticks.ts';

describe('A vote that was begun earlier', () => {
  it('options that are gone or withdrawn are not given back; the others come as they are now', () => {
    const before = [option(1, 10), option(2, 20), option(3, 30)];
    const now = ballot({ options: [option(3, 35), { ...option(2, 20), withdrawn: true }] });
    assert.deepEqual(stillThere(now, before), [option(3, 35)]);
  });

  it('a ballot that changed says what is gone, what costs something else, and how to vote now', () => {
    const now = budget([10_000, 25_000], 40_000);
    assert.deepEqual(changes(model(ticks, now), [option(1, 10_000), option(2, 20_000), option(9, 5_000)]).map(plain), [
      '« Projet 2 » coûte maintenant 250 €.', '« Projet 9 » ne peut plus être choisi.', 'Choisissez des projets pour 400 € au plus.',
    ]);
  });
});

describe('A vote that arrived', () => {
  it('the receipt says the day, and when results come', () => {
    const done = { receipt: 'AAAABBBB', consultation: 'bp', ballot: 'vote', channel: 'online', day: '2027-03-14' } as const;
    assert.deepEqual(receiptLines(model(ticks, ballot({}), { done })).map(plain), [
      'Nous avons reçu votre vote le 14 mars 2027 : Vote', 'Votre reçu ne dit pas ce que vous avez voté.', 'Les résultats viendront après la fin du vote.',
    ]);
  });
});

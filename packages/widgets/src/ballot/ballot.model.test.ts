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

describe('A ballot that changed since somebody chose', () => {
  const was = budget([10_000, 20_000], 40_000);
  const told = (now: typeof was, before: typeof was) => changes(model(ticks, now), [option(1, 10_000)], before).map(plain).slice(0, -1);

  it('names what was added, and only counts where that is much', () => {
    assert.deepEqual(told({ ...was, options: [...was.options, option(3, 5_000)] }, was), ['Il y a un nouveau choix : « Projet 3 ».']);
    assert.deepEqual(told({ ...was, options: [...was.options, option(3, 5_000), option(4, 5_000)] }, was), ['Il y a 2 nouveaux choix : « Projet 3 » et « Projet 4 ».']);
    assert.deepEqual(told({ ...was, options: [...was.options, ...[3, 4, 5, 6, 7, 8].map((n) => option(n, 5_000))] }, was), ['Il y a 6 nouveaux choix.']);
  });

  it('says that a chosen option has another name, text or price', () => {
    const [first, ...others] = was.options;
    assert.deepEqual(told({ ...was, options: [{ ...first!, label: 'Douze bancs', text: 'En bois.', cost: 12_000 }, ...others] }, was),
      ['« Projet 1 » s’appelle maintenant « Douze bancs ».', 'Le texte de « Douze bancs » a changé. Relisez-le.', '« Douze bancs » coûte maintenant 120 €.']);
    assert.deepEqual(told({ ...was, lang: 'en', options: [{ ...first!, label: 'Twelve benches' }, ...others] }, was), [], 'another language is no other name');
  });

  it('says which limit is another, or that one votes in another way', () => {
    assert.deepEqual(told({ ...was, ceiling: 30_000 }, was), ['La somme à ne pas dépasser a changé.']);
    assert.deepEqual(told({ ...was, min: 2, max: 3 }, was), ['Le nombre de choix à faire a changé.']);
    assert.deepEqual(told({ ...was, purse: 12 }, { ...was, purse: 10 }), ['Le nombre de points a changé.']);
    assert.deepEqual(told({ ...was, scores: { from: 0, to: 5 } }, { ...was, scores: { from: 0, to: 10 } }), ['Les notes ont changé.']);
    assert.deepEqual(told({ ...was, method: 'approval' }, was), ['On ne vote plus de la même façon.']);
    assert.deepEqual(told(was, was), []);
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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sayIn } from '../shared/messages.ts';
import { shared } from '../shared/shared.messages.ts';
import { fr } from './feedback.messages.ts';
import { checkFollow, idIn, kindOf, progressOrder, stepWords, weight } from './feedback.model.ts';

const say = sayIn({ ...shared, ...fr }, 'fr');
const words = (step: Omit<Parameters<typeof stepWords>[0], 'id' | 'title'>) => stepWords({ id: 's', title: 's', ...step }, say, 'fr');
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('The words of a step', () => {
  it('each state is said in words, with its date as precise as it is known', () => {
    assert.equal(words({ state: 'done', date: '2026-03-15' }), 'fait, 15 mars 2026');
    assert.equal(words({ state: 'now', date: '2026-09' }), 'en cours, septembre 2026');
    assert.equal(words({ state: 'planned', date: '2027' }), 'prévu pour 2027');
  });

  it('a step without a date is said without one', () => {
    assert.equal(words({ state: 'done' }), 'fait');
    assert.equal(words({ state: 'planned' }), 'prévu');
  });

  it('late is said as late, with the date that was promised', () => {
    assert.equal(words({ state: 'planned', date: '2026-09', late: true }), 'en retard\u00a0: c’était prévu pour septembre 2026');
  });

  it('every state of a contribution has words and a look', () => {
    for (const progress of progressOrder) {
      assert.ok(say(progress).length > 2);
      assert.ok(kindOf(progress));
    }
  });
});

describe('The weight of a document', () => {
  it('small files in kilobytes, large ones in megabytes', () => {
    assert.equal(plain(weight(48_200, 'fr')), '48 ko');
    assert.equal(plain(weight(1_240_000, 'fr')), '1,2 Mo');
  });

  it('a tiny file does not weigh nothing', () => {
    assert.equal(plain(weight(12, 'fr')), '1 ko');
  });
});

describe('Asking for news', () => {
  it('needs an address that could work, and consent', () => {
    assert.deepEqual(checkFollow({ email: '', consent: true }).map((i) => i.pointer), ['/contact/email']);
    assert.deepEqual(checkFollow({ email: 'nom@exemple.fr', consent: false }).map((i) => i.pointer), ['/contact/consent']);
    assert.deepEqual(checkFollow({ email: ' nom@exemple.fr ', consent: true }), []);
  });
});

describe('Addresses', () => {
  it('only an address that names a contribution opens one', () => {
    assert.equal(idIn('#suivi-preau-2'), 'preau-2');
    assert.equal(idIn('#suivi-'), undefined);
    assert.equal(idIn('#contenu'), undefined);
  });
});

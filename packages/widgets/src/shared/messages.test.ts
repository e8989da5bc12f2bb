import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { fr as ballot } from '../ballot/all.messages.ts';
import { fr as faq } from '../faq/faq.messages.ts';
import { fr as feedback } from '../feedback/feedback.messages.ts';
import { fr as proposalForm } from '../proposal-form/proposal-form.messages.ts';
import { date, isRtl, money, sayIn, type Messages } from './messages.ts';
import { shared } from './shared.messages.ts';

/** Narrow and plain no-break spaces, as languages write them, become spaces one can type. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Sentences', () => {
  const fruit = { zero: 'rien', one: '{n} fruit', two: 'deux fruits', few: '{n} quelques', many: '{n} beaucoup', other: '{n} fruits' };

  it('take the form for the number that the language has', () => {
    assert.deepEqual([0, 1, 2].map((n) => sayIn({ fruit }, 'fr')('fruit', { n })), ['0 fruit', '1 fruit', '2 fruits']);
    assert.deepEqual([0, 1, 2].map((n) => sayIn({ fruit }, 'en')('fruit', { n })), ['0 fruits', '1 fruit', '2 fruits']);
    assert.deepEqual([0, 1, 2, 3, 11].map((n) => sayIn({ fruit }, 'ar-u-nu-latn')('fruit', { n })), ['rien', '1 fruit', 'deux fruits', '3 quelques', '11 beaucoup']);
  });

  it('fall back on the general form where a language file lacks one', () => {
    assert.equal(sayIn({ fruit: { other: '{n} fruits' } }, 'fr')('fruit', { n: 1 }), '1 fruits');
  });

  it('write numbers as the language writes them', () => {
    assert.equal(plain(sayIn(shared, 'fr')('charactersLeft', { n: 1500 })), 'Il reste 1 500 caractères.');
    assert.equal(sayIn({ left: '{n} left' }, 'en')('left', { n: 1500 }), '1,500 left');
  });

  it('fill every hole of a name, and leave an unknown one empty', () => {
    assert.equal(sayIn({ a: '{x} et {x}, {y}' }, 'fr')('a', { x: 'toi' }), 'toi et toi, ');
  });

  it('whatever people write, it stands in the sentence as it is', () => {
    const say = sayIn({ a: '«{x}»' }, 'fr');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (x) => assert.equal(say('a', { x }), `«${x}»`)));
    assert.equal(say('a', { x: '$& {x} <b>' }), '«$& {x} <b>»');
  });

  const all = [shared, ballot, faq, feedback, proposalForm].flatMap((widget) => Object.values(widget as Messages)).flatMap((m) => (typeof m === 'string' ? [m] : Object.values(m)));

  it('of the widgets are free of words that blame or beg', () => {
    for (const sentence of all) assert.doesNotMatch(sentence, /invalide|veuillez|désolé|obligatoire/i);
  });

  it('in French keep their signs at their words: a space before one, or inside « », never becomes the end of a line', () => {
    for (const sentence of all) assert.doesNotMatch(sentence, / [:;?!»]|« /, sentence);
  });
});

describe('Money', () => {
  it('is written without cents where there are none', () => {
    assert.equal(plain(money(25_000_000, 'EUR', 'fr')), '250 000 €');
    assert.equal(plain(money(1_250, 'EUR', 'fr')), '12,50 €');
    assert.equal(plain(money(0, 'EUR', 'fr')), '0 €');
  });

  it('knows currencies with other minor units', () => {
    assert.equal(money(1500, 'JPY', 'en'), '¥1,500');
    assert.equal(plain(money(1500, 'TND', 'fr')), '1,500 TND');
  });
});

describe('Dates', () => {
  it('are as precise as they are known', () => {
    assert.equal(date('2027', 'fr'), '2027');
    assert.equal(date('2027-03', 'fr'), 'mars 2027');
    assert.equal(date('2027-03-15', 'fr'), '15 mars 2027');
  });

  it('without a time are the same day everywhere', () => {
    assert.equal(date('2027-01-01', 'fr'), '1 janvier 2027');
    assert.equal(date('2027-12-31', 'en'), 'December 31, 2027');
  });

  it('with a time are a day in the reader’s zone', () => {
    const noon = new Date(2027, 2, 15, 12);
    assert.equal(date(noon.toISOString(), 'fr'), '15 mars 2027');
  });
});

describe('Writing from right to left', () => {
  it('is known for Arabic, Hebrew, Persian and Urdu, with or without a region', () => {
    for (const lang of ['ar', 'ar-MA', 'AR', 'he', 'fa-IR', 'ur']) assert.equal(isRtl(lang), true, lang);
  });
  it('is not for others, even when they begin alike', () => {
    for (const lang of ['fr', 'en', 'arn', 'pt-BR', 'hu', 'fi']) assert.equal(isRtl(lang), false, lang);
  });
});

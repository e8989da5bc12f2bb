import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { lengthOf, looksLikeEmail, placeMax, validateContact, validateProposal, validateQuestion } from './text-rules.ts';
import type { ProposalRules } from './text-rules.ts';

const rules: ProposalRules = { titleMax: 20, textMin: 5, textMax: 50, categories: [{ id: 'nature' }], profile: { options: [{ id: 'young' }] } };
const good = { title: 'Un banc', text: 'À l’ombre des arbres' };

describe('length as people count it', () => {
  for (const [text, length] of [
    ['', 0], ['abc', 3], ['é', 1], ['e\u0301', 1], ['👍🏽', 1], ['👩‍👩‍👧', 1], ['🇫🇷', 1], ['a\nb', 3], ['مكان', 4], ['नि', 1],
  ] as const) {
    it(`${JSON.stringify(text)} is ${length}`, () => assert.equal(lengthOf(text), length));
  }

  it('never exceeds the number of code units, and adds up over words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.ok(lengthOf(text) <= text.length)));
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,5}$/)), (words) => {
      assert.equal(lengthOf(words.join(' ')), words.reduce((sum, word) => sum + lengthOf(word), 0) + Math.max(words.length - 1, 0));
    }));
  });
});

describe('the validator of proposals', () => {
  it('takes a title and a text, and everything that is offered', () => {
    assert.deepEqual(validateProposal(rules, good), []);
    const full = { ...good, category: 'nature', place: 'Près de l’école', profile: 'young', contact: { email: 'ana@ville.example', consent: true } };
    assert.deepEqual(validateProposal(rules, full), []);
  });

  for (const [what, change, issue] of [
    ['no title but spaces', { title: ' \n ' }, { pointer: '/title', code: 'missing' }],
    ['one character too many', { title: 'x'.repeat(21) }, { pointer: '/title', code: 'too-long', limit: 20, actual: 21 }],
    ['a text too short, spaces not counted', { text: '  abc   ' }, { pointer: '/text', code: 'too-short', limit: 5, actual: 3 }],
    ['a text too long', { text: 'x'.repeat(51) }, { pointer: '/text', code: 'too-long', limit: 50, actual: 51 }],
    ['a category that is not offered', { category: 'space' }, { pointer: '/category', code: 'not-offered' }],
    ['a profile that is not offered', { profile: 'old' }, { pointer: '/profile', code: 'not-offered' }],
    ['a place as long as a letter', { place: 'x'.repeat(placeMax + 1) }, { pointer: '/place', code: 'too-long', limit: placeMax, actual: placeMax + 1 }],
    ['an address without consent', { contact: { email: 'ana@ville.example', consent: false } }, { pointer: '/contact/consent', code: 'consent-required' }],
    ['an address that is none', { contact: { email: 'ana@ville', consent: true } }, { pointer: '/contact/email', code: 'malformed' }],
  ] as const) {
    it(`refuses ${what}`, () => assert.deepEqual(validateProposal(rules, { ...good, ...change }), [issue]));
  }

  it('says everything at once, in the order of the form', () => {
    const issues = validateProposal(rules, { title: '', text: '', category: 'x', profile: 'y', contact: { email: '', consent: true } });
    assert.deepEqual(issues.map((i) => i.pointer), ['/title', '/text', '/category', '/contact/email', '/profile']);
  });

  it('asks for a text even where no least length is set', () => {
    assert.deepEqual(validateProposal({ ...rules, textMin: 0 }, { ...good, text: ' ' }), [{ pointer: '/text', code: 'missing' }]);
  });

  it('offers no profile where the form asks for none', () => {
    const { profile: _, ...without } = rules;
    assert.deepEqual(validateProposal(without, { ...good, profile: 'young' }), [{ pointer: '/profile', code: 'not-offered' }]);
  });
});

it('a question has 10 to 2,000 characters', () => {
  assert.deepEqual(validateQuestion('x'.repeat(10)), []);
  assert.deepEqual(validateQuestion('x'.repeat(2000)), []);
  assert.deepEqual([validateQuestion(''), validateQuestion('x'.repeat(9)), validateQuestion('x'.repeat(2001))].map(([i]) => i?.code), ['missing', 'too-short', 'too-long']);
});

it('an address has something, an @, and a domain with a dot', () => {
  for (const address of ['ana@ville.example', 'a.b+c@sub.ville.example', 'éléonore@mairie.example']) assert.ok(looksLikeEmail(address), address);
  for (const address of ['', 'ana', 'ana@ville', 'ana ville@x.fr', '@ville.fr', 'a@b@c.fr', `${'x'.repeat(250)}@a.fr`]) assert.ok(!looksLikeEmail(address), address);
});

it('no contact is fine; spaces around an address are not minded', () => {
  assert.deepEqual(validateContact(undefined), []);
  assert.deepEqual(validateContact({ email: ' ana@ville.example ', consent: true }), []);
});

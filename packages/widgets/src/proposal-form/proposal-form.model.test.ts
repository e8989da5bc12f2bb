import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Consultation, ProposalForm } from '@parvis/contract';
import { validateProposal } from '@parvis/contract/text-rules';
import { sayIn } from '../shared/messages.ts';
import { shared } from '../shared/shared.messages.ts';
import { fr } from './proposal-form.messages.ts';
import { blank, countLine, isBlank, isMendable, isNear, left, mistakesOf, summary, toDraft, waitingTime, type Answers, type Model } from './proposal-form.model.ts';

const say = sayIn({ ...shared, ...fr }, 'fr');
const form: ProposalForm = {
  status: 'open', titleMax: 20, textMin: 10, textMax: 100, place: true, contact: true, moderation: 'before',
  categories: [{ id: 'nature', label: 'Nature' }],
  profile: { label: 'Quel âge avez-vous ?', why: 'Pour compter.', options: [{ id: 'jeune', label: 'Moins de 18 ans' }] },
};
const full: Answers = { title: ' Un banc ', text: ' Il manque un banc ici. ', category: 'nature', place: ' Le pont ', email: ' a@b.fr ', consent: true, profile: 'jeune' };
const model = (answers: Answers): Model => ({ form, answers, consultation: {} as Consultation, step: 'review', issues: [], restored: false, unstored: false, trouble: '', receipt: undefined });
const sentences = (answers: Partial<Answers>) => mistakesOf(validateProposal(form, toDraft({ ...full, ...answers }, form, 'fr')), say);

describe('What is sent', () => {
  it('is everything that was asked and answered, without white space at the ends', () => {
    assert.deepEqual(toDraft(full, form, 'fr'), {
      title: 'Un banc', text: 'Il manque un banc ici.', category: 'nature', place: 'Le pont', contact: { email: 'a@b.fr', consent: true }, profile: 'jeune', lang: 'fr',
    });
  });

  it('leaves out what was not answered', () => {
    assert.deepEqual(toDraft({ ...blank, title: 'Un banc', text: 'Ici.' }, form, 'fr'), { title: 'Un banc', text: 'Ici.', lang: 'fr' });
  });

  it('leaves out what the form does not ask any more, even when a draft still holds it', () => {
    const short = { ...form, categories: [], place: false, contact: false, profile: undefined };
    assert.deepEqual(Object.keys(toDraft(full, short, 'fr')), ['title', 'text', 'lang']);
  });

  it('keeps a ticked box without an address, so that it can be told', () => {
    assert.deepEqual(toDraft({ ...full, email: '' }, form, 'fr').contact, { email: '', consent: true });
  });
});

describe('What is to correct', () => {
  const cases: [name: string, change: Partial<Answers>, target: string, text: RegExp][] = [
    ['a title that is missing', { title: '   ' }, 'title', /^Donnez un titre/],
    ['a title that is too long, with how much', { title: 'a'.repeat(23) }, 'title', /titre de 3 caractères/],
    ['a title one character too long, in the singular', { title: 'a'.repeat(21) }, 'title', /titre de 1 caractère\.$/],
    ['a text that is missing', { text: '' }, 'text', /^Écrivez votre idée/],
    ['a text that is too short, with how much is missing', { text: 'Ici.' }, 'text', /il manque 6 caractères/],
    ['a text that is too long', { text: 'a'.repeat(150) }, 'text', /idée de 50 caractères/],
    ['a subject that is no longer offered', { category: 'ancien' }, 'category', /liste/],
    ['a place that is too long', { place: 'a'.repeat(201) }, 'place', /moins de mots/],
    ['an address that cannot be one', { email: 'nom.exemple.fr' }, 'email', /nom@exemple\.fr/],
    ['an address without consent', { consent: false }, 'consent', /^Cochez la case/],
    ['consent without an address', { email: '' }, 'email', /décochez la case/],
    ['an answer about oneself that is not offered', { profile: 'autre' }, 'profile', /liste/],
  ];
  for (const [name, change, target, text] of cases) {
    it(`says what to do about ${name}`, () => {
      const [mistake, ...others] = sentences(change);
      assert.equal(mistake?.target, target);
      assert.match(mistake?.text ?? '', text);
      assert.equal(others.length, 0);
    });
  }

  it('comes in the order of the form', () => {
    assert.deepEqual(sentences({ title: '', text: '', email: 'x', profile: 'y' }).map((m) => m.target), ['title', 'text', 'email', 'profile']);
  });

  it('nothing, when all is well', () => assert.deepEqual(sentences({}), []));

  it('gives a code of a later version the sentence of its field', () => {
    assert.deepEqual(mistakesOf([{ pointer: '/title', code: 'shouting' }], say), [{ target: 'title', text: 'Donnez un titre à votre idée.' }]);
  });

  it('says no number when the backend sent none', () => {
    assert.deepEqual(mistakesOf([{ pointer: '/text', code: 'too-short' }], say), [{ target: 'text', text: 'Écrivez votre idée.' }]);
  });

  it('leaves to the form what a person cannot mend: the key, or a name that only looks like a field', () => {
    for (const pointer of ['/key', '', 'title', 'toString', '/toString']) assert.equal(isMendable({ pointer, code: 'malformed' }), false, pointer);
  });

  it('whatever is written, there is a sentence without holes for every issue of the validator', () => {
    const answers = fc.record({ title: fc.string({ unit: 'grapheme' }), text: fc.string({ unit: 'grapheme' }), category: fc.constantFrom('', 'nature', 'x'), place: fc.string({ maxLength: 300 }), email: fc.string(), consent: fc.boolean(), profile: fc.constantFrom('', 'jeune', 'x') });
    fc.assert(fc.property(answers, (a) => {
      const issues = validateProposal(form, toDraft(a, form, 'fr'));
      const said = mistakesOf(issues, say);
      assert.equal(said.length, issues.length);
      for (const { text, target } of said) assert.ok(target in blank && /^\p{Lu}[^{}]+\.$/u.test(text), text);
    }));
  });
});

describe('Counting characters', () => {
  it('counts an emoji of several signs as one character', () => assert.equal(left('👩🏽‍🌾🏳️‍🌈', 10), 8));

  it('says what is left, and what is too much', () => {
    assert.equal(countLine(1, say), 'Il reste 1 caractère.');
    assert.equal(countLine(0, say), 'Il reste 0 caractère.');
    assert.equal(countLine(-2, say), 'Il y a 2 caractères de trop.');
  });

  it('is worth saying aloud near the limit and beyond, not before', () => {
    assert.deepEqual([1500, 151, 150, 0, -1].map((n) => isNear(n, 1500)), [false, false, true, true, true]);
    assert.deepEqual([21, 20].map((n) => isNear(n, 80)), [false, true]);
  });
});

describe('A time to wait', () => {
  it('is said in minutes, never less than one, and in hours when it is long', () => {
    assert.equal(waitingTime(5, 'fr'), 'dans 1 minute');
    assert.equal(waitingTime(300, 'fr'), 'dans 5 minutes');
    assert.equal(waitingTime(7200, 'fr'), 'dans 2 heures');
    assert.equal(waitingTime(300, 'en'), 'in 5 minutes');
  });
});

describe('What a person reads before sending', () => {
  it('has every answer with its words, not its ids', () => {
    assert.deepEqual(summary(model(full), say).map(([, answer]) => answer), ['Un banc', 'Il manque un banc ici.', 'Nature', 'Le pont', 'a@b.fr', 'Moins de 18 ans']);
  });

  it('leaves out what was not answered', () => {
    assert.deepEqual(summary(model({ ...blank, title: 'Un banc' }), say), [['Titre de votre idée', 'Un banc']]);
  });
});

describe('A draft', () => {
  it('an empty form is no draft', () => {
    assert.equal(isBlank({ ...blank, title: '  \n' }), true);
    assert.equal(isBlank({ ...blank, consent: true }), false);
    assert.equal(isBlank({ ...blank, category: 'nature' }), false);
  });
});

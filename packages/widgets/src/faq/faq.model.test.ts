import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Question } from '@parvis/contract';
import { anchorOf, byTheme, checkAsk, fitting, mistakeOf, questionIn } from './faq.model.ts';

const questions: Question[] = [
  { id: 'a', question: 'Où voter ?', answer: 'À la mairie.', category: 'vote' },
  { id: 'b', question: 'Quel budget ?', answer: 'Un million d’euros pour l’été.', category: 'argent' },
  { id: 'c', question: 'Et après ?', answer: 'Vous serez informés.' },
];
const list = { categories: [{ id: 'argent', label: 'Argent' }, { id: 'vote', label: 'Vote' }, { id: 'vide', label: 'Vide' }] };
const draft = { question: 'Où est le bureau de vote ?', email: '', consent: false, key: 'k'.repeat(22) };

describe('Finding a question', () => {
  it('a word written without accents or capitals finds the answer', () => {
    assert.deepEqual(fitting(questions, 'ete', '').map((q) => q.id), ['b']);
    assert.deepEqual(fitting(questions, 'OU VOTER', '').map((q) => q.id), ['a']);
  });

  it('every word must be there, wherever it stands', () => {
    assert.deepEqual(fitting(questions, 'mairie voter', '').map((q) => q.id), ['a']);
    assert.deepEqual(fitting(questions, 'mairie budget', ''), []);
  });

  it('an empty search shows everything, a theme only its own', () => {
    assert.equal(fitting(questions, '  ', '').length, 3);
    assert.deepEqual(fitting(questions, '', 'vote').map((q) => q.id), ['a']);
  });

  it('themes keep the order of the organiser, leave out empty ones, and put the rest last', () => {
    assert.deepEqual(byTheme(list, questions, 'Autres').map((t) => [t.label, t.questions.length]), [['Argent', 1], ['Vote', 1], ['Autres', 1]]);
  });

  it('a theme that no longer exists does not hide its question', () => {
    const lost = byTheme({ categories: [] }, questions, 'Autres');
    assert.equal(lost[0]?.questions.length, 3);
  });

  it('an address opens the question it names, and only that one', () => {
    assert.equal(questionIn(anchorOf('b'), questions)?.id, 'b');
    assert.equal(questionIn('#contenu', questions), undefined);
    assert.equal(questionIn('#faq-%E0%A4%A', questions), undefined);
  });
});

describe('Checking a question before it is sent', () => {
  it('a complete question has nothing to correct', () => {
    assert.deepEqual(checkAsk(draft), []);
    assert.deepEqual(checkAsk({ ...draft, email: 'nom@exemple.fr', consent: true }), []);
  });

  it('each mistake leads to its field and says what to do', () => {
    const at = (part: Partial<typeof draft>) => checkAsk({ ...draft, ...part }).map(mistakeOf);
    assert.deepEqual(at({ question: ' ' }), [{ field: 'question', key: 'questionMissing', n: 0 }]);
    assert.deepEqual(at({ question: 'Où ?' }), [{ field: 'question', key: 'questionShort', n: 10 }]);
    assert.deepEqual(at({ question: 'é'.repeat(2003) }), [{ field: 'question', key: 'questionLong', n: 3 }]);
    assert.deepEqual(at({ email: 'nom.exemple.fr', consent: true }), [{ field: 'email', key: 'emailWrong', n: 0 }]);
    assert.deepEqual(at({ email: 'nom@exemple.fr' }), [{ field: 'consent', key: 'consentMissing', n: 0 }]);
  });
});

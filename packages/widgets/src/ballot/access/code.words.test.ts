import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAccessCode } from '@parvis/contract/access-codes';
import { ParvisError, type ErrorCode } from '@parvis/contract/errors';
import { ballot, model, plain } from '../../testing/model.ts';
import { ticks } from '../methods/ticks.ts';
import { codeSentence, refusalOf, unitSentence } from './code.words.ts';

const { say } = model(ticks, ballot({}));
const said = (code: string, text = createAccessCode()) => plain(codeSentence(say, { pointer: '/voter/code', code }, text));

describe('What is said of an access code', () => {
  it('a slip of the finger is named, so that one knows where to look', () => {
    assert.equal(said('empty', ''), 'Écrivez le code qui est dans votre lettre.');
    assert.equal(said('too-short', '7KQM 4XTP 9WAC 3RH'), 'Il manque 1 lettre ou chiffre. Comparez le code avec votre lettre.');
    assert.equal(said('too-short', '7kqm'), 'Il manque 12 lettres ou chiffres. Comparez le code avec votre lettre.');
    assert.equal(said('too-long', '7KQM 4XTP 9WAC 3RHD 77'), 'Il y a 2 lettres ou chiffres de trop. Comparez le code avec votre lettre.');
    assert.equal(said('foreign-sign', '7KQM 4XTP 9WAC 3RHO'), 'Le signe O n’est dans aucun code. Comparez le code avec votre lettre.');
    assert.match(said('mistyped'), /^Une lettre ou un chiffre n’est pas à sa place/);
  });

  it('every refusal of a backend has a sentence of its own that says what to do', () => {
    const all = ['unknown', 'foreign', 'void', 'used', 'quota', 'mistyped', 'missing'].map((code) => said(code));
    assert.equal(new Set(all).size, all.length);
    for (const sentence of all) assert.match(sentence, /Comparez|Prenez|dites|Écrivez|comparez/);
  });

  it('a reason that this version does not know asks to compare the code with the letter', () => {
    assert.match(said('of-tomorrow'), /Comparez-le avec votre lettre/);
  });

  it('what a backend answers is read: an issue of the code, a vote that has already arrived, too many tries', () => {
    const refused = (code: ErrorCode, issue?: string) => refusalOf(new ParvisError(code, { issues: issue ? [{ pointer: '/voter/code', code: issue }] : [] }));
    assert.equal(refused('not-eligible', 'void'), 'void');
    assert.equal(refused('already-voted'), 'used');
    assert.equal(refused('quota'), 'quota');
    for (const other of ['not-eligible', 'invalid', 'rules-changed'] as const) assert.equal(refused(other), undefined);
  });

  it('who has one vote is said where the ballot says it', () => {
    const unit = (one?: 'person' | 'dwelling' | 'lease') => unitSentence(model(ticks, ballot({ eligibility: 'code', unit: one })));
    assert.deepEqual([unit('dwelling'), unit('person'), unit('lease'), unit()], ['Un vote par logement.', 'Un vote par personne.', 'Un vote par bail.', '']);
  });
});

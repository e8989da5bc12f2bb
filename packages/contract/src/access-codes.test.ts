import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessCodeLength, codeFragment, codeInAddress, codeRefusal, createAccessCode, readAccessCode } from './access-codes.ts';
import { codeAlphabet, normalizeCode } from './codes.ts';
import { ParvisError } from './errors.ts';

const codes = Array.from({ length: 300 }, createAccessCode);
const bare = codes.map(normalizeCode);
const swapped = (code: string, i: number, j: number) => [...code].map((sign, at) => code[at === i ? j : at === j ? i : at] ?? sign).join('');

describe('An access code', () => {
  it('is four groups of four signs that cannot be taken for one another, and too many to guess', () => {
    for (const code of codes) assert.match(code, /^([34679ACDEFGHJKMNPQRTWXY]{4} ){3}[34679ACDEFGHJKMNPQRTWXY]{4}$/);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok((accessCodeLength - 1) * Math.log2(codeAlphabet.length) >= 65);
  });

  it('is read however it is typed or pasted', () => {
    const [code = ''] = codes;
    const [plain = ''] = bare;
    const typed = [code, plain, code.toLowerCase(), code.replaceAll(' ', '-'), `  ${code.replaceAll(' ', '\u00a0')} `, `https://vote.example/c/a/vote/b${codeFragment(code)}`];
    for (const text of typed) assert.deepEqual(readAccessCode(text), { code: plain }, text);
  });

  it('with one wrong sign is noticed before it is sent, whichever sign it is', () => {
    for (const code of bare.slice(0, 20)) {
      for (const [at, right] of [...code].entries()) {
        for (const wrong of codeAlphabet) {
          if (wrong !== right) assert.deepEqual(readAccessCode(code.slice(0, at) + wrong + code.slice(at + 1)), { slip: 'mistyped' });
        }
      }
    }
  });

  it('with any two signs in each other\'s place is noticed', () => {
    for (const code of bare) {
      for (let i = 0; i < code.length; i += 1) {
        for (let j = 0; j < i; j += 1) if (code[i] !== code[j]) assert.deepEqual(readAccessCode(swapped(code, i, j)), { slip: 'mistyped' }, `${code} ${i} ${j}`);
      }
    }
  });

  it('with several wrong signs is noticed most of the time', () => {
    const unnoticed = bare.filter((code) => 'code' in readAccessCode(`${Array.from(code.slice(0, 8)).reverse().join('')}${code.slice(8)}`));
    assert.ok(unnoticed.length < codes.length / 5, `${unnoticed.length} of ${codes.length}`);
  });

  it('that is too short, too long, or not there yet is told apart', () => {
    const [code = ''] = bare;
    assert.deepEqual(readAccessCode(' - '), { slip: 'empty' });
    assert.deepEqual(readAccessCode(code.slice(1)), { slip: 'too-short' });
    assert.deepEqual(readAccessCode(`${code}A`), { slip: 'too-long' });
  });

  it('with a sign that no code has names that sign', () => {
    const [code = ''] = bare;
    for (const sign of ['O', '0', '1', 'I', 'É', 'ب']) assert.deepEqual(readAccessCode(`${code.slice(0, 5)}${sign.toLowerCase()}${code.slice(6)}`), { slip: 'foreign-sign', sign });
  });
});

describe('The address in a letter', () => {
  it('carries the code behind its #, alone or beside other things', () => {
    assert.equal(codeInAddress('#code=ABCD'), 'ABCD');
    assert.equal(codeInAddress('https://ville.example/vote?ballot=x#lang=fr&code=ABCD&x=1'), 'ABCD');
    for (const other of ['', '#', '#contenu', 'https://ville.example/?code=ABCD', '#mycode=ABCD']) assert.equal(codeInAddress(other), undefined, other);
  });
});

describe('A refusal', () => {
  it('says what is the matter with the code, when it is the code', () => {
    const refused = (issues: { pointer: string; code: string }[]) => codeRefusal(new ParvisError('not-eligible', { issues }));
    assert.equal(refused([{ pointer: '/voter/code', code: 'void' }]), 'void');
    assert.equal(refused([{ pointer: '/choice', code: 'too-few' }]), undefined);
    assert.equal(refused([]), undefined);
  });
});

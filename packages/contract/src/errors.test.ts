import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorStatus, fromProblem, isErrorCode, isParvisError, ParvisError, toProblem } from './errors.ts';
import type { ErrorCode } from './errors.ts';
import { parse } from './parse.ts';
import { Problem } from './schemas/problem.ts';

const codes = Object.keys(errorStatus) as ErrorCode[];

describe('an error on its way through HTTP', () => {
  for (const code of codes) {
    it(`${code} comes out as it went in`, () => {
      const before = new ParvisError(code, { retryAfter: 3, issues: [{ pointer: '/title', code: 'too-long', limit: 2, actual: 3 }], detail: 'for developers' });
      const wire: unknown = JSON.parse(JSON.stringify(toProblem(before)));
      const parsed = parse(Problem, wire);
      assert.ok(parsed.ok);
      const after = fromProblem(parsed.value);
      for (const part of ['code', 'retryable', 'retryAfter', 'issues', 'message'] as const) assert.deepEqual(after[part], before[part], part);
    });
  }

  it('says nothing more than it has to', () => {
    assert.deepEqual(toProblem(new ParvisError('closed')), { type: 'urn:parvis:problem:closed', title: 'closed', status: 409, code: 'closed', retryable: false });
  });

  it('a code of a later version is kept, and may be tried again only if the problem says so', () => {
    const error = fromProblem({ type: 'x', title: 'x', status: 409, code: 'too-windy', detail: 'wind' });
    assert.deepEqual([error.code, error.message, error.retryable], ['too-windy', 'wind', false]);
  });

  it('never carries the cause', () => {
    assert.ok(!JSON.stringify(toProblem(new ParvisError('backend-fault', { cause: new Error('password') }))).includes('password'));
  });
});

it('an error of another copy of this code is recognised; others are not', () => {
  const copy = Object.assign(new Error('closed'), { name: 'ParvisError', code: 'closed' });
  assert.ok(isParvisError(new ParvisError('closed')) && isParvisError(copy));
  for (const other of [new Error('closed'), { name: 'ParvisError', code: 'closed' }, 'closed', undefined]) assert.ok(!isParvisError(other));
});

it('only the codes of the contract are codes', () => {
  assert.ok(codes.every(isErrorCode));
  for (const word of ['', 'Closed', 'toString', '__proto__']) assert.ok(!isErrorCode(word));
});

it('what may help when tried again is what the code says, unless told otherwise', () => {
  assert.deepEqual([new ParvisError('offline').retryable, new ParvisError('invalid').retryable], [true, false]);
  assert.equal(new ParvisError('backend-fault', { retryable: false }).retryable, false);
  assert.deepEqual(new ParvisError('closed').issues, []);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ParvisError, toProblem } from '@parvis/contract';
import * as faq from '@parvis/contract/operations/faq';
import { httpBackend } from './index.ts';
import type { HttpOptions } from './index.ts';
import { html, json, scripted } from '../testing/scripted-fetch.ts';

const questions = { items: [], categories: [], lang: 'fr', asking: true };
const ask = { consultation: 'a', key: 'k'.repeat(22), question: 'Qui peut voter ?' };
const asked = { id: 'x', status: 'pending', trackingCode: 'AAAA', receivedAt: '2026-03-01T09:00:00Z' };

function client(script: Parameters<typeof scripted>, options: HttpOptions = {}) {
  const { fetch, sent } = scripted(...script);
  const { faq: group } = httpBackend('https://kit.example', { faq }, { pause: 0, ...options, fetch });
  const list = (signal?: AbortSignal) => group.list({ consultation: 'a' }, { signal });
  return { sent, list, ask: () => group.ask(ask) };
}

const problem = (error: ParvisError, headers?: HeadersInit) => json(toProblem(error), { status: toProblem(error).status, ...(headers && { headers }) });

async function failure(call: Promise<unknown>): Promise<ParvisError> {
  const error = await call.then(() => undefined, (e: unknown) => e);
  assert.ok(error instanceof ParvisError, `expected a ParvisError, got ${String(error)}`);
  return error;
}

describe('an answer that is not as it should be', () => {
  it('has the wrong shape: says where, for the console, and is not asked for again', async () => {
    const { list, sent } = client([json({ ...questions, asking: 'yes' })]);
    const error = await failure(list());
    assert.equal(error.code, 'backend-fault');
    assert.equal(error.retryable, false);
    assert.equal(error.issues[0]?.pointer, '/asking');
    assert.equal(error.message, 'https://kit.example/api/v1/consultations/a/faq: the answer does not fit the contract: /asking wrong-type');
    assert.equal(sent.length, 1);
  });

  it('is a page instead of JSON, as from a hotel\'s network', async () => {
    const error = await failure(client([html(200)]).list());
    assert.equal(error.code, 'backend-fault');
    assert.match(error.message, /does not fit the contract: +missing/);
  });

  it('carries problem details: the error comes out as it went in', async () => {
    const before = new ParvisError('invalid', { issues: [{ pointer: '/question', code: 'too-short', limit: 10, actual: 3 }], detail: 'short' });
    const { ask: call, sent } = client([problem(before)]);
    const after = await failure(call());
    assert.deepEqual([after.code, after.issues, after.message, after.retryable], [before.code, before.issues, before.message, before.retryable]);
    assert.equal(sent.length, 1, 'nothing is gained by asking again');
  });

  it('carries a code of a later version', async () => {
    const error = await failure(client([json({ code: 'too-windy', retryable: false }, { status: 409 })]).list());
    assert.deepEqual([error.code, error.message, error.retryable], ['too-windy', 'too-windy', false]);
  });

  it('carries problem details that are none', async () => {
    const error = await failure(client([json({ code: 'invalid', issues: 'many' }, { status: 422 })]).ask());
    assert.deepEqual([error.code, error.issues], ['invalid', []]);
  });

  for (const [status, code, tries] of [
    [403, 'backend-fault', 1], [404, 'not-found', 1], [413, 'too-large', 1], [415, 'type-refused', 1], [422, 'backend-fault', 1], [429, 'quota', 1],
    [500, 'backend-fault', 3], [501, 'unsupported', 1], [502, 'offline', 3], [503, 'offline', 3], [504, 'offline', 3],
  ] as const) {
    it(`is a proxy's page with status ${status}: ${code}, asked ${tries === 1 ? 'once' : 'three times'}`, async () => {
      const { list, sent } = client([html(status)]);
      const error = await failure(list());
      assert.equal(error.code, code);
      assert.match(error.message, new RegExp(`${status}\\. Is it a Parvis backend`));
      assert.equal(sent.length, tries);
    });
  }
});

describe('trying again', () => {
  const down = new TypeError('Failed to fetch');

  it('a network that comes back in time is not noticed', async () => {
    const { list, sent } = client([down, html(502), json(questions)]);
    assert.deepEqual(await list(), questions);
    assert.equal(sent.length, 3);
  });

  it('a network that stays away is `offline`, after three tries', async () => {
    const { list, sent } = client([down]);
    const error = await failure(list());
    assert.deepEqual([error.code, error.retryable, error.cause], ['offline', true, down]);
    assert.equal(sent.length, 3);
  });

  it('a write is sent again with the same key and content', async () => {
    const { ask: call, sent } = client([down, json(asked)]);
    assert.equal((await call()).trackingCode, 'AAAA');
    assert.deepEqual(sent[1]?.body, sent[0]?.body);
  });

  it('the backend says when: short waits are waited', async () => {
    const { list, sent } = client([problem(new ParvisError('quota', { retryAfter: 0.01 })), html(503, { 'retry-after': '0' }), json(questions)]);
    assert.deepEqual(await list(), questions);
    assert.equal(sent.length, 3);
  });

  it('the backend says when: a long wait is the person\'s to decide', async () => {
    const { list, sent } = client([html(429, { 'retry-after': '60' })]);
    const error = await failure(list());
    assert.deepEqual([error.code, error.retryAfter, sent.length], ['quota', 60, 1]);
  });

  it('a date is understood as a wait', async () => {
    const { list } = client([html(503, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() })]);
    const { retryAfter = 0 } = await failure(list());
    assert.ok(retryAfter > 80 && retryAfter <= 90, `${retryAfter} seconds`);
  });

  it('pauses grow, and are not the same for everybody', async () => {
    const waits = await Promise.all(Array.from({ length: 5 }, async () => {
      const start = performance.now();
      await failure(client([down], { pause: 20 }).list());
      return performance.now() - start;
    }));
    assert.ok(waits.every((ms) => ms >= 29), `${waits.join(', ')} ms: the two pauses are 10 to 30 and 20 to 60`);
    assert.ok(Math.max(...waits) - Math.min(...waits) > 1, `${waits.join(', ')} ms`);
  });
});

describe('giving up', () => {
  it('an answer that does not come in time is `offline`, and may be asked for again', async () => {
    const { list, sent } = client(['silence'], { readTimeout: 20 });
    const error = await failure(list());
    assert.deepEqual([error.code, error.retryable, sent.length], ['offline', true, 1]);
  });

  it('writes have a time of their own', async () => {
    const { ask: call } = client(['silence'], { readTimeout: 60_000, writeTimeout: 20 });
    assert.equal((await failure(call())).code, 'offline');
  });

  it('a call aborted beforehand sends nothing', async () => {
    const { list, sent } = client([json(questions)]);
    assert.equal((await failure(list(AbortSignal.abort()))).code, 'aborted');
    assert.equal(sent.length, 0);
  });

  it('a call aborted on the way rejects with `aborted`, and is not tried again', async () => {
    const { list, sent } = client(['silence']);
    const controller = new AbortController();
    const call = failure(list(controller.signal));
    controller.abort();
    assert.equal((await call).code, 'aborted');
    assert.equal(sent.length, 1);
  });

  it('a call aborted between two tries does not wait', async () => {
    const { list, sent } = client([new TypeError('down')], { pause: 60_000 });
    const controller = new AbortController();
    const call = failure(list(controller.signal));
    setTimeout(() => controller.abort(), 10);
    assert.equal((await call).code, 'aborted');
    assert.equal(sent.length, 1);
  });
});

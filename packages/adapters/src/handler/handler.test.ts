import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ParvisError } from '@parvis/contract';
import { createMemoryBackend } from '../memory/index.ts';
import { backendHandler } from './index.ts';

const memory = createMemoryBackend([{ id: 'bp', title: { fr: 'Budget', en: 'Budget, in English' }, languages: ['fr', 'en'], organiser: { name: 'Ville' }, faq: {} }]);
const handle = backendHandler(memory);
const get = (path: string, init?: RequestInit) => handle(new Request(`http://kit.example${path}`, init));
const body = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('a backend behind the HTTP API', () => {
  it('answers at the addresses of the contract, in the language asked for', async () => {
    assert.equal((await body(await get('/api/v1/consultations/bp')))['title'], 'Budget');
    assert.equal((await body(await get('/api/v1/consultations/bp?locale=en')))['title'], 'Budget, in English');
    assert.equal((await body(await get('/api/v1')))['name'], 'memory');
  });

  it('may lie below any path', async () => {
    assert.equal((await get('/town/participate/api/v1/consultations/bp')).status, 200);
  });

  it('every error is problem details with the contract\'s code', async () => {
    const response = await get('/api/v1/consultations/nowhere');
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.deepEqual(await body(response), { type: 'urn:parvis:problem:not-found', title: 'not-found', status: 404, code: 'not-found', retryable: false });
  });

  it('a body that is no JSON is `invalid`, and an address that is none is `not-found`', async () => {
    const response = await get('/api/v1/consultations/bp/faq', { method: 'POST', body: 'question=Qui' });
    assert.deepEqual([response.status, (await body(response))['issues']], [422, [{ pointer: '', code: 'malformed' }]]);
    assert.equal((await get('/api/v1/consultations/%E0%A4%A')).status, 404);
    assert.equal((await get('/api/v1/elsewhere')).status, 404);
  });

  it('a group that the backend has not got is `unsupported`', async () => {
    const { votes: _, ...rest } = memory;
    const response = await backendHandler(rest)(new Request('http://kit.example/api/v1/consultations/bp/ballots/b'));
    assert.deepEqual([response.status, (await body(response))['code']], [501, 'unsupported']);
  });

  it('an error of the backend\'s own making tells nobody more than `backend-fault`', async () => {
    const broken = { ...memory, check: () => Promise.reject(new Error('password=1234')) };
    const response = await backendHandler(broken)(new Request('http://kit.example/api/v1/check'));
    assert.equal(response.status, 500);
    assert.ok(!(await response.text()).includes('1234'));
  });

  it('an answer that has not changed is not sent again', async () => {
    const etag = (await get('/api/v1/consultations/bp')).headers.get('etag') ?? '';
    const again = await get('/api/v1/consultations/bp', { headers: { 'if-none-match': etag } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });

  it('pages of other hosts may call it, and read what they need', async () => {
    const preflight = await get('/api/v1/consultations/bp/faq', { method: 'OPTIONS' });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.match((await get('/api/v1')).headers.get('access-control-expose-headers') ?? '', /etag/);
  });

  it('a wait asked for is in the header too, in whole seconds', async () => {
    const busy = { ...memory, check: () => Promise.reject(new ParvisError('quota', { retryAfter: 1.2 })) };
    const response = await backendHandler(busy)(new Request('http://kit.example/api/v1/check'));
    assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '2']);
  });
});

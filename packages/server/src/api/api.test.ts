import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse, Problem } from '@parvis/contract';
import { createApp, type AppOptions } from '../app.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { routes } from './routes.ts';

const host = 'https://www.ville.example';
const base = '/api/v1/consultations/bp-2026';

async function serving(options: AppOptions = {}): Promise<TestHouse & { call: (path: string, init?: RequestInit) => Promise<Response> }> {
  const house = await testHouse();
  const app = createApp(house.backend, house.store, options);
  return Object.assign(house, { call: async (path: string, init?: RequestInit) => app.request(path, init) });
}

const post = (body: string, headers: Record<string, string> = {}): RequestInit =>
  ({ method: 'POST', body, headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers } });

async function problemOf(answer: Response): Promise<Problem> {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  const parsed = parse(Problem, await answer.json());
  assert.ok(parsed.ok);
  assert.equal(parsed.value.status, answer.status);
  return parsed.value;
}

describe('Every mistake gets problem details with its own status', () => {
  const mistakes: [title: string, status: number, code: string, path: string, init?: RequestInit][] = [
    ['an address that leads nowhere', 404, 'not-found', '/api/v1/nowhere'],
    ['a consultation that does not exist', 404, 'not-found', '/api/v1/consultations/other'],
    ['a method the address does not know', 405, 'unsupported', '/api/v1/consultations', { method: 'DELETE' }],
    ['a body that is not JSON', 400, 'invalid', `${base}/faq`, post('{')],
    ['a body that is not an object', 400, 'invalid', `${base}/faq`, post('[]')],
    ['a body of another type', 415, 'type-refused', `${base}/faq`, post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['a body that is too large', 413, 'too-large', `${base}/faq`, post(JSON.stringify({ question: 'a'.repeat(1_100_000) }))],
    ['a field that is missing', 422, 'invalid', `${base}/faq`, post('{}')],
    ['a number that is none', 422, 'invalid', `${base}/proposals?limit=many`],
    ['a number out of range', 422, 'invalid', `${base}/proposals?limit=1000`],
    ['hidden results', 409, 'not-yet', `${base}/ballots/projets/results`],
  ];
  for (const [title, status, code, path, init] of mistakes) {
    it(`${title}: ${status} ${code}`, async () => {
      await using server = await serving();
      const answer = await server.call(path, init);
      assert.equal(answer.status, status);
      assert.equal((await problemOf(answer)).code, code);
    });
  }

  it('a body sent in pieces is counted on the way', async () => {
    await using server = await serving();
    const pieces = new ReadableStream({ start(c) {
      for (let i = 0; i < 20; i += 1) c.enqueue(new Uint8Array(100_000).fill(0x20));
      c.close();
    } });
    const answer = await server.call(`${base}/faq`, { method: 'POST', body: pieces, headers: { 'content-type': 'application/json' }, duplex: 'half' } as RequestInit);
    assert.equal(answer.status, 413);
  });

  it('a fault inside is told as a fault and nothing of it leaks', async () => {
    await using server = await serving();
    const broken = createApp({ ...server.backend, places: { list: () => Promise.reject(new TypeError('secret inside')) } }, server.store);
    const quiet = console.error;
    console.error = () => {};
    const answer = await Promise.resolve(broken.request(`${base}/places`)).finally(() => (console.error = quiet));
    assert.equal(answer.status, 500);
    assert.ok(!(await answer.text()).includes('secret'));
  });
});

describe('A page of another site', () => {
  const from = (origin: string, extra: Record<string, string> = {}) => ({ headers: { origin, ...extra } });
  const asking = { method: 'OPTIONS', headers: { origin: host, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } };

  it('may call when its origin is listed, and may remember that for a day', async () => {
    await using server = await serving({ origins: [host] });
    const leave = await server.call(`${base}/faq`, asking);
    assert.equal(leave.status, 204);
    assert.equal(leave.headers.get('access-control-allow-origin'), host);
    assert.equal(leave.headers.get('access-control-max-age'), '86400');
    assert.match(leave.headers.get('access-control-allow-headers') ?? '', /content-type.*if-none-match/i);
    const answer = await server.call(`${base}/faq`, from(host));
    assert.equal(answer.headers.get('access-control-allow-origin'), host);
    assert.match(answer.headers.get('access-control-expose-headers') ?? '', /etag/i);
    const refused = await server.call('/api/v1/consultations/other', from(host));
    assert.equal(refused.headers.get('access-control-allow-origin'), host, 'a refusal can be read too');
  });

  it('gets no leave when its origin is not listed', async () => {
    await using server = await serving({ origins: [host] });
    for (const origin of ['https://evil.example', 'null', `${host}.evil.example`]) {
      assert.equal((await server.call(`${base}/faq`, from(origin))).headers.get('access-control-allow-origin'), null);
    }
    const leave = await server.call(`${base}/faq`, { ...asking, headers: { ...asking.headers, origin: 'https://evil.example' } });
    assert.equal(leave.headers.get('access-control-allow-origin'), null);
  });

  it('may call from anywhere when the word is *, always without cookies', async () => {
    await using server = await serving({ origins: ['*'] });
    const answer = await server.call(`${base}/faq`, from('https://anywhere.example'));
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    assert.equal(answer.headers.get('set-cookie'), null);
  });
});

describe('A reader', () => {
  it('who already has the answer gets none again', async () => {
    await using server = await serving();
    const first = await server.call(`${base}/faq`);
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^".+"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await server.call(`${base}/faq`, { headers: { 'if-none-match': known } });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
    }
    assert.equal((await server.call(`${base}/faq`, { headers: { 'if-none-match': '"other"' } })).status, 200);
  });

  it('of results finds their ETag in the body too', async () => {
    await using server = await serving();
    server.setClock('2026-04-02T00:00:00+02:00');
    const answer = await server.call(`${base}/ballots/points/results`);
    assert.equal(((await answer.json()) as { etag: string }).etag, answer.headers.get('etag'));
  });

  it('gets the language asked for, by address or by header', async () => {
    await using server = await serving();
    const title = async (path: string, header?: string) =>
      ((await (await server.call(path, header === undefined ? {} : { headers: { 'accept-language': header } })).json()) as { title: string }).title;
    const ballot = `${base}/ballots/projets`;
    assert.equal(await title(ballot), 'Quels projets ?');
    assert.equal(await title(`${ballot}?locale=en`), 'Which projects?');
    assert.equal(await title(ballot, 'de;q=0.3, en-GB;q=0.9, fr;q=0.5'), 'Which projects?');
    assert.equal(await title(`${ballot}?locale=fr`, 'en'), 'Quels projets ?');
  });

  it('who calls too often waits, and is told how long; another address does not', async () => {
    await using server = await serving({ rates: { GET: { burst: 2, perSecond: 0.1 }, POST: { burst: 1, perSecond: 0.1 } }, trustProxy: true });
    const call = (address: string) => server.call(`${base}/faq`, { headers: { 'x-forwarded-for': `6.6.6.6, ${address}` } });
    assert.deepEqual([(await call('1.2.3.4')).status, (await call('1.2.3.4')).status], [200, 200]);
    const refused = await call('1.2.3.4');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await problemOf(refused)).retryable, true);
    assert.equal((await call('5.6.7.8')).status, 200);
  });
});

describe('OpenAPI', () => {
  it('names every verb of the contract with its fields, its answer and its problems', async () => {
    await using server = await serving();
    type Described = { operationId: string; parameters: { name: string }[]; requestBody?: { content: Record<string, { schema: { properties: object } }> }; responses: Record<string, unknown> };
    const document = (await (await server.call('/api/v1/openapi.json')).json()) as { openapi: string; paths: Record<string, Record<string, Described>> };
    assert.equal(document.openapi, '3.1.0');
    const described = Object.values(document.paths).flatMap((path) => Object.values(path));
    assert.deepEqual(described.map((d) => d.operationId).sort(), routes.map((r) => r.name).sort());
    const cast = described.find((d) => d.operationId === 'votes.cast');
    assert.deepEqual(cast?.parameters.map((p) => p.name), ['consultation', 'ballot', 'locale']);
    assert.deepEqual(Object.keys(cast?.requestBody?.content['application/json']?.schema.properties ?? {}), ['key', 'voter', 'rulesHash', 'choice', 'channel']);
    for (const status of ['200', '400', '403', '404', '409', '413', '415', '422', '429', '503']) assert.ok(cast?.responses[status], status);
  });
});

describe('The address of a call decides', () => {
  it('whatever the body says', async () => {
    await using server = await serving();
    const vote = await server.vote({ options: ['a'] });
    const answer = await server.call(`${base}/ballots/projets/votes`, post(JSON.stringify({ ...vote, ballot: 'points' })));
    assert.equal(((await answer.json()) as { ballot: string }).ballot, 'projets');
  });
});

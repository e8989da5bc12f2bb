import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as faq from '@parvis/contract/operations/faq';
import * as votes from '@parvis/contract/operations/votes';
import { httpBackend as whole } from './all.ts';
import { httpBackend, withEtags } from './index.ts';
import { json, scripted } from '../testing/scripted-fetch.ts';

const questions = { items: [], categories: [], lang: 'fr', asking: true };
const rating = { consultation: 'bp-2026', id: 'q1', useful: true, mark: 'm'.repeat(22), sequence: 1 };

describe('what is sent', () => {
  it('a read goes to the operation\'s address, its other fields and the language into the query', async () => {
    const { fetch, sent } = scripted(json(questions));
    await httpBackend('https://kit.example/vote/', { faq }, { fetch }).faq.list({ consultation: 'bp-2026', q: 'où & quand', limit: 5, cursor: undefined }, { locale: 'ar' });
    assert.equal(sent[0]?.url.href, 'https://kit.example/vote/api/v1/consultations/bp-2026/faq?q=o%C3%B9+%26+quand&limit=5&locale=ar');
    assert.equal(sent[0]?.init.method ?? 'GET', 'GET');
    assert.equal(sent[0]?.headers.get('content-type'), null);
  });

  it('a read without more fields has no query', async () => {
    const { fetch, sent } = scripted(json(questions));
    await httpBackend('https://kit.example', { faq }, { fetch }).faq.list({ consultation: 'bp-2026' });
    assert.equal(sent[0]?.url.search, '');
  });

  it('a write sends what is not in its address as JSON', async () => {
    const { fetch, sent } = scripted(json({ useful: true, sequence: 1 }));
    await httpBackend('https://kit.example', { faq }, { fetch }).faq.rate(rating, { locale: 'fr' });
    assert.equal(sent[0]?.url.href, 'https://kit.example/api/v1/consultations/bp-2026/faq/q1/rating?locale=fr');
    assert.equal(sent[0]?.init.method, 'POST');
    assert.equal(sent[0]?.headers.get('content-type'), 'application/json');
    assert.deepEqual(sent[0]?.body, { useful: true, mark: 'm'.repeat(22), sequence: 1 });
  });

  it('a field cannot lead to another address', async () => {
    const { fetch, sent } = scripted(json({ useful: true, sequence: 1 }));
    await httpBackend('https://kit.example', { faq }, { fetch }).faq.rate({ ...rating, id: '../../x?y#z' });
    assert.equal(sent[0]?.url.pathname, '/api/v1/consultations/bp-2026/faq/..%2F..%2Fx%3Fy%23z/rating');
  });

  it('never a cookie, never the address of the page', async () => {
    const { fetch, sent } = scripted(json(questions));
    await httpBackend('https://kit.example', { faq }, { fetch }).faq.list({ consultation: 'bp-2026' });
    const { credentials, referrerPolicy } = sent[0]?.init ?? {};
    assert.deepEqual({ credentials, referrerPolicy }, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('the input stays as it was', async () => {
    const { fetch } = scripted(json({ useful: true, sequence: 1 }));
    const input = { ...rating };
    await httpBackend('https://kit.example', { faq }, { fetch }).faq.rate(input);
    assert.deepEqual(input, rating);
  });
});

describe('what the object holds', () => {
  it('the verbs that were named, and no others', () => {
    const backend = httpBackend(new URL('https://kit.example/'), { votes: { ballot: votes.ballot, cast: votes.cast } });
    assert.deepEqual(Object.keys(backend), ['votes']);
    assert.deepEqual(Object.keys(backend.votes), ['ballot', 'cast']);
  });

  it('with the whole table, every group, and describe and check beside them', async () => {
    const { fetch, sent } = scripted(json({ contract: '1.0', name: 'kit', groups: [], limits: {}, languages: [] }));
    const backend = whole('https://kit.example', { fetch });
    assert.equal((await backend.describe({})).name, 'kit');
    assert.equal(sent[0]?.url.href, 'https://kit.example/api/v1');
    assert.deepEqual(Object.keys(backend).sort(), ['attachments', 'check', 'consultations', 'describe', 'faq', 'feedback', 'places', 'proposals', 'statistics', 'votes']);
  });
});

describe('answers that may be used again', () => {
  const tagged = (etag: string) => json(questions, { headers: { etag } });
  const same = () => new Response(null, { status: 304 });
  const reader = (...script: Parameters<typeof scripted>) => {
    const { fetch, sent } = scripted(...script);
    const { faq: group } = httpBackend('https://kit.example', { faq }, { fetch: withEtags(fetch), pause: 0 });
    return { sent, read: (consultation = 'a', locale?: string) => group.list({ consultation }, { locale }), group };
  };

  it('an answer with an ETag is asked for again by it, and 304 gives it back each time', async () => {
    const { read, sent } = reader(tagged('"1"'), same());
    const first = await read();
    assert.deepEqual([await read(), await read()], [first, first]);
    assert.deepEqual(sent.map((s) => s.headers.get('if-none-match')), [null, '"1"', '"1"']);
  });

  it('a caller who changes an answer does not change the next one', async () => {
    const { read } = reader(tagged('"1"'), same());
    (await read()).lang = 'xx';
    assert.equal((await read()).lang, 'fr');
  });

  it('another language is another answer', async () => {
    const { read, sent } = reader(tagged('"1"'));
    await read('a', 'fr');
    await read('a', 'ar');
    assert.equal(sent[1]?.headers.get('if-none-match'), null);
  });

  it('where the header is not let through, the next try goes without it', async () => {
    const { read, sent } = reader(tagged('"1"'), (s) => (s.headers.has('if-none-match') ? new TypeError('CORS') : json(questions)));
    await read();
    await read();
    assert.deepEqual(sent.map((s) => s.headers.get('if-none-match')), [null, '"1"', null]);
  });

  it('no more than fifty are kept, the oldest goes first', async () => {
    const { read, sent } = reader(tagged('"1"'));
    for (let i = 0; i <= 50; i += 1) await read(`c${i}`);
    await read('c0');
    await read('c50');
    assert.deepEqual(sent.slice(-2).map((s) => s.headers.get('if-none-match')), [null, '"1"']);
  });

  it('answers to writes are not kept', async () => {
    const { group, sent } = reader(json({ useful: true, sequence: 1 }, { headers: { etag: '"1"' } }));
    await group.rate(rating);
    await group.rate(rating);
    assert.equal(sent[1]?.headers.get('if-none-match'), null);
  });
});

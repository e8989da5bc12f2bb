import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isParvisError } from '@parvis/contract';
import { html, json, scripted } from '../testing/scripted-fetch.ts';
import { staticBackend } from './index.ts';

const description = { contract: '1.0', name: 'static', groups: ['consultations', 'places', 'statistics'], reading: ['votes', 'faq', 'feedback'], limits: {}, languages: ['fr', 'en'] };
const questions = { items: [{ id: 'q1', question: 'Qui peut voter ?', answer: 'Tous.' }], categories: [], lang: 'fr', asking: true };
const ballot = { id: 'vote', consultation: 'bp-2026', title: 'Un vote', lang: 'fr', method: 'single', options: [{ id: 'a', number: 1, label: 'A' }], min: 0, blank: true, status: 'open', eligibility: 'open', results: 'hidden', rulesHash: 'r', closesAt: '2026-04-01T20:00:00+02:00' };
const vote = (option: string) => ({ choice: { options: [option] }, channel: 'online' });
const place = { consultation: 'bp-2026', ballot: 'vote' };
const codeOf = (promise: Promise<unknown>) => promise.then(() => 'answered', (error: unknown) => (isParvisError(error) ? error.code : String(error)));
const pause = 1;

describe('A folder of files, read as a backend', () => {
  it('asks for the file of the language that comes closest, and for what languages there are only once', async () => {
    const { fetch, sent } = scripted(json(description), json(questions));
    const backend = staticBackend('https://files.example/data', { fetch });
    await backend.faq.list({ consultation: 'bp-2026' }, { locale: 'en-GB' });
    await backend.faq.list({ consultation: 'bp-2026' }, { locale: 'pt' });
    assert.deepEqual(sent.map(({ url }) => url.pathname), ['/data/parvis.json', '/data/bp-2026/faq.en.json', '/data/bp-2026/faq.fr.json']);
    assert.deepEqual([...new Set(sent.map(({ init }) => `${init.credentials} ${init.referrerPolicy}`))], ['omit no-referrer']);
  });

  it('never says that something can be sent, whatever the file says', async () => {
    const { fetch } = scripted(json(description), json(questions));
    assert.equal((await staticBackend('https://files.example/', { fetch }).faq.list({ consultation: 'bp-2026' })).asking, false);
    const backend = staticBackend('https://files.example/');
    assert.deepEqual([Object.keys(backend.votes), Object.keys(backend.faq), Object.keys(backend.feedback)], [['ballot', 'results', 'export'], ['list'], ['list', 'timeline']]);
  });

  it('tells by the reader’s clock that a vote is over', async () => {
    const { fetch } = scripted(json(description), json(ballot));
    const read = (now: string) => staticBackend('https://files.example/', { fetch, now: () => new Date(now) }).votes.ballot(place);
    assert.equal((await read('2026-04-01T17:59:00Z')).status, 'open');
    const later = scripted(json(description), json(ballot));
    assert.equal((await staticBackend('https://files.example/', { fetch: later.fetch, now: () => new Date('2026-04-01T18:00:00Z') }).votes.ballot(place)).status, 'closed');
  });

  it('gives votes in pages as long as they are asked for, through several files, each once and in order', async () => {
    const { fetch } = scripted(({ url }) => json(/\.1\.json$/.test(url.pathname) ? { items: ['a', 'b', 'c'].map(vote), next: '2' } : { items: ['d', 'e'].map(vote) }));
    const { votes } = staticBackend('https://files.example/', { fetch });
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await votes.export({ ...place, limit: 2, ...(cursor !== undefined && { cursor }) });
      assert.ok(page.items.length <= 2);
      seen.push(...page.items.map(({ choice }) => ('options' in choice ? choice.options[0] : undefined)));
      cursor = page.next;
    } while (cursor !== undefined);
    assert.deepEqual(seen, ['a', 'b', 'c', 'd', 'e']);
    for (const wrong of ['0', '1+', '../x', 'made-up']) assert.equal(await codeOf(votes.export({ ...place, cursor: wrong })), 'invalid', wrong);
  });

  it('says that results of a ballot that is there come later, and that there is no other', async () => {
    const there = scripted(html(404), json(description), json(ballot));
    assert.equal(await codeOf(staticBackend('https://files.example/', { fetch: there.fetch, pause }).votes.results(place)), 'not-yet');
    const nowhere = scripted(html(404), json(description), html(404));
    assert.equal(await codeOf(staticBackend('https://files.example/', { fetch: nowhere.fetch, pause }).votes.results(place)), 'not-found');
  });

  it('takes 403 for a file that is not there, and a page in its place for a host that is not right; tries again when nothing comes', async () => {
    const asked = (...script: Parameters<typeof scripted>) => codeOf(staticBackend('https://files.example/', { fetch: scripted(...script).fetch, pause }).statistics.get({ consultation: 'bp-2026' }));
    assert.equal(await asked(html(403)), 'not-found');
    assert.equal(await asked(html(200)), 'backend-fault');
    assert.equal(await asked(new TypeError('no network')), 'offline');
    assert.equal(await asked(new TypeError('no network'), json({ consultation: 'bp-2026', minimum: 10, cells: [] })), 'answered');
  });

  it('asks anew for the languages when they did not come, and tells the webmaster', async () => {
    const { fetch } = scripted(html(404), json(description));
    const backend = staticBackend('https://files.example/data/', { fetch, pause });
    const [first] = (await backend.check({})).items;
    assert.deepEqual([first?.ok, first?.hint?.includes('https://files.example/data/')], [false, true]);
    assert.deepEqual((await backend.check({})).items, [{ id: 'files', ok: true }]);
  });
});

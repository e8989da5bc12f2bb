import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../../app.ts';
import { plainReader } from '../../testing/plain-reader.ts';

const path = '/c/bp-2026/vote/projets';
const form = 'application/x-www-form-urlencoded';

describe('A form that is sent to a page', () => {
  it('comes from one of our pages, or from a browser that does not say', async () => {
    await using house = await plainReader();
    const send = async (headers: Record<string, string>) =>
      (await house.app.request(path, { method: 'POST', body: 'review=', headers: { 'content-type': form, host: 'participer.ville.example', ...headers } })).status;
    const own: Record<string, string>[] = [{}, { origin: 'null' }, { origin: 'https://participer.ville.example' }, { 'sec-fetch-site': 'same-origin', origin: 'null' }, { 'sec-fetch-site': 'none' }];
    for (const headers of own) assert.equal(await send(headers), 422, JSON.stringify(headers));
    const foreign: Record<string, string>[] = [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site', origin: 'null' }, { 'sec-fetch-site': 'same-site' }];
    for (const headers of foreign) assert.equal(await send(headers), 403, JSON.stringify(headers));
  });

  it('is a form, of a size that a server can bear; a page says so otherwise', async () => {
    await using house = await plainReader();
    const send = (type: string, body: string) => house.app.request(path, { method: 'POST', body, headers: { 'content-type': type } });
    assert.equal((await send('application/json', '{}')).status, 415);
    assert.equal((await send('multipart/form-data; boundary=x', '--x--')).status, 415);
    assert.equal((await send(`${form}; charset=utf-8`, 'review=')).status, 422);
    const long = await send(form, `text=${'x'.repeat(1_100_000)}`);
    assert.equal(long.status, 413);
    assert.match(await long.text(), /Votre texte est trop long pour être envoyé/);
  });

  it('from an address that sends too many is answered by a page that says to wait', async () => {
    await using house = await plainReader();
    const app = createApp(house.backend, house.store, { rates: { GET: { burst: 10, perSecond: 1 }, POST: { burst: 1, perSecond: 0.01 } } });
    const send = () => app.request('/c/bp-2026/faq', { method: 'POST', body: 'question=Où+?', headers: { 'content-type': form } });
    await send();
    const answer = await send();
    assert.equal(answer.status, 429);
    assert.match(await answer.text(), /Attendez une minute/);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  });

  it('holds what nobody may keep: such pages are stored nowhere; no page sets a cookie', async () => {
    await using house = await plainReader();
    const { one } = house;
    for (const page of [path, '/c/bp-2026/propose', '/c/bp-2026/faq', '/c/bp-2026/feedback?id=f1']) assert.equal((await one.open(page)).headers.get('cache-control'), 'no-store', page);
    await (await one.open(path)).tick(/Arbres/).press('Vérifier mon vote');
    assert.equal(one.headers.get('cache-control'), 'no-store');
    assert.match(one.headers.get('content-security-policy') ?? '', /form-action 'self'/);
    await one.press('Voter définitivement');
    assert.equal(one.headers.get('cache-control'), 'no-store');
  });
});

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { httpBackend } from '@parvis/adapters/http';
import { randomKey, type ParvisError, type Problem } from '@parvis/contract';
import { backend as own, groups } from '@parvis/contract/operations';
import type { Site } from '../../examples/wordpress/site/wordpress.ts';
import { addressOf, open, probesOf, startBackend } from './support/wordpress-backend.ts';
import { logIn } from './support/wordpress-organiser.ts';
import { village } from './support/village.ts';

let site: Site;
before(async () => {
  site = await startBackend();
  await open(site, [village()]);
});
after(() => site?.[Symbol.asyncDispose]());

const api = (path: string) => `${addressOf(site)}/api/v1${path}`;
/** Adds a plugin that nobody can switch off. The server looks at changed files once in a second or two. */
const plugin = (name: string, code: string) => writeFile(join(site.folder, 'wp-content', 'mu-plugins', `${name}.php`), `<?php ${code}`);
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo()) && Date.now() < end);
}

const votes = '/consultations/bp/ballots/vote/votes';
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(api(path), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

async function vote() {
  const { rulesHash } = await (await fetch(api('/consultations/bp/ballots/vote'))).json() as { rulesHash: string };
  return { key: randomKey(), voter: { mark: randomKey() }, rulesHash, choice: { options: ['banc'] } };
}

describe('Whoever visits a page of WordPress', () => {
  test('takes part on a page that was cached with a nonce that has run out, logged in or not', async () => {
    const { cookie } = await logIn(site, 'editor');
    const stale = { cookie, 'x-wp-nonce': '0123456789' };
    assert.equal((await fetch(`${site.url}/wp-json/wp/v2/posts`, { headers: stale })).status, 403, 'WordPress itself refuses such a nonce');
    for (const headers of [stale, { 'x-wp-nonce': '0123456789' }, { cookie }]) {
      assert.equal((await fetch(api('/consultations/bp'), { headers })).status, 200);
      assert.equal((await post(votes, await vote(), headers)).status, 200);
    }
  });

  test('is nobody where that nonce is ignored: not even to other plugins is it somebody who has logged in', async () => {
    const { cookie } = await logIn(site, 'editor');
    await plugin('who', `add_filter( 'rest_post_dispatch', function ( $answer ) { $answer->header( 'X-Who', get_current_user_id() ); return $answer; } );`);
    const who = async (headers: Record<string, string>) => (await fetch(api('/consultations/bp'), { headers })).headers.get('x-who');
    await until(async () => (await who({})) === '0');
    assert.equal(await who({ cookie, 'x-wp-nonce': '0123456789' }), '0');
  });

  test('has widgets whose calls carry no cookie and no header but Content-Type, which passes preflight', async () => {
    const sent: [string, RequestInit][] = [];
    const watched: typeof fetch = (url, init = {}) => {
      sent.push([String(url), init]);
      return fetch(url, init);
    };
    const backend = httpBackend(addressOf(site), { backend: own, ...groups }, { fetch: watched });
    await backend.faq.list({ consultation: 'bp' });
    await backend.votes.cast({ consultation: 'bp', ballot: 'vote', ...(await vote()) });
    assert.equal(sent.length, 2);
    for (const [, init] of sent) {
      assert.equal(init.credentials, 'omit');
      assert.deepEqual([...new Headers(init.headers).keys()].filter((name) => name !== 'content-type'), []);
    }
  });

  test('is not remembered: no cookie is set, and neither address nor browser is stored anywhere', async () => {
    const agent = `Browser of ${randomKey()}`;
    const answer = await post(votes, await vote(), { 'user-agent': agent });
    assert.deepEqual(answer.headers.getSetCookie(), []);
    // WordPress itself keeps both for people who log in, in a table of its own.
    const kept = JSON.stringify((await probesOf(site).records()).filter(([table]) => table.includes('parvis_')));
    for (const trace of [agent, '127.0.0.1']) assert.ok(!kept.includes(trace), `${trace} is stored`);
  });
});

describe('Pages of other sites', () => {
  const preflight = (origin: string) => fetch(api(votes), {
    method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });

  test('may use the backend where the organiser lists them, without cookies', async () => {
    const organiser = await logIn(site, 'admin');
    await organiser.send('admin.php?page=parvis-consultations', 'parvis_origins', { parvis_origins: 'https://www.ville.example' });
    const { headers, ok } = await preflight('https://www.ville.example');
    assert.ok(ok);
    assert.equal(headers.get('access-control-allow-origin'), 'https://www.ville.example');
    assert.match(headers.get('access-control-allow-headers') ?? '', /content-type/i);
    assert.match(headers.get('access-control-allow-methods') ?? '', /POST/);
    const answer = await post(votes, await vote(), { origin: 'https://www.ville.example' });
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://www.ville.example');
    assert.match(answer.headers.get('access-control-expose-headers') ?? '', /ETag.*Retry-After/);
    for (const one of [headers, answer.headers]) assert.equal(one.get('access-control-allow-credentials'), null);
  });

  test('may not where they are not listed', async () => {
    for (const answer of [await preflight('https://autre.example'), await fetch(api('/consultations'), { headers: { origin: 'https://autre.example' } })]) {
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    }
  });

  test('may not by an address in capitals either, nor with a script that asks for JSONP', async () => {
    const headers = { origin: 'https://autre.example' };
    const capitals = await fetch(`${site.url}/wp-json/PARVIS/v1/api/v1/consultations`, { headers });
    assert.equal(capitals.status, 200, 'WordPress finds the address');
    for (const name of ['access-control-allow-origin', 'access-control-allow-credentials']) assert.equal(capitals.headers.get(name), null);
    const script = await fetch(api('/consultations?_jsonp=f'));
    assert.doesNotMatch(script.headers.get('content-type') ?? '', /javascript/);
    assert.doesNotMatch(await script.text(), /Budget du village|f\(/);
    assert.match((await fetch(`${site.url}/wp-json/wp/v2/posts?_jsonp=f`)).headers.get('content-type') ?? '', /javascript/, 'elsewhere WordPress goes on as it does');
  });

  test('may frame the page behind the link where they are listed, and no other site may', async () => {
    const { headers, status } = await fetch(`${addressOf(site)}/c/bp/vote/vote`);
    assert.equal(status, 200);
    assert.equal(headers.get('content-security-policy'), "frame-ancestors 'self' https://www.ville.example");
  });

  test('keep what WordPress allows them elsewhere', async () => {
    const answer = await fetch(`${site.url}/wp-json/wp/v2/posts`, { headers: { origin: 'https://autre.example' } });
    assert.equal(answer.headers.get('access-control-allow-origin'), 'https://autre.example');
  });

  test('are told what an address of a site looks like', async () => {
    const organiser = await logIn(site, 'admin');
    const { text } = await organiser.send('admin.php?page=parvis-consultations', 'parvis_origins', { parvis_origins: 'www.ville.example/page' });
    assert.match(text, /n’est pas l’adresse d’un site/);
  });
});

describe('What cannot be taken', () => {
  const problem = async (answer: Response) => {
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const body = await answer.json() as Problem;
    assert.equal(body.status, answer.status);
    return [answer.status, body.code, body.issues?.[0]?.pointer];
  };

  test('is refused as a problem with the code of the contract', async () => {
    assert.deepEqual(await problem(await post(votes, '{')), [400, 'invalid', '']);
    assert.deepEqual(await problem(await post(votes, '[]')), [422, 'invalid', '']);
    assert.deepEqual(await problem(await post(votes, {})), [422, 'invalid', '/key']);
    assert.deepEqual(await problem(await post(votes, `{"key":"${'x'.repeat(1_100_000)}"}`)), [413, 'too-large', '']);
    assert.deepEqual(await problem(await post(votes, 'x', { 'content-type': 'text/plain' })), [415, 'type-refused', undefined]);
    assert.deepEqual(await problem(await fetch(api('/nothing/here'))), [404, 'not-found', undefined]);
    assert.deepEqual(await problem(await fetch(api('/consultations/bp/faq?limit=x'))), [422, 'invalid', '/limit']);
    assert.deepEqual(await problem(await fetch(api('/consultations?cursor[]=1'))), [422, 'invalid', '/cursor']);
    assert.deepEqual(await problem(await post('/consultations/bp/attachments', {})), [501, 'unsupported', undefined]);
    for (const place of [{ 0: 'faq', id: 'x', at: '1' }, ['faq', 'x'], 'faq', null]) {
      const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
      assert.deepEqual(await problem(await fetch(api(`/consultations/bp/faq?cursor=${cursor}`))), [422, 'invalid', '/cursor'], JSON.stringify(place));
    }
    assert.deepEqual((await site.notes()).split('\n').filter((line) => /plugins\/parvis/.test(line)), [], 'PHP warned of something');
  });

  test('is not asked for twice: what has not changed is answered with 304', async () => {
    const first = await fetch(api('/consultations/bp'));
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await fetch(api('/consultations/bp'), { headers: { 'if-none-match': etag } })).status, 304);
    assert.equal((await fetch(api('/consultations/bp?locale=en'), { headers: { 'if-none-match': '"other"' } })).status, 200);
  });

  test('comes too often from one address: it is told when to come back, and the address is kept nowhere', async () => {
    await plugin('caller', `
      add_filter( 'parvis_calls_per_minute', function () { return 3; } );
      add_filter( 'parvis_caller_address', function () { return $_SERVER['HTTP_X_CALLER'] ?? ''; } );`);
    const from = (address: string) => post('/consultations/nowhere/faq', { key: randomKey(), question: 'Une question longue ?' }, { 'x-caller': address });
    let refused = await from('8.8.4.4');
    await until(async () => (refused = await from('8.8.4.4')).status === 429);
    assert.deepEqual(await problem(refused), [429, 'quota', undefined]);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
    assert.equal((await from('9.9.9.9')).status, 404, 'another address');
    assert.equal((await from('192.168.1.9')).status, 404, 'an address of the own network is a proxy');
    assert.ok(!JSON.stringify(await probesOf(site).records()).includes('8.8.4.4'));
    assert.equal(await site.php(`return $GLOBALS['wpdb']->get_var( "SELECT ENGINE FROM information_schema.TABLES WHERE TABLE_NAME = 'wp_parvis_calls'" );`), 'MEMORY', 'what counts is never on the disk');
    await plugin('caller', '');
  });

  test('is a page behind the link: there is no such consultation, or the database does not answer now', async () => {
    const page = async (id: string) => (await fetch(`${addressOf(site)}/c/${id}`)).status;
    assert.equal(await page('nowhere'), 404);
    await site.php('Parvis\\Backend\\execute( "RENAME TABLE {consultations} TO {away}" );');
    try {
      assert.equal(await page('bp'), 503);
    } finally {
      await site.php('Parvis\\Backend\\execute( "RENAME TABLE {away} TO {consultations}" );');
    }
    assert.equal(await page('bp'), 200);
  });

  test('is said where the database refuses a table; it is tried again until it is there', async () => {
    type Checked = { items: { id: string; ok: boolean; hint?: string }[] };
    const check = async () => ((await (await fetch(api('/check'))).json()) as Checked).items.find(({ id }) => id === 'tables');
    await site.php(`
      Parvis\\Backend\\execute( 'DROP TABLE {profiles}' );
      Parvis\\Backend\\execute( 'DROP TABLE {calls}' );
      delete_option( 'parvis_backend_tables' );
      add_filter( 'dbdelta_create_queries', '__return_empty_array' );
      Parvis\\Backend\\ensure_tables();
    `);
    assert.equal((await check())?.ok, true, 'the next call made them');
    await plugin('refusing', "add_filter( 'dbdelta_create_queries', '__return_empty_array' );");
    await until(async () => {
      await site.php("Parvis\\Backend\\execute( 'DROP TABLE IF EXISTS {profiles}' ); delete_option( 'parvis_backend_tables' );");
      return (await check())?.ok === false;
    });
    assert.match((await check())?.hint ?? '', /wp_parvis_profiles/);
    assert.equal(await site.php("return get_option( 'parvis_backend_tables', 'none' );"), 'none');
    await plugin('refusing', '');
    await until(async () => (await check())?.ok === true);
    assert.deepEqual(await check(), { id: 'tables', ok: true });
  });

  test('reaches the adapter as the error it is', async () => {
    const backend = httpBackend(addressOf(site), groups);
    const error = await backend.votes.cast({ consultation: 'bp', ballot: 'fini', key: randomKey(), voter: { mark: randomKey() }, rulesHash: 'x', choice: { blank: true } }).catch((cause: unknown) => cause as ParvisError);
    assert.equal((error as ParvisError).code, 'closed');
  });
});

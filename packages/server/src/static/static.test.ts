import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '../app.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';

describe('Folders of pages', () => {
  let house: TestHouse;
  let app: Hono;
  let folder: string;
  before(async () => {
    house = await testHouse();
    folder = mkdtempSync(join(tmpdir(), 'parvis-site-'));
    mkdirSync(join(folder, 'site', 'sous'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'site', 'index.html'), '<h1>Bonjour</h1>');
    writeFileSync(join(folder, 'site', 'sous', 'index.html'), '<h1>Dessous</h1>');
    writeFileSync(join(folder, 'site', 'une page.css'), 'a{}');
    writeFileSync(join(folder, 'site', '.env'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'site', 'lien.txt'));
    app = createApp(house.backend, house.store, { sites: [{ path: '/ville', folder: join(folder, 'site') }], embed: join(folder, 'site'), siteCsp: "default-src 'self'" });
  });
  after(async () => {
    await house[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it('are served with the right types, an ETag and the policy asked for', async () => {
    const page = await app.request('/ville/');
    assert.equal(await page.text(), '<h1>Bonjour</h1>');
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(page.headers.get('content-security-policy'), "default-src 'self'");
    assert.equal((await app.request('/ville/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })).status, 304);
    assert.equal((await app.request('/ville/une%20page.css')).headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('lead to the index of a folder', async () => {
    assert.equal((await app.request('/ville')).headers.get('location'), '/ville/');
    assert.equal((await app.request('/ville/sous?a=b')).headers.get('location'), '/ville/sous/?a=b');
    assert.equal(await (await app.request('/ville/sous/')).text(), '<h1>Dessous</h1>');
  });

  for (const path of ['/ville/%2e%2e/secret.txt', '/ville/..%2fsecret.txt', '/ville/..%5csecret.txt', '/ville/.env', '/ville/lien.txt', '/ville/%00', '/ville/%zz', '/ville//etc/passwd', '/ville/missing.css']) {
    it(`give nothing away: ${path}`, async () => {
      const answer = await app.request(path);
      assert.equal(answer.status, 404);
      assert.ok(!(await answer.text()).includes('secret'));
    });
  }

  it('of the widgets\' files may be loaded by any page', async () => {
    assert.equal((await app.request('/embed/une%20page.css')).headers.get('access-control-allow-origin'), '*');
  });

  it('of the widgets are kept for good under the name of their build, and asked for again without it', async () => {
    const control = async (path: string) => {
      const { status, headers } = await app.request(path);
      return [status, headers.get('cache-control'), headers.get('access-control-allow-origin')];
    };
    writeFileSync(join(folder, 'site', 'integrity.json'), '{"build":"0a1b2c3d"}');
    const kept = [200, 'public, max-age=31536000, immutable', '*'];
    assert.deepEqual(await control('/embed/v/0a1b2c3d/une%20page.css'), kept);
    assert.deepEqual(await control('/embed/une%20page.css?0a1b2c3d'), kept);
    for (const other of ['/embed/une%20page.css', '/embed/une%20page.css?', '/embed/une%20page.css?99999999']) assert.deepEqual(await control(other), [200, 'no-cache', '*'], other);
    assert.equal((await control('/embed/v/99999999/une%20page.css'))[0], 404, 'another build does not lie there');
  });

  it('hold what residents left as files to save, never as pages to show', async () => {
    const data = Buffer.from('%PDF-1.7 <script>').toString('base64');
    const { href } = await house.backend.attachments.create({ consultation: 'bp-2026', key: 'a-key-of-this-person', name: '"é/..\r\n.pdf', type: 'application/pdf', data });
    const answer = await app.request(href);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''[\w%.-]+$/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
    assert.equal((await app.request('/files/bp-2026/other')).status, 404);
  });
});

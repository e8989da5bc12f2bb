import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { compress } from './compress.ts';

const long = 'Bonjour à tous. '.repeat(200);
const app = new Hono();
let made = 0;
app.use(compress());
app.get('/long', (c) => c.text(long, 200, { etag: '"1"' }));
app.get('/counted', (c) => { made += 1; return c.text(`${long}${made}`); });
app.get('/short', (c) => c.text('court'));
app.get('/picture', (c) => c.body(new Uint8Array(5000), 200, { 'content-type': 'image/png' }));
app.post('/long', (c) => c.text(long));

const ask = (path: string, encoding: string, method = 'GET') => app.request(path, { method, headers: { 'accept-encoding': encoding } });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('Text on its way to a slow phone', () => {
  it('comes in brotli, else in gzip, and says so', async () => {
    const [first, second] = [await ask('/long', 'gzip, deflate, br'), await ask('/long', 'gzip')];
    assert.deepEqual([first.headers.get('content-encoding'), second.headers.get('content-encoding')], ['br', 'gzip']);
    assert.equal(first.headers.get('vary'), 'Accept-Encoding');
    const [small, zipped] = [await bytes(first), await bytes(second)];
    assert.ok(small.length < long.length / 10);
    assert.equal(brotliDecompressSync(small).toString(), long);
    assert.equal(gunzipSync(zipped).toString(), long);
  });

  it('is the same the second time, and never mixed up with other words', async () => {
    assert.deepEqual(await bytes(await ask('/long', 'br')), await bytes(await ask('/long', 'br')));
    const [a, b] = [await bytes(await ask('/counted', 'br')), await bytes(await ask('/counted', 'br'))];
    assert.notEqual(brotliDecompressSync(a).toString(), brotliDecompressSync(b).toString());
  });

  it('has a weak ETag, since other bytes say the same', async () => {
    assert.equal((await ask('/long', 'br')).headers.get('etag'), 'W/"1"');
    assert.equal((await ask('/long', 'identity')).headers.get('etag'), '"1"');
  });

  it('stays as it is where the reader refuses, where it is short, a picture, or the answer to a write', async () => {
    for (const response of [await ask('/long', 'br;q=0, identity'), await ask('/long', ''), await ask('/short', 'br'), await ask('/picture', 'br'), await ask('/long', 'br', 'POST')]) {
      assert.equal(response.headers.get('content-encoding'), null);
    }
  });
});

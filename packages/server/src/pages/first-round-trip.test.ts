import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ConsultationDefinition, parse } from '@parvis/contract';
import { byTag } from '../testing/plain-page.ts';
import { plainReader } from '../testing/plain-reader.ts';

/** 10 packets of 1460 bytes: what arrives before the server waits for the first answer. */
const window = 14_000;
const examples = join(import.meta.dirname, '..', '..', '..', '..', 'examples');

describe('The first page, with its style sheet, arrives in the first round trip', () => {
  for (const [example, now] of [['town-site', '2026-12-01T12:00:00Z'], ['tenants', '2026-12-01T12:00:00Z']] as const) {
    it(`of ${example}: every page at most ${window} bytes compressed, also for browsers that know no Brotli; it asks nobody else for anything`, async () => {
      const parsed = parse(ConsultationDefinition, JSON.parse(readFileSync(join(examples, example, 'consultation.json'), 'utf8')));
      assert.ok(parsed.ok);
      const { id, ballots, feedback } = parsed.value;
      await using house = await plainReader(parsed.value);
      house.setClock(now);
      const css = gzipSync(await (await house.app.request('/pages/pages.css')).text()).length;
      const paths = ['', ...ballots.map((b) => `/vote/${b.id}`), '/propose', '/faq', '/feedback', ...feedback.slice(0, 1).map((f) => `/feedback?id=${f.id}`)];
      for (const path of paths) {
        const { html, root } = await house.one.open(`/c/${id}${path}`);
        const bytes = gzipSync(html).length + css;
        assert.ok(bytes <= window, `${path} has ${bytes} bytes`);
        const asked = byTag(root, 'link', 'script', 'img').map(({ attributes }) => attributes['href'] ?? attributes['src'] ?? '');
        assert.deepEqual(asked.filter((address) => !/^\/(?!\/)/.test(address)), [], path);
      }
    });
  }
});

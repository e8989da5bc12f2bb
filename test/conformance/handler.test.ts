import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backendHandler } from '@parvis/adapters/handler';
import { httpBackend } from '@parvis/adapters/http/all';
import { createMemory, memoryProbes } from '@parvis/adapters/memory';
import { reportText, runConformance, type Factory } from '@parvis/conformance';
import { host } from './host.ts';

const overHttp = (groups?: readonly string[]): Factory => async (seed) => {
  const { backend, store } = createMemory(seed);
  const offered = groups === undefined ? backend : {
    ...Object.fromEntries(Object.entries(backend).filter(([name]) => ['describe', 'check', ...groups].includes(name))),
    describe: async () => ({ ...(await backend.describe({})), groups: [...groups] }),
    check: backend.check,
  };
  const { url, close } = await host(backendHandler(offered));
  return { backend: httpBackend(url), probes: memoryProbes(store), dispose: close };
};

test('a backend behind the handler and the HTTP adapter behaves as it does without them', async () => {
  const report = await runConformance(overHttp(), { closing: 3_000 });
  assert.equal(report.grade, 'full', reportText(report));
});

test('groups that a backend does not offer are skipped, although the HTTP adapter has their verbs', async () => {
  const report = await runConformance(overHttp(['consultations', 'faq']));
  assert.equal(report.grade, 'partial', reportText(report));
  assert.deepEqual(report.skipped.filter((s) => s.absent).map((s) => s.group).sort(), ['attachments', 'feedback', 'places', 'proposals', 'statistics', 'votes']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemory, memoryProbes } from '@parvis/adapters/memory';
import { backend, groups } from '@parvis/contract/operations';
import { conformance, reportText, runConformance } from './index.ts';
import type { Factory } from './index.ts';
import { samples } from './samples.ts';

const memory: Factory = (seed) => {
  const { backend, store } = createMemory(seed);
  return { backend, probes: memoryProbes(store) };
};

test('the memory adapter is graded full: every group, every check, the store looked into', async () => {
  const report = await runConformance(memory, { closing: 300 });
  assert.equal(report.grade, 'full', reportText(report));
  assert.deepEqual(report.skipped, []);
  assert.ok(report.passed > 150, `${report.passed} checks`);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemory, memoryProbes } from '@parvis/adapters/memory';
import { outcomeOf } from '@parvis/counting';
import { reportText, runConformance } from '../index.ts';
import type { Factory } from '../index.ts';
import { broken } from './index.ts';

const memory: Factory = (seed) => {
  const { backend, store } = createMemory(seed, { outcomeOf });
  return { backend, probes: memoryProbes(store) };
};

describe('the kit catches an adapter where', { concurrency: 8 }, () => {
  for (const { name, group, caughtBy, wrap } of broken) {
    test(name, async () => {
      const report = await runConformance(wrap(memory), { closing: 2_500 });
      assert.equal(report.grade, 'failed');
      assert.ok(report.failed.some((f) => f.name === `${group}.${caughtBy}`), `${caughtBy} did not catch it:\n${reportText(report)}`);
      // A check of another group may use this one (a proposal's timeline begins with a proposal): the blame stays here.
      assert.deepEqual(report.failed.filter((f) => f.group !== group).map((f) => f.name), [], 'other groups still pass');
    });
  }
});

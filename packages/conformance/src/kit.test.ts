import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemory, memoryProbes } from '@parvis/adapters/memory';
import { outcomeOf } from '@parvis/counting';
import { ParvisError } from '@parvis/contract';
import type { Backend } from '@parvis/contract';
import { backend, groups } from '@parvis/contract/operations';
import { conformance, reportText, runConformance } from './index.ts';
import type { Factory } from './index.ts';
import { samples } from './samples.ts';

const memory: Factory = (seed) => {
  const { backend, store } = createMemory(seed, { outcomeOf });
  return { backend, probes: memoryProbes(store) };
};

test('the memory adapter is graded full: every group, every check, the store looked into', async () => {
  const report = await runConformance(memory, { closing: 1_500 });
  assert.equal(report.grade, 'full', reportText(report));
  assert.deepEqual(report.skipped, []);
  assert.ok(report.passed > 150, `${report.passed} checks`);
});

test('every verb of the contract has an input that is tried', () => {
  const verbs = Object.entries({ backend, ...groups }).flatMap(([group, all]) => Object.keys(all).map((verb) => `${group}.${verb}`));
  assert.deepEqual(samples.map((s) => `${s.group}.${s.verb}`).sort(), verbs.sort());
});

test('every error an operation names is met at least once, but for quotas, which a test would have to exhaust', async () => {
  const met = new Set<string>();
  const noting: Factory = async (seed) => {
    const subject = await memory(seed);
    for (const [group, verbs] of Object.entries(subject.backend)) {
      if (typeof verbs !== 'object') continue;
      for (const [verb, call] of Object.entries(verbs as Record<string, (...args: unknown[]) => Promise<unknown>>)) {
        verbs[verb] = (...args: unknown[]) => call(...args).catch((error: { code: string }) => {
          met.add(`${group}.${verb} ${error.code}`);
          throw error;
        });
      }
    }
    return subject;
  };
  await runConformance(noting, { closing: 1_500 });
  for (const [group, verbs] of Object.entries(groups)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      for (const code of operation.errors) if (code !== 'quota') assert.ok(met.has(`${group}.${verb} ${code}`), `${group}.${verb} never answered ${code}`);
    }
  }
});

test('groups that are not offered are skipped by name, and the grade says so', async () => {
  const small: Factory = async (seed) => {
    const { backend } = await memory(seed);
    const { describe, check, consultations, faq } = backend;
    return { backend: { describe: async (...args) => ({ ...(await describe(...args)), groups: ['consultations', 'faq'] }), check, consultations, faq } };
  };
  const report = await runConformance(small, { closing: 1_500 });
  assert.equal(report.grade, 'partial', reportText(report));
  assert.deepEqual(report.skipped.filter((s) => s.absent).map((s) => s.group).sort(), ['attachments', 'feedback', 'places', 'proposals', 'statistics', 'votes']);
  assert.match(reportText(report), /^Grade: partial\. \d+ checks passed, 0 failed, 2 of 8 groups offered\./);
});

test('a group that is there without being named, and works, is caught', async () => {
  const shy: Factory = async (seed) => {
    const { backend } = await memory(seed);
    return { backend: { ...backend, describe: async (...args) => ({ ...(await backend.describe(...args)), groups: ['consultations'] }) } };
  };
  const report = await runConformance(shy, { closing: 1_500, only: (check) => check.group === 'backend' });
  assert.deepEqual(report.failed.map((f) => f.title), ['leaves no group out: a group that is there and not named answers `unsupported`']);
});

/** The memory adapter with one group for reading only, and something wrong with it. */
const readable = (wrong: (verbs: NonNullable<Backend['faq']>) => object): Factory => async (seed) => {
  const { backend } = await memory(seed) as { backend: Backend };
  const { faq, ...rest } = backend;
  const describe: Backend['describe'] = async (...args) => {
    const description = await backend.describe(...args);
    return { ...description, groups: description.groups.filter((group) => group !== 'faq'), reading: ['faq'] };
  };
  assert.ok(faq);
  return { backend: { ...rest, describe, faq: wrong(faq) } };
};
const gradeOf = (factory: Factory) => runConformance(factory, { closing: 1_500, only: ({ group }) => group === 'backend' || group === 'faq' });

test('a group that can only be read is held to what it reads, and the report says so', async () => {
  const report = await gradeOf(readable(({ list }) => ({ list: async (input: Parameters<typeof list>[0], context?: Parameters<typeof list>[1]) => ({ ...await list(input, context), asking: false }) })));
  assert.deepEqual([report.grade, report.failed], ['partial', []], reportText(report));
  assert.ok(report.skipped.some(({ why, absent }) => why === 'the backend offers faq for reading only' && !absent), reportText(report));
  const wrong = await gradeOf(readable(({ list }) => ({ list })));
  assert.deepEqual(wrong.failed.map(({ title }) => title), ['says whether questions may be asked now']);
});

test('a group that can only be read and still takes something in, or lacks what it reads, is caught', async () => {
  const taking = await gradeOf(readable(({ list, ask }) => ({ list, ask })));
  assert.ok(taking.failed.some(({ title }) => /^takes nothing in/.test(title)), reportText(taking));
  const lacking = await gradeOf(readable(() => ({})));
  assert.ok(lacking.failed.some(({ error }) => /names faq under reading, and faq\.list is missing/.test(error.message)), reportText(lacking));
});

test('a backend that sends no news, says so and takes no address is held to the rest, and the report says so', async () => {
  const silent: Factory = async (seed) => {
    const { backend, ...subject } = await memory(seed) as { backend: Backend };
    assert.ok(backend.feedback);
    const { timeline } = backend.feedback;
    const feedback: Backend['feedback'] = {
      ...backend.feedback, timeline: async (...args) => ({ ...await timeline(...args), following: false }), follow: () => Promise.reject(new ParvisError('unsupported')),
    };
    return { ...subject, backend: { ...backend, feedback } };
  };
  const report = await runConformance(silent, { closing: 1_500, only: ({ group }) => group === 'feedback' });
  assert.deepEqual([report.grade, report.skipped.map(({ why }) => why)], ['partial', ['the backend sends no news of contributions']], reportText(report));
});

test('without ways into the store, the grade is partial and names them', async () => {
  const report = await runConformance(async (seed) => ({ backend: (await memory(seed)).backend }), { closing: 1_500 });
  assert.equal(report.grade, 'partial');
  assert.deepEqual(report.skipped.map((s) => s.why), ['there is no probe "codes" into the store', 'there is no probe "votes" into the store', 'there is no probe "records" into the store']);
});

test('no two checks have the same name', () => {
  const names = conformance(memory).map((check) => check.name);
  assert.equal(new Set(names).size, names.length);
});

test('every backend the kit made is let go of, also when checks fail', async () => {
  let open = 0;
  await runConformance(async (seed) => {
    open += 1;
    return { ...(await memory(seed)), backend: { ...(await memory(seed)).backend, check: () => Promise.reject(new Error('broken')) }, dispose: () => void (open -= 1) };
  }, { closing: 1_500, only: (check) => check.group === 'backend' || check.verb === 'export' });
  assert.equal(open, 0);
});

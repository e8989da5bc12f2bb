import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { reportText, runConformance, seedAt } from '@parvis/conformance';
import type { Factory } from '@parvis/conformance';
import { createFileBackend } from './adapter.ts';
import { fileName } from './votes.ts';
import type { Box } from './votes.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'parvis-files-'));
const read = async <T>(path: string) => JSON.parse(await readFile(path, 'utf8')) as T;

const factory: Factory = async (seed) => {
  const folder = await newFolder();
  return {
    backend: createFileBackend(seed, folder),
    probes: {
      votes: async (consultation, ballot) => (await read<Box>(join(folder, fileName({ consultation, ballot })))).votes,
      records: async () => {
        const files = await Promise.all((await readdir(folder)).map((name) => read<Record<string, object>>(join(folder, name))));
        return files.flatMap((file) => Object.values(file).flatMap((part) => Object.entries(part)));
      },
    },
    dispose: () => rm(folder, { recursive: true }),
  };
};

test('the file adapter passes the kit for the three groups it offers', async () => {
  const report = await runConformance(factory, { closing: 3_000 });
  assert.equal(report.grade, 'partial', reportText(report));
  assert.deepEqual(report.skipped.filter((s) => !s.absent).map((s) => s.why), ['there is no probe "codes" into the store'], 'it gives out no access codes');
  assert.match(reportText(report), /0 failed, 3 of 8 groups offered/);
});

test('a vote survives a restart: it counts, its receipt is found, its voter cannot vote again, its retry gets the same answer', async (t) => {
  const folder = await newFolder();
  t.after(() => rm(folder, { recursive: true }));
  const seed = seedAt(new Date());
  const where = { consultation: 'kit-open', ballot: 'yes-no' };
  const { votes: before } = createFileBackend(seed, folder);
  const { rulesHash } = (await before?.ballot(where)) ?? { rulesHash: '' };
  const vote = { ...where, key: 'k'.repeat(22), voter: { mark: 'm'.repeat(22) }, rulesHash, choice: { options: ['kit-option-a'] } };
  const receipt = await before?.cast(vote);

  const { votes: after } = createFileBackend(seed, folder);
  assert.deepEqual((await read<Box>(join(folder, fileName(where)))).votes, [{ choice: vote.choice, channel: 'online' }]);
  assert.deepEqual(await after?.receipt({ ...where, receipt: receipt?.receipt ?? '' }), receipt);
  assert.deepEqual(await after?.cast(vote), receipt);
  await assert.rejects(async () => after?.cast({ ...vote, key: 'x'.repeat(22) }), { code: 'already-voted' });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { staticBackend } from '@parvis/adapters/static';
import { type Factory, reportText, runConformance } from '@parvis/conformance';
import { testConformance } from '@parvis/conformance/node';
import { ConsultationDefinition, parse } from '@parvis/contract';
import { createServerBackend } from '../../packages/server/src/domain/backend.ts';
import { writeStatic } from '../../packages/server/src/files/index.ts';
import { openSqliteStore } from '../../packages/server/src/store/sqlite/index.ts';
import { tempDir } from '../support/temp.ts';

/** A host that knows files and nothing else. */
const hostOf = (folder: string): typeof fetch => async (address) => {
  const file = join(folder, decodeURIComponent(new URL(String(address)).pathname));
  return readFile(file).then((bytes) => new Response(bytes), () => new Response('<h1>404</h1>', { status: 404 }));
};

/** What the reference server writes of the kit's consultations, read as files. */
const files: Factory = async (seed) => {
  const at = await tempDir('parvis-static');
  const store = openSqliteStore(join(at.path, 'data'));
  for (const definition of seed) {
    const parsed = parse(ConsultationDefinition, definition);
    assert.ok(parsed.ok);
    await store.putConsultation(parsed.value);
  }
  const folder = join(at.path, 'site', 'data');
  await writeStatic(createServerBackend(store, () => new Date()), folder);
  await store.close();
  return { backend: staticBackend('https://files.example/data/', { fetch: hostOf(join(at.path, 'site')) }), dispose: async () => at[Symbol.asyncDispose]() };
};

testConformance('files that the server wrote, read by the static adapter', files);

it('files are graded partial: three groups whole, three for reading only, and the report says which', async () => {
  const report = await runConformance(files);
  assert.equal(report.grade, 'partial', reportText(report));
  assert.deepEqual(report.failed, []);
  assert.ok(report.passed > 50, `${report.passed} checks`);
  const why = report.skipped.map((skipped) => skipped.why);
  for (const group of ['votes', 'faq', 'feedback']) assert.ok(why.includes(`the backend offers ${group} for reading only`), group);
  assert.deepEqual(report.skipped.filter(({ absent }) => absent).map(({ group }) => group).sort(), ['attachments', 'proposals']);
});

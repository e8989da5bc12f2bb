import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { httpBackend } from '@parvis/adapters/http/all';
import type { Factory } from '@parvis/conformance';
import { testConformance } from '@parvis/conformance/node';
import { startServer } from '../support/server.ts';
import { tempDir } from '../support/temp.ts';
import { sqliteProbes } from './sqlite-probes.ts';

/** The reference server as its own process, holding the kit's consultations, spoken to over a socket. */
const reference: Factory = async (seed) => {
  const data = await tempDir('parvis-conformance');
  const files = await Promise.all(seed.map(async (definition) => {
    const file = join(data.path, `${definition.id}-${randomUUID()}.json`);
    await writeFile(file, JSON.stringify(definition));
    return file;
  }));
  const folder = join(data.path, 'data');
  const server = await startServer({ data: folder, args: ['--no-rate-limit', ...files.flatMap((file) => ['--open', file])] });
  return {
    backend: httpBackend(server.url),
    probes: sqliteProbes(join(folder, 'parvis.db')),
    dispose: async () => {
      await server.stop();
      await data[Symbol.asyncDispose]();
    },
  };
};

testConformance('the HTTP adapter and the reference server together', reference, { closing: 4_000 });

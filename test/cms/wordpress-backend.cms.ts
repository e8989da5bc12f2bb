import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testConformance } from '@parvis/conformance/node';
import type { Site } from '../../examples/wordpress/site/wordpress.ts';
import { factoryOf, startBackends } from './support/wordpress-backend.ts';

let sites: Site[] = [];

before(async () => {
  sites = await startBackends(2);
});
after(async () => {
  for (const site of sites) await site[Symbol.asyncDispose]();
});

let waiting: Site[] | undefined;
testConformance('WordPress as the backend', (seed) => factoryOf((waiting ??= [...sites]))(seed), { closing: 30_000 });

test('while all this was asked, PHP noted nothing about the plugin', async () => {
  for (const site of sites) assert.deepEqual((await site.notes()).split('\n').filter((line) => /plugins\/parvis|Parvis:/.test(line)), []);
});

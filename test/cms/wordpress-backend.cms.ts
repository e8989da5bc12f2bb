import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testConformance } from '@parvis/conformance/node';
import type { Site } from '../../examples/wordpress/site/wordpress.ts';
import { factoryOf, startBackends } from './support/wordpress-backend.ts';

const plugin = join(import.meta.dirname, '..', '..', 'examples', 'wordpress', 'parvis');
let sites: Site[] = [];

before(async () => {
  sites = await startBackends(2);
});
after(async () => {
  for (const site of sites) await site[Symbol.asyncDispose]();
});

test('every PHP file of the plugin can be read by PHP', () => {
  for (const file of globSync('**/*.php', { cwd: plugin })) {
    const { stdout, status } = spawnSync('php', ['-l', join(plugin, file)], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  }
});

let waiting: Site[] | undefined;
testConformance('WordPress as the backend', (seed) => factoryOf((waiting ??= [...sites]))(seed), { closing: 30_000 });

test('while all this was asked, PHP noted nothing about the plugin', async () => {
  for (const site of sites) assert.deepEqual((await site.notes()).split('\n').filter((line) => /plugins\/parvis|Parvis:/.test(line)), []);
});

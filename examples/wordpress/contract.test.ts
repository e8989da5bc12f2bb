import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { files, folder } from './contract.build.ts';

test('what the plugin reads of the contract is as new as the contract (contract.build.ts writes it)', () => {
  for (const [name, text] of files()) assert.equal(readFileSync(new URL(name, folder), 'utf8'), text, name);
  assert.deepEqual(readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.json')).sort(), [...files().keys()].sort());
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, it } from 'node:test';
import { definition } from '../../testing/consultation.ts';
import { openSqliteStore } from './index.ts';

it('Each consultation has a secret of its own for its pages, the same for ever; one that was opened by an earlier version gets it when a page asks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-secret-'));
  after(() => rmSync(folder, { recursive: true }));
  const store = openSqliteStore(folder);
  await store.putConsultation(definition());
  await store.putConsultation(definition({ id: 'autre' }));
  const secrets = [await store.pageSecret('bp-2026'), await store.pageSecret('autre')];
  assert.equal(new Set(secrets).size, 2);
  assert.ok(secrets.every((secret) => Buffer.from(secret, 'base64').length === 32));
  assert.equal(await store.pageSecret('bp-2026'), secrets[0]);
  await store.close();

  const db = new DatabaseSync(join(folder, 'parvis.db'));
  db.exec("DELETE FROM salts WHERE purpose = 'pages' AND consultation_id = 'bp-2026'");
  db.close();
  const reopened = async () => {
    const again = openSqliteStore(folder);
    const secret = await again.pageSecret('bp-2026');
    await again.close();
    return secret;
  };
  const drawn = await reopened();
  assert.notEqual(drawn, secrets[0]);
  assert.equal(await reopened(), drawn);
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { launchChromium } from '../support/chromium.ts';
import { root } from '../support/machine.ts';
import { startServer } from '../support/server.ts';
import { tempDir } from '../support/temp.ts';

it('an organiser tries a consultation file in a page, without a server behind it', async () => {
  await using folder = await tempDir();
  // The server only serves files here: no consultation is opened on it.
  await using server = await startServer({
    data: folder.path,
    args: ['--site', `/essais=${join(root, 'test', 'pages')}`, '--site', `/tenants=${join(root, 'examples', 'tenants')}`],
  });
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}/essais/demo.html`);
  await page.getByRole('button', { name: 'Poser une question' }).click();
  await page.getByLabel('Votre question').fill('Où seront rangées les clés de l’abri ?');
  await page.getByRole('button', { name: 'Envoyer ma question' }).click();
  await page.getByRole('heading', { name: 'Votre question est bien arrivée' }).waitFor();
  assert.deepEqual(asked.filter((path) => path.startsWith('/api/')), []);
});

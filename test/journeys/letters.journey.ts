import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../support/chromium.ts';
import { root } from '../support/machine.ts';
import { tempDir } from '../support/temp.ts';

const run = promisify(execFile);
const cli = join(root, 'packages', 'server', 'src', 'cli', 'main.ts');
const tenants = join(root, 'examples', 'tenants');

it('an organiser makes the letters of the tenants\' poll and prints them: one A4 page for each dwelling and language, nothing cut off, nothing asked of the network', async () => {
  await using folder = await tempDir('parvis-letters');
  const data = join(folder.path, 'data');
  const out = join(folder.path, 'lettres');
  const parvis = (...args: string[]) => run(process.execPath, ['--conditions=parvis-source', cli, ...args, '--data', data]);
  await parvis('open', join(tenants, 'consultation.json'));
  await parvis('codes', '--units', join(tenants, 'logements.csv'), '--page', 'https://www.toits-ardelle.example/peupliers', '--lang', 'fr,en,ar', '--out', out);

  await using browser = await launchChromium();
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const letters = pathToFileURL(join(out, 'lettres.html')).href;
  await page.goto(letters);
  await page.emulateMedia({ media: 'print' });
  const measured = await page.evaluate(() => Array.from(document.querySelectorAll('.letter'), (letter) => {
    const box = letter.getBoundingClientRect();
    const to = letter.querySelector('.to');
    return {
      height: box.height,
      window: to ? to.scrollHeight - to.clientHeight : NaN,
      wide: letter.scrollWidth - letter.clientWidth,
      signs: (letter.querySelector('.signs')?.scrollWidth ?? NaN) - (letter.querySelector('.signs')?.clientWidth ?? NaN),
    };
  }));
  assert.equal(measured.length, 96 * 3);
  // 297 mm at 96 dots an inch, and a dot for rounding.
  for (const { height, ...tooMuch } of measured) assert.deepEqual([height < (297 / 25.4) * 96 + 1, tooMuch], [true, { window: 0, wide: 0, signs: 0 }]);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 96 * 3);
  assert.deepEqual(asked, [letters]);
});

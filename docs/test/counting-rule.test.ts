import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CountingDefinition, parse } from '../../packages/contract/src/index.ts';
import { runCount } from '../../packages/server/src/count/command.ts';
import { rulesTable } from '../read-off/four-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const real = process.env['PARVIS_REAL_DATA'];
const skip = real ? false : 'PARVIS_REAL_DATA is not set: it names the folder with pabulib/France_Toulouse_2019.pb';
const toulouse = join(real ?? '', 'pabulib', 'France_Toulouse_2019.pb');

/** What the commands of a part of the page print. @param files where the files they name are */
async function printed(part: string, files: (name: string) => string): Promise<string> {
  const commands = Array.from(part.matchAll(/^npm run -s parvis -- count (\S+) (.+)$/gm), ([, file = '', options = '']) => [files(file), ...options.split(' ')]);
  assert.equal(commands.length, 4, 'four rules are shown');
  let out = '';
  for (const argv of commands) {
    assert.equal(await runCount(argv, { stdout: { write: (text: string) => { out += text; return true; } }, stderr: { write: () => true } } as never), 0, argv.join(' '));
  }
  return out.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** Amounts with cents, as the command writes them. */
const amounts = (part: string): string[] =>
  Array.from(part.replaceAll(/[\u00a0\u202f]/g, ' ').matchAll(/(\d[\d ]*)[.,](\d\d) €/g), ([, whole, cents]) => `${whole},${cents} €`);

for (const lang of ['fr', 'en'] as const) {
  describe(`The page about counting rules (${lang})`, () => {
    const page = readFileSync(join(root, 'docs', lang, 'organiser', 'counting-rule.md'), 'utf8');
    const [, , merlaval = '', city = '', settings = ''] = page.split(/^## /m);

    it('every amount to the cent is what the commands on the page print', async () => {
      const out = await printed(merlaval, (name) => join(root, name));
      assert.ok(amounts(merlaval).length >= 4);
      assert.deepEqual(amounts(merlaval).filter((amount) => !out.includes(amount)), []);
    });

    it('the same for the real election', { skip }, async () => {
      const out = await printed(city, () => toulouse);
      assert.ok(amounts(city).length >= 3);
      assert.deepEqual(amounts(city).filter((amount) => !out.includes(amount)), []);
    });

    it('the table of the real election is what its votes give', { skip }, async () => {
      const table = /<!-- toulouse -->\n(.*?)\n<!-- \/toulouse -->/s.exec(page)?.[1];
      assert.equal(table, await rulesTable(toulouse, { lang, onlyDifferences: true }));
    });

    it('every rule to write down is one that a consultation file may have', () => {
      const written = Array.from(settings.matchAll(/```json\n(.*?)\n```/gs), ([, text = '']) => parse(CountingDefinition, JSON.parse(text)));
      assert.equal(written.length, 4);
      assert.ok(written.every(({ ok }) => ok));
    });
  });
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const page = await readFile(join(here, '..', '..', 'docs', 'en', 'adapters', 'writing-an-adapter.md'), 'utf8');
const read = (name: string) => readFile(join(here, name), 'utf8');

/** The files the page shows whole: a line with the name, then the code. */
const shown = new Map([...page.matchAll(/^`([\w.-]+\.ts)`\n\n```ts\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [name, code]));

/** The lines the page says to add, as `import` and as a member of the backend. */
const added = (group: string) => [`import { ${group}Group } from './${group}.ts';`, `    ${group}: ${group}Group(town, all),`];

describe('the page "Writing an adapter"', () => {
  for (const name of ['json-file.ts', 'faq.ts', 'votes.ts']) {
    it(`shows ${name} as it is`, async () => assert.equal(shown.get(name), await read(name)));
  }

  it('leads from the first adapter.ts to the finished one by the lines it names', async () => {
    const lines = [...added('faq'), ...added('votes')];
    for (const line of lines) assert.ok(page.includes(`\n${line}\n`), line);
    const finished = (await read('adapter.ts')).split('\n').filter((line) => !lines.includes(line)).join('\n');
    assert.equal(finished.replace("groups: ['consultations', 'faq', 'votes']", "groups: ['consultations']"), shown.get('adapter.ts'));
  });

  it('typed in up to step 2, runs and gives the grade the page promises', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-page-'));
    t.after(() => rm(folder, { recursive: true }));
    // As `pnpm install` would leave a folder of the workspace.
    await symlink(join(here, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    for (const name of ['adapter.ts', 'try.ts']) await writeFile(join(folder, name), shown.get(name) ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=parvis-source', join(folder, 'try.ts')]);
    const promised = /^Grade: .*$/m.exec(page)?.[0];
    assert.equal(stdout.split('\n')[0], promised);
  });

  it('names only checks and messages the kit has', async () => {
    const kit = join(here, '..', '..', 'packages', 'conformance', 'src');
    const sources = await Promise.all(['subject.ts', 'expect.ts', 'checks/votes-cast.ts', 'checks/votes-closing.ts', 'checks/proposals.ts', 'checks/every-verb.ts'].map((f) => readFile(join(kit, f), 'utf8')));
    const table = page.slice(page.indexOf('## When a check fails'), page.indexOf('## What this example'));
    for (const words of ['rejected with something that is not a ParvisError', 'does not fit the contract', 'takes one of fifty votes that one device sends at once', 'neither repeats nor skips while proposals are added', 'the votes are exported in the order they were cast']) {
      assert.ok(table.includes(words) && sources.some((source) => source.includes(words)), words);
    }
  });
});

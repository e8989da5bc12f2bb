import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { runImport } from './command.ts';

/** A folder with `pabulib/*.pb`, `synthetic/*.pb` and `content/*.csv`: real elections and lists are not part of the project. */
const real = process.env['PARVIS_REAL_DATA'];
const skip = real ? false : 'PARVIS_REAL_DATA is not set: it names the folder of real elections and lists';

const files = (folder: string, end: string) => {
  const path = join(real ?? '', folder);
  return real && existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(end)).map((name) => join(path, name)) : [];
};

describe('real files', { skip }, () => {
  let data = '';
  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'parvis-real-'));
  });
  after(() => rm(data, { recursive: true, force: true }));

  async function run(file: string, ...options: string[]) {
    let out = '';
    const code = await runImport([file, '--data', data, '--json', ...options], { stdout: { write: (text) => { out += text; } }, stderr: { write: () => {} } }, (folder = data) => openSqliteStore(folder));
    return { code, result: JSON.parse(out) };
  }

  for (const file of [...files('pabulib', '.pb'), ...files('synthetic', '.pb')]) {
    it(`${basename(file)} comes in whole, with every vote, and its totals are the city's`, async () => {
      const { code, result } = await run(file, '--with-votes');
      assert.equal(code, 0, JSON.stringify(result));
      const text = await readFile(file, 'utf8');
      const announced = (key: string) => Number(new RegExp(`^${key};(\\d+)`, 'm').exec(text)?.[1]);
      assert.deepEqual([result.found.options, result.found.votes], [announced('num_projects'), announced('num_votes')]);
      assert.equal(result.badCount, 0);
      const codes: string[] = result.notes.map((note: { code: string }) => note.code);
      // The city counted zero points as voters; here they are no support.
      assert.equal(codes.includes('votes-differ'), codes.includes('zero-points'), codes.join());
      const store = openSqliteStore(data);
      try {
        const tally = await store.tally(result.consultation, result.ballot);
        const voters = tally.filter(({ kind }) => kind === 'voters').reduce((sum, { amount }) => sum + amount, 0);
        assert.equal(voters, announced('num_votes'));
      } finally {
        await store.close();
      }
    });
  }

  it('the list of proposals comes in whole', { skip: files('content', '.csv').length === 0 && 'no lists there' }, async () => {
    const file = files('content', '.csv').find((name) => name.includes('toulouse'));
    assert.ok(file, 'a list of proposals of Toulouse');
    const { code, result } = await run(file);
    assert.equal(code, 0);
    assert.deepEqual([result.found, result.badCount], [{ proposals: 412 }, 0]);
  });

  it('the list of decided projects comes in but for the five rows without a title', { skip: files('content', '.csv').length === 0 && 'no lists there' }, async () => {
    const file = files('content', '.csv').find((name) => name.includes('paris'));
    assert.ok(file, 'a list of decided projects of Paris');
    const refused = await run(file);
    assert.equal(refused.code, 1);
    assert.deepEqual(refused.result.bad.map(({ code }: { code: string }) => code), Array(5).fill('title-missing'));
    const { code, result } = await run(file, '--skip-bad');
    assert.equal(code, 0);
    assert.deepEqual(result.found, { feedback: 1209 });
    const backwards = result.notes.find((note: { code: string }) => note.code === 'dates-backwards');
    assert.equal(backwards?.count, 94);
  });
});

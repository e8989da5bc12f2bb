import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { fetchBallot, writeConsultation } from '../load/consultation.ts';
import { root } from '../support/machine.ts';
import { startServer } from '../support/server.ts';
import { readStore } from '../support/store.ts';
import { tempDir, type TempDir } from '../support/temp.ts';
import { forEach, isKnown, send, voteUntil } from './voters.ts';

const args = async (folder: TempDir) => ['--no-rate-limit', '--open', await writeConsultation(folder.path)];

describe('A server that is asked to stop', { timeout: 60_000 }, () => {
  it('answers those who were waiting, leaves one tidy file, and goes on where it was', async () => {
    await using folder = await tempDir('parvis-stop');
    const data = join(folder.path, 'data');
    const first = await startServer({ data, args: await args(folder) });
    const stop = new AbortController();
    const { rulesHash } = await fetchBallot(first.url);
    const voting = voteUntil(first.url, { rulesHash, people: 16, stop: stop.signal });
    await pause(400);
    assert.equal(await first.stop(), 0);
    stop.abort();
    const attempts = await voting;
    assert.equal(existsSync(join(data, 'parvis.db-wal')), false, 'the log is left');
    assert.equal(first.output().match(/error/i), null, first.output());

    await using second = await startServer({ data, port: first.port, args: ['--no-rate-limit'] });
    const store = readStore(join(data, 'parvis.db'));
    const kept = store.voters('load', 'vote');
    await forEach(attempts, 16, async (attempt) => assert.equal(await send(second.url, attempt), 200));
    await forEach(attempts, 16, async ({ receipt = '' }) => assert.ok(await isKnown(second.url, receipt)));
    assert.equal(store.voters('load', 'vote'), attempts.length);
    assert.ok(kept > 0 && kept <= attempts.length);
  });
});

describe('A server that cannot start says why in one sentence', { timeout: 60_000 }, () => {
  const refusal = async (data: string, more: string[] = [], port?: number): Promise<string> => {
    const failure: unknown = await startServer({ data, args: more, ...(port !== undefined && { port }) }).then(
      async (server) => void (await server.kill()), (error: unknown) => error);
    assert.ok(failure instanceof Error, 'it started');
    const [, ...said] = failure.message.trim().split('\n');
    assert.equal(said.length, 1, failure.message);
    return said[0] ?? '';
  };

  it('when another one works on the same data', async () => {
    await using folder = await tempDir('parvis-two');
    const data = join(folder.path, 'data');
    await using _ = await startServer({ data });
    assert.match(await refusal(data), /^Un autre Parvis utilise déjà le dossier .*data\. Arrêtez-le, ou choisissez un autre dossier avec --data\.$/);
  });

  it('when the port is taken, with one that may be free', async () => {
    await using folder = await tempDir('parvis-port');
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      const cli = join(root, 'packages', 'server', 'src', 'cli', 'main.ts');
      const child = spawn(process.execPath, ['--conditions=parvis-source', cli, 'serve', '--data', folder.path, '--port', String(port)]);
      const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
      assert.equal(said.trim(), `Le port ${port} est déjà pris. Essayez : npm start -- --port ${port + 1}`);
      assert.equal(status, 1);
    } finally {
      other.close();
    }
  });

  it('when the data folder is a file, or not a database of Parvis', async () => {
    await using folder = await tempDir('parvis-data');
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    assert.match(await refusal(file), /file n’est pas un dossier\. Choisissez-en un avec --data\.$/);
    const strange = join(folder.path, 'strange');
    mkdirSync(strange);
    writeFileSync(join(strange, 'parvis.db'), 'this is not a database, although it has enough bytes to look like one'.repeat(20));
    assert.match(await refusal(strange), /sont abîmées, ou ne viennent pas de Parvis/);
  });

  it('when an option is misspelt or a value is missing', async () => {
    await using folder = await tempDir('parvis-options');
    assert.match(await refusal(folder.path, ['--alow', 'x']), /^L’option --alow n’existe pas\. Voyez : parvis serve --help$/);
    assert.match(await refusal(folder.path, ['--allow', 'ville.example']), /^--allow attend l’adresse d’un site, comme https:\/\/www\.ville\.example, pas « ville\.example »\.$/);
    assert.match(await refusal(folder.path, ['--site', '/api=.']), /^\/api sert déjà à Parvis/);
  });
});

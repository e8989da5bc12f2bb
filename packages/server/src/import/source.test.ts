import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ImportError } from './errors.ts';
import { openSource, type Source } from './source.ts';
import { Progress } from './progress.ts';

describe('reading a file', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-source-'));
  });
  after(() => rm(folder, { recursive: true }));

  const open = async (bytes: string | Uint8Array) => {
    const path = join(folder, 'file.csv');
    await writeFile(path, bytes);
    return openSource(path);
  };
  const readAll = async (source: Source) => {
    let text = '';
    for await (const chunk of source.chunks()) text += chunk;
    return text;
  };
  const textOf = async (bytes: string | Uint8Array) => readAll(await open(bytes));

  it('understands UTF-8, the old encoding of Excel, and UTF-16 with its mark', async () => {
    assert.equal(await textOf('Éco-mobilité € 🌳'), 'Éco-mobilité € 🌳');
    assert.equal(await textOf(Uint8Array.from([0xc9, 0x63, 0x6f, 0x20, 0x80])), 'Éco €');
    assert.equal(await textOf(Buffer.from('\uFEFFÉté', 'utf16le')), 'Été');
    assert.deepEqual([(await open('é')).encoding, (await open(Uint8Array.of(0xe9))).encoding], ['utf-8', 'windows-1252']);
  });

  it('finds the line where two encodings are mixed', async () => {
    const mixed = Buffer.concat([Buffer.from('été\nété\nno'), Buffer.of(0xe9), Buffer.from('l\n')]);
    await assert.rejects(open(mixed), (error) => error instanceof ImportError && error.line === 3 && /mêle/.test(error.message));
  });

  it('takes no half character at the end for UTF-8', async () => {
    assert.equal((await open(Uint8Array.of(0x61, 0xc3))).encoding, 'windows-1252');
  });

  it('says when the file changes between two readings', async () => {
    const source = await open('a\nb\n');
    await writeFile(source.path, 'a\nb\nc\n');
    await assert.rejects(readAll(source), (error) => error instanceof ImportError && /a changé/.test(error.message));
  });
});

describe('progress of a long import', () => {
  const told = (isTTY: boolean, times: readonly (readonly [number, number])[]) => {
    let out = '';
    let time = 0;
    const progress = new Progress({ write: (text) => { out += text; }, isTTY }, () => time);
    for (const [at, part] of times) {
      time = at * 1_000;
      progress.tell('Lecture', part);
    }
    progress.end();
    return out;
  };

  it('is silent when it takes less than five seconds', () => {
    assert.equal(told(false, [[1, 0.2], [4, 0.9]]), '');
  });

  it('writes a line every five seconds and ten per cent where there is no terminal', () => {
    assert.equal(told(false, [[6, 0.2], [7, 0.4], [12, 0.25], [18, 0.5], [30, 0.9]]), 'Lecture : 20 %\nLecture : 50 %\nLecture : 90 %\n');
  });

  it('keeps to one line on a terminal and cleans it', () => {
    const out = told(true, [[6, 0.2], [6.5, 0.3], [8, 0.4]]);
    assert.deepEqual(out.split('\r\u001B[K'), ['', 'Lecture : 20 %', 'Lecture : 40 %', '']);
  });
});

import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tempDir } from '../support/temp.ts';
import { write, writeLarge } from './made-election.ts';
import { decimal, whole, type Row } from './table.ts';

interface Counted {
  reading: number;
  counts: { rule: string; ms: number; winners: number }[];
  memory: number;
}

const program = fileURLToPath(new URL('count-one.program.ts', import.meta.url));
const run = promisify(execFile);
const megabytes = (bytes: number) => `${whole(bytes / 1e6)} MB`;
const seconds = (ms: number) => `${decimal(ms / 1000, 2)} s`;
const mostMemory = 400e6;
const mostMs = 5_000;
const hugeBytes = 200e6;

/** In a process of its own, so that its memory is its own. */
async function countFile(path: string, rule = ''): Promise<Counted> {
  const { stdout } = await run(process.execPath, ['--conditions=parvis-source', program, path, rule]);
  return JSON.parse(stdout) as Counted;
}

/** Reading and counting, in elections that are made here and, where PARVIS_REAL_DATA names a folder with `pabulib/*.pb`, in real ones. */
export async function counting(): Promise<Row[]> {
  await using folder = await tempDir('parvis-count');
  const large = join(folder.path, 'large.pb');
  await write(large, { projects: 220, votes: 108_000, most: 10, budget: 30_000_000 });
  const greedy = await countFile(large, 'greedy');
  const [{ ms: greedyMs }] = greedy.counts as [Counted['counts'][0]];
  const raises = join(folder.path, 'raises.pb');
  await write(raises, { projects: 200, votes: 4_500, most: 3, budget: 8_000_000 });
  const huge = join(folder.path, 'huge.pb');
  await writeLarge(huge, hugeBytes);
  const memory = await countFile(huge, 'greedy');
  return [
    { what: '108 000 votes, 220 options, greedy: count (and read)', measured: `${seconds(greedyMs)} (${seconds(greedy.reading)})`, budget: '< 1 s', beyond: greedyMs >= 1_000 },
    rowOf('4 500 votes, 200 options, slowest rule with reading', await countFile(raises)),
    { what: '200 MB file read and counted: time, most memory', measured: `${seconds(memory.reading)}, ${megabytes(memory.memory)}`, budget: '< 3 × the file', beyond: memory.memory >= 3 * hugeBytes },
    ...(await real()),
  ];
}

async function real(): Promise<Row[]> {
  const folder = join(process.env['PARVIS_REAL_DATA'] ?? '', 'pabulib');
  if (!process.env['PARVIS_REAL_DATA'] || !existsSync(folder)) {
    return [{ what: 'real elections', measured: 'not measured: PARVIS_REAL_DATA does not name a folder with pabulib/*.pb' }];
  }
  const rows: Row[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.pb'))) {
    rows.push(rowOf(`${basename(name, '.pb')}, slowest rule with reading`, await countFile(join(folder, name))));
  }
  return rows;
}

function rowOf(what: string, { reading, counts, memory }: Counted): Row {
  const slowest = counts.reduce((a, b) => (a.ms >= b.ms ? a : b));
  const ms = reading + slowest.ms;
  return {
    what,
    measured: `${seconds(ms)} (${slowest.rule}), ${megabytes(memory)}`,
    budget: `< ${mostMs / 1000} s, < ${megabytes(mostMemory)}`,
    beyond: ms >= mostMs || memory >= mostMemory,
  };
}

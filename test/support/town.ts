import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './machine.ts';
import { startServer, type RunningServer, type StartOptions } from './server.ts';
import { readStore, type StoreReader } from './store.ts';
import { tempDir } from './temp.ts';

const run = promisify(execFile);
const CLI = join(root, 'packages', 'server', 'src', 'cli', 'main.ts');
const EXAMPLES = ['town-site', 'tenants'] as const;
const HOUR = 3_600_000;

/** The consultation that the town's page shows. */
export const consultation = 'bp-2026';

export interface Town extends AsyncDisposable {
  /** Address of the server, without a slash at the end. */
  url: string;
  port: number;
  /** What the server has written to disk, read from outside. */
  store: StoreReader;
  /** Ends the server as an administrator would. What it holds stays. */
  stop(): Promise<void>;
  /** Starts it again at the same address, on the same data. */
  restart(): Promise<void>;
  /** Closes voting and proposing, as the organiser does: the same file with an earlier end, opened once more. */
  close(): Promise<void>;
  /** Makes the letters of the tenants' poll. @returns the addresses in their squares; `replace` makes another letter for a code and stops it */
  letters(): Promise<{ links: string[]; replace(code: string): Promise<void> }>;
  /** Runs `parvis export` as JSON. @returns the rows of a table, such as `vote-resultats`. */
  exported(table: string): Promise<Record<string, unknown>[]>;
}

/** The reference server with the town's site and the tenants' site, on empty data. Everything is open until 12 hours from now. */
export async function startTown({ args = [], env = {} }: Pick<StartOptions, 'args' | 'env'> = {}): Promise<Town> {
  const folder = await tempDir('parvis-town');
  const data = join(folder.path, 'data');
  const files = await Promise.all(EXAMPLES.map((name) => copyWithDates(name, folder.path, 12 * HOUR)));
  const options: StartOptions = {
    data, env,
    args: [...files.flatMap((file) => ['--open', file]), ...EXAMPLES.map((name) => `--site=/${name}=${join(root, 'examples', name)}`), ...args],
  };
  let server: RunningServer = await startServer(options);
  const { url, port } = server;
  return {
    url, port,
    store: readStore(join(data, 'parvis.db')),
    stop: async () => void (await server.stop()),
    restart: async () => {
      server = await startServer({ ...options, port });
    },
    close: async () => {
      const file = await copyWithDates('town-site', folder.path, -1000);
      await parvis('open', file, '--data', data);
    },
    letters: async () => {
      const out = join(folder.path, 'letters');
      const common = ['--page', `${url}/tenants/`, '--data', data];
      await parvis('codes', '--units', join(root, 'examples', 'tenants', 'logements.csv'), '--out', out, ...common);
      const list = await readFile(join(out, 'codes.csv'), 'utf8');
      const replace = async (code: string) => void (await parvis('codes', 'replace', code, '--list', join(out, 'codes.csv'), '--reason', 'lettre perdue', '--out', `${out}-2`, ...common));
      return { links: list.match(/http\S+#code=\w+/g) ?? [], replace };
    },
    exported: async (table) => {
      const out = join(folder.path, 'export');
      await parvis('export', '--consultation', consultation, '--data', data, '--format', 'json', '--out', out);
      return JSON.parse(await readFile(join(out, `${table}.json`), 'utf8'));
    },
    [Symbol.asyncDispose]: async () => {
      await server.kill();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const parvis = (...args: string[]) => run(process.execPath, ['--conditions=parvis-source', CLI, ...args]);

/** The example's file with every opening an hour ago and every end `endsIn` milliseconds from now: tests must not expire with its dates. */
async function copyWithDates(example: string, folder: string, endsIn: number): Promise<string> {
  const text = await readFile(join(root, 'examples', example, 'consultation.json'), 'utf8');
  const dates: Record<string, string> = {
    opensAt: new Date(Date.now() - HOUR).toISOString(),
    closesAt: new Date(Date.now() + endsIn).toISOString(),
  };
  const moved = JSON.parse(text, (name, value) => dates[name] ?? value);
  const file = join(folder, `${example}.json`);
  await writeFile(file, JSON.stringify(moved));
  return file;
}

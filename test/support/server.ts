import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './machine.ts';
import { freePort, waitForPort } from './ports.ts';

const CLI = join(root, 'packages', 'server', 'src', 'cli', 'main.ts');
const START_MS = 20_000;
const STOP_MS = 10_000;

export interface StartOptions {
  /** Folder that holds the server's data. */
  data: string;
  /** More arguments of `parvis serve`, like `--demo`. */
  args?: readonly string[];
  /** More environment variables. */
  env?: Record<string, string>;
  /** Port to listen on; a free one when absent. Give the old one to restart at the same address. */
  port?: number;
}

export interface RunningServer extends AsyncDisposable {
  /** Like `http://127.0.0.1:41234`, without a slash at the end. */
  url: string;
  port: number;
  pid: number;
  /** Everything it wrote so far, stdout and stderr together. */
  output(): string;
  /** Asks it to stop and waits. @returns its exit code. @throws when it does not stop in time (it is then killed). */
  stop(): Promise<number>;
  /** SIGKILL: the process is gone when this returns, nothing is flushed. */
  kill(): Promise<void>;
}

/**
 * Starts the reference server as its own process and waits until it listens. Stop it with `stop`, `kill` or `await using`.
 * @throws with what it wrote when it ends before it listens
 */
export async function startServer({ data, args = [], env = {}, port }: StartOptions): Promise<RunningServer> {
  const chosen = port ?? (await freePort());
  const command = ['--conditions=parvis-source', CLI, 'serve', '--data', data, '--port', String(chosen), ...args];
  const child = spawn(process.execPath, command, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  child.stdout.on('data', (chunk) => (written += chunk));
  child.stderr.on('data', (chunk) => (written += chunk));
  const endWithParent = () => child.kill('SIGKILL');
  process.once('exit', endWithParent);
  const ended = once(child, 'exit').then(() => process.off('exit', endWithParent));

  const server: RunningServer = {
    url: `http://127.0.0.1:${chosen}`,
    port: chosen,
    pid: child.pid ?? -1,
    output: () => written,
    stop: () => stop(child, ended, () => written),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    [Symbol.asyncDispose]: () => server.kill(),
  };
  try {
    await waitForPort(chosen, START_MS, () => (hasEnded(child) ? `the server ended before it listened:\n${written}` : undefined));
  } catch (error) {
    await server.kill();
    throw error;
  }
  return server;
}

async function stop(child: ChildProcess, ended: Promise<unknown>, output: () => string): Promise<number> {
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, STOP_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(limit);
  if (late) throw new Error(`the server did not stop within ${STOP_MS} ms:\n${output()}`);
  return child.exitCode ?? 1;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

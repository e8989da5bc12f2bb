import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { root } from '../support/machine.ts';

const POLITE_MS = 5_000;
const running = new Set<ChildProcess>();

export interface ChildResult {
  code: number;
  timedOut: boolean;
}

export interface ChildOptions {
  timeoutMs: number;
  env?: Record<string, string>;
  /** What to show instead of a line of its output; undefined for nothing. Without it, the output is shown as it is. */
  rewrite?: (line: string) => string | undefined;
}

/**
 * Runs one program of a stage in a process group of its own, showing what it writes. After `timeoutMs` the group is stopped,
 * so that a hanging browser ends as a failure.
 */
export async function runChild(
  file: string,
  args: readonly string[],
  { timeoutMs, env = {}, rewrite }: ChildOptions,
): Promise<ChildResult> {
  // Set inside a test of Node: it would keep a stage started by a test from running anything.
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  const child = spawn(file, args, {
    cwd: root,
    detached: true,
    env: { ...inherited, ...env },
    stdio: ['ignore', rewrite ? 'pipe' : 'inherit', 'inherit'],
  });
  running.add(child);
  const shown = rewrite && child.stdout ? show(child.stdout, rewrite) : undefined;
  let timedOut = false;
  let force: NodeJS.Timeout | undefined;
  const limit = setTimeout(() => {
    timedOut = true;
    signalGroup(child, 'SIGTERM');
    force = setTimeout(() => signalGroup(child, 'SIGKILL'), POLITE_MS);
  }, timeoutMs);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      console.log(`  ${file} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(limit);
  clearTimeout(force);
  signalGroup(child, 'SIGKILL');
  running.delete(child);
  await shown;
  return { code, timedOut };
}

async function show(output: Readable, rewrite: (line: string) => string | undefined): Promise<void> {
  const lines = createInterface({ input: output });
  lines.on('line', (line) => {
    const text = rewrite(line);
    if (text !== undefined) console.log(text);
  });
  await once(lines, 'close');
}

/** Stops every running child when the whole run is stopped. */
export function stopChildrenOnSignals(): void {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.on(signal, () => {
      for (const child of running) signalGroup(child, 'SIGTERM');
      // Browsers are closed by their launcher, which needs a moment.
      setTimeout(() => process.exit(code), running.size > 0 ? 1_500 : 0);
    });
  }
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended.
  }
}

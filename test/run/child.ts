import { spawn, type ChildProcess } from 'node:child_process';
import { root } from '../support/machine.ts';

const POLITE_MS = 5_000;
const running = new Set<ChildProcess>();

export interface ChildResult {
  code: number;
  timedOut: boolean;
}

/**
 * Runs one program of a stage in a process group of its own, showing what it writes. After `timeoutMs` the group is stopped,
 * so that a hanging browser ends as a failure.
 */
export async function runChild(
  file: string,
  args: readonly string[],
  { timeoutMs, env = {} }: { timeoutMs: number; env?: Record<string, string> },
): Promise<ChildResult> {
  const child = spawn(file, args, {
    cwd: root,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
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
  return { code, timedOut };
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

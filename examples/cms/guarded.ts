import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that never outlives this process, however this process ends. */
export interface Guarded {
  /** Everything it wrote so far, stdout and stderr together. */
  output(): string;
  /** A sentence once it has ended by itself; undefined while it runs. */
  ended(): string | undefined;
  /** Ends it and all it started, at once, and waits until they are gone. */
  stop(): Promise<void>;
}

// The shell reads from a pipe that only this process holds: when it closes, even by SIGKILL, the whole group goes.
const GUARD = '( "$@"; kill $$ ) & read -r _; kill -KILL 0';

const PATIENCE_MS = 10_000;

/** Also when the shell itself is gone: the rest of its group may be there. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Starts a program in a process group of its own, so that Ctrl-C reaches this process first. */
export function guarded(file: string, args: readonly string[], env: Record<string, string> = {}): Guarded {
  const child = spawn('sh', ['-c', GUARD, 'sh', file, ...args], { detached: true, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  let written = '';
  child.stdout.on('data', (chunk) => (written += chunk));
  child.stderr.on('data', (chunk) => (written += chunk));
  child.stdin.on('error', () => {});
  let over = false;
  child.once('exit', () => (over = true));
  const closed = once(child, 'close');
  return {
    output: () => written,
    ended: () => (over ? `${file} ended:\n${written.slice(-4000)}` : undefined),
    stop: async () => {
      killGroup(child.pid);
      // What it started may have gone its own way with the pipes in hand.
      await Promise.race([closed, pause(PATIENCE_MS, undefined, { ref: false })]);
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'contract.php');

/** Asks a function of the plugin's `backend/contract/` many times in one process. @returns its answers, in order */
export function askPhp<T>(name: string, calls: readonly (readonly unknown[])[]): T[] {
  const { stdout, stderr, status } = spawnSync('php', ['-d', 'display_errors=stderr', script], {
    input: JSON.stringify(calls.map((args) => [name, args])), encoding: 'utf8', maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`PHP failed: ${stderr.slice(0, 2_000)}`);
  return JSON.parse(stdout) as T[];
}

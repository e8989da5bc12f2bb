import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { requireProgram } from '../support/machine.ts';
import { freePort, waitForPort } from '../support/ports.ts';

export interface WebkitDriver extends AsyncDisposable {
  /** Where the driver listens on this machine. */
  port: number;
}

/** Starts WebKit's driver on a screen that exists in memory only: its browser has no headless mode. */
export async function startWebkitDriver(): Promise<WebkitDriver> {
  const children: ChildProcess[] = [];
  const killAll = () => children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', killAll);
  const driver = {
    port: await freePort(),
    [Symbol.asyncDispose]: async () => {
      killAll();
      process.off('exit', killAll);
    },
  };
  try {
    const screen = spawn(requireProgram('xvfb'), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(screen);
    const display = `:${await readNumber(screen)}`;
    const service = spawn(requireProgram('webkitDriver'), ['--host=127.0.0.1', `--port=${driver.port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    });
    children.push(service);
    await waitForPort(driver.port, 10_000, () => (service.exitCode === null ? undefined : 'the WebKit driver ended at once'));
  } catch (error) {
    await driver[Symbol.asyncDispose]();
    throw error;
  }
  return driver;
}

/** Xvfb writes the number of the display it chose, once it is ready. */
async function readNumber(screen: ChildProcess): Promise<number> {
  const pipe = screen.stdio[3] as Readable;
  const [first] = await Promise.race([
    once(pipe, 'data', { signal: AbortSignal.timeout(10_000) }),
    once(screen, 'exit').then(() => {
      throw new Error('the screen in memory (Xvfb) ended at once');
    }),
  ]);
  return Number.parseInt(String(first), 10);
}

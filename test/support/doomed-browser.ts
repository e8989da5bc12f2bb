import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright-core';
import { chromiumArgs } from './chromium.ts';
import { requireProgram } from './machine.ts';

export interface DoomedBrowser extends AsyncDisposable {
  page: Page;
  /** SIGKILL to every process of it, as when a phone runs out of memory: nothing more is written. */
  kill(): Promise<void>;
}

/** A Chromium on a profile folder that stays, to be killed and opened again. */
export async function doomedBrowser(profile: string): Promise<DoomedBrowser> {
  // In a process group of its own, so that its helpers die with it.
  const child = spawn(
    requireProgram('chromium'),
    [...chromiumArgs(), '--headless=new', '--remote-debugging-port=0', '--no-default-browser-check', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const killGroup = () => {
    if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', killGroup);
  const ended = once(child, 'exit').then(() => process.off('exit', killGroup));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const [, found] = /DevTools listening on (\S+)/.exec(said) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`Chromium ended before it listened:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  context.setDefaultTimeout(20_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const kill = async () => {
    killGroup();
    await ended;
    await browser.close().catch(() => undefined);
  };
  return { page, kill, [Symbol.asyncDispose]: kill };
}

import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { isRoot, requireProgram } from './machine.ts';

/** Quiet Chromium: nothing but the page under test goes over the network. */
export function chromiumArgs(): string[] {
  // The sandbox does not start for root, nor without its helper program where user namespaces are forbidden.
  const sandbox = !isRoot() && existsSync('/usr/lib/chromium/chrome-sandbox');
  return [
    ...(sandbox ? [] : ['--no-sandbox']),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // /dev/shm is 64 MB in most containers: a page that outgrows it crashes.
    '--disable-dev-shm-usage',
  ];
}

/** The system's Chromium, headless, with an empty profile. Close it, or use `await using`. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: requireProgram('chromium'),
    headless: true,
    timeout: 30_000,
    ...options,
    args: [...chromiumArgs(), ...(options.args ?? [])],
  });
}

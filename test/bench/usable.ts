import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import { tempDir } from '../support/temp.ts';
import { ballotPages, consultationFile } from './plain-form.ts';
import { decimal, median, whole, type Row } from './table.ts';

/** An old phone on a slow network. */
const kilobitsPerSecond = 400;
const latencyMs = 400;
const timesSlower = 4;
const runs = 3;
const tooLongMs = 60_000;

interface Load {
  /** Milliseconds from the start of the navigation until a first choice can be made. */
  usable: number;
  /** Requests sent until then, the page's own among them. */
  requests: number;
  /** Sum of layout shifts (Layout Instability API), until two seconds later. */
  shift: number;
  /** The longest task of the main thread, in milliseconds; 0 when none lasted over 50. */
  longestTask: number;
}

/** How fast a ballot can be used through the widget, beside a plain form of the same ballot from the same server. */
export async function usable(): Promise<Row[]> {
  await using folder = await tempDir('parvis-bench');
  const site = join(folder.path, 'site');
  await mkdir(site);
  for (const [name, html] of Object.entries(await ballotPages())) await writeFile(join(site, `${name}.html`), html);
  await using server = await startServer({ data: join(folder.path, 'data'), args: ['--open', fileURLToPath(consultationFile), '--site', `/bench=${site}`] });
  await using browser = await launchChromium();
  const [plain, widget] = [await typical(browser, `${server.url}/bench/plain.html`), await typical(browser, `${server.url}/bench/widget.html`)];
  const ratio = widget.usable / plain.usable;
  const how = `${kilobitsPerSecond} kbit/s, ${latencyMs} ms, CPU ×${timesSlower}`;
  return [
    { what: 'requests until the ballot can be used', measured: whole(widget.requests), budget: '≤ 3', beyond: widget.requests > 3 },
    {
      what: `time until then beside a plain form (${how})`, budget: '≤ 2.2 ×', beyond: ratio > 2.2,
      measured: `${decimal(ratio, 2)} × (${whole(widget.usable)} ms / ${whole(plain.usable)} ms)`,
    },
    { what: 'layout shift', measured: decimal(widget.shift, 3), budget: '0', beyond: widget.shift > 0 },
    { what: `longest task over 50 ms (CPU ×${timesSlower})`, measured: widget.longestTask ? `${whole(widget.longestTask)} ms` : 'none', budget: 'none', beyond: widget.longestTask > 0 },
  ];
}

/** Of several loads, each with an empty cache, the one in the middle; of shifts and tasks, the worst. */
async function typical(browser: Browser, url: string): Promise<Load> {
  const loads: Load[] = [];
  for (let run = 0; run < runs; run++) loads.push(await load(browser, url));
  return {
    usable: median(loads.map((l) => l.usable)),
    requests: median(loads.map((l) => l.requests)),
    shift: Math.max(...loads.map((l) => l.shift)),
    longestTask: Math.max(...loads.map((l) => l.longestTask)),
  };
}

async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    const bytesPerSecond = (kilobitsPerSecond * 1000) / 8;
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false, latency: latencyMs, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond,
    });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: timesSlower });
    await page.addInitScript(watch);
    let requests = 0;
    // A browser asks for the icon of a site by itself, whatever the page.
    page.on('request', (request) => void (requests += request.url().endsWith('/favicon.ico') ? 0 : 1));
    await page.goto(url, { waitUntil: 'commit', timeout: tooLongMs });
    await page.waitForFunction(() => (globalThis as unknown as Watched).parvisBench?.usable, undefined, { timeout: tooLongMs, polling: 50 });
    const untilUsable = requests;
    await page.waitForTimeout(2_000);
    return { ...(await page.evaluate(() => (globalThis as unknown as Watched).parvisBench)), requests: untilUsable };
  } finally {
    await context.close();
  }
}

interface Watched {
  parvisBench: Omit<Load, 'requests'>;
}

/** Runs in the page, before anything of its own. */
function watch(): void {
  const seen: Watched['parvisBench'] = { usable: 0, shift: 0, longestTask: 0 };
  (globalThis as unknown as Watched).parvisBench = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === 'longtask') seen.longestTask = Math.max(seen.longestTask, entry.duration);
      else seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ entryTypes: ['longtask', 'layout-shift'] });
  const look = () => {
    const root = document.querySelector('parvis-ballot')?.shadowRoot ?? document;
    const control = root.querySelector('input');
    if (control && !control.disabled && control.getClientRects().length > 0) seen.usable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

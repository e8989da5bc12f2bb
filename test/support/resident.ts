import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody with a device of their own: nothing is kept on it from before. */
export interface Resident extends AsyncDisposable {
  page: Page;
  context: BrowserContext;
  /** What a town must never see: errors on the console, refused by its policy, requests to hosts not its own, cookies. */
  troubles(): Promise<string[]>;
  /** Warnings the browser showed on leaving the page; each was answered with "leave". */
  warnings: number;
  /** Everything on the console, for webmasters. */
  console: string[];
}

export interface ResidentOptions extends BrowserContextOptions {
  /** Hosts besides the page's own that may be asked, like `127.0.0.1:4180`. */
  hosts?: readonly string[];
}

/** Runs in the page before its scripts: collects what its Content-Security-Policy refuses. */
const watchPolicy = () => {
  const page = globalThis as { refused?: string[] };
  page.refused = [];
  addEventListener('securitypolicyviolation', (e) => page.refused?.push(`${e.violatedDirective}: ${e.blockedURI || e.sample}`), true);
};

export async function resident(browser: Browser, { hosts = [], ...options }: ResidentOptions = {}): Promise<Resident> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1024, height: 768 }, ...options });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(watchPolicy);
  const page = await context.newPage();
  const errors: string[] = [];
  const one: Resident = {
    page, context, warnings: 0, console: [],
    troubles: async () => {
      const refused = await page.evaluate(() => (globalThis as { refused?: string[] }).refused ?? []);
      const cookies = await context.cookies();
      return [...errors, ...refused.map((r) => `refused by the policy: ${r}`), ...cookies.map((c) => `cookie ${c.name}`)];
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
  watch(context, hosts, errors, one);
  return one;
}

function watch(context: BrowserContext, hosts: readonly string[], errors: string[], one: Resident): void {
  context.on('console', (message) => {
    one.console.push(message.text());
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => errors.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    const own = new URL(request.frame().url() || request.url()).host;
    if (/^http/.test(protocol) && host !== own && own !== '' && !hosts.includes(host)) errors.push(`request to ${host}`);
  });
  context.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') one.warnings += 1;
    void dialog.accept();
  });
}

/** Waits until every widget on the page has loaded, well or badly. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll('*')].filter((e) => e.localName.startsWith('parvis-'));
    return widgets.length > 0 && widgets.every((e) => e.shadowRoot?.querySelector('.pv-card') && !e.shadowRoot.querySelector('.pv-waiting'));
  });
}

// Widget tests in one engine. `npm test` sets the variables; alone, `wtr --config test/web-test-runner.config.mjs` runs Chromium.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumArgs } from './support/chromium.ts';
import { requireProgram, root } from './support/machine.ts';
import { widgetReporter } from './run/widget-reporter.ts';

const { PARVIS_ENGINE = 'chromium', PARVIS_PORT, PARVIS_FILES, PARVIS_GREP, PARVIS_WEBDRIVER_PORT } = process.env;

const launchers = {
  chromium: () =>
    chromeLauncher({ launchOptions: { executablePath: requireProgram('chromium'), args: chromiumArgs() } }),
  firefox: () =>
    chromeLauncher({ launchOptions: { browser: 'firefox', executablePath: requireProgram('firefox') }, createPage: pageThatTurns }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(PARVIS_WEBDRIVER_PORT),
      path: '/',
      connectionRetryTimeout: 30_000,
      connectionRetryCount: 1,
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: requireProgram('webkitBrowser'), args: ['--automation'] },
      },
    }),
};

/** Firefox ESR sets the size of a page and knows no command for the way it is held, which the launcher sends along. */
async function pageThatTurns({ context }) {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (size) => setViewport(size).catch((error) => {
    if (!/setScreenOrientationOverride/.test(error.message)) throw error;
  });
  return page;
}

export default {
  rootDir: root,
  files: PARVIS_FILES ? JSON.parse(PARVIS_FILES) : ['packages/widgets/src/**/*.browser.test.ts', 'test/browser/**/*.browser.test.ts'],
  browsers: [launchers[PARVIS_ENGINE]()],
  ...(PARVIS_PORT ? { port: Number(PARVIS_PORT) } : {}),
  // Pages in the background get no focus and no animation frames: one page at a time.
  concurrency: 1,
  nodeResolve: { exportConditions: ['parvis-source'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022' })],
  // One file may be a long sweep; a page that hangs ends as a failure after this time.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  staticLogging: true,
  testFramework: { config: { timeout: 60_000, ...(PARVIS_GREP ? { grep: PARVIS_GREP } : {}) } },
  reporters: [widgetReporter()],
};

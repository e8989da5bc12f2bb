import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { bundle, samples, used, write, type App } from '../npm/apps.ts';
import { install, pack, typeErrors } from '../npm/consumer.ts';
import { cast, choose, review } from '../support/acts.ts';
import { inTown, newInTown } from '../support/in-town.ts';
import { root } from '../support/machine.ts';
import { resident, type Resident } from '../support/resident.ts';
import { tempDir, type TempDir } from '../support/temp.ts';

const site = 'https://www.ville.example';
const server = 'https://participer.ville.example';
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

describe('A site made with a bundler, by the samples of the page about frameworks and the packages as npm gets them', () => {
  const place = inTown({ args: ['--allow', site] });
  const added = newInTown(place);
  let project: TempDir;

  before(async () => {
    project = await tempDir('parvis-apps');
    await install(project.path, await pack(join(project.path, 'tarballs')), used);
  });
  after(() => project[Symbol.asyncDispose]());

  /** Somebody on the page of an app, at the addresses of the samples: both hosts are played by this test. */
  async function visitor(app: App, lang = 'fr'): Promise<Resident> {
    const folder = await write(project.path, app, lang);
    await bundle(folder, await samples(app));
    const one = await resident(place.browser, { hosts: ['participer.ville.example'] });
    await serve(one.page, join(folder, 'dist'));
    await one.page.goto(`${site}/`);
    return one;
  }

  async function serve(page: Page, dist: string): Promise<void> {
    await page.route(`${site}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const name = pathname === '/' ? '/index.html' : pathname;
      await route.fulfill({ body: await readFile(join(dist, name)), contentType: types[extname(name)] ?? 'application/json' });
    });
    await page.route(`${server}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `${place.town.url}${pathname}${search}` }) });
    });
  }

  for (const app of ['react', 'vue', 'svelte'] as const) {
    it(`${app}: people vote through the backend object of the page, and its own handler hears of it`, async () => {
      await using one = await visitor(app);
      await one.page.getByRole('heading', { level: 2 }).first().waitFor();
      await choose(one.page, 'Dix bancs');
      await review(one.page);
      await cast(one.page);
      await one.page.locator('#thanks').waitFor();
      assert.match((await one.page.locator('#thanks').textContent()) ?? '', /voté : vote$/);
      assert.equal(added.votes(), 1);
      assert.deepEqual(await one.troubles(), []);
    });
  }

  it('without a framework: an address is enough once the site has said how to reach it, and the page speaks its language', async () => {
    await using one = await visitor('plain', 'en');
    const english = JSON.parse(await readFile(join(root, 'packages', 'widgets', 'languages', 'ballot.en.json'), 'utf8')) as Record<string, string>;
    const press = (key: string) => one.page.getByRole('button', { name: english[key] ?? key, exact: true }).click();
    await choose(one.page, 'Dix bancs');
    await press('review');
    await press('cast');
    await one.page.waitForFunction(() => document.title === 'A voté');
    assert.equal(added.votes(), 1);
    assert.deepEqual(await one.troubles(), []);
  });

  it('a server renders the tag with its link; an object as backend is left out by React and Vue, and not by Svelte', async () => {
    const servers: [App, file: string, code: string][] = [
      ['react', 'server.tsx', `import { renderToString } from 'react-dom/server';\nimport { App } from './App.tsx';\nexport const html = renderToString(<App />);`],
      ['vue', 'server.ts', `import { createSSRApp } from 'vue';\nimport { renderToString } from 'vue/server-renderer';\nimport App from './App.vue';\nexport const html = await renderToString(createSSRApp(App));`],
      ['svelte', 'server.ts', `import { render } from 'svelte/server';\nimport App from './App.svelte';\nexport const html = render(App).body;`],
    ];
    for (const [app, file, code] of servers) {
      const folder = await write(project.path, app, 'fr');
      await writeFile(join(folder, file), code);
      await bundle(folder, await samples(app), file);
      const { html } = (await import(join(folder, 'server', 'server.js'))) as { html: string };
      assert.match(html, /<parvis-ballot [^>]*consultation="bp-2026"[^>]*>\s*(<!--.*?-->)?<a href="https:\/\/participer\.ville\.example\/c\/bp-2026\/vote\/vote">/s, app);
      assert.match(html, / heading-level="2"/, app);
      assert.equal(html.includes('backend'), app === 'svelte', app);
    }
  });

  it('types: React, Vue and Svelte know the tags, what can be set on them and what their events carry', async () => {
    for (const app of ['plain', 'react'] as const) {
      const files = await samples(app);
      // main.tsx is React's own affair, and its types another package.
      await write(project.path, app, 'fr');
      assert.equal(await typeErrors(project.path, 'bundler', [...files.keys()].filter((name) => name !== 'main.tsx').map((name) => `${app}/${name}`), [], { allowImportingTsExtensions: true, skipLibCheck: true }), '', app);
    }
    await writeFile(join(project.path, 'wrong.tsx'), wrong);
    assert.equal(await typeErrors(project.path, 'nodenext', ['wrong.tsx'], [], { skipLibCheck: true }), '');
  });
});

/** Each expected error has to be one. */
const wrong = `
import type {} from '@parvis/widgets/react';
import type {} from '@parvis/widgets/svelte';
import type {} from '@parvis/widgets/vue';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

export const react = [
  <parvis-results consultation="bp-2026" ballot="vote" theme="dark" lang="en" className="wide" />,
  // @ts-expect-error no such theme
  <parvis-ballot theme="pink" />,
  // @ts-expect-error the event says no such thing
  <parvis-ballot onparvis-voted={(event) => event.choice} />,
  // @ts-expect-error no such tag
  <parvis-vote />,
];
type Vue = InstanceType<GlobalComponents['parvis-ballot']>['$props'];
export const vue: Vue[] = [
  { consultation: 'bp-2026', headingLevel: 3, onParvisVoted: (event) => void event.ballot },
  // @ts-expect-error no such theme
  { theme: 'pink' },
];
type Svelte = SvelteHTMLElements['parvis-proposal-form'];
export const svelte: Svelte[] = [
  { consultation: 'bp-2026', 'heading-level': 3, lang: 'en', 'onparvis-sent': (event) => void event.proposal },
  // @ts-expect-error no such theme
  { theme: 'pink' },
];
`;

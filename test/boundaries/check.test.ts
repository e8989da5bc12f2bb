import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSource, checkTopLevel, checkTracked } from './check.ts';

// Written in two parts, so that this file does not break the rules it proves.
const machinePath = ['', 'home', 'ana', 'parvis', 'x.ts'].join('/');
const registryHost = ['registry', 'npmjs', 'org'].join('.');

/** Each of these turns an arrow round or brings something where it must not be. */
const PLANTED: readonly [title: string, path: string, text: string, fault: RegExp][] = [
  ['a widget that imports an adapter', 'widgets/src/faq/faq.ts', `import { http } from '@parvis/adapters/http';`, /arrow from widgets to adapters/],
  ['a widget that imports only a type of an adapter', 'widgets/src/faq/faq.ts', `import type { Http } from '@parvis/adapters/http';`, /arrow from widgets to adapters/],
  ['a widget that imports an adapter later', 'widgets/src/faq/faq.ts', `const a = await import('@parvis/adapters/http');`, /arrow from widgets to adapters/],
  ['a widget that passes an adapter on', 'widgets/src/index.ts', `export {\n  http,\n} from '@parvis/adapters/http';`, /arrow from widgets to adapters/],
  ['an adapter reached by its path', 'widgets/src/faq/faq.ts', `import { http } from '../../../adapters/src/http/index.ts';`, /by its name only/],
  ['a widget that fetches', 'widgets/src/faq/faq.ts', `  const answer = await fetch(address);`, /uses "fetch"/],
  ['a widget that hands fetch on', 'widgets/src/faq/faq.ts', `const load = globalThis.fetch ?? fetch;`, /uses "fetch"/],
  ['a widget that sends a beacon', 'widgets/src/faq/faq.ts', `navigator.sendBeacon(address);`, /sendBeacon/],
  ['a widget that imports the server', 'widgets/src/faq/faq.ts', `import '@parvis/server';`, /arrow from widgets to server/],
  ['a contract with another library', 'contract/src/index.ts', `import { html } from 'lit';`, /only: zod\/mini/],
  ['a contract that counts', 'contract/src/index.ts', `import { tally } from '@parvis/counting';`, /arrow from contract to counting/],
  ['full zod in the contract', 'contract/src/index.ts', `import { z } from 'zod';`, /zod\/mini only/],
  ['full zod in an adapter', 'adapters/src/http/index.ts', `import * as z from "zod/v4";`, /zod\/mini only/],
  ['full zod in a widget', 'widgets/src/ballot/ballot.model.ts', `import { z } from 'zod';`, /zod\/mini only/],
  ['full zod in an entry file', 'embed/src/entries/faq.ts', `import { z } from 'zod';`, /zod\/mini only/],
  ['files of the machine in the contract', 'contract/src/index.ts', `import { readFile } from 'node:fs';`, /also runs in browsers/],
  ['the environment in counting', 'counting/src/index.ts', `const debug = process.env['DEBUG'];`, /also runs in browsers/],
  ['Node in a file that browsers load', 'embed/src/install.ts', `import { join } from 'node:path';`, /also runs in browsers/],
  ['counting that knows the widgets', 'counting/src/index.ts', `import { x } from '@parvis/widgets/ballot';`, /arrow from counting to widgets/],
  ['an adapter that makes markup', 'adapters/src/http/index.ts', `import { html } from 'lit';`, /only: nothing/],
  ['an adapter that knows the server', 'adapters/src/http/index.ts', `import { serve } from '@parvis/server';`, /arrow from adapters to server/],
  ['a kit that knows one adapter', 'conformance/src/index.ts', `import { memory } from '@parvis/adapters/memory';`, /arrow from conformance to adapters/],
  ['a server that defines elements', 'server/src/pages/ballot.ts', `import '@parvis/widgets/ballot/define';`, /only the views/],
  ['a server that imports the embed files', 'server/src/pages/ballot.ts', `import '@parvis/embed';`, /arrow from server to embed/],
  ['a package that uses the tooling', 'server/src/index.ts', `import '@parvis/tooling';`, /never imported/],
  ['a test that uses the tooling', 'server/src/index.test.ts', `import '@parvis/tooling';`, /never imported/],
  ['a package that calls itself by name', 'contract/src/index.ts', `export * from '@parvis/contract/errors';`, /relative paths/],
  ['a package that is in no list', 'utils/src/index.ts', ``, /not in the list/],
];

/** Each of these looks like a fault and is none. */
const RIGHT: readonly [title: string, path: string, text: string][] = [
  ['the server uses a view', 'server/src/pages/ballot.ts', `import { view } from '@parvis/widgets/ballot/view';`],
  ['a test imports what its source may not', 'widgets/src/faq/faq.browser.test.ts', `import { memory } from '@parvis/adapters/memory';`],
  ['what tests share imports what tests may', 'widgets/src/testing/page.ts', `import { fixture } from '@open-wc/testing';`],
  ['a comment names an import', 'widgets/src/faq/faq.ts', `/**\n * import { http } from '@parvis/adapters/http';\n */\n// never fetch(x)`],
  ['a method or a text is called like a function of the network', 'widgets/src/faq/faq.ts', `this.refetch(); this.#fetch(); prefetch(); const word = 'fetch';`],
  ['the kit has a part for Node', 'conformance/src/node.ts', `import { test } from 'node:test';`],
  ['the build of the browser files runs under Node', 'embed/build.ts', `import { join } from 'node:path';`],
  ['a declaration names the framework of its reader', 'widgets/build/types/react.d.ts', `import type { HTMLAttributes } from 'react';`],
  ['the contract uses the small zod', 'contract/src/index.ts', `import * as z from 'zod/mini';`],
];

describe('the check of the boundaries catches', () => {
  for (const [title, path, text, fault] of PLANTED) {
    it(title, () => {
      const faults = checkSource({ path: `packages/${path}`, text });
      assert.equal(faults.length > 0, true, 'nothing was found');
      for (const found of faults) assert.match(found, fault);
    });
  }

  it('a path of one machine', () => {
    assert.match(checkTracked({ path: 'docs/a.md', text: `see ${machinePath}` })[0] ?? '', /one machine/);
  });

  it('a registry host', () => {
    assert.match(checkTracked({ path: 'pnpm-lock.yaml', text: `tarball: https://${registryHost}/a.tgz` })[0] ?? '', /registry host/);
  });

  it('a file at the top that belongs elsewhere', () => {
    assert.deepEqual(checkTopLevel(['packages', '.ci', 'notes.md']).length, 1);
  });
});

describe('the check of the boundaries lets pass that', () => {
  for (const [title, path, text] of RIGHT) {
    it(title, () => assert.deepEqual(checkSource({ path: `packages/${path}`, text }), []));
  }

  it('addresses and web paths hold the same words', () => {
    const place = ['home', 'ana'].join('/');
    const folder = ['packages', 'work', 'src'].join('/');
    const text = `https://mairie.example/${place}/ '/api/v1/home' ${folder} /usr/bin/chromium`;
    assert.deepEqual(checkTracked({ path: 'docs/a.md', text }), []);
  });
});

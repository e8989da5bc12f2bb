import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../support/machine.ts';
import { tempDir, type TempDir } from '../support/temp.ts';
import { install, pack, typeErrors, type Packed } from './consumer.ts';

describe('The packages that others install from npm', () => {
  let folder: TempDir;
  let packed: Packed[];
  const named = (name: string): Packed => packed.find((each) => each.name === name) as Packed;
  /** What somebody may write after `import`, without data and without the browser files of `@parvis/embed`. */
  const entries = (): string[] => packed.flatMap(({ manifest }) =>
    Object.entries(manifest.exports).filter(([path]) => !/\.json$|\*/.test(path)).map(([path]) => manifest.name + path.slice(1)));

  before(async () => {
    folder = await tempDir('parvis-npm');
    packed = await install(folder.path, await pack(join(folder.path, 'tarballs')), ['@types/node']);
  });
  after(() => folder[Symbol.asyncDispose]());

  it('are those the design names, and no private one', () => {
    assert.deepEqual(packed.map(({ name }) => name).sort(), ['adapters', 'conformance', 'contract', 'counting', 'embed', 'server', 'widgets']);
  });

  it('have nothing that publint would change', async () => {
    for (const { manifest, tarball } of packed) {
      const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true });
      assert.deepEqual(messages.map((message) => formatMessage(message, manifest, { color: false })), [], manifest.name);
    }
  });

  it('have types that fit what is imported, as modules (there is no CommonJS)', async () => {
    for (const { manifest, tarball } of packed) {
      const found = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), { excludeEntrypoints: [/\.json$/, /\*/] });
      assert.equal(found.types !== false, true, manifest.name);
      const problems = 'problems' in found ? found.problems : [];
      // What attw calls the profile "esm-only": resolution of Node 10 and `require` are not meant to work.
      const others = problems.filter((problem) => problem.kind !== 'CJSResolvesToESM' && !('resolutionKind' in problem && problem.resolutionKind === 'node10'));
      assert.deepEqual(others, [], manifest.name);
    }
  });

  it('hold what a reader and a lawyer look for, and nothing that leads back to where they were made', async () => {
    for (const { manifest, folder: inside } of packed) {
      const files = globSync('**/*', { cwd: inside, exclude: (path) => path === 'node_modules' });
      for (const name of ['LICENSE', 'README.md', 'package.json']) assert.ok(files.includes(name), `${manifest.name}: ${name}`);
      assert.deepEqual(files.filter((path) => /(^|\/)(src|test|testing|build)(\/|$)|\.test\.|tsbuildinfo|\.d\.ts\.map$/.test(path)), [], manifest.name);
      const text = await readFile(join(inside, 'package.json'), 'utf8');
      assert.doesNotMatch(text, /workspace:|catalog:|parvis-source|\/src\/|devDependencies|"scripts"/, manifest.name);
      assert.equal(manifest['license'], 'MIT');
      const readme = await readFile(join(inside, 'README.md'), 'utf8');
      assert.deepEqual(Array.from(readme.matchAll(/\]\((?!https?:)([^)]+)\)/g), ([, target]) => target), [], `${manifest.name}: links of its README lead nowhere on npm`);
    }
  });

  it('can be read while debugging: the source is in the map of each module', async () => {
    for (const { manifest, folder: inside } of packed) {
      for (const path of globSync('dist/**/*.js.map', { cwd: inside })) {
        const map = JSON.parse(await readFile(join(inside, path), 'utf8')) as { sources: string[]; sourcesContent?: string[] };
        assert.equal(map.sourcesContent?.length, map.sources.length, `${manifest.name}/${path}`);
      }
    }
  });

  it('can all be imported by Node, also those that define tags, with only the packages each one names', async () => {
    // All but the script of a worker, which needs one around it.
    const modules = entries().filter(hasCode).filter((name) => !name.endsWith('-worker'));
    const program = join(folder.path, 'import-all.js');
    await writeFile(program, `${modules.map((name) => `await import(${JSON.stringify(name)}).catch((error) => console.log(${JSON.stringify(name)}, error));`).join('\n')}\n`);
    assert.equal(execFileSync(process.execPath, [program], { encoding: 'utf8' }), '');
  });

  for (const module of ['nodenext', 'bundler'] as const) {
    it(`type-check in a project of somebody else (${module}), with their declarations checked as well`, async () => {
      const json = module === 'nodenext' ? " with { type: 'json' }" : '';
      const names = entries().filter(hasCode).filter((name) => name !== '@parvis/server');
      await writeFile(join(folder.path, 'everything.ts'), names.map((name, index) => `import * as module${index} from '${name}';\nexport { module${index} };`).join('\n'));
      await writeFile(join(folder.path, `page.${module}.ts`), `${page}\nimport integrity from '@parvis/embed/integrity.json'${json};\nexport const hash: string = integrity.files['parvis-ballot.js'];\n`);
      assert.equal(await typeErrors(folder.path, module, ['everything.ts', `page.${module}.ts`]), '');
    });
  }

  it('the server’s types are checked in a project for Node', async () => {
    await writeFile(join(folder.path, 'server.ts'), `import { createApp } from '@parvis/server';\nexport const app: ReturnType<typeof createApp> | undefined = undefined;\n`);
    assert.equal(await typeErrors(folder.path, 'nodenext', ['server.ts'], ['node']), '');
  });

  it('say a mistake in the types: what cannot be set is an error', async () => {
    await writeFile(join(folder.path, 'wrong.ts'), `import '@parvis/widgets/ballot/define';\nconst tag = document.createElement('parvis-ballot');\ntag.headingLevel = 'three';\ntag.theme = 'pink';\n`);
    const said = await typeErrors(folder.path, 'bundler', ['wrong.ts'], [], { skipLibCheck: true });
    assert.deepEqual(Array.from(said.matchAll(/^wrong\.ts\((\d)/gm), ([, line]) => line), ['3', '4']);
  });

  it('@parvis/embed has every browser file with the hash that integrity.json names', async () => {
    const dist = join(named('embed').folder, 'dist');
    const { files } = JSON.parse(await readFile(join(dist, 'integrity.json'), 'utf8')) as { files: Record<string, string> };
    const scripts = globSync(['parvis-*.js', 'themes/*.css'], { cwd: dist });
    assert.deepEqual(Object.keys(files).sort(), scripts.sort());
    for (const [name, hash] of Object.entries(files)) {
      assert.equal(`sha384-${createHash('sha384').update(await readFile(join(dist, name))).digest('base64')}`, hash, name);
    }
    for (const lang of ['en', 'ar']) assert.ok(globSync(`parvis-ballot.${lang}.json`, { cwd: dist }).length === 1, lang);
  });

  it('@parvis/widgets leads editors to files that are there', async () => {
    const { manifest, folder: inside } = named('widgets');
    const readJson = async (path: unknown) => JSON.parse(await readFile(join(inside, String(path)), 'utf8')) as Record<string, unknown>;
    assert.equal((await readJson(manifest['customElements']))['schemaVersion'], '1.0.0');
    assert.equal((await readJson(manifest['web-types']))['version'], manifest.version);
    for (const kind of ['html', 'css']) assert.equal((await readJson(`dist/vscode.${kind}-custom-data.json`))['version'], 1.1);
  });

  it('@parvis/server starts by its command, and hands out the files of the widgets and of its pages', async () => {
    assert.match(parvis('--help'), /^ +serve /m);
    const served = `import { createApp, createServerBackend, openSqliteStore } from '@parvis/server';
const store = openSqliteStore('data');
const app = createApp(createServerBackend(store, () => new Date()), store);
for (const path of ['/embed/parvis-ballot.js', '/pages/pages.css', '/pages/frame.js', '/pages/keep-form.js', '/pages/icon.svg', '/?locale=en']) {
  const answer = await app.request(path);
  console.log(path, answer.status, (await answer.text()).length > 100);
}`;
    await writeFile(join(folder.path, 'serve.js'), served);
    const said = execFileSync(process.execPath, ['serve.js'], { encoding: 'utf8', cwd: folder.path }).trim().split('\n');
    assert.equal(said.length, 6);
    assert.deepEqual(said.filter((line) => !line.endsWith(' 200 true')), []);
  });

  it('@parvis/server writes a folder for a site without a server, and letters to print, with their style sheets', async () => {
    const example = (name: string) => join(root, 'examples', 'tenants', name);
    const { id } = JSON.parse(await readFile(example('consultation.json'), 'utf8')) as { id: string };
    parvis('open', example('consultation.json'), '--data', 'house');
    parvis('export', '--static', 'site', '--data', 'house');
    assert.match(await readFile(join(folder.path, 'site', 'parvis.css'), 'utf8'), /\{/);
    assert.match(await readFile(join(folder.path, 'site', id, 'index.html'), 'utf8'), /<h1/);
    parvis('codes', 'create', '--consultation', id, '--units', example('logements.csv'), '--page', 'https://www.bailleur.example/vote', '--out', 'letters', '--data', 'house');
    const [letters = ''] = globSync('letters/*.html', { cwd: folder.path });
    assert.match(await readFile(join(folder.path, letters), 'utf8'), /@page/);
  });

  /** The command, as installed. */
  const parvis = (...args: string[]): string => {
    const { manifest, folder: inside } = named('server');
    return execFileSync(process.execPath, [join(inside, (manifest['bin'] as { parvis: string }).parvis), ...args], { encoding: 'utf8', cwd: folder.path });
  };
  const hasCode = (name: string): boolean => !/\/(react|vue|svelte|package)$/.test(name);
});

/** A page that uses a tag from script. */
const page = `
import { httpBackend } from '@parvis/adapters/http/all';
import '@parvis/widgets/ballot/define';
import type { ParvisVotedEvent } from '@parvis/widgets/ballot';
import { ParvisElement } from '@parvis/widgets/shared';
import { registerAdapter } from '@parvis/embed/parvis-all.js';

ParvisElement.connect = httpBackend;
const tag = document.createElement('parvis-ballot');
tag.backend = httpBackend('https://participer.ville.example');
tag.consultation = 'bp-2026';
tag.headingLevel = 3;
tag.addEventListener('parvis-voted', (event) => console.log((event as ParvisVotedEvent).ballot));
registerAdapter('town', () => httpBackend('https://participer.ville.example'));
document.body.append(tag);
`;

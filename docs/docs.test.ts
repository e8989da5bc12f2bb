import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { BallotDefinition, checkDefinition, ConsultationDefinition, parse, RuleName, settingsFor } from '../packages/contract/src/index.ts';
import { fileNames, widgetNames } from '../packages/embed/src/build/widgets.ts';
import { bodyLimit } from '../packages/server/src/api/api.ts';
import { commandNamed } from '../packages/server/src/cli/commands.ts';
import { attachmentLimit } from '../packages/server/src/domain/attachments.ts';
import { pages } from './build.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const everyPage = globSync(['README.md', 'docs/**/*.md', 'packages/*/README.md', 'examples/**/README.md'], { cwd: root, exclude: (name) => name === 'node_modules' }).sort();
/** Text without the blocks of code, whose brackets are no links. */
const prose = (page: string): string => page.replace(/^```.*?^```/gms, '');

/** The fragment of each heading, as GitHub and GitLab make it. */
const anchors = (page: string): string[] =>
  Array.from(prose(page).matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
    title.toLowerCase().replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));

describe('The documentation', () => {
  for (const path of everyPage) {
    it(`${path}: every link leads to a file and a heading that exist`, () => {
      const links = Array.from(prose(read(path)).matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, target = '']) => target);
      const dead = links.filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? join(root, path) : resolve(dirname(join(root, path)), file);
        return !existsSync(target) || (anchor !== undefined && !anchors(readFileSync(target, 'utf8')).includes(anchor));
      });
      assert.deepEqual(dead, []);
    });

    it(`${path}: every npm script and every file it names exists`, () => {
      const text = read(path);
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const named = Array.from(text.matchAll(/npm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)/g), ([, script, short]) => script ?? short ?? '');
      assert.deepEqual(named.filter((name) => !(name in scripts)), []);
      const files = Array.from(text.matchAll(/`((?:packages|docs|examples|test)\/[\w./-]+\.[a-z]+)`/g), ([, file = '']) => file);
      assert.deepEqual(files.filter((file) => !existsSync(join(root, file)) && !/NAME|LANG|\/try\.ts$/.test(file)), []);
    });
  }

  it('whoever follows the README has no code, no key, no vote and no copy of the poll in the tree of git', () => {
    const written = ['poll.json', 'poll-data/parvis.sqlite', 'codes-residence-2026/codes.csv', 'codes-residence-2026/cle-batiments.pem', 'codes-residence-2026-remplacement/lettre.html', 'export-residence-2026/residence-2026.json', 'cle-batiments.pem'];
    const { stdout, error } = spawnSync('git', ['check-ignore', '--no-index', ...written], { cwd: root, encoding: 'utf8' });
    assert.equal(error, undefined);
    assert.deepEqual(stdout.trim().split('\n'), written);
    const folders = Array.from(read('README.md').matchAll(/--data (\S*[a-z]\S*)/g), ([, folder = '']) => folder);
    assert.deepEqual(folders.filter((folder) => !/^poll-data$/.test(folder)), [], 'another folder of data has to be ignored as well');
  });

  it('pages that are read off the code are as new as the code (docs/build.ts writes them)', async () => {
    for (const [path, text] of await pages()) assert.equal(read(`docs/${path}`), text, path);
  });
});

describe('What the pages say of the server', () => {
  const page = read('docs/en/server.md');
  const help = async (name: string) => (await commandNamed(name))?.help ?? '';
  const options = (text: string) => new Set(Array.from(text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g), ([option]) => option));

  it('every option in it exists, and every option of `serve` is in it', async () => {
    const all = options((await Promise.all(['serve', 'open', 'import', 'export', 'codes'].map(help))).join('\n')).add('--help');
    assert.deepEqual([...options(page)].filter((option) => !all.has(option)), []);
    const explained = options(page.slice(0, page.indexOf('## Other commands')));
    assert.deepEqual([...options(await help('serve'))].filter((option) => !explained.has(option)), []);
  });

  it('every option of `count` is on the page about counting, and every option there exists', async () => {
    assert.deepEqual([...options(read('docs/fr/counting.md'))].sort(), [...options(await help('count'))].sort());
  });

  it('every option of `codes` is in its page, and no other', async () => {
    const known = options(await help('codes')).add('--help');
    const named = options(read('docs/en/codes.md'));
    assert.deepEqual([...known].filter((option) => !named.has(option) && !['--data', '--help'].includes(option)), []);
    assert.deepEqual([...named].filter((option) => !known.has(option)), []);
  });

  it('its limits are those of the code', () => {
    for (const limit of [bodyLimit, attachmentLimit]) assert.ok(page.includes(`${limit.toLocaleString('fr').replace(/\s/g, ' ')} bytes`), String(limit));
  });

  it('the consultation file that is shown can be opened', () => {
    const [, text = ''] = /```json\n(.*?)\n```/s.exec(read('docs/en/consultation-file.md')) ?? [];
    const parsed = parse(ConsultationDefinition, JSON.parse(text));
    assert.deepEqual(parsed.ok ? checkDefinition(parsed.value) : parsed.issues, []);
  });

  it('every field of a consultation and of its ballots is explained', () => {
    const text = read('docs/en/consultation-file.md').split('## What every part means')[1] ?? '';
    const names = [ConsultationDefinition, BallotDefinition].flatMap(({ shape }) => Object.keys(shape)).filter((name) => name !== '$schema');
    assert.deepEqual(names.filter((name) => !text.includes(`\`${name}\``)), []);
  });

  it('every counting rule is explained, with the settings it knows', () => {
    const rows = new Map(Array.from(read('docs/en/consultation-file.md').matchAll(/^\| `([\w-]+)` \| [^|]+ \| [^|]+ \|(.*)\|$/gm), ([, rule = '', settings = '']) => [rule, settings]));
    for (const rule of RuleName.options) {
      const row = rows.get(rule)?.replace('the same', '`budget` `seats`');
      assert.deepEqual(Array.from(row?.matchAll(/`(\w+)`/g) ?? [], ([, name]) => name), settingsFor(rule), rule);
    }
  });
});

describe('What the pages say of the widgets', () => {
  for (const name of widgetNames) {
    it(`parvis-${name}: its attributes and properties are those of the class`, async () => {
      const module = (await import(`../packages/widgets/src/${name}/${name}.ts`)) as Record<string, unknown>;
      const element = Object.values(module).find((value): value is { observedAttributes: string[]; prototype: object } => typeof value === 'function' && 'observedAttributes' in value);
      const rows = Array.from(read(`docs/en/widgets/${name}.md`).matchAll(/^\| `([a-z-]+)` \| `(\w+)` \|/gm), ([, attribute = '', property = '']) => ({ attribute, property }));
      assert.deepEqual(rows.map((row) => row.attribute).sort(), element?.observedAttributes.toSorted());
      assert.deepEqual(rows.filter(({ property }) => !(property in (element?.prototype ?? {}))), []);
    });

    it(`parvis-${name}: its events are those of the code, and no other`, () => {
      const sources = globSync(`packages/widgets/src/${name}/*.ts`, { cwd: root, exclude: (file) => file.includes('.test.') }).map(read).join('\n');
      const sent = Array.from(sources.matchAll(/super\('(parvis-[a-z]+)'/g), ([, event = '']) => event);
      const events = /## Events\n\n(.*?)\n\n##/s.exec(read(`docs/en/widgets/${name}.md`))?.[1] ?? '';
      assert.deepEqual(Array.from(events.matchAll(/`(parvis-[a-z]+)`/g), ([, event]) => event), sent);
    });
  }

  it('the Content-Security-Policy names the policy of every file', () => {
    const [, listed = ''] = /^trusted-types (.+)$/m.exec(read('docs/en/embedding.md')) ?? [];
    assert.deepEqual(listed.split(' ').toSorted(), [...fileNames, 'loader'].map((name) => `parvis-${name}`).toSorted());
  });
});

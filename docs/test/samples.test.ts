import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { checkDefinition, ConsultationDefinition, parse } from '../../packages/contract/src/index.ts';
import { commandNamed } from '../../packages/server/src/cli/commands.ts';
import { blocks, root } from './support.ts';

/** Pages whose code is checked whole elsewhere, by the test that types it in and runs it. */
const runElsewhere: Readonly<Record<string, string>> = {
  'docs/en/adapters/writing-an-adapter.md': 'examples/adapter-file/page.test.ts',
  'docs/en/frameworks.md': 'test/npm',
};
/** Names that a sample takes for given, with their types. */
const given: Readonly<Record<string, string>> = {
  ballot: `import('@parvis/contract').BallotDefinition`,
  consultation: `import('@parvis/contract').ConsultationFile`,
  votes: `Iterable<{ choice: import('@parvis/contract').Choice; channel: import('@parvis/contract').Channel }>`,
  createMyBackend: `(seed: readonly import('@parvis/contract').ConsultationFile[]) => Promise<import('@parvis/contract').Backend>`,
  chunksOfText: 'AsyncIterable<string>',
  total: 'number',
  out: '{ write(text: string): void }',
};

describe('The samples of code in the documentation', () => {
  for (const [at, { page, language, code }] of blocks.entries()) {
    if (language === 'json') {
      it(`${page}, block ${at + 1}: is JSON, and a consultation file where it looks like one`, () => {
        const value: unknown = JSON.parse(code);
        const isFile = typeof value === 'object' && value !== null && 'title' in value && 'id' in value && 'organiser' in value;
        if (!isFile) return;
        const parsed = parse(ConsultationDefinition, value);
        assert.deepEqual(parsed.ok ? checkDefinition(parsed.value) : parsed.issues, []);
      });
    }
    if (language === 'html') {
      it(`${page}, block ${at + 1}: every element that is opened is closed`, () => assert.deepEqual(unclosed(code), []));
    }
    for (const { command, options } of parvisCalls(code, language)) {
      it(`${page}, block ${at + 1}: parvis ${command} and its options exist`, async () => {
        const known = await commandNamed(command);
        assert.ok(known, `there is no command ${command}`);
        assert.deepEqual(options.filter((option) => option !== '--help' && !known.help.includes(option)), []);
      });
    }
  }

  it('TypeScript is right as it stands, with the names it takes for given', async () => {
    const standing = blocks.filter(({ page, language, code }) => language === 'ts' && !isElsewhere(page) && !page.startsWith('docs/fr/') && /^import /m.test(code));
    assert.notEqual(standing.length, 0);
    assert.equal(await typeFaults(standing), '');
  });

  it('two runs at the same time do not disturb each other, and a mistake is told with its page', async () => {
    const [right, wrong] = ['right', 'wrong'].map((page) => ({ page, code: `export const label: ${page === 'right' ? 'number' : 'string'} = 3;` }));
    const [none, one] = await Promise.all([typeFaults([right!]), typeFaults([wrong!])]);
    assert.equal(none, '');
    assert.match(one, /^wrong \(sample-0\.ts\)\(1,14\): error TS2322: [^\n]*\n$/);
  });
});

/** What the compiler says of samples; empty when all is well. They lie among the packages that they import, in a folder of this run alone. */
async function typeFaults(samples: readonly { page: string; code: string }[]): Promise<string> {
  const folder = await mkdtemp(join(root, 'docs', 'node_modules', '.samples-'));
  try {
    for (const [at, { code }] of samples.entries()) {
      const declared = Object.entries(given).filter(([name]) => new RegExp(`\\b${name}\\b`).test(code) && !isOwn(name, code));
      await writeFile(join(folder, `sample-${at}.ts`), `${declared.map(([name, type]) => `declare const ${name}: ${type};\n`).join('')}${code}\nexport {};\n`);
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions: { composite: false, noEmit: true, rewriteRelativeImportExtensions: false, noUnusedLocals: false, types: ['node'], rootDir: '../../..', isolatedModules: false },
      include: ['*.ts'],
    }));
    const tsc = join(root, 'packages', 'tooling', 'node_modules', 'typescript', 'bin', 'tsc');
    const faults = await promisify(execFile)(process.execPath, [tsc, '-p', folder], { cwd: folder }).then(() => '', (error: { stdout: string }) => error.stdout);
    return faults.replaceAll(/^sample-(\d+)\.ts/gm, (name, at) => `${samples[Number(at)]?.page} (${name})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a sample brings the name itself, by an import or a declaration. */
const isOwn = (name: string, code: string): boolean => new RegExp(`(import|const) (type )?\\{[^}]*\\b${name}\\b[^}]*\\}|(const|let|function) ${name}\\b`).test(code);

const isElsewhere = (page: string): boolean => page.replace('docs/fr/', 'docs/en/') in runElsewhere;

const empty = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Elements of a sample that are left open, or closed without being opened. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, end, name = '', rest = ''] of html.replace(/<!--.*?-->|<!doctype[^>]*>/gis, '').matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    if (empty.test(name) || rest.endsWith('/')) continue;
    if (end === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else faults.push(`</${name}>`);
  }
  return [...faults, ...open.map((name) => `<${name}>`)];
}

/** Calls of the command line in a block of commands. */
function parvisCalls(code: string, language: string): { command: string; options: string[] }[] {
  if (!['', 'sh', 'bash', 'shell'].includes(language)) return [];
  return Array.from(code.replaceAll(/\\\n/g, ' ').matchAll(/^(?:\$ )?(?:npm run (?:-s )?parvis -- |parvis )([a-z]+)(.*)$/gm), ([, command = '', rest = '']) =>
    ({ command, options: Array.from(rest.replace(/#.*$/, '').matchAll(/(?<= )--[a-z][a-z-]*/g), ([option]) => option) }));
}

import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build, defaultClientConditions, type Plugin, type Rolldown } from 'vite';
import { guardsPlugin } from './guards-plugin.ts';
import { integrityOf } from './integrity.ts';
import { sentencesPlugin } from './sentences-plugin.ts';
import { templatesPlugin } from './templates-plugin.ts';
import { wordsOf } from './words.ts';

/** The sources' own condition first; then what vite takes for browsers, with lit's production build. */
export const conditions = ['parvis-source', ...defaultClientConditions];

/**
 * Builds one self-contained file: no other chunk, no import left (an integrity hash does not cover imports).
 * @param name of the file, `parvis-NAME`; its Trusted Types policy has the same name
 * @param seconds texts of the files that widgets load besides, by the names of their hashes in `more-integrity.ts`
 * @returns the file's text
 */
export async function bundle(name: string, entry: string, seconds: Readonly<Record<string, string>>): Promise<string> {
  const code = await slim(name, entry, 'es', [policyPlugin(name), integrityPlugin(seconds)], seconds);
  if (!code.includes(`createPolicy("${name}"`)) throw new Error(`${name}: its Trusted Types policy has not got the file's name`);
  return code;
}

/** A file that one of `bundle` loads besides: a classic script, which leaves nothing in the page but what it registers. */
export const bundleMore = (name: string, entry: string): Promise<string> => slim(name, entry, 'iife', [], {});

/** Built twice: the first time shows what the code uses, the second leaves out the styles, sentences and fields of answers that nobody does. */
async function slim(name: string, entry: string, format: Format, plugins: Plugin[], seconds: Readonly<Record<string, string>>): Promise<string> {
  const first = await chunkOf(name, entry, [templatesPlugin()]);
  const words = wordsOf(Object.fromEntries(Object.entries(first.modules).map(([path, module]) => [path, module.code])));
  // What a second file reads was checked by the first; what it fetches itself the first may read: there all fields stay. So they do where results are
  // counted again: all of them are compared.
  const besides = wordsOf(Object.fromEntries(Object.entries(seconds).filter(([hash]) => words.has(hash))));
  const isWhole = format !== 'es' || Object.keys(first.modules).some((path) => /[\\/]results[\\/]results\.ts$/.test(path));
  const replaced = [guardsPlugin(isWhole ? undefined : (field) => words.has(field) || besides.has(field)), litPlugin()];
  const { code } = await chunkOf(name, entry, [templatesPlugin(words), sentencesPlugin(words), ...plugins], { minify: true, format, replaced });
  return squeeze(code, format);
}

/**
 * A script for every page of a site, so small that it carries nothing of a widget.
 * @param values written in for what `loader/built.ts` exports
 */
export async function bundleScript(name: string, entry: string, values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const built: Plugin = {
    name: 'parvis-built',
    enforce: 'pre',
    load: (id) => (/[\\/]loader[\\/]built\.ts$/.test(id) ? Object.entries(values).map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`).join('\n') : undefined),
  };
  return squeeze((await chunkOf(name, entry, [built], { minify: true, format: 'iife', replaced: [] })).code, 'iife');
}

/** The file that brings `demo:`. Its adapter checks what is sent as a server would, so it carries the schemas themselves. */
export async function bundleDemo(entry: string): Promise<string> {
  return squeeze((await chunkOf('parvis-demo', entry, [], { minify: true, replaced: [] })).code);
}

/** The file that brings `static:`. It only reads, so guards do. */
export async function bundleStatic(entry: string): Promise<string> {
  return squeeze((await chunkOf('parvis-static', entry, [], { minify: true })).code);
}

type Format = 'es' | 'iife';

interface ChunkOptions {
  minify?: boolean;
  format?: Format;
  /** What stands in for schemas and lit. */
  replaced?: Plugin[];
}

/** One script from one entry, with guards in place of schemas. */
export async function chunkOf(
  name: string, entry: string, plugins: Plugin[], { minify = false, format = 'es', replaced = [guardsPlugin(), litPlugin()] }: ChunkOptions = {},
): Promise<Rolldown.OutputChunk> {
  const result = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    mode: 'production',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    resolve: { conditions },
    plugins: [...replaced, ...plugins],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format, codeSplitting: false, minify, comments: false, entryFileNames: `${name}.js` },
      },
    },
  });
  const chunks = 'output' in result ? result.output : [];
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${name}: ${chunks.length} files instead of one`);
  const imports = [...chunk.imports, ...chunk.dynamicImports];
  if (imports.length > 0) throw new Error(`${name}: it imports ${imports.join(', ')}`);
  return chunk;
}

/** Each file has a Trusted Types policy of its own: two of one name fail, and a page with lit of its own keeps `lit-html`. */
function policyPlugin(name: string): Plugin {
  const mark = /createPolicy\(['"]parvis['"]/;
  return {
    name: 'parvis-policy',
    transform: (code) => (mark.test(code) ? code.replace(mark, `createPolicy("${name}"`) : undefined),
  };
}

/** Writes the hashes of second files into the first ones: SHA-256, since no compression shortens a hash. */
function integrityPlugin(seconds: Readonly<Record<string, string>>): Plugin {
  const code = Object.entries(seconds).map(([name, text]) => `export const ${name} = ${JSON.stringify(integrityOf(text, 'sha256'))};`).join('\n');
  return {
    name: 'parvis-integrity',
    enforce: 'pre',
    load: (id) => (/[\\/]more-integrity\.ts$/.test(id) ? code : undefined),
  };
}

/** What `lit` means in the browser files; see `src/lit/index.ts`. What is not there fails the build. */
function litPlugin(): Plugin {
  const parts = fileURLToPath(new URL('../lit/index.ts', import.meta.url));
  return {
    name: 'parvis-lit',
    enforce: 'pre',
    resolveId(id) {
      if (/^(lit|lit-html|@lit)\//.test(id)) throw new Error(`the browser files know no ${id}`);
      return id === 'lit' ? parts : undefined;
    },
    transform(code, id) {
      if (/\.ts$/.test(id) && /\breflect: true|\btype: Boolean/.test(code)) throw new Error(`${id}: in the browser files no property is reflected or a Boolean`);
      if (/\.ts$/.test(id) && /\b(willUpdate|firstUpdated)\(/.test(code)) throw new Error(`${id}: in the browser files an element has no willUpdate and no firstUpdated`);
    },
  };
}

/**
 * terser after the bundler's own minifier: 1.6 % less. `unsafe_arrows` is safe where nothing uses `new` on a method. A classic script is written in ASCII:
 * where its server names no encoding, browsers read it in that of the page.
 */
async function squeeze(code: string, format: Format = 'es'): Promise<string> {
  const { code: smaller } = await minify(code, { module: format === 'es', ecma: 2020, compress: { passes: 3, unsafe_arrows: true, keep_fargs: false, pure_getters: true, hoist_funs: format === 'es' } });
  if (!smaller) throw new Error('terser gave nothing back');
  return format === 'iife' ? smaller.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) : smaller;
}

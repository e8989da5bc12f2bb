import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build, defaultClientConditions, type Plugin, type Rolldown } from 'vite';
import { guardsPlugin } from './guards-plugin.ts';
import { sentencesPlugin } from './sentences-plugin.ts';
import { templatesPlugin } from './templates-plugin.ts';
import { wordsOf } from './words.ts';

/** The sources' own condition first; then what vite takes for browsers, with lit's production build. */
export const conditions = ['parvis-source', ...defaultClientConditions];

/**
 * Builds one self-contained file: no other chunk, no import left (an integrity hash does not cover imports).
 * Twice: the first time shows what the code uses, the second leaves out styles and sentences it does not.
 * @param name of the file, `parvis-NAME`; its Trusted Types policy has the same name
 * @returns the file's text
 */
export async function bundle(name: string, entry: string): Promise<string> {
  const first = await chunkOf(name, entry, [templatesPlugin()]);
  const words = wordsOf(Object.fromEntries(Object.entries(first.modules).map(([path, module]) => [path, module.code])));
  const { code: whole } = await chunkOf(name, entry, [templatesPlugin(words), sentencesPlugin(words), policyPlugin(name)], true);
  const code = await squeeze(whole);
  if (!code.includes(`createPolicy("${name}"`)) throw new Error(`${name}: its Trusted Types policy has not got the file's name`);
  return code;
}

/** The file that brings `demo:`. Its adapter checks what is sent as a server would, so it carries the schemas themselves. */
export async function bundleDemo(entry: string): Promise<string> {
  return squeeze((await chunkOf('parvis-demo', entry, [], true, [])).code);
}

/** One script from one entry, with guards in place of schemas. */
export async function chunkOf(name: string, entry: string, plugins: Plugin[], minify = false, replaced = [guardsPlugin(), litPlugin()]): Promise<Rolldown.OutputChunk> {
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
        output: { format: 'es', codeSplitting: false, minify, comments: false, entryFileNames: `${name}.js` },
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
  };
}

/** terser after the bundler's own minifier: 1.6 % less. `unsafe_arrows` is safe where nothing uses `new` on a method. */
async function squeeze(code: string): Promise<string> {
  const { code: smaller } = await minify(code, { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true, keep_fargs: false, pure_getters: true } });
  if (!smaller) throw new Error('terser gave nothing back');
  return smaller;
}

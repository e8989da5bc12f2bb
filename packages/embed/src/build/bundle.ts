import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions, type Plugin } from 'vite';
import { guardsPlugin } from './guards-plugin.ts';
import { templatesPlugin } from './templates-plugin.ts';

/** The sources' own condition first; then what vite takes for browsers, with lit's production build. */
export const conditions = ['parvis-source', ...defaultClientConditions];

/**
 * Builds one self-contained file: no other chunk, no import left (an integrity hash does not cover imports).
 * @param name of the file, `parvis-NAME`; its Trusted Types policy has the same name
 * @returns the file's text
 */
export async function bundle(name: string, entry: string, plugins: Plugin[] = []): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    mode: 'production',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    resolve: { conditions },
    plugins: [...plugins, guardsPlugin(), templatesPlugin(), smallLitPlugin(name)],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false, minify: true, comments: false, entryFileNames: `${name}.js` },
      },
    },
  });
  const chunks = 'output' in result ? result.output : [];
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${name}: ${chunks.length} files instead of one`);
  if (chunk.imports.length + chunk.dynamicImports.length > 0) throw new Error(`${name}: it imports ${[...chunk.imports, ...chunk.dynamicImports].join(', ')}`);
  return chunk.code;
}

/**
 * The widgets are written with lit. Their browser files carry only the part of it they use, from `src/lit/`: 3 kB less of 14.
 * What is not there (a directive, `svg`) fails the build. The Trusted Types policy has the name of the file, so that
 * several files and a page's own lit go together: `trusted-types parvis-ballot parvis-faq`.
 */
export function smallLitPlugin(name: string): Plugin {
  const index = fileURLToPath(new URL('../lit/index.ts', import.meta.url));
  return {
    name: 'parvis-small-lit',
    enforce: 'pre',
    resolveId(id) {
      if (/^(lit|lit-html|@lit)\/./.test(id)) throw new Error(`${name}: the browser files know no ${id}`);
      return id === 'lit' ? index : undefined;
    },
    transform: (code) => (code.includes("createPolicy('parvis'") ? code.replace("createPolicy('parvis'", `createPolicy('${name}'`) : undefined),
  };
}

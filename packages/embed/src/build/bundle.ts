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
    plugins: [...plugins, guardsPlugin(), templatesPlugin(), policyPlugin(name)],
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
 * lit makes a Trusted Types policy named `lit-html`. A second copy of lit in the page would not be allowed the same name:
 * ours has the name of its file, so that a page can say `trusted-types lit-html parvis-ballot`.
 */
function policyPlugin(name: string): Plugin {
  const made = /createPolicy\(\s*(['"])lit-html\1/g;
  return {
    name: 'parvis-policy',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]/.test(id) || !made.test(code)) return undefined;
      return code.replace(made, `createPolicy(${JSON.stringify(name)}`);
    },
  };
}

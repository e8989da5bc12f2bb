import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {object} Task
 * @property {'when-changed' | 'always'} [embed] when to build the browser files first; absent: never
 * @property {boolean} [inCallersFolder] run in the folder the person stands in, not in the top folder
 * @property {(args: readonly string[]) => string[][]} commands arguments for Node, one list per program to run in turn
 */

/** @param {readonly string[]} parts */
const at = (...parts) => join(root, ...parts);
/** @param {string} script @param {readonly string[]} args */
const source = (script, args) => ['--conditions=parvis-source', script, ...args];

const cli = at('packages', 'server', 'src', 'cli', 'main.ts');
const tests = at('test', 'run', 'main.ts');
const tsc = at('packages', 'tooling', 'node_modules', 'typescript', 'bin', 'tsc');
/** The modules of npm, what editors read, and the files of the server's pages. The browser files are built before. */
export const build = [[tsc, '-b', at('packages', 'tooling', 'tsconfig.packages.json')], ...['widgets', 'server'].map((name) => source(at('packages', name, 'build.ts'), []))];

/** @type {Record<string, Task>} */
export const tasks = {
  start: {
    embed: 'when-changed',
    inCallersFolder: true,
    commands: (args) => {
      const data = args.some((arg) => /^--data(=|$)/.test(arg)) ? [] : ['--data', at('.data')];
      return [source(cli, ['serve', '--demo', ...data, ...args])];
    },
  },
  parvis: { inCallersFolder: true, commands: (args) => [source(cli, args)] },
  test: { commands: (args) => [source(tests, args)] },
  wordpress: { embed: 'when-changed', commands: (args) => [source(at('examples', 'wordpress', 'up.ts'), args)] },
  dokuwiki: { embed: 'when-changed', commands: (args) => [source(at('examples', 'dokuwiki', 'up.ts'), args)] },
  'cms:pack': { embed: 'when-changed', inCallersFolder: true, commands: (args) => [source(at('examples', 'cms', 'pack.ts'), args)] },
  'test:cms': { commands: (args) => [source(tests, ['--only', 'cms', ...args])] },
  check: { commands: (args) => [source(tests, ['--only', 'types,lint,unit', 'test/boundaries', ...args])] },
  build: { embed: 'always', commands: () => build },
  pack: { embed: 'always', commands: (args) => [...build, [at('packages', 'tooling', 'src', 'pack.mjs'), ...args]] },
  docs: { embed: 'when-changed', commands: (args) => [source(at('docs', 'site', 'main.ts'), args)] },
  bench: { embed: 'when-changed', commands: (args) => [source(at('test', 'bench', 'run.ts'), args)] },
};

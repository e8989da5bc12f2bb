import { fileURLToPath } from 'node:url';
import { compileGuard, GuardSource } from '@parvis/contract/guards';
import { backend, groups, type Operation } from '@parvis/contract/operations';
import type { Plugin } from 'vite';
import { readFields } from './read-fields.ts';

const fileOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

/** Where the operations are once they are compiled. It names every field of every answer, whether anybody reads it or not. */
export const operationsModule = '\0parvis-operations';

/**
 * Puts compiled guards where the contract has zod schemas: in the browser an operation is `{method, path, answer}` and
 * `parse` is the small interpreter. Every operation is a constant of its own, so that a file carries only the verbs it uses.
 * @param isRead fields of answers that are checked; absent: all of them
 */
export function guardsPlugin(isRead: (field: string) => boolean = () => true): Plugin {
  const source = new GuardSource();
  const replaced = new Map<string, string>();
  const operations: string[] = [];
  for (const group of Object.keys({ backend, ...groups })) {
    const names = Object.entries(operationsOf(group)).map(([verb, { method, path, answer }]) => {
      const name = `${group}_${verb}`;
      const parts = `method:${JSON.stringify(method)},path:${JSON.stringify(path)},answer:${source.expression(readFields(compileGuard(answer), isRead))}`;
      operations.push(`export const ${name}={${parts}};`);
      // Only the votes group names a verb otherwise than its module does.
      return `${name} as ${verb === 'export' ? 'exportVotes' : verb}`;
    });
    replaced.set(fileOf(`@parvis/contract/operations/${group}`), `export {${names.join(',')}} from ${JSON.stringify(operationsModule)};`);
  }
  const constants = source.constants().map(({ name, source }) => `const ${name}=${source};`);
  const parse = fileOf('@parvis/contract/parse');
  const compiled = JSON.stringify(parse.replace(/parse\.(ts|js)$/, 'parse.compiled.$1'));
  replaced.set(parse, `export * from ${compiled};`);
  replaced.set(operationsModule, [`import {oneOf,recordOf} from ${compiled};`, ...constants, ...operations].join('\n'));
  return {
    name: 'parvis-guards',
    enforce: 'pre',
    resolveId: (id) => (id === operationsModule ? id : undefined),
    load: (id) => {
      const code = replaced.get(id);
      return code === undefined ? undefined : { code, moduleType: 'js', moduleSideEffects: false };
    },
  };
}

const operationsOf = (group: string): Record<string, Operation> =>
  group === 'backend' ? backend : groups[group as keyof typeof groups];

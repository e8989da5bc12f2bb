import type { Backend } from '@parvis/contract';
import { backend as always, groups, type Operation, type Verb } from '@parvis/contract/operations';

export const apiBase = '/api/v1';

export interface Route {
  /** `votes.cast`; `describe` and `check` have no group. */
  name: string;
  operation: Operation;
  /** Names in braces in the path. */
  parameters: string[];
  verb(backend: Backend): Verb<Operation>;
}

/** Every verb of the contract with its place over HTTP: routes and OpenAPI are read off this list. */
export const routes: readonly Route[] = [
  ...Object.entries(always).map(([name, operation]) => route(name, operation, (backend) => backend[name as keyof typeof always])),
  ...Object.entries(groups).flatMap(([group, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([name, operation]) =>
      route(`${group}.${name}`, operation, (backend) => (backend as unknown as Record<string, Record<string, unknown>>)[group]?.[name]))),
];

function route(name: string, operation: Operation, pick: (backend: Backend) => unknown): Route {
  return {
    name,
    operation,
    parameters: Array.from(operation.path.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? ''),
    verb: (backend) => pick(backend) as Verb<Operation>,
  };
}

import { contractVersion, errorStatus, type ErrorCode, Problem } from '@parvis/contract';
import type { Operation } from '@parvis/contract/operations';
import * as z from 'zod/mini';
import { problemType } from './problems.ts';
import { apiBase, type Route, routes } from './routes.ts';

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; required?: string[]; anyOf?: Schema[] };

/** Besides what a verb names: what any call over HTTP may meet. */
const always: readonly ErrorCode[] = ['invalid', 'quota', 'backend-fault'];

/** OpenAPI 3.1 of the whole contract, from the very schemas that check the calls (JSON Schema draft 2020-12). */
export function openApi(): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = (paths[route.operation.path || '/'] ??= {});
    path[route.operation.method.toLowerCase()] = describe(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Parvis', version: contractVersion, license: { name: 'MIT', identifier: 'MIT' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: apiBase }],
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  };
}

function describe({ name, operation, parameters }: Route): object {
  const input = schemaOf(operation.input, 'input');
  const query = Object.keys(input.properties ?? {}).filter((field) => !parameters.includes(field));
  const hasBody = operation.method === 'POST';
  return {
    operationId: name,
    summary: operation.summary,
    tags: [name.split('.')[0]],
    parameters: [
      ...parameters.map((field) => ({ name: field, in: 'path', required: true, schema: fieldOf(input, field) })),
      ...(hasBody ? [] : query.map((field) => ({
        name: field, in: 'query', required: input.required?.includes(field) ?? false, schema: fieldOf(input, field),
      }))),
      { name: 'locale', in: 'query', required: false, description: 'BCP 47; absent: Accept-Language decides', schema: { type: 'string' } },
    ],
    ...(hasBody && { requestBody: { required: true, content: { 'application/json': { schema: without(input, parameters) } } } }),
    responses: {
      200: {
        description: 'Done',
        ...(!hasBody && { headers: { ETag: { schema: { type: 'string' } } } }),
        content: { 'application/json': { schema: schemaOf(operation.answer, 'output') } },
      },
      ...(!hasBody && { 304: { description: 'Nothing new since the ETag in If-None-Match' } }),
      ...problemsOf(operation),
    },
  };
}

/** One entry per status; several codes may share one. */
function problemsOf({ errors, method }: Operation): Record<number, object> {
  const byStatus = new Map<number, string[]>();
  const add = (status: number, code: string) => byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  for (const code of new Set([...errors, ...always])) add(errorStatus[code], code);
  add(503, 'backend-fault');
  if (method === 'POST') {
    add(400, 'invalid');
    for (const code of ['too-large', 'type-refused'] as const) if (!errors.includes(code)) add(errorStatus[code], code);
  }
  return Object.fromEntries(Array.from(byStatus, ([status, codes]) => [
    status,
    { description: codes.join(', '), content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]));
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
  return rest;
}

const fieldOf = (input: Schema, field: string): Schema =>
  input.properties?.[field] ?? input.anyOf?.map((choice) => fieldOf(choice, field))[0] ?? {};

/** The body carries what the path does not. */
function without(schema: Schema, fields: readonly string[]): Schema {
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((choice) => without(choice, fields)) };
  const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !fields.includes(name)));
  return { ...schema, properties, required: schema.required?.filter((name) => !fields.includes(name)) ?? [] };
}

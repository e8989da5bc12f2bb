import * as z from 'zod/mini';

type Json = z.core.JSONSchema.BaseSchema;

/** A guard before it is written as source. Like `Guard` of `parse.compiled.ts`, with names for its functions. */
export type GuardTree =
  | 'string' | 'boolean' | 'number' | number | RegExp
  | { readonly [field: string]: GuardTree }
  | readonly [0, GuardTree, null?]
  | readonly [1, GuardTree, number?]
  | readonly [2, ...(string | number | boolean)[]]
  | readonly ['oneOf', ...GuardTree[]]
  | readonly ['recordOf', GuardTree, GuardTree];

/**
 * The guard that says of any JSON value what the schema says.
 * @throws Error naming the place, when the schema uses something a guard cannot say: mend the schema or the guards.
 */
export const compileGuard = (schema: z.ZodMiniType): GuardTree => fromJson(z.toJSONSchema(schema, { io: 'input' }) as Json, '');

/** Every keyword a guard takes over; one that it would drop silently is a mistake. */
const known = new Set([
  '$schema', 'type', 'properties', 'required', 'items', 'maxItems', 'anyOf', 'enum', 'const', 'pattern', 'minLength', 'maxLength',
  'minimum', 'maximum', 'propertyNames', 'additionalProperties',
]);

function fromJson(json: Json, at: string): GuardTree {
  const cannot = (what: string) => new Error(`a browser guard cannot say ${what} (at ${at || 'the top'} of the schema)`);
  const strange = Object.keys(json).find((key) => !known.has(key));
  if (strange) throw cannot(`"${strange}"`);
  if (json.const !== undefined) return [2, json.const as string];
  if (json.enum) return [2, ...(json.enum as string[])];
  if (json.anyOf) return fromUnion(json.anyOf as Json[], at);
  switch (json.type) {
    case 'boolean': return 'boolean';
    case 'number':
      if (json.minimum !== undefined || json.maximum !== undefined) throw cannot('the bounds of a fraction');
      return 'number';
    case 'integer':
      if (json.maximum !== Number.MAX_SAFE_INTEGER) throw cannot('"maximum"');
      return json.minimum as number;
    case 'string': return fromString(json, cannot);
    case 'array': {
      const item = fromJson(json.items as Json, `${at}/items`);
      return json.maxItems === undefined ? [1, item] : [1, item, json.maxItems];
    }
    case 'object': return fromObject(json, at, cannot);
    default: throw cannot(`"type": ${JSON.stringify(json.type)}`);
  }
}

function fromString({ pattern, minLength = 0, maxLength }: Json, cannot: (what: string) => Error): GuardTree {
  const bounded = minLength > 0 || maxLength !== undefined;
  if (pattern !== undefined && bounded) throw cannot('a pattern together with a length');
  if (pattern !== undefined) return new RegExp(pattern);
  return bounded ? new RegExp(`^[^]{${minLength},${maxLength ?? ''}}$`) : 'string';
}

function fromUnion(options: Json[], at: string): GuardTree {
  const others = options.filter((option) => option.type !== 'null');
  const guards = others.map((option, i) => fromJson(option, `${at}/anyOf/${i}`));
  const guard: GuardTree = guards.length === 1 && guards[0] !== undefined ? guards[0] : ['oneOf', ...guards];
  return others.length < options.length ? [0, guard, null] : guard;
}

function fromObject(json: Json, at: string, cannot: (what: string) => Error): GuardTree {
  if (json.propertyNames) {
    return ['recordOf', fromJson(json.propertyNames as Json, `${at}/propertyNames`), fromJson(json.additionalProperties as Json, `${at}/additionalProperties`)];
  }
  if (json.additionalProperties !== undefined) throw cannot('"additionalProperties"');
  const fields = Object.entries(json.properties ?? {}).map(([name, field]): [string, GuardTree] => {
    const guard = fromJson(field as Json, `${at}/${name}`);
    return [name, json.required?.includes(name) ? guard : [0, guard]];
  });
  return Object.fromEntries(fields);
}

import * as z from 'zod/mini';

/**
 * A schema of this contract as JSON Schema (2020-12), for backends in other languages. It describes what may be sent in: defaults are named, not filled in.
 * What a schema says by a function is not in it: how many values a choice has at most, and that a text has a language at least.
 */
export const jsonSchema = (schema: z.ZodMiniType): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

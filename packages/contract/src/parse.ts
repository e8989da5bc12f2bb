import type * as z from 'zod/mini';
import type { Issue } from './schemas/problem.ts';

export type Parsed<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/** RFC 6901. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * Checks something that came from outside against a schema. Fields the schema does not know are left out of the value.
 * The browser files carry the same check compiled from the same schemas (see `parse.compiled.ts`).
 */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, issues: result.error.issues.flatMap(issuesOf) };
}

function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(issue.path), code: codeOf(issue) }];
  return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'unknown-field' }));
}

/** zod's issue codes put into the contract's few. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'missing';
  if (issue.code === 'invalid_type') return 'wrong-type';
  if (issue.code === 'too_big') return 'too-long';
  if (issue.code === 'too_small') return 'too-short';
  return 'malformed';
}

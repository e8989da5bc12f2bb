import type { Issue } from './schemas/problem.ts';
import type { Parsed } from './parse.ts';

/**
 * A schema as small data, compiled by `guards/compile.ts` for browser files, where zod would cost a third of the budget:
 * a type's name; the lowest whole number allowed; a pattern for a string; an object's fields (others are left out); a
 * tagged list, 0 `[0, guard, empty]` may also be `empty` (absent: undefined, so the field is optional), 1 `[1, guard, max]`
 * a list, 2 `[2, …values]` one of these values; or a function for what is seldom needed, so that only files which use it carry it.
 */
export type Guard =
  | 'string' | 'boolean' | 'number' | number | RegExp
  | { readonly [field: string]: Guard }
  | readonly [0, Guard, null?]
  | readonly [1, Guard, number?]
  | readonly [2, ...unknown[]]
  | Check;

type Check = (value: unknown, at: string, issues: Issue[]) => unknown;
type Fields = Record<string, unknown>;

/** Like `parse` of `parse.ts`, with a guard for the schema. Its codes are `missing`, `wrong-type` and `malformed` only. */
export function parse<T>(guard: Guard, value: unknown): Parsed<T> {
  const issues: Issue[] = [];
  const checked = check(guard, value, '', issues);
  return issues[0] ? { ok: false, issues } : { ok: true, value: checked as T };
}

/** RFC 6901. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function check(guard: Guard, value: unknown, at: string, issues: Issue[]): unknown {
  if (typeof guard === 'function') return guard(value, at, issues);
  const fault = (code = 'wrong-type') => void issues.push({ pointer: at, code: value === undefined ? 'missing' : code });
  const each = (inner: Guard, part: unknown, key: PropertyKey) => check(inner, part, at + pointerTo([key]), issues);

  if (typeof guard === 'string') {
    if (typeof value !== guard) fault();
  } else if (typeof guard === 'number') {
    if (!Number.isInteger(value)) fault();
    else if (!Number.isSafeInteger(value) || (value as number) < guard) fault('malformed');
  } else if (guard instanceof RegExp) {
    if (typeof value !== 'string') fault();
    else if (!guard.test(value)) fault('malformed');
  } else if (isList(guard)) {
    const [tag, inner, limit] = guard;
    if (tag === 0) return value === limit ? value : check(inner, value, at, issues);
    if (tag === 2) {
      if (guard.indexOf(value as 2, 1) < 0) fault();
    } else if (!Array.isArray(value)) fault();
    else {
      const list = value.map((part, i) => each(inner, part, i));
      if (list.length > (limit as number)) fault('malformed');
      return list;
    }
  } else if (!isObject(value)) fault();
  else {
    const fields: Fields = {};
    for (const key of Object.keys(guard)) {
      const field = each(guard[key] as Guard, value[key], key);
      if (field !== undefined || key in value) fields[key] = field;
    }
    return fields;
  }
  return value;
}

/**
 * The first guard that fits. Where none does, one whose types fit says more of what is wrong than the whole, as zod has it.
 */
export const oneOf = (...guards: Guard[]): Check => (value, at, issues) => {
  const tries: Issue[][] = [];
  for (const guard of guards) {
    const found: Issue[] = [];
    const checked = check(guard, value, at, found);
    if (!found[0]) return checked;
    tries.push(found);
  }
  const [near, second] = tries.filter((found) => found.every((issue) => issue.code === 'malformed'));
  if (near && !second) issues.push(...near);
  else check([2], value, at, issues);
  return value;
};

/** Any names that fit `keys`, with values that fit `values`. */
export const recordOf = (keys: Guard, values: Guard): Check => (value, at, issues) => {
  if (!isObject(value)) return check([2], value, at, issues);
  const record: Fields = {};
  for (const key of Object.keys(value)) {
    // Assigning to it would change the record's prototype.
    if (key === '__proto__') continue;
    record[key] = check(parse(keys, key).ok ? values : [2], value[key], at + pointerTo([key]), issues);
  }
  return record;
};

const isList = (guard: Guard): guard is Extract<Guard, readonly unknown[]> => Array.isArray(guard);
const isObject = (value: unknown): value is Fields => !!value && typeof value === 'object' && !Array.isArray(value);

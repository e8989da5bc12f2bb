import type { Issue } from './schemas/problem.ts';
import type { Parsed } from './parse.ts';

/**
 * A schema as small data, compiled by `guards/compile.ts` for browser files, where zod would cost a third of the budget:
 * a type's name; the lowest whole number allowed; a pattern for a string; an object's fields (others are left out); or
 * a tag with what it needs: 0 `[0, guard, empty]` may also be `empty` (absent: undefined, so the field is optional),
 * 1 `[1, guard, max]` a list, 2 `[2, …values]` one of these values, 3 `[3, …guards]` the first guard that fits,
 * 4 `[4, keys, values]` a record.
 */
export type Guard =
  | 'string' | 'boolean' | 'number' | number | RegExp
  | { readonly [field: string]: Guard }
  | readonly [0, Guard, null?]
  | readonly [1, Guard, number?]
  | readonly [2, ...(string | number | boolean | null)[]]
  | readonly [3, ...Guard[]]
  | readonly [4, Guard, Guard];

/** Like `parse` of `parse.ts`, with a guard for the schema. Its codes are `missing`, `wrong-type` and `malformed` only. */
export function parse<T>(guard: Guard, value: unknown): Parsed<T> {
  const issues: Issue[] = [];
  const checked = check(guard, value, '', issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: checked as T };
}

/** RFC 6901. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type Fields = Record<string, unknown>;

function check(guard: Guard, value: unknown, at: string, issues: Issue[]): unknown {
  const expect = (ok: unknown, code = 'wrong-type') => {
    if (!ok) issues.push({ pointer: at, code: value === undefined ? 'missing' : code });
    return ok;
  };
  const object = () => expect(value && typeof value === 'object' && !Array.isArray(value));
  const each = (inner: Guard, part: unknown, key: PropertyKey) => check(inner, part, at + pointerTo([key]), issues);

  if (typeof guard === 'string') expect(typeof value === guard);
  else if (typeof guard === 'number') {
    if (expect(Number.isSafeInteger(value))) expect((value as number) >= guard, 'malformed');
  } else if (guard instanceof RegExp) {
    if (expect(typeof value === 'string')) expect(guard.test(value as string), 'malformed');
  } else if (!isTagged(guard)) {
    const fields: Fields = {};
    if (object()) {
      for (const key in guard) {
        const field = each(guard[key] as Guard, (value as Fields)[key], key);
        if (field !== undefined || key in (value as Fields)) fields[key] = field;
      }
    }
    return fields;
  } else if (guard[0] === 0) return value === guard[2] ? value : check(guard[1], value, at, issues);
  else if (guard[0] === 1) {
    if (!expect(Array.isArray(value))) return value;
    const list = (value as unknown[]).map((part, i) => each(guard[1], part, i));
    expect(!(list.length > (guard[2] as number)), 'malformed');
    return list;
  } else if (guard[0] === 2) expect(guard.indexOf(value as string, 1) > 0);
  else if (guard[0] === 3) {
    // Of the guards that do not fit, one whose types fit says more than the union does, as zod has it.
    const tries = (guard.slice(1) as Guard[]).map((inner) => {
      const found: Issue[] = [];
      return { checked: check(inner, value, at, found), found };
    });
    const fit = tries.find((t) => !t.found.length);
    if (fit) return fit.checked;
    const near = tries.filter((t) => t.found.every((issue) => issue.code === 'malformed'));
    if (near.length === 1) issues.push(...(near[0]?.found ?? []));
    else expect(false);
  } else if (object()) {
    const record: Fields = {};
    for (const key of Object.keys(value as Fields)) {
      // Assigning to it would change the record's prototype.
      if (key === '__proto__') continue;
      const part = parse(guard[1], key).ok ? guard[2] : never;
      record[key] = each(part, (value as Fields)[key], key);
    }
    return record;
  }
  return value;
}

const isTagged = (guard: Guard): guard is Extract<Guard, readonly unknown[]> => Array.isArray(guard);

/** Nothing is one of no values. */
const never: Guard = [2];

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import * as z from 'zod/mini';
import { backend, groups } from '../operations/index.ts';
import { oneOf, parse as parseCompiled, recordOf, type Guard } from '../parse.compiled.ts';
import { parse } from '../parse.ts';
import { Problem } from '../schemas/problem.ts';
import { compileGuard } from './compile.ts';
import { GuardSource } from './source.ts';

type Json = z.core.JSONSchema.BaseSchema;

const answers: [string, z.ZodMiniType][] = [
  ['problem', Problem],
  ...Object.entries({ backend, ...groups }).flatMap(([group, verbs]) =>
    Object.entries(verbs).map(([verb, operation]): [string, z.ZodMiniType] => [`${group}.${verb}`, operation.answer]),
  ),
];

/** The guard as a browser file has it: written as source and read again. */
function asShipped(schema: z.ZodMiniType): Guard {
  const source = new GuardSource();
  const expression = source.expression(compileGuard(schema));
  const constants = source.constants().map(({ name, source }) => `const ${name}=${source};`).join('');
  return new Function('oneOf', 'recordOf', `${constants} return ${expression}`)(oneOf, recordOf) as Guard;
}

/** Verdict, value and places; zod's codes are finer. */
const verdict = (parsed: ReturnType<typeof parse>) =>
  parsed.ok ? parsed : { ok: false, pointers: [...new Set(parsed.issues.map((issue) => issue.pointer))].sort() };

function same(schema: z.ZodMiniType, guard: Guard, value: unknown) {
  assert.deepEqual(verdict(parseCompiled(guard, value)), verdict(parse(schema, value)), JSON.stringify(value));
}

describe('A browser guard judges as its schema does', () => {
  for (const [name, schema] of answers) {
    const guard = asShipped(schema);
    const json = z.toJSONSchema(schema, { io: 'input' }) as Json;

    it(`${name}: accepts every answer that fits and gives the same value`, () => {
      fc.assert(fc.property(fitting(json), (value) => {
        assert.ok(parse(schema, value).ok, 'the generator makes values that fit');
        same(schema, guard, value);
      }), { numRuns: 60 });
    });

    it(`${name}: finds the same faults in the same places`, () => {
      fc.assert(fc.property(spoilt(fitting(json)), (value) => same(schema, guard, value)), { numRuns: 250 });
    });
  }

  it('leaves fields it does not know out of the value', () => {
    const schema = z.object({ a: z.string(), b: z.optional(z.object({ c: z.int() })) });
    assert.deepEqual(parseCompiled(asShipped(schema), { a: 'x', z: 1, b: { c: 1, d: 2 } }), { ok: true, value: { a: 'x', b: { c: 1 } } });
  });

  it('names the missing field and the field of the wrong type', () => {
    const guard = asShipped(z.object({ a: z.string(), 'b/c': z.int().check(z.minimum(1)), d: z.int() }));
    assert.deepEqual(parseCompiled(guard, { 'b/c': 0, d: 'x' }), {
      ok: false,
      issues: [{ pointer: '/a', code: 'missing' }, { pointer: '/b~1c', code: 'malformed' }, { pointer: '/d', code: 'wrong-type' }],
    });
  });

  it('is not led astray by a field named __proto__', () => {
    const schema = z.object({ values: z.record(z.string(), z.int()) });
    same(schema, asShipped(schema), JSON.parse('{"values":{"__proto__":{"x":1},"a":2},"__proto__":{"values":{}}}'));
  });

  it('refuses to compile what it could not check', () => {
    assert.throws(() => compileGuard(z.object({ a: z.array(z.int().check(z.maximum(9))) })), /"maximum" \(at \/a\/items/);
    assert.throws(() => compileGuard(z.array(z.string()).check(z.minLength(2))), /"minItems"/);
    assert.throws(() => compileGuard(z.strictObject({ a: z.string() })), /"additionalProperties"/);
  });

  it('writes what several answers share once', () => {
    const source = new GuardSource();
    for (const [, schema] of answers) source.expression(compileGuard(schema));
    const written = source.constants().map((constant) => constant.source);
    assert.equal(new Set(written).size, written.length);
    assert.equal(written.filter((text) => text.includes('A-Za-z0-9._~-')).length, 1);
  });
});

/** Any value that fits a JSON schema, with fields nobody knows mixed in. */
function fitting(json: Json): Arbitrary<unknown> {
  if (json.const !== undefined) return fc.constant(json.const);
  if (json.enum) return fc.constantFrom(...(json.enum as unknown[]));
  if (json.anyOf) return fc.oneof(...(json.anyOf as Json[]).map(fitting));
  switch (json.type) {
    case 'null': return fc.constant(null);
    case 'boolean': return fc.boolean();
    case 'number': return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'integer': return fc.oneof(fc.constant(json.minimum as number), fc.integer({ min: Math.max(json.minimum as number, -(2 ** 31)) }));
    case 'string': return json.pattern ? fc.stringMatching(new RegExp(json.pattern)) : text(json);
    case 'array': return fc.array(fitting(json.items as Json), { maxLength: 4 });
    default: return fittingObject(json);
  }
}

function text({ minLength = 0, maxLength = 300 }: Json): Arbitrary<string> {
  return fc.string({ minLength, maxLength: Math.min(maxLength, 300), unit: 'binary' }).filter((s) => s.length >= minLength && s.length <= maxLength);
}

function fittingObject(json: Json): Arbitrary<unknown> {
  if (json.propertyNames) return fc.dictionary(fitting(json.propertyNames as Json) as Arbitrary<string>, fitting(json.additionalProperties as Json), { maxKeys: 3 });
  const fields = Object.fromEntries(Object.entries(json.properties ?? {}).map(([name, field]) => [name, fitting(field as Json)]));
  const record = fc.record(fields, { requiredKeys: json.required ?? [] });
  return fc.tuple(record, fc.dictionary(fc.string().map((s) => `x-${s}`), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 })).map(([known, unknown]) => ({ ...known, ...unknown }));
}

/** Things a backend may send where something else belongs, on both sides of every bound of the contract. */
const strange: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1, 1.5, 1e300, 2 ** 53, '', ' ', 'x'.repeat(101), 'y'.repeat(1001), '2026-13-01', 'no id', 'fr_FR', [], {}, [[]], [null]),
  fc.constantFrom({ options: [''] }, { options: [1] }, { blank: false }, { values: { a: 1.5 } }, { values: { '': 1 } }, { values: [] }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The values, with some places replaced by something strange or taken away. */
const spoilt = (values: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc.tuple(values, fc.array(fc.tuple(fc.nat(), fc.option(strange, { nil: undefined })), { minLength: 1, maxLength: 3 }))
    .map(([value, faults]) => faults.reduce((spoiling, [n, put]) => spoilOne(spoiling, n, put), structuredClone(value)));

/** `put: undefined` takes the place away. */
function spoilOne(value: unknown, n: number, put: unknown): unknown {
  const places: (() => void)[] = [];
  const visit = (node: unknown) => {
    if (node === null || typeof node !== 'object') return;
    const container = node as Record<string, unknown>;
    for (const key of Object.keys(container)) {
      places.push(() => {
        if (put !== undefined) container[key] = structuredClone(put);
        else if (Array.isArray(node)) node.splice(Number(key), 1);
        else delete container[key];
      });
      visit(container[key]);
    }
  };
  visit(value);
  const place = places[n % (places.length + 1)];
  if (!place) return put === undefined ? value : put;
  place();
  return value;
}

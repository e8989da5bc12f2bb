import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { parse, pointerTo } from './parse.ts';
import { ConsultationDefinition } from './schemas/definition.ts';
import { Vote } from './schemas/votes.ts';

const Small = z.object({ name: z.string().check(z.minLength(2), z.maxLength(4)), kind: z.enum(['a', 'b']), list: z.optional(z.array(z.int())) });

const issues = (schema: z.ZodMiniType, value: unknown) => {
  const parsed = parse(schema, value);
  return parsed.ok ? [] : parsed.issues.map((i) => `${i.pointer} ${i.code}`);
};

test('what fits comes back without the fields nobody knows', () => {
  assert.deepEqual(parse(Small, { name: 'abc', kind: 'a', more: 1 }), { ok: true, value: { name: 'abc', kind: 'a' } });
});

test('each issue says where and what: missing, wrong type, too short or long, malformed', () => {
  assert.deepEqual(issues(Small, {}), ['/name missing', '/kind missing']);
  assert.deepEqual(issues(Small, { name: 3, kind: 'a' }), ['/name wrong-type']);
  assert.deepEqual(issues(Small, { name: 'a', kind: 'c' }), ['/name too-short', '/kind malformed']);
  assert.deepEqual(issues(Small, { name: 'abcde', kind: 'b', list: [1, 'x'] }), ['/name too-long', '/list/1 wrong-type']);
  assert.deepEqual(issues(Small, undefined), [' missing']);
  assert.deepEqual(issues(Small, null), [' wrong-type']);
});

test('a slip of the pen in a definition is named, not ignored', () => {
  const definition = { id: 'bp', title: 'Budget', organiser: { name: 'Ville' }, opensat: '2026-03-01T09:00:00Z', ballots: [{ id: 'v', title: 'Vote', method: 'single', options: [{ id: '1', number: 1, label: 'A', prize: 3 }] }] };
  assert.deepEqual(issues(ConsultationDefinition, definition).sort(), ['/ballots/0/options/0/prize unknown-field', '/opensat unknown-field']);
});

test('a definition comes back with its defaults filled in', () => {
  const parsed = parse(ConsultationDefinition, { id: 'bp', title: 'Budget', organiser: { name: 'Ville' }, ballots: [{ id: 'v', title: 'Vote', method: 'single', options: [{ id: '1', number: 1, label: 'A' }] }] });
  assert.ok(parsed.ok);
  assert.deepEqual([parsed.value.languages, parsed.value.ballots[0]?.blank, parsed.value.ballots[0]?.results, parsed.value.feedback], [['fr'], true, 'hidden', []]);
});

test('a vote must be one of the three shapes', () => {
  const vote = { consultation: 'a', ballot: 'b', key: 'k'.repeat(16), voter: { mark: 'm'.repeat(22) }, rulesHash: 'h' };
  for (const choice of [{ blank: true }, { options: [] }, { values: { a: 1 } }]) assert.deepEqual(issues(Vote, { ...vote, choice }), []);
  for (const choice of [{ blank: false }, { values: { a: 1.5 } }, {}, 'yes']) assert.equal(issues(Vote, { ...vote, choice })[0]?.split(' ')[0], '/choice');
});

test('pointers escape what RFC 6901 asks for', () => {
  assert.equal(pointerTo(['a/b', 'c~d', 0]), '/a~1b/c~0d/0');
  assert.equal(pointerTo([]), '');
});

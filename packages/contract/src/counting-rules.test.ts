import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countingRules, rulesFor, settingsFor } from './counting-rules.ts';
import { CountingDefinition, RuleName } from './schemas/outcome.ts';
import { Method } from './schemas/votes.ts';

test('every rule that can be written has its traits, and every kind of ballot has a rule', () => {
  assert.deepEqual(Object.keys(countingRules).sort(), RuleName.options.toSorted());
  for (const method of Method.options) assert.ok(rulesFor(method).length > 0, method);
  assert.deepEqual(rulesFor('grades'), ['majority-judgment']);
});

test('every setting that can be written belongs to some rule', () => {
  const known = new Set(RuleName.options.flatMap((name) => [...settingsFor(name)]));
  assert.deepEqual(Object.keys(CountingDefinition.shape).filter((name) => name !== 'rule' && !known.has(name as never)), []);
  assert.deepEqual(settingsFor('plurality'), []);
  assert.deepEqual(settingsFor('threshold'), ['budget', 'seats', 'threshold']);
});

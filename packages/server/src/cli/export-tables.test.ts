import assert from 'node:assert/strict';
import { it } from 'node:test';
import { definition, file } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';
import { type NamedTable, tablesOf } from './export-tables.ts';

const counted = definition({ ballots: (file.ballots ?? []).map((ballot) => (ballot.id === 'projets' ? { ...ballot, counting: { rule: 'greedy' as const } } : ballot)) });

const rowsOf = async ({ rows }: NamedTable) => {
  const all = [];
  for await (const row of rows) all.push(row);
  return all;
};

it('An export holds what may be seen now: no hidden results, and once voting is closed totals with place and reason, and the votes', async () => {
  await using house = await testHouse(counted);
  for (const options of [['c'], ['c'], ['a', 'b']]) await house.backend.votes.cast(await house.vote({ options }));
  const tables = () => tablesOf(house.store, house.backend, counted);
  assert.deepEqual((await tables()).map(({ name }) => name), ['propositions', 'questions']);

  house.setClock('2026-04-02T00:00:00+02:00');
  const after = await tables();
  assert.deepEqual(after.map(({ name }) => name), ['propositions', 'questions', ...['projets', 'code', 'points'].flatMap((id) => [`${id}-resultats`, `${id}-votes`])]);
  const [, , results, votes, uncounted] = after;
  assert.ok(results && votes && uncounted);
  assert.deepEqual((await rowsOf(results)).slice(0, 3).map(({ option, total, place, reason }) => [option, total, place, reason]), [
    ['a', 1, undefined, 'no-money'], ['b', 1, undefined, 'no-money'], ['c', 2, 1, 'taken'],
  ]);
  assert.ok(!uncounted.columns.includes('place'), 'a ballot without a rule names no winner');
  assert.deepEqual((await rowsOf(votes)).map(({ choice }) => choice).sort(), ['a|b', 'c', 'c']);
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { smallestGroup, totalsOf, type Choice } from '@parvis/contract';
import { definition } from '../testing/consultation.ts';
import { buildingTotals } from './building-totals.ts';
import { groupsOf } from './groups.ts';

const units = (sizes: Record<string, number>) => Object.entries(sizes).flatMap(([building, size]) => Array.from({ length: size }, () => ({ building })));

describe('Buildings, when codes are made', () => {
  it('are told apart where each has ten dwellings; smaller ones share a group', () => {
    assert.deepEqual([...groupsOf(units({ A: 40, B: 36, C: 12, D: 8 }))], [['A', 'A'], ['B', 'B'], ['C', 'C + D'], ['D', 'C + D']]);
  });

  it('are not told apart where that would leave a single group, or where no building is named', () => {
    for (const sizes of [{ A: 9 }, { A: 40 }, { A: 40, B: 3 }, { '': 50 }]) assert.deepEqual([...groupsOf(units(sizes))], []);
  });

  it('have names that take as few bytes in any script, since they are sealed', () => {
    const long = { ['棟'.repeat(100)]: 10, [`${'棟'.repeat(100)}北`]: 4, [`"${'\u0627'.repeat(99)}"`]: 12, B: 3, ['C'.repeat(150)]: 3 };
    const names = new Set(groupsOf(units(long)).values());
    assert.equal(names.size, 3);
    for (const name of names) assert.ok(Buffer.byteLength(JSON.stringify(name)) <= 180, name);
    assert.ok([...names].some((name) => /^棟{50,}…$/.test(name)));
  });

  it('never make a group of fewer than ten dwellings', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 }), (sizes) => {
      const all = units(Object.fromEntries(sizes.map((size, i) => [`Bâtiment ${i}`, size])));
      const groups = groupsOf(all);
      const counts = new Map<string, number>();
      for (const { building } of all) counts.set(groups.get(building) ?? '', (counts.get(groups.get(building) ?? '') ?? 0) + 1);
      if (groups.size > 0) for (const [group, count] of counts) assert.ok(count >= smallestGroup && group !== '' && Buffer.byteLength(group) <= 180, group);
    }));
  });
});

describe('Results by building', () => {
  const ballot = definition().ballots.find(({ id }) => id === 'code');
  assert.ok(ballot);
  const choice = fc.constantFrom<Choice>({ options: ['oui'] }, { options: ['non'] }, { blank: true });

  it('show no group with fewer than ten voters, not even by subtraction, and add up to the whole vote', () => {
    const votes = fc.array(fc.record({ group: fc.constantFrom('A', 'B', 'C + D', 'E'), choice }), { maxLength: 80 });
    fc.assert(fc.property(votes, fc.array(choice, { maxLength: 15 }), (sealed, others) => {
      const all = totalsOf(ballot, [...sealed.map((vote) => vote.choice), ...others].map((one) => ({ choice: one, channel: 'online' as const })));
      const groups = buildingTotals(ballot, sealed, all);
      assert.notEqual(groups.length, 1);
      for (const { group, voters } of groups) assert.ok(voters >= smallestGroup, `${group}: ${voters}`);
      if (groups.length === 0) return;
      const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((total, group) => total + of(group), 0);
      assert.deepEqual([sum((g) => g.voters), sum((g) => g.blank)], [all.voters.total, all.blank.total]);
      for (const { option, total } of all.tally) assert.equal(sum((g) => g.tally.find((row) => row.option === option)?.total ?? 0), total);
    }));
  });

  it('name the buildings that are counted together', () => {
    const votes = (group: string, number: number) => Array.from({ length: number }, () => ({ group, choice: { options: ['oui'] } }));
    const sealed = [...votes('B', 12), ...votes('A', 20), ...votes('C + D', 4)];
    const all = totalsOf(ballot, sealed.map((vote) => ({ choice: vote.choice, channel: 'online' as const })));
    assert.deepEqual(buildingTotals(ballot, sealed, all).map(({ group, voters }) => [group, voters]), [['A', 20], ['B + C + D', 16]]);
  });
});

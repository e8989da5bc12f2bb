import assert from 'node:assert/strict';
import { it } from 'node:test';
import { testHouse } from '../testing/house.ts';
import { demo, demoVotes } from './demo.ts';
import { openFile } from './open.ts';
import { readServeOptions } from './serve-options.ts';

it('The demonstration shows a finished vote with its outcome, and counts its votes once however often it starts', async () => {
  await using house = await testHouse();
  for (let start = 0; start < 2; start += 1) {
    for (const file of demo(readServeOptions(['--demo'])).open) await openFile(house.store, file);
    await demoVotes(house.store);
  }
  house.setClock('2026-11-25T12:00:00+01:00');
  const { voters, blank, outcome, electorate = 0, final } = await house.backend.votes.results({ consultation: 'jeunes-2025', ballot: 'projets' });
  assert.deepEqual([final, voters, blank.total], [true, { online: 131, paper: 96, assisted: 0, total: 227 }, 5]);
  assert.ok(voters.total < electorate);
  assert.deepEqual(outcome?.winners, ['basket', 'studio', 'cinema', 'rampes', 'mur']);
  assert.equal(outcome?.spent, 5_970_000);
  assert.deepEqual(new Set(outcome?.options.map(({ reason }) => reason.code)), new Set(['taken', 'no-money']));
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Choice } from '@parvis/contract';
import { issueCodes } from '../../testing/codes.ts';
import { definition, file } from '../../testing/consultation.ts';
import { rowsOnDisk } from '../../testing/file-pages.ts';
import { testHouse, type TestHouse } from '../../testing/house.ts';
import { createGroupKeys, openGroupVote } from './group-seal.ts';
import { openSqliteStore } from './index.ts';

const yes = { options: ['oui'] };
const database = (house: TestHouse) => join(house.folder, 'parvis.db');
const cast = async (house: TestHouse, code: string, choice: Choice = yes) => house.backend.votes.cast(await house.vote(choice, { ballot: 'code', voter: { code } }));
const kept = async (house: TestHouse) => (await house.store.exportVotes('bp-2026', 'code', { limit: 1_000 })).items;

function look<R>(house: TestHouse, sql: string): R[] {
  using db = new DatabaseSync(database(house));
  return db.prepare(sql).all() as R[];
}
/** Another program writes; the server looks for that 20 ms later at the latest. */
async function outside(house: TestHouse, sql: string): Promise<void> {
  look(house, sql);
  await pause(50);
}
const lengths = (house: TestHouse) => look<{ size: number }>(house, 'SELECT DISTINCT octet_length(choice) + octet_length(channel) AS size FROM votes').map(({ size }) => size);

describe('The places of votes with codes', () => {
  it('are there before anybody votes, and nothing in the file moves when somebody does', async () => {
    await using house = await testHouse();
    const codes = await issueCodes(house.store, 60, { group: 'A', groups: { of: new Map(), publicKey: createGroupKeys().publicKey } });
    const lie = () => ['codes', 'votes', 'group_votes'].map((table) => rowsOnDisk(database(house), table).map(({ page, offset, values }) => [page, offset, String(values[2])]));
    await cast(house, codes.pop() ?? '');
    const before = lie();
    assert.deepEqual(before.map((rows) => rows.length), [60, 60, 60]);
    for (const code of codes) await cast(house, code, { options: [codes.indexOf(code) % 2 === 0 ? 'oui' : 'non'] });
    assert.deepEqual(lie(), before);
    assert.equal((await kept(house)).length, 60);
  });

  it('that are empty are no votes: not in an export of any size, nor by building, nor after closing', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 30, { group: 'A', groups: { of: new Map(), publicKey: createGroupKeys().publicKey } });
    assert.deepEqual(await house.store.exportVotes('bp-2026', 'code', { limit: 1 }), { items: [], next: undefined });
    await cast(house, code);
    assert.deepEqual(await house.store.exportVotes('bp-2026', 'code', { limit: 1 }), { items: [{ choice: yes, channel: 'online' }], next: undefined });
    assert.equal((await house.store.groupVotes('bp-2026', 'code')).length, 1);
    await house.store.forgetReplays('bp-2026', { ballot: 'code' });
    assert.equal(look(house, 'SELECT * FROM votes').length, 1, 'the empty ones are gone');
  });

  it('are made for a file from before there were any; the votes in it stay, as long as the others', async () => {
    await using house = await testHouse();
    const codes = await issueCodes(house.store, 20);
    for (const code of codes.slice(0, 5)) await cast(house, code);
    await outside(house, "DELETE FROM votes WHERE channel = 'unused'");
    await outside(house, 'UPDATE votes SET choice = rtrim(choice)');
    for (const code of codes.slice(5, 12)) await cast(house, code, { options: ['non'] });
    assert.deepEqual((await kept(house)).map(({ choice }) => JSON.stringify(choice)).sort(), [...Array<string>(7).fill('{"options":["non"]}'), ...Array<string>(5).fill('{"options":["oui"]}')]);
    assert.equal(lengths(house).length, 1);
    assert.equal(look(house, 'SELECT * FROM votes').length, 20);
  });

  it('are made anew when a ballot gets longer votes before the first, and for codes that come while people vote', async () => {
    await using house = await testHouse();
    const [first = '', second = ''] = await issueCodes(house.store, 10);
    const ballots = (file.ballots ?? []).map((ballot) => (ballot.id === 'code' ? { ...ballot, options: [...(ballot.options ?? []), { id: 'sans-opinion-du-tout', number: 3, label: 'Sans opinion' }] } : ballot));
    await house.store.putConsultation(definition({ ballots }));
    await cast(house, first, { options: ['sans-opinion-du-tout'] });
    const beside = openSqliteStore(house.folder);
    const [late = ''] = await issueCodes(beside, 4);
    await beside.close();
    await pause(50);
    for (const code of [second, late]) await cast(house, code);
    assert.equal(lengths(house).length, 1);
    assert.deepEqual([(await kept(house)).length, look(house, 'SELECT * FROM votes').length], [3, 14]);
  });

  it('are all filled when everybody votes, also after writes that were undone', async () => {
    await using house = await testHouse();
    const codes = await issueCodes(house.store, 12);
    await outside(house, "CREATE TRIGGER broken BEFORE INSERT ON replays BEGIN SELECT RAISE(ABORT, 'broken'); END");
    for (const code of codes.slice(0, 6)) await assert.rejects(cast(house, code));
    await outside(house, 'DROP TRIGGER broken');
    await Promise.all(codes.map((code) => cast(house, code)));
    assert.deepEqual([(await kept(house)).length, look(house, 'SELECT * FROM votes').length], [12, 12]);
  });

  it('of votes by building are as long for any name of a group', async () => {
    await using house = await testHouse();
    const keys = createGroupKeys();
    const names = ['A', 'é'.repeat(90), '棟'.repeat(60)];
    for (const [i, group] of names.entries()) {
      const [code = ''] = await issueCodes(house.store, 10, { group, ...(i === 0 && { groups: { of: new Map(), publicKey: keys.publicKey } }) });
      await cast(house, code);
    }
    const sealed = await house.store.groupVotes('bp-2026', 'code');
    assert.equal(new Set(sealed.map(({ length }) => length)).size, 1);
    assert.deepEqual(sealed.map((one) => openGroupVote(keys.privateKey, one).group).sort(), names.toSorted());
  });
});

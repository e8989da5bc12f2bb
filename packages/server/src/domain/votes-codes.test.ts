import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { codeRefusal, createAccessCode, normalizeCode } from '@parvis/contract';
import { issueCodes } from '../testing/codes.ts';
import { definition, file } from '../testing/consultation.ts';
import { rejection, testHouse, type TestHouse } from '../testing/house.ts';

const yes = { options: ['oui'] };
const no = { options: ['non'] };

/** A vote of the tenants with a code. */
const voteWith = async (house: TestHouse, code: string, choice: { options: string[] } = yes, ballot = 'code') => house.vote(choice, { ballot, voter: { code } });

/** Two ballots that ask for a code, and one that does not. */
const two = () => definition({ ballots: [...(file.ballots ?? []), { ...(file.ballots ?? [])[1]!, id: 'couleur', title: 'Couleur' }] });

describe('A vote with an access code', () => {
  it('is taken in once, however the code is typed', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 3);
    const receipt = await house.backend.votes.cast(await voteWith(house, code.toLowerCase().replaceAll(' ', '-')));
    assert.match(receipt.receipt, /^(\w{4} ){3}\w{4}$/);
    assert.equal((await rejection(house.backend.votes.cast(await voteWith(house, code, no)))).code, 'already-voted');
    assert.deepEqual((await house.store.exportVotes('bp-2026', 'code', { limit: 9 })).items, [{ choice: yes, channel: 'online' }]);
    house.setClock('2026-05-01T00:00:00Z');
    const results = await house.backend.votes.results({ consultation: 'bp-2026', ballot: 'code' });
    assert.deepEqual([results.voters.total, results.verified], [1, true]);
  });

  it('sent again because the answer was lost gets the same receipt, also at the same moment', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    const vote = await voteWith(house, code);
    const receipts = await Promise.all([1, 2, 3].map(() => house.backend.votes.cast(vote)));
    assert.equal(new Set(receipts.map((r) => r.receipt)).size, 1);
    assert.deepEqual(await house.backend.votes.cast(vote), receipts[0]);
  });

  it('sent twice at the same moment from two phones is one vote', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    const outcomes = await Promise.allSettled([await voteWith(house, code), await voteWith(house, code, no)].map((vote) => house.backend.votes.cast(vote)));
    assert.deepEqual(outcomes.map((o) => o.status).sort(), ['fulfilled', 'rejected']);
  });

  it('that was refused for its choice leaves the code as it was', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    assert.equal((await rejection(house.backend.votes.cast(await voteWith(house, code, { options: ['oui', 'non'] })))).code, 'invalid');
    await house.backend.votes.cast(await voteWith(house, code));
  });

  it('that could not be kept whole leaves the code as it was', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    const db = new DatabaseSync(join(house.folder, 'parvis.db'));
    db.exec("CREATE TRIGGER broken BEFORE INSERT ON replays BEGIN SELECT RAISE(ABORT, 'broken'); END");
    await pause(50);
    assert.equal((await rejection(house.backend.votes.cast(await voteWith(house, code)))).code, 'backend-fault');
    db.exec('DROP TRIGGER broken');
    db.close();
    await pause(50);
    assert.equal((await house.store.codeCounts('bp-2026'))[0]?.used, 0);
    assert.equal((await house.store.groupVotes('bp-2026', 'code')).length, 0);
    await house.backend.votes.cast(await voteWith(house, code));
  });

  it('counts once on each ballot that the letter speaks of', async () => {
    await using house = await testHouse(two());
    const [code = ''] = await issueCodes(house.store, 1, { ballots: ['code', 'couleur'] });
    await house.backend.votes.cast(await voteWith(house, code));
    await house.backend.votes.cast(await voteWith(house, code, no, 'couleur'));
    assert.equal((await rejection(house.backend.votes.cast(await voteWith(house, code, no, 'couleur')))).code, 'already-voted');
  });

  it('that cannot be taken in says what is the matter with the code', async () => {
    await using house = await testHouse(two());
    const refusal = async (code: string, ballot = 'code') => {
      const error = await rejection(house.backend.votes.cast(await voteWith(house, code, yes, ballot)));
      return [error.code, codeRefusal(error)];
    };
    const [code = '', other = ''] = await issueCodes(house.store, 2);
    assert.deepEqual(await refusal(createAccessCode()), ['not-eligible', 'unknown']);
    assert.deepEqual(await refusal(`${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`), ['not-eligible', 'mistyped']);
    assert.deepEqual(await refusal('BONJOUR'), ['not-eligible', 'mistyped']);
    assert.deepEqual(await refusal(code, 'couleur'), ['not-eligible', 'foreign'], 'the code of another ballot');
    await house.store.voidCode({ consultation: 'bp-2026', code: normalizeCode(other), reason: 'lettre perdue' });
    assert.deepEqual(await refusal(other), ['not-eligible', 'void']);
    const device = await rejection(house.backend.votes.cast(await house.vote(yes, { ballot: 'code' })));
    assert.deepEqual([device.code, codeRefusal(device)], ['not-eligible', 'missing']);
    const needless = await rejection(house.backend.votes.cast(await voteWith(house, code, { options: ['a'] }, 'projets')));
    assert.deepEqual([needless.code, codeRefusal(needless)], ['not-eligible', undefined], 'a ballot that is open to all');
  });

  it('of another consultation on the same server is told as such', async () => {
    await using house = await testHouse();
    await house.store.putConsultation({ ...two(), id: 'autre' });
    const [code = ''] = await issueCodes(house.store, 1, { consultation: 'autre', ballots: ['couleur'] });
    assert.equal(codeRefusal(await rejection(house.backend.votes.cast(await voteWith(house, code)))), 'foreign');
  });
});

describe('A test code', () => {
  it('goes through the whole vote as often as one likes, and counts nowhere', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1, { test: true });
    for (let i = 0; i < 3; i += 1) assert.equal((await house.backend.votes.cast(await voteWith(house, code))).test, true);
    const { receipt } = await house.backend.votes.cast(await voteWith(house, code));
    assert.equal((await rejection(house.backend.votes.receipt({ consultation: 'bp-2026', ballot: 'code', receipt }))).code, 'not-found');
    assert.deepEqual((await house.store.exportVotes('bp-2026', 'code', { limit: 9 })).items, []);
    assert.deepEqual(await house.store.tally('bp-2026', 'code'), []);
    assert.deepEqual(await house.store.codeCounts('bp-2026'), [{ ballot: 'code', unused: 0, used: 0, void: 0, test: 1 }]);
  });
});

describe('A lost letter', () => {
  const lost = (code: string, by = createAccessCode()) => ({ consultation: 'bp-2026', code: normalizeCode(code), by: normalizeCode(by), reason: 'lettre perdue' });

  it('gets another code; the lost one no longer votes', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    const by = createAccessCode();
    assert.deepEqual(await house.store.voidCode(lost(code, by)), { voided: ['code'], voted: [] });
    assert.equal(codeRefusal(await rejection(house.backend.votes.cast(await voteWith(house, code)))), 'void');
    await house.backend.votes.cast(await voteWith(house, by));
    assert.deepEqual(await house.store.codeCounts('bp-2026'), [{ ballot: 'code', unused: 0, used: 1, void: 1, test: 0 }]);
  });

  it('whose code has voted is not replaced: the vote stays', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    await house.backend.votes.cast(await voteWith(house, code));
    assert.equal((await rejection(house.store.voidCode(lost(code)))).code, 'already-voted');
    assert.equal((await house.store.exportVotes('bp-2026', 'code', { limit: 9 })).items.length, 1);
  });

  it('whose code has voted on one ballot of two is replaced on the other only', async () => {
    await using house = await testHouse(two());
    const [code = ''] = await issueCodes(house.store, 1, { ballots: ['code', 'couleur'] });
    await house.backend.votes.cast(await voteWith(house, code));
    const by = createAccessCode();
    assert.deepEqual(await house.store.voidCode(lost(code, by)), { voided: ['couleur'], voted: ['code'] });
    assert.equal((await rejection(house.backend.votes.cast(await voteWith(house, by)))).code, 'already-voted', 'no second vote with the new code');
    await house.backend.votes.cast(await voteWith(house, by, no, 'couleur'));
    const counts = await house.store.codeCounts('bp-2026');
    assert.deepEqual(counts.map(({ ballot, used, unused }) => [ballot, used, unused]), [['code', 1, 0], ['couleur', 1, 0]], 'one voter on each ballot');
  });

  it('is replaced once: a code that is void already, or that nobody knows, changes nothing', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 1);
    await house.store.voidCode(lost(code));
    assert.equal((await rejection(house.store.voidCode(lost(code)))).code, 'already');
    assert.equal((await rejection(house.store.voidCode(lost(createAccessCode())))).code, 'not-found');
    assert.deepEqual(await house.store.codeCounts('bp-2026'), [{ ballot: 'code', unused: 1, used: 0, void: 1, test: 0 }]);
  });

  it('leaves a line that says what was done, when and why, and names nobody', async () => {
    await using house = await testHouse();
    const [code = ''] = await issueCodes(house.store, 12);
    await house.store.voidCode(lost(code));
    assert.deepEqual((await house.store.codeLog('bp-2026')).map((line) => ({ ...line })), [
      { day: '2026-03-15', act: 'created', codes: 12, reason: 'lettres de mars' }, { day: '2026-03-15', act: 'replaced', codes: 1, reason: 'lettre perdue' },
    ]);
  });
});

describe('A second list of codes', () => {
  it('is refused, since every dwelling would vote twice, unless it adds new dwellings', async () => {
    await using house = await testHouse(two());
    await issueCodes(house.store, 2);
    assert.equal((await rejection(issueCodes(house.store, 2, { add: false, ballots: ['couleur', 'code'] }))).code, 'already');
    assert.deepEqual((await house.store.codeCounts('bp-2026')).map(({ ballot, unused }) => [ballot, unused]), [['code', 2]], 'not half of it');
    await issueCodes(house.store, 1);
    assert.equal((await house.store.codeCounts('bp-2026'))[0]?.unused, 3);
  });
});

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { ParvisError } from '@parvis/contract';
import { definition, file } from '../../testing/consultation.ts';
import { rejection, testHouse } from '../../testing/house.ts';
import { consultationStore } from './consultations.ts';
import { openEngine } from './engine.ts';
import { openSqliteStore } from './index.ts';
import { FolderInUse, lockFolder } from './lock.ts';
import { migrate } from './migrations.ts';
import { Replays } from './replays.ts';
import { voteStore } from './votes.ts';
import { createWritable } from './writable.ts';

const [ballot, ...others] = file.ballots ?? [];

describe('Opening a consultation again', () => {
  it('replaces texts and dates', async () => {
    await using house = await testHouse();
    await house.backend.votes.cast(await house.vote({ options: ['a'] }));
    const outcome = await house.store.putConsultation(definition({ title: 'Nouveau titre', closesAt: '2026-05-01T20:00:00+02:00' }));
    assert.equal(outcome, 'replaced');
    assert.equal((await house.backend.consultations.get({ consultation: 'bp-2026' })).title, 'Nouveau titre');
  });

  it('changes a ballot\'s rules as long as nobody has voted, and never after', async () => {
    await using house = await testHouse();
    assert.ok(ballot);
    const cheaper = definition({ ballots: [{ ...ballot, ceiling: 400_000 }, ...others] });
    assert.equal(await house.store.putConsultation(cheaper), 'replaced');
    await house.backend.votes.cast(await house.vote({ options: ['a'] }));
    const { code, issues } = await rejection(house.store.putConsultation(definition()));
    assert.equal(code, 'rules-changed');
    assert.deepEqual(issues, [{ pointer: '/ballots/0', code: 'rules-changed' }]);
    assert.equal((await house.backend.votes.ballot({ consultation: 'bp-2026', ballot: 'projets' })).ceiling, 400_000);
  });

  for (const [first, outcome] of [['change', ['replaced', 'backend-fault', 0]], ['vote', ['rules-changed', 'kept', 1]]] as const) {
    it(`and voting in the same commit, the ${first} first: no vote names an option that is gone`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'parvis-together-'));
      const engine = openEngine(join(folder, 'parvis.db'), () => new Date());
      const { putConsultation, getConsultation } = consultationStore(engine);
      const votes = voteStore(engine, new Replays(engine));
      assert.ok(ballot);
      await putConsultation(definition());
      const seen = await getConsultation('bp-2026');
      assert.ok(seen);
      const cast = () => votes.castVote({
        definition: seen, ballot: 'projets', replay: { key: 'k', content: '' }, refusal: () => undefined, voter: { mark: 'm' }, choice: { options: ['a'] },
        channel: 'online', entries: [['a', 1]], receiptHash: Buffer.from('r'),
        receipt: { receipt: 'R', consultation: 'bp-2026', ballot: 'projets', channel: 'online', day: '2026-03-15' },
      }).then(() => 'kept', (error: ParvisError) => error.code);

      const write = engine.writer.write.bind(engine.writer);
      let vote: Promise<string> | undefined;
      engine.writer.write = (job) => {
        engine.writer.write = write;
        if (first === 'vote') vote = cast();
        const written = write(job);
        vote ??= cast();
        return written;
      };
      const change = await putConsultation(definition({ ballots: [{ ...ballot, options: ballot.options.slice(1) }, ...others] }))
        .catch((error: ParvisError) => error.code);
      assert.deepEqual([change, await vote, (await votes.exportVotes('bp-2026', 'projets', { limit: 9 })).items.length], outcome);
      engine.db.close();
      rmSync(folder, { recursive: true });
    });
  }

  it('never drops a ballot that has votes', async () => {
    await using house = await testHouse();
    await house.backend.votes.cast(await house.vote({ options: ['a'] }));
    const { issues } = await rejection(house.store.putConsultation(definition({ ballots: others })));
    assert.deepEqual(issues, [{ pointer: '/ballots', code: 'ballot-with-votes-missing' }]);
  });

  it('keeps the supports people gave to a proposal of the file', async () => {
    await using house = await testHouse();
    const support = { consultation: 'bp-2026', id: 'p1', mark: 'm'.repeat(22), sequence: 1 };
    assert.equal((await house.backend.proposals.support(support)).supports, 4);
    await house.store.putConsultation(definition({ proposals: [{ id: 'p1', title: 'Une fontaine', supports: 10 }] }));
    assert.equal((await house.backend.proposals.get(support)).supports, 11);
  });

  it('is seen by a server that runs on the same data', async () => {
    await using house = await testHouse();
    assert.equal((await house.backend.consultations.get({ consultation: 'bp-2026' })).title, 'Budget participatif');
    const beside = openSqliteStore(house.folder);
    await beside.putConsultation(definition({ title: 'Écrit à côté' }));
    await beside.close();
    await pause(50);
    assert.equal((await house.backend.consultations.get({ consultation: 'bp-2026' })).title, 'Écrit à côté');
  });
});

describe('The file', () => {
  it('is written so that every commit is flushed and what is deleted is overwritten', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-pragma-'));
    const { db } = openEngine(join(folder, 'parvis.db'), () => new Date());
    const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    assert.equal(pragma('journal_mode'), 'wal');
    assert.equal(pragma('synchronous'), 2);
    assert.equal(pragma('secure_delete'), 1);
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('is asked for its health by many, written once, and what was read stays true', async () => {
    await using house = await testHouse();
    const before = [house.store.commits, await house.store.revision()];
    assert.deepEqual(await Promise.all(Array.from({ length: 50 }, () => house.store.writable())), Array.from({ length: 50 }, () => true));
    assert.equal(await house.store.writable(), true);
    assert.deepEqual([house.store.commits - 1, await house.store.revision()], before);
  });

  it('that cannot be written is unhealthy at once after a failed write, and healthy at once after a look that works', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-health-'));
    const engine = openEngine(join(folder, 'parvis.db'), () => new Date());
    const writable = createWritable(engine);
    engine.onRollback = writable.doubt;
    assert.equal(await writable.ask(), true);
    engine.db.exec('PRAGMA query_only = ON');
    assert.equal(await writable.ask(), true, 'a few seconds old');
    writable.doubt();
    assert.deepEqual([await writable.ask(), await writable.ask()], [false, false]);
    engine.db.exec('PRAGMA query_only = OFF');
    assert.equal(await writable.ask(), true);
    engine.db.close();
    rmSync(folder, { recursive: true });
  });

  it('of a later version is left untouched', () => {
    const db = new DatabaseSync(':memory:');
    db.exec('PRAGMA user_version = 999');
    assert.throws(() => migrate(db), /later version/);
    assert.equal(db.prepare('SELECT count(*) AS tables FROM sqlite_master').get()?.['tables'], 0);
  });

  it('is held by one server at a time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-lock-'));
    const unlock = lockFolder(folder);
    assert.throws(() => lockFolder(folder), FolderInUse);
    unlock();
    lockFolder(folder)();
    rmSync(folder, { recursive: true });
  });
});

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { ParvisError } from '@parvis/contract';
import { GroupWriter } from './group-writer.ts';

function setUp({ beforeCommit = () => {} } = {}) {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE notes (text TEXT PRIMARY KEY)');
  const writer = new GroupWriter(db, { afterBegin: () => {}, beforeCommit, afterCommit: () => {}, afterRollback: () => {} });
  const add = (text: string) => writer.write(() => void db.prepare('INSERT INTO notes VALUES (?)').run(text));
  const notes = () => db.prepare('SELECT text FROM notes ORDER BY text').all().map((row) => row['text']);
  return { db, writer, add, notes };
}

describe('Group commit', () => {
  it('writes asked for at the same time share one commit', async () => {
    const { writer, add, notes } = setUp();
    await Promise.all(['a', 'b', 'c', 'd'].map(add));
    assert.equal(writer.commits, 1);
    assert.deepEqual(notes(), ['a', 'b', 'c', 'd']);
  });

  it('writes that come one after the other have a commit each', async () => {
    const { writer, add } = setUp();
    for (const text of ['a', 'b', 'c']) await add(text);
    assert.equal(writer.commits, 3);
  });

  it('nobody is answered before the commit has returned', async () => {
    const order: string[] = [];
    const { add } = setUp({ beforeCommit: () => void order.push('commit') });
    await Promise.all(['a', 'b'].map((text) => add(text).then(() => order.push(text))));
    assert.deepEqual(order, ['commit', 'a', 'b']);
  });

  it('a write that is refused leaves nothing behind and spoils no other', async () => {
    const { db, writer, add, notes } = setUp();
    const refused = writer.write(() => {
      db.prepare('INSERT INTO notes VALUES (?)').run('half');
      throw new ParvisError('closed');
    });
    const outcomes = await Promise.allSettled([add('a'), refused, add('b')]);
    assert.deepEqual(outcomes.map((o) => o.status), ['fulfilled', 'rejected', 'fulfilled']);
    assert.deepEqual(notes(), ['a', 'b']);
  });

  it('what people read has not changed when every write of a group was refused', async () => {
    const { writer, add } = setUp();
    const refused = () => writer.write(() => {
      throw new ParvisError('closed');
    });
    await Promise.allSettled([refused(), refused()]);
    assert.equal(writer.changes, 0);
    await Promise.allSettled([refused(), add('a')]);
    assert.equal(writer.changes, 1);
  });

  it('when the commit fails nobody is told yes, nothing is kept, and the next write succeeds', async () => {
    let broken = true;
    const { add, notes } = setUp({ beforeCommit: () => {
      if (broken) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    } });
    const outcomes = await Promise.allSettled([add('a'), add('b')]);
    for (const outcome of outcomes) {
      assert.equal(outcome.status, 'rejected');
      assert.equal((outcome.reason as ParvisError).code, 'backend-fault');
      assert.ok(((outcome.reason as ParvisError).retryAfter ?? 0) > 0);
    }
    assert.deepEqual(notes(), []);
    broken = false;
    await add('c');
    assert.deepEqual(notes(), ['c']);
  });

  it('writes wait for a long transaction, and are not undone with it', async () => {
    const { db, writer, add, notes } = setUp();
    const long = writer.long(async () => {
      db.prepare('INSERT INTO notes VALUES (?)').run('from a file');
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('a bad line');
    });
    const short = add('a vote');
    await assert.rejects(long);
    await short;
    assert.deepEqual(notes(), ['a vote']);
  });
});

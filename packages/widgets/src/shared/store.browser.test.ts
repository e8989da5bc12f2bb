import { expect } from '@open-wc/testing';
import { forgetEverything } from '../testing/page.ts';
import { replaced } from '../testing/proposal-form.ts';
import { deviceMark, forget, keep, keysUnder, kept, update } from './store.ts';

describe('What stays on the device', () => {
  beforeEach(forgetEverything);

  it('gives back what was kept, and nothing for what was not', async () => {
    expect(await keep('a', { text: 'é 👩🏽‍🌾', list: [1, 2] })).to.equal(true);
    expect(await kept('a')).to.deep.equal({ text: 'é 👩🏽‍🌾', list: [1, 2] });
    expect(await kept('b')).to.equal(undefined);
  });

  it('keeps the last of two values', async () => {
    await Promise.all([keep('a', 1), keep('a', 2)]);
    expect(await kept('a')).to.equal(2);
  });

  it('forgets', async () => {
    await keep('a', 1);
    await forget('a');
    expect(await kept('a')).to.equal(undefined);
  });

  it('names what begins alike, in order, and nothing else', async () => {
    for (const key of ['draft/b/2', 'draft/b/1', 'draft/bc/1', 'draft/a/1']) await keep(key, 1);
    expect(await keysUnder('draft/b/')).to.deep.equal(['draft/b/1', 'draft/b/2']);
  });

  it('changes at the same time do not undo each other', async () => {
    const add = (n: number) => update<number[]>('list', (now = []) => [...now, n]);
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n)));
    expect((await kept<number[]>('list'))?.length).to.equal(20);
  });

  it('a change that gives nothing takes the value away', async () => {
    await keep('a', 1);
    expect(await update('a', () => undefined)).to.equal(true);
    expect(await kept('a')).to.equal(undefined);
  });

  it('the mark of the device is drawn once: two widgets that start together get the same', async () => {
    const marks = await Promise.all([deviceMark(), deviceMark(), deviceMark()]);
    expect(new Set(marks).size).to.equal(1);
    expect(marks[0]).to.match(/^[A-Za-z0-9_-]{22}$/);
    expect(await deviceMark()).to.equal(marks[0]);
  });

  it('another device has another mark', async () => {
    const first = await deviceMark();
    await forgetEverything();
    expect(await deviceMark()).to.not.equal(first);
  });
});

describe('Where storage is forbidden', () => {
  let restore = () => {};
  beforeEach(async () => {
    await forgetEverything();
    restore = replaced(IDBDatabase.prototype, 'transaction', () => { throw new DOMException('forbidden', 'SecurityError'); });
  });
  afterEach(() => restore());

  it('says that nothing stays, and keeps it as long as the page', async () => {
    expect(await keep('forbidden', 1)).to.equal(false);
    expect(await kept('forbidden')).to.equal(1);
    expect(await update<number>('forbidden', (n = 0) => n + 1)).to.equal(false);
    expect(await kept('forbidden')).to.equal(2);
    expect(await keysUnder('forb')).to.deep.equal(['forbidden']);
    expect(await forget('forbidden')).to.equal(false);
    expect(await kept('forbidden')).to.equal(undefined);
  });

  it('the device has one mark as long as the page', async () => {
    const [one, two] = await Promise.all([deviceMark(), deviceMark()]);
    expect(one).to.equal(two);
  });

  it('what was kept meanwhile goes to the device as soon as it may', async () => {
    await keep('later', 'first');
    restore();
    expect(await keep('later', 'second')).to.equal(true);
    expect(await kept('later')).to.equal('second');
  });
});

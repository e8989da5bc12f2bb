import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { ask } from './ask.ts';

const server = 'https://participer.ville.example';
const consultation = (id: string) => ({ id, ballots: [{ id: 'vote' }] });

/** A network that knows these addresses. @returns the addresses that were asked */
function network(answers: Readonly<Record<string, unknown>>): string[] {
  const asked: string[] = [];
  mock.method(globalThis, 'fetch', async (address: string) => {
    asked.push(address);
    return address in answers ? Response.json(answers[address]) : Response.json({ code: 'not-found' }, { status: 404 });
  });
  return asked;
}

describe('What a backend says when a page is checked', () => {
  afterEach(() => mock.restoreAll());
  const list = `${server}/api/v1/consultations?limit=100`;

  it('names consultations that come after the hundred of its list, when the page asks for them', async () => {
    const items = Array.from({ length: 100 }, (_, at) => consultation(`bp-${at}`));
    const asked = network({ [list]: { items, next: 'more' }, [`${server}/api/v1/consultations/bp-1999`]: consultation('bp-1999') });
    const { state, consultations } = await ask(server, ['bp-7', 'bp-1999', 'bp-1066']);
    assert.equal(state, 'parvis');
    assert.deepEqual(consultations['bp-1999'], ['vote']);
    assert.equal(consultations['bp-1066'], undefined);
    assert.equal(Object.keys(consultations).length, 101);
    assert.deepEqual(asked, [list, `${server}/api/v1/consultations/bp-1999`, `${server}/api/v1/consultations/bp-1066`]);
  });

  it('is not asked twice where its list is whole', async () => {
    const asked = network({ [list]: { items: [consultation('bp-2026')] } });
    assert.deepEqual(await ask(server, ['bp-2062']), { backend: server, state: 'parvis', consultations: { 'bp-2026': ['vote'] } });
    assert.deepEqual(asked, [list]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ParvisError } from '@parvis/contract';
import type { ConsultationFile } from '@parvis/contract';
import { createMemory, createMemoryBackend } from './index.ts';

const base = { id: 'bp', title: 'Budget', organiser: { name: 'Ville' } } satisfies ConsultationFile;
const ballot: NonNullable<ConsultationFile['ballots']>[number] = {
  id: 'vote', title: 'Vote', method: 'approval', options: [{ id: '1', number: 1, label: 'Arbres' }, { id: '2', number: 2, label: 'Bancs' }], results: 'live',
};
const is = (code: string) => (error: unknown) => error instanceof ParvisError && error.code === code;
const key = (n: number) => String(n).padStart(22, 'k');

async function voteOn(backend: ReturnType<typeof createMemoryBackend>, n: number) {
  const { rulesHash } = (await backend.votes?.ballot({ consultation: 'bp', ballot: 'vote' })) ?? { rulesHash: '' };
  return { consultation: 'bp', ballot: 'vote', key: key(n), voter: { mark: key(n + 1000) }, rulesHash, choice: { options: ['1'] } };
}

describe('a memory backend', () => {
  it('refuses a definition with a mistake, and says which and where', () => {
    const missing = { ...base, ballots: [{ ...ballot, method: 'budget' as const }] };
    assert.throws(() => createMemoryBackend([base, missing]), (error: unknown) =>
      error instanceof ParvisError && error.code === 'invalid' && error.issues.some((i) => i.pointer === '/1/ballots/0/ceiling' && i.code === 'missing'));
    assert.throws(() => createMemoryBackend([{ ...base, titel: 'x' } as ConsultationFile]), (error: unknown) =>
      error instanceof ParvisError && error.issues[0]?.pointer === '/0/titel');
  });

  it('follows the clock it is given', async () => {
    let now = new Date('2026-03-01T00:00:00Z');
    const backend = createMemoryBackend([{ ...base, opensAt: '2026-03-10T09:00:00+01:00', closesAt: '2026-03-20T18:00:00+01:00' }], { now: () => now });
    const status = async () => (await backend.consultations?.get({ consultation: 'bp' }))?.status;
    assert.equal(await status(), 'upcoming');
    now = new Date('2026-03-10T08:00:00Z');
    assert.equal(await status(), 'open');
    now = new Date('2026-03-20T17:00:00Z');
    assert.equal(await status(), 'closed');
  });

  it('forgets the answers kept for retries when a ballot closes', async () => {
    let now = new Date('2026-03-01T00:00:00Z');
    const { backend, store } = createMemory([{ ...base, closesAt: '2026-03-02T00:00:00Z', ballots: [ballot] }], { now: () => now });
    const vote = await voteOn(backend, 1);
    await backend.votes?.cast(vote);
    const replays = store.consultations.get('bp')?.boxes.get('vote')?.replays;
    assert.equal((await replays?.entries())?.length, 1);
    now = new Date('2026-03-03T00:00:00Z');
    await assert.rejects(async () => backend.votes?.cast(vote), is('closed'));
    assert.equal((await replays?.entries())?.length, 0);
  });

  it('keeps votes in an order that says nothing about who came first', async () => {
    // Twenty votes, of which the last is the only one for "2": it must not always lie last.
    const lastPlaces = new Set<number>();
    for (let round = 0; round < 20; round += 1) {
      const { backend, store } = createMemory([{ ...base, ballots: [ballot] }]);
      for (let n = 0; n < 20; n += 1) await backend.votes?.cast({ ...(await voteOn(backend, n)), choice: { options: [n === 19 ? '2' : '1'] } });
      const votes = store.consultations.get('bp')?.boxes.get('vote')?.votes ?? [];
      lastPlaces.add(votes.findIndex((v) => 'options' in v.choice && v.choice.options[0] === '2'));
    }
    assert.ok(lastPlaces.size > 3, `the last vote lay in ${[...lastPlaces].join(', ')}`);
  });

  it('shows the newest ratings of a question as counts', async () => {
    const { faq } = createMemoryBackend([{ ...base, faq: { questions: [{ id: 'q', question: 'Qui ?', answer: 'Tous.' }] } }]);
    const rate = (mark: number, sequence: number, useful: boolean) => faq?.rate({ consultation: 'bp', id: 'q', mark: key(mark), sequence, useful });
    await rate(1, 1, true);
    await rate(1, 2, false);
    await rate(2, 1, true);
    assert.deepEqual((await faq?.list({ consultation: 'bp' }))?.items[0]?.useful, { yes: 1, no: 1 });
  });

  it('hides small groups, and those they could be worked out from', async () => {
    const form = { profile: { label: 'Âge', why: 'Pour savoir', options: [{ id: 'young', label: 'Jeune' }, { id: 'older', label: 'Moins jeune' }] }, moderation: 'after' as const };
    const { proposals, statistics } = createMemoryBackend([{ ...base, proposalForm: form }]);
    for (let n = 0; n < 25; n += 1) {
      await proposals?.submit({ consultation: 'bp', key: key(n), title: `Idée ${n}`, text: 'Des bancs', profile: n < 3 ? 'young' : 'older' });
    }
    assert.deepEqual((await statistics?.get({ consultation: 'bp' }))?.cells, [
      { name: 'proposals', value: 'all', count: 25 },
      { name: 'profile', value: 'young', count: null },
      { name: 'profile', value: 'older', count: null },
    ]);
  });

  it('with latency, answers late, and does nothing when it is told to stop meanwhile', async () => {
    const { backend, store } = createMemory([{ ...base, ballots: [ballot] }], { latency: 30 });
    const start = performance.now();
    const vote = await voteOn(backend, 1);
    assert.ok(performance.now() - start >= 29);
    const controller = new AbortController();
    const call = backend.votes?.cast(vote, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(async () => call, is('aborted'));
    assert.equal(store.consultations.get('bp')?.boxes.get('vote')?.votes.length, 0);
    await assert.rejects(async () => backend.check({}, { signal: AbortSignal.abort() }), is('aborted'));
  });
});

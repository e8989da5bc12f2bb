import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definition, file } from '../testing/consultation.ts';
import { rejection, testHouse } from '../testing/house.ts';
import { attachmentsTotal } from './attachments.ts';

const consultation = 'bp-2026';
const key = 'a-key-of-this-person';
const mark = 'a-device-of-this-person';
const idea = { consultation, key, title: 'Un banc', text: 'Devant l’école, à l’ombre.' };

describe('A proposal', () => {
  it('is read by everybody at once where moderation comes after', async () => {
    await using house = await testHouse();
    const receipt = await house.backend.proposals.submit(idea);
    assert.equal(receipt.status, 'published');
    assert.equal((await house.backend.proposals.get({ consultation, id: receipt.id })).title, 'Un banc');
  });

  it('is read by nobody before a moderator, where moderation comes before; its author follows it with the code', async () => {
    await using house = await testHouse(definition({ proposalForm: { ...file.proposalForm, moderation: 'before' } }));
    const { id, trackingCode, status } = await house.backend.proposals.submit(idea);
    assert.equal(status, 'pending');
    assert.equal((await rejection(house.backend.proposals.get({ consultation, id }))).code, 'not-found');
    assert.deepEqual((await house.backend.proposals.list({ consultation })).items.map((p) => p.id), ['p1']);
    const { steps } = await house.backend.feedback.timeline({ consultation, trackingCode: trackingCode.toLowerCase().replaceAll(' ', '-') });
    assert.deepEqual(steps.map((s) => [s.id, s.state]), [['received', 'done'], ['reading', 'now']]);
  });

  it('is published through the file under its id: what the file leaves out stays, and its date is that day', async () => {
    const form = { ...file.proposalForm, moderation: 'before' as const };
    const old = { id: 'p1', title: 'Une fontaine', publishedAt: '2026-03-10T09:00:00+01:00' };
    await using house = await testHouse(definition({ proposalForm: form, proposals: [old] }));
    const { id } = await house.backend.proposals.submit({ ...idea, category: 'rues', place: 'Rue Haute', lang: 'en' });
    house.setClock('2026-03-20T10:00:00Z');
    await house.store.putConsultation(definition({ proposalForm: form, proposals: [old, { id, title: 'Un banc vert' }] }));
    const published = {
      id, title: 'Un banc vert', text: idea.text, lang: 'en', category: 'rues', place: 'Rue Haute', status: 'published', supports: 0, publishedAt: '2026-03-20T10:00:00.000Z',
    };
    assert.deepEqual(await house.backend.proposals.get({ consultation, id }), published);
    house.setClock('2026-03-25T10:00:00Z');
    await house.store.putConsultation(definition({ proposalForm: form, proposals: [old, { id, title: 'Un banc vert' }] }));
    assert.deepEqual((await house.backend.proposals.list({ consultation, q: 'haute' })).items, [published], 'opened again: nothing moves');
    assert.deepEqual((await house.backend.proposals.list({ consultation })).items.map((p) => p.id), [id, 'p1'], 'newest first');
  });

  it('is found by words in any order, without accents or capitals', async () => {
    await using house = await testHouse();
    await house.backend.proposals.submit(idea);
    const find = async (q: string) => (await house.backend.proposals.list({ consultation, q })).items.map((p) => p.title);
    assert.deepEqual(await find('ECOLE banc'), ['Un banc']);
    assert.deepEqual(await find('école'), ['Un banc', 'Une fontaine']);
    assert.deepEqual(await find('100 %_'), []);
  });

  it('keeps an address only with consent, and apart', async () => {
    await using house = await testHouse();
    const contact = { email: 'moi@test.example', consent: false };
    assert.equal((await rejection(house.backend.proposals.submit({ ...idea, contact }))).code, 'consent-required');
    await house.backend.proposals.submit({ ...idea, contact: { ...contact, consent: true } });
    const { items } = await house.backend.proposals.list({ consultation });
    assert.ok(!JSON.stringify(items).includes('moi@'));
    assert.deepEqual((await house.store.submissions(consultation)).proposals.map((p) => p.email), [null, 'moi@test.example']);
  });

  for (const sort of ['newest', 'oldest', 'most-supported'] as const) {
    it(`is neither repeated nor skipped while the list grows (${sort})`, async () => {
      await using house = await testHouse(definition({ proposals: Array.from({ length: 30 }, (_, i) => ({ id: `p${i}`, title: `Idée ${i}`, supports: i % 4 })) }));
      const seen: string[] = [];
      let page = await house.backend.proposals.list({ consultation, sort, limit: 7 });
      for (;;) {
        seen.push(...page.items.map((p) => p.id));
        if (page.next === undefined) break;
        await house.backend.proposals.submit({ ...idea, key: `${key}-${seen.length}` });
        page = await house.backend.proposals.list({ consultation, sort, limit: 7, cursor: page.next });
      }
      const fromFile = seen.filter((id) => /^p\d+$/.test(id));
      assert.equal(new Set(seen).size, seen.length);
      assert.equal(fromFile.length, 30);
    });
  }
});

describe('A support', () => {
  it('can be taken back, and a late retry never beats the newer intention', async () => {
    await using house = await testHouse();
    const { support, withdrawSupport } = house.backend.proposals;
    const place = { consultation, id: 'p1', mark };
    assert.deepEqual(await support({ ...place, sequence: 1 }), { supported: true, supports: 4, sequence: 1 });
    assert.deepEqual(await withdrawSupport({ ...place, sequence: 2 }), { supported: false, supports: 3, sequence: 2 });
    assert.deepEqual(await support({ ...place, sequence: 1 }), { supported: false, supports: 3, sequence: 2 });
    house.setClock('2027-01-01T00:00:00Z');
    assert.equal((await rejection(support({ ...place, sequence: 3 }))).code, 'closed');
  });
});

describe('Following', () => {
  it('forgets the address when it is taken back', async () => {
    await using house = await testHouse();
    const follow = { consultation, id: 'f1', mark, contact: { email: 'moi@test.example', consent: true } };
    assert.deepEqual(await house.backend.feedback.follow({ ...follow, follow: true, sequence: 1 }), { following: true, sequence: 1 });
    assert.deepEqual(await house.backend.feedback.follow({ ...follow, follow: false, sequence: 2 }), { following: false, sequence: 2 });
    assert.deepEqual(await house.backend.feedback.follow({ ...follow, follow: true, sequence: 1 }), { following: false, sequence: 2 });
  });
});

describe('Statistics', () => {
  it('hide every small number, and whatever would give it away', async () => {
    await using house = await testHouse(definition({ proposals: [] }));
    for (let i = 0; i < 15; i += 1) {
      await house.backend.proposals.submit({ ...idea, key: `${key}-${i}`, profile: i < 3 ? 'jeune' : 'age', category: 'nature' });
    }
    const { cells, minimum } = await house.backend.statistics.get({ consultation });
    const count = (name: string, value: string) => cells.find((c) => c.name === name && c.value === value)?.count;
    assert.equal(minimum, 10);
    assert.equal(count('proposals', 'all'), 15);
    assert.deepEqual([count('profile', 'jeune'), count('profile', 'age')], [null, null], '3 of 15 would follow from 12 of 15');
  });
});

describe('An attachment', () => {
  const png = Buffer.from('89504e470d0a1a0a0000', 'hex').toString('base64');
  const send = { consultation, key, name: 'photo.png', type: 'image/png' };

  it('is known by its first bytes, not by its name', async () => {
    await using house = await testHouse();
    const kept = await house.backend.attachments.create({ ...send, data: png });
    assert.deepEqual([kept.type, kept.bytes], ['image/png', 10]);
    const script = Buffer.from('<script>alert(1)</script>').toString('base64');
    assert.equal((await rejection(house.backend.attachments.create({ ...send, key: `${key}2`, data: script }))).code, 'type-refused');
    assert.equal((await rejection(house.backend.attachments.create({ ...send, key: `${key}3`, type: 'application/pdf', data: png }))).code, 'type-refused');
  });

  it('is taken in only while proposals are; a retry has its answer all the same', async () => {
    await using house = await testHouse();
    const { create } = house.backend.attachments;
    const kept = await create({ ...send, data: png });
    house.setClock('2027-01-01T00:00:00Z');
    assert.equal((await rejection(create({ ...send, key: `${key}2`, data: png }))).code, 'closed');
    assert.deepEqual(await create({ ...send, data: png }), kept);
    await using formless = await testHouse(definition({ proposalForm: undefined }));
    assert.equal((await rejection(formless.backend.attachments.create({ ...send, data: png }))).code, 'closed');
  });

  it('is refused once the files of a consultation are 200 MB together', async () => {
    await using house = await testHouse();
    const put = (id: string, bytes: number) => house.store.putAttachment({
      consultation, replay: { key: id, content: '' }, refusal: () => undefined, data: Buffer.alloc(1), answer: '', attachment: { id, name: 'x', type: 'image/png', bytes },
    });
    await put('most', attachmentsTotal - 10);
    await house.backend.attachments.create({ ...send, data: png });
    assert.equal((await rejection(house.backend.attachments.create({ ...send, key: `${key}2`, data: png }))).code, 'quota');
  });

  it('beyond the limit is refused with the limit', async () => {
    await using house = await testHouse();
    const { code, issues } = await rejection(house.backend.attachments.create({ ...send, data: Buffer.alloc(5_000_001).toString('base64') }));
    assert.equal(code, 'too-large');
    assert.deepEqual(issues, [{ pointer: '/data', code: 'too-large', limit: 5_000_000, actual: 5_000_001 }]);
  });
});

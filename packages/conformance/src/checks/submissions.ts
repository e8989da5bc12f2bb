import { allPages, checksOf, fresh } from '../check.ts';
import type { Kit } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { goodProposal } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('proposals');
const consultation = ids.open;

const named = (kit: Kit, title: string) =>
  allPages(async (cursor) => kit.backend.proposals.list({ consultation, limit: 100, cursor })).then((all) => all.filter((p) => p.title === title));

check('submit', 'publishes at once where moderation comes after, exactly as it was written', async (kit) => {
  const title = `<b>Été 👩‍👩‍👧 ${fresh().slice(0, 8)}</b>`;
  const text = 'Une fontaine & <script>alert("1")</script>\nمكان للجلوس — « ici »';
  const receipt = await kit.backend.proposals.submit({ ...goodProposal(), title, text, place: 'Près de l’école', lang: 'fr' });
  same(receipt.status, 'published', 'status on the receipt');
  const proposal = await kit.backend.proposals.get({ consultation, id: receipt.id });
  same([proposal.title, proposal.text, proposal.place, proposal.category], [title, text, 'Près de l’école', 'nature'], 'the published proposal');
  same([proposal.status, proposal.supports], ['published', 0], 'status and supports');
  same((await named(kit, title)).length, 1, 'how often it is listed');
});

check('submit', 'shows nobody a proposal that a moderator has not read', async ({ backend }) => {
  const receipt = await backend.proposals.submit({ ...goodProposal(), consultation: ids.moderated, category: undefined });
  same(receipt.status, 'pending', 'status on the receipt');
  same((await backend.proposals.list({ consultation: ids.moderated })).items, [], 'the public list');
  await refused(backend.proposals.get({ consultation: ids.moderated, id: receipt.id }), 'not-found', 'reading a pending proposal');
});

check('submit', 'never shows the address, the profile or the tracking code', async (kit) => {
  const email = `${fresh()}@kit.example`;
  const { id, trackingCode } = await kit.backend.proposals.submit({ ...goodProposal(), contact: { email, consent: true }, profile: 'young' });
  const shown = JSON.stringify([await kit.raw.proposals?.get({ consultation, id }), await kit.raw.proposals?.list({ consultation, limit: 100 })]);
  for (const secret of [email, trackingCode, '"young"']) ok(!shown.includes(secret), `the public proposal shows ${secret}`);
});

const wrong: readonly [what: string, change: object, pointer: string, code: string][] = [
  ['no title', { title: ' ' }, '/title', 'missing'],
  ['a title that is too long', { title: 'x'.repeat(61) }, '/title', 'too-long'],
  ['a text that is too short', { text: 'Trop court' }, '/text', 'too-short'],
  ['a text that is too long', { text: 'x'.repeat(501) }, '/text', 'too-long'],
  ['a category that is not offered', { category: 'space' }, '/category', 'not-offered'],
  ['a profile that is not offered', { profile: 'martian' }, '/profile', 'not-offered'],
  ['an address that is none', { contact: { email: 'ana', consent: true } }, '/contact/email', 'malformed'],
];
for (const [what, change, pointer, code] of wrong) {
  check('submit', `refuses ${what}, and says where`, async ({ backend }) => {
    pointsTo(await refused(backend.proposals.submit({ ...goodProposal(), ...change }), 'invalid', what), pointer, code);
  });
}

check('submit', 'counts characters as people see them', async ({ backend }) => {
  await backend.proposals.submit({ ...goodProposal(), title: '👩‍👩‍👧'.repeat(60) });
});

check('submit', 'keeps no address without consent', async ({ backend }) => {
  const call = backend.proposals.submit({ ...goodProposal(), contact: { email: 'ana@kit.example', consent: false } });
  await refused(call, 'consent-required', 'an address without consent');
});

check('submit', 'takes nothing in before opening or after closing', async ({ backend }) => {
  for (const where of [ids.closed, ids.upcoming]) {
    await refused(backend.proposals.submit({ ...goodProposal(), consultation: where, category: undefined }), 'closed', where);
  }
});

check('submit', 'gives a repeated call the same receipt, and keeps one proposal', async (kit) => {
  const input = { ...goodProposal(), title: fresh() };
  const first = await kit.backend.proposals.submit(input);
  same(await kit.backend.proposals.submit(input), first, 'the second receipt');
  same((await named(kit, input.title)).length, 1, 'how often it is listed');
});

check('submit', 'gives twenty calls at once with one key the same receipt', async (kit) => {
  const input = { ...goodProposal(), title: fresh() };
  const receipts = await Promise.all(Array.from({ length: 20 }, () => kit.backend.proposals.submit(input)));
  same(new Set(receipts.map((r) => r.id)).size, 1, 'different receipts');
  same((await named(kit, input.title)).length, 1, 'how often it is listed');
});

check('submit', 'refuses a key that came with other content', async ({ backend }) => {
  const input = goodProposal();
  await backend.proposals.submit(input);
  pointsTo(await refused(backend.proposals.submit({ ...input, title: 'Autre chose' }), 'invalid', 'a reused key'), '/key', 'reused');
});

check('submit', 'lets a refused proposal be sent again with the same key, once it is mended', async ({ backend }) => {
  const input = goodProposal();
  await refused(backend.proposals.submit({ ...input, title: '' }), 'invalid', 'no title');
  await backend.proposals.submit(input);
});

check('submit', 'keeps one proposal when a call is aborted and sent again', async (kit) => {
  const input = { ...goodProposal(), title: fresh() };
  const controller = new AbortController();
  const call = kit.backend.proposals.submit(input, { signal: controller.signal });
  controller.abort();
  await refused(call, 'aborted', 'the first call');
  await kit.backend.proposals.submit(input);
  same((await named(kit, input.title)).length, 1, 'how often it is listed');
});

export const submissionChecks = list;

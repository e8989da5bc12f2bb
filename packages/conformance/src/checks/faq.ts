import { allPages, checksOf, fresh } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { goodQuestion } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('faq');
const consultation = ids.open;
const idsOf = (items: { id: string }[]) => items.map((q) => q.id).filter((id) => id.startsWith('kit-'));

check('list', 'gives questions with their answers and categories, in the organiser\'s order', async ({ backend }) => {
  const { items, categories, lang } = await backend.faq.list({ consultation });
  same(idsOf(items), ['kit-q1', 'kit-q2', 'kit-q3'], 'questions');
  same([items[0]?.question, items[0]?.answer, items[0]?.category], ['Qui peut voter ?', 'Tous les habitants, dès 11 ans.', 'vote'], 'the first question');
  same([categories, lang], [[{ id: 'vote', label: 'Voter' }, { id: 'ideas', label: 'Proposer' }], 'fr'], 'categories and language');
});

check('list', 'speaks the language that is asked for', async ({ backend }) => {
  const { items, categories, lang } = await backend.faq.list({ consultation }, { locale: 'en' });
  same([items[0]?.question, categories[0]?.label, lang], ['Who may vote?', 'Voting', 'en'], 'locale en');
});

check('list', 'finds words in questions and answers without regard to case or accents', async ({ backend }) => {
  const found = async (q: string) => idsOf((await backend.faq.list({ consultation, q })).items);
  same(await found('DÉPOSER'), ['kit-q2'], 'DÉPOSER');
  same(await found('ecole'), ['kit-q2'], 'ecole, in the answer');
  same(await found('xylophone'), [], 'a word that is nowhere');
});

check('list', 'gives one category, and pages that neither repeat nor skip', async ({ backend }) => {
  same(idsOf((await backend.faq.list({ consultation, category: 'vote' })).items), ['kit-q1', 'kit-q3'], 'category vote');
  for (const limit of [1, 2]) {
    same(idsOf(await allPages((cursor) => backend.faq.list({ consultation, limit, cursor }))), ['kit-q1', 'kit-q2', 'kit-q3'], `pages of ${limit}`);
  }
  pointsTo(await refused(backend.faq.list({ consultation, cursor: 'made-up' }), 'invalid', 'a made-up cursor'), '/cursor');
});

check('list', 'says whether questions may be asked now', async ({ backend, reading }) => {
  const asking = async (where: string) => (await backend.faq.list({ consultation: where })).asking;
  same(await Promise.all([ids.open, ids.moderated, ids.closed].map(asking)), [!reading.includes('faq'), false, false], 'asking');
});

check('ask', 'takes a question in, and gives a tracking code', async ({ backend }) => {
  const receipt = await backend.faq.ask({ ...goodQuestion(), contact: { email: 'ana@kit.example', consent: true } });
  ok(receipt.trackingCode.length >= 8, 'the tracking code is short enough to be guessed');
});

check('ask', 'refuses a question that is too short, too long or missing, and says so', async ({ backend }) => {
  for (const [question, code] of [['Quand ?', 'too-short'], ['x'.repeat(2001), 'too-long'], ['   ', 'missing']] as const) {
    pointsTo(await refused(backend.faq.ask({ ...goodQuestion(), question }), 'invalid', code), '/question', code);
  }
});

check('ask', 'keeps no address without consent', async ({ backend }) => {
  const contact = { email: 'ana@kit.example', consent: false as never };
  pointsTo(await refused(backend.faq.ask({ ...goodQuestion(), contact }), 'invalid', 'an address without consent'), '/contact/consent');
});

check('ask', 'takes nothing in where questions are not asked', async ({ backend }) => {
  for (const where of [ids.moderated, ids.closed]) await refused(backend.faq.ask({ ...goodQuestion(), consultation: where }), 'closed', where);
});

check('ask', 'gives a repeated call the same receipt, also at once, and refuses the key with other content', async ({ backend }) => {
  const input = goodQuestion();
  const receipts = await Promise.all(Array.from({ length: 10 }, () => backend.faq.ask(input)));
  same(new Set(receipts.map((r) => r.trackingCode)).size, 1, 'different tracking codes');
  same(await backend.faq.ask(input), receipts[0], 'the receipt later on');
  pointsTo(await refused(backend.faq.ask({ ...input, question: 'Une tout autre question ?' }), 'invalid', 'a reused key'), '/key', 'reused');
});

check('rate', 'keeps the newest rating of a device', async ({ backend }) => {
  const input = { consultation, id: 'kit-q2', mark: fresh() };
  same(await backend.faq.rate({ ...input, useful: true, sequence: 1 }), { useful: true, sequence: 1 }, 'the first answer');
  same(await backend.faq.rate({ ...input, useful: false, sequence: 2 }), { useful: false, sequence: 2 }, 'the second');
  same(await backend.faq.rate({ ...input, useful: true, sequence: 1 }), { useful: false, sequence: 2 }, 'a late retry of the first');
});

check('rate', 'answers `not-found` for a question that does not exist', async ({ backend }) => {
  await refused(backend.faq.rate({ consultation, id: 'kit-nothing', useful: true, mark: fresh(), sequence: 1 }), 'not-found', 'a made-up id');
});

export const faqChecks = list;

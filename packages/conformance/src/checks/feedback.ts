import { allPages, checksOf, fresh } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { goodProposal, goodQuestion, mustSendNews } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('feedback');
const consultation = ids.open;
const idsOf = (items: { id: string }[]) => items.map((f) => f.id).filter((id) => id.startsWith('kit-')).sort();

check('list', 'gives what people said and what the town did', async ({ backend }) => {
  const { items, lang } = await backend.feedback.list({ consultation });
  same([idsOf(items), lang], [['kit-f1', 'kit-f2', 'kit-f3'], 'fr'], 'contributions and language');
  const first = items.find((f) => f.id === 'kit-f1');
  same([first?.title, first?.said, first?.did, first?.progress], ['Un square ombragé', 'Il fait trop chaud.', 'Douze arbres sont choisis.', 'in-progress'], 'one of them');
});

check('list', 'speaks the language that is asked for', async ({ backend }) => {
  const { items, lang } = await backend.feedback.list({ consultation }, { locale: 'en' });
  same([items.find((f) => f.id === 'kit-f1')?.title, lang], ['A shady square', 'en'], 'locale en');
});

check('list', 'finds words without regard to case or accents, and filters by progress', async ({ backend }) => {
  same(idsOf((await backend.feedback.list({ consultation, q: 'ECLAIRER' })).items), ['kit-f2'], 'ECLAIRER');
  same(idsOf((await backend.feedback.list({ consultation, q: 'eglise' })).items), ['kit-f3'], 'eglise, in the place');
  same(idsOf((await backend.feedback.list({ consultation, progress: 'done' })).items), ['kit-f3'], 'progress done');
});

check('list', 'neither repeats nor skips, however long the pages', async ({ backend }) => {
  for (const limit of [1, 2]) {
    same(idsOf(await allPages((cursor) => backend.feedback.list({ consultation, limit, cursor }))), ['kit-f1', 'kit-f2', 'kit-f3'], `pages of ${limit}`);
  }
  pointsTo(await refused(backend.feedback.list({ consultation, cursor: 'made-up' }), 'invalid', 'a made-up cursor'), '/cursor');
});

check('timeline', 'gives the steps in order, with documents, and says what is late', async ({ backend }) => {
  const { title, steps } = await backend.feedback.timeline({ consultation, id: 'kit-f1' });
  same(title, 'Un square ombragé', 'title');
  same(steps.map((s) => [s.id, s.state, s.late ?? false]), [['decided', 'done', false], ['planted', 'now', true], ['opened', 'planned', false]], 'steps');
  same(steps[1]?.documents?.map((d) => [d.format, d.bytes]), [['PDF', 120_000]], 'documents');
});

check('timeline', 'finds a proposal by its tracking code, however it is typed', async ({ backend }) => {
  const input = { ...goodProposal(), consultation: ids.moderated, category: undefined };
  const { trackingCode } = await backend.proposals.submit(input);
  const { title, kind, steps } = await backend.feedback.timeline({ consultation: ids.moderated, trackingCode });
  same([title, kind], [input.title, 'proposal'], 'the contribution');
  ok(steps[0]?.title && steps[0].state === 'done' && steps[0].date, 'the first step does not say when it was received');
  const typed = ` ${trackingCode.toLowerCase().replaceAll(' ', '-')} `;
  same((await backend.feedback.timeline({ consultation: ids.moderated, trackingCode: typed })).title, input.title, 'in small letters and with dashes');
}, { also: ['proposals'] });

check('timeline', 'finds a question by its tracking code', async ({ backend }) => {
  const input = goodQuestion();
  const { trackingCode } = await backend.faq.ask(input);
  const found = await backend.feedback.timeline({ consultation, trackingCode });
  same([found.kind, found.steps.length > 0], ['question', true], 'the contribution');
}, { also: ['faq'] });

check('timeline', 'shows nobody a pending proposal without its code', async ({ backend }) => {
  const { id } = await backend.proposals.submit({ ...goodProposal(), consultation: ids.moderated, category: undefined });
  await refused(backend.feedback.timeline({ consultation: ids.moderated, id }), 'not-found', 'the id of a pending proposal');
}, { also: ['proposals'] });

check('timeline', 'answers `not-found` for an id or a code that does not exist', async ({ backend }) => {
  await refused(backend.feedback.timeline({ consultation, id: fresh() }), 'not-found', 'a made-up id');
  await refused(backend.feedback.timeline({ consultation, trackingCode: 'AAAA AAAA AAAA AAAA' }), 'not-found', 'a made-up code');
});

check('follow', 'starts and stops, and lets no late retry beat a newer intention', async (kit) => {
  await mustSendNews(kit);
  const { backend } = kit;
  const input = { consultation, id: 'kit-f1', contact: { email: 'ana@kit.example', consent: true }, mark: fresh() };
  same(await backend.feedback.follow({ ...input, follow: true, sequence: 1 }), { following: true, sequence: 1 }, 'the first answer');
  same(await backend.feedback.follow({ ...input, follow: false, sequence: 2 }), { following: false, sequence: 2 }, 'the second');
  same(await backend.feedback.follow({ ...input, follow: true, sequence: 1 }), { following: false, sequence: 2 }, 'a late retry of the first');
});

check('follow', 'keeps no address without consent, and none that is none', async (kit) => {
  await mustSendNews(kit);
  const { backend } = kit;
  const input = { consultation, id: 'kit-f1', follow: true, mark: fresh(), sequence: 1 };
  await refused(backend.feedback.follow({ ...input, contact: { email: 'ana@kit.example', consent: false } }), 'consent-required', 'no consent');
  pointsTo(await refused(backend.feedback.follow({ ...input, contact: { email: 'ana', consent: true } }), 'invalid', 'no address'), '/contact/email');
});

check('follow', 'forgets the address when it is taken back', async (kit) => {
  await mustSendNews(kit);
  const email = `${fresh()}@kit.example`;
  const input = { consultation, id: 'kit-f1', contact: { email, consent: true }, mark: fresh() };
  await kit.backend.feedback.follow({ ...input, follow: true, sequence: 1 });
  await kit.backend.feedback.follow({ ...input, follow: false, sequence: 2 });
  ok(!JSON.stringify(await kit.probes.records?.()).includes(email), 'the address is still stored');
}, { probe: 'records' });

check('rate', 'keeps the newest rating of a device', async ({ backend }) => {
  const input = { consultation, id: 'kit-f2', mark: fresh() };
  same(await backend.feedback.rate({ ...input, useful: false, sequence: 1 }), { useful: false, sequence: 1 }, 'the first answer');
  same(await backend.feedback.rate({ ...input, useful: true, sequence: 2 }), { useful: true, sequence: 2 }, 'the second');
  same(await backend.feedback.rate({ ...input, useful: false, sequence: 1 }), { useful: true, sequence: 2 }, 'a late retry of the first');
});

for (const verb of ['follow', 'rate'] as const) {
  check(verb, 'answers `not-found` for a contribution that does not exist', async (kit) => {
    if (verb === 'follow') await mustSendNews(kit);
    const input = { consultation, id: 'kit-nothing', mark: fresh(), sequence: 1, useful: true, follow: true, contact: { email: 'ana@kit.example', consent: true } };
    await refused(kit.backend.feedback[verb](input), 'not-found', 'a made-up id');
  });
}

export const feedbackChecks = list;

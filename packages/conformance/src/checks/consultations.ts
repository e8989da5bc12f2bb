import { allPages, checksOf } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('consultations');

check('list', 'gives every consultation once, newest first, however long the pages', async ({ backend }) => {
  for (const limit of [1, 3, 100]) {
    const all = await allPages((cursor) => backend.consultations.list({ limit, cursor }));
    const seeded = all.filter((c) => c.id.startsWith('kit-'));
    same(seeded.map((c) => c.id).sort(), Object.values(ids).sort(), `consultations in pages of ${limit}`);
    const opened = all.map((c) => Date.parse(c.opensAt ?? '') || 0);
    ok(opened.every((date, i) => i === 0 || date <= (opened[i - 1] ?? 0)), 'the consultations are not sorted, newest first');
  }
});

check('list', 'refuses a cursor it did not make', async ({ backend }) => {
  pointsTo(await refused(backend.consultations.list({ cursor: 'made-up' }), 'invalid', 'a made-up cursor'), '/cursor');
});

check('list', 'refuses a page of no items', async ({ backend }) => {
  pointsTo(await refused(backend.consultations.list({ limit: 0 }), 'invalid', 'limit 0'), '/limit');
});

check('get', 'gives what the organiser opened', async ({ backend }) => {
  const c = await backend.consultations.get({ consultation: ids.open });
  same([c.title, c.lang, c.languages], ['Budget participatif', 'fr', ['fr', 'en', 'ar']], 'title and languages');
  same(c.organiser, { name: 'Ville de Kit', contact: 'participer@kit.example' }, 'organiser');
  const form = c.proposalForm;
  same([form?.titleMax, form?.textMin, form?.textMax, form?.moderation, form?.status], [60, 20, 500, 'after', 'open'], 'the rules of the form');
  same(form?.categories, [{ id: 'nature', label: 'Nature' }, { id: 'transport', label: 'Se déplacer' }], 'categories');
  same(form?.profile?.options.map((o) => o.id), ['young', 'older'], 'options of the profile question');
});

check('get', 'tells by its own clock what is open, closed or to come', async ({ backend }) => {
  const status = async (consultation: string) => (await backend.consultations.get({ consultation })).status;
  same([await status(ids.open), await status(ids.closed), await status(ids.upcoming)], ['open', 'closed', 'upcoming'], 'status');
  const { ballots } = await backend.consultations.get({ consultation: ids.open });
  const of = (id: string) => ballots.find((b) => b.id === id)?.status;
  same([of('approval'), of('closed'), of('upcoming')], ['open', 'closed', 'upcoming'], 'status of the ballots');
});

check('get', 'speaks the language that is asked for, and its first where it has not got it', async ({ backend }) => {
  const read = async (locale: string) => {
    const { lang, title } = await backend.consultations.get({ consultation: ids.open }, { locale });
    return [lang, title];
  };
  same(await read('en'), ['en', 'Participatory budget'], 'locale en');
  same(await read('en-GB'), ['en', 'Participatory budget'], 'locale en-GB');
  same(await read('ar'), ['ar', 'الميزانية التشاركية'], 'locale ar');
  same(await read('pt'), ['fr', 'Budget participatif'], 'a locale it has no words in');
});

export const consultationsChecks = list;

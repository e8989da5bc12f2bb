import { allPages, checksOf, fresh } from '../check.ts';
import type { Kit } from '../check.ts';
import { pointsTo, refused, same } from '../expect.ts';
import { goodProposal } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('proposals');
const consultation = ids.open;

const seeded = (all: { id: string }[]) => all.map((p) => p.id).filter((id) => /^kit-p\d$/.test(id));
const everything = ({ backend }: Kit, more: object = {}, limit = 100) =>
  allPages((cursor) => backend.proposals.list({ consultation, limit, cursor, ...more }));

check('list', 'sorts by date and by support', async (kit) => {
  same(seeded(await everything(kit)), ['kit-p5', 'kit-p4', 'kit-p3', 'kit-p2', 'kit-p1'], 'newest first, without asking');
  same(seeded(await everything(kit, { sort: 'oldest' })), ['kit-p1', 'kit-p2', 'kit-p3', 'kit-p4', 'kit-p5'], 'oldest first');
  same(seeded(await everything(kit, { sort: 'most-supported' })).slice(0, 2), ['kit-p2', 'kit-p1'], 'most supported first');
});

check('list', 'finds words in title, text and place without regard to case or accents', async (kit) => {
  same(seeded(await everything(kit, { q: 'ECOLE' })), ['kit-p1'], 'ECOLE');
  same(seeded(await everything(kit, { q: 'légumes' })), ['kit-p3'], 'légumes, in the text');
  same(seeded(await everything(kit, { q: 'foret' })), ['kit-p3'], 'foret, in the place');
  same(seeded(await everything(kit, { q: 'ombre élève' })), ['kit-p1'], 'two words');
  same(await everything(kit, { q: 'xylophone' }), [], 'a word that is nowhere');
});

check('list', 'gives one category', async (kit) => {
  same(seeded(await everything(kit, { category: 'transport' })), ['kit-p5', 'kit-p2'], 'category transport');
});

check('list', 'neither repeats nor skips, however long the pages', async (kit) => {
  const all = (await everything(kit)).map((p) => p.id);
  for (const limit of [1, 2, 3]) same((await everything(kit, {}, limit)).map((p) => p.id), all, `pages of ${limit}`);
});

check('list', 'neither repeats nor skips while proposals are added', async (kit) => {
  for (const sort of ['newest', 'oldest'] as const) {
    const before = (await everything(kit, { sort })).map((p) => p.id);
    // Five additions at most: a list that grows as fast as it is read has no end.
    let additions = 0;
    const read = await allPages(async (cursor) => {
      const page = await kit.backend.proposals.list({ consultation, limit: 2, sort, cursor });
      if (additions++ < 5) await kit.backend.proposals.submit(goodProposal());
      return page;
    });
    same(new Set(read.map((p) => p.id)).size, read.length, `${sort}: proposals read without repeating any`);
    const missed = before.filter((id) => !read.some((p) => p.id === id));
    same(missed, [], `${sort}: proposals that were skipped`);
  }
});

check('list', 'refuses a cursor it did not make', async ({ backend }) => {
  pointsTo(await refused(backend.proposals.list({ consultation, cursor: 'made-up' }), 'invalid', 'a made-up cursor'), '/cursor');
});

check('get', 'gives what the list gives', async (kit) => {
  for (const proposal of (await everything(kit)).slice(0, 5)) same(await kit.backend.proposals.get({ consultation, id: proposal.id }), proposal, proposal.id);
});

check('get', 'answers `not-found` for a proposal that does not exist', async ({ backend }) => {
  await refused(backend.proposals.get({ consultation, id: fresh() }), 'not-found', 'a made-up id');
});

export const proposalsChecks = list;

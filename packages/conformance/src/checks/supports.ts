import { checksOf, fresh } from '../check.ts';
import type { Kit } from '../check.ts';
import { refused, same } from '../expect.ts';
import { goodProposal } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('proposals');
const consultation = ids.open;

/** A proposal nobody else supports. */
async function proposal({ backend }: Kit) {
  const { id } = await backend.proposals.submit(goodProposal());
  const supports = async () => (await backend.proposals.get({ consultation, id })).supports;
  return { input: { consultation, id }, supports };
}

check('support', 'counts each device once', async (kit) => {
  const { input, supports } = await proposal(kit);
  const mark = fresh();
  same(await kit.backend.proposals.support({ ...input, mark, sequence: 1 }), { supported: true, supports: 1, sequence: 1 }, 'the first answer');
  await kit.backend.proposals.support({ ...input, mark, sequence: 1 });
  await kit.backend.proposals.support({ ...input, mark, sequence: 2 });
  same(await supports(), 1, 'supports after three calls from one device');
  await Promise.all(Array.from({ length: 30 }, () => kit.backend.proposals.support({ ...input, mark: fresh(), sequence: 1 })));
  same(await supports(), 31, 'supports after thirty other devices at once');
});

check('withdrawSupport', 'takes a support back', async (kit) => {
  const { input, supports } = await proposal(kit);
  const mark = fresh();
  await kit.backend.proposals.support({ ...input, mark, sequence: 1 });
  same(await kit.backend.proposals.withdrawSupport({ ...input, mark, sequence: 2 }), { supported: false, supports: 0, sequence: 2 }, 'the answer');
  same(await supports(), 0, 'supports');
});

check('support', 'lets no late retry beat a newer intention', async (kit) => {
  const { input, supports } = await proposal(kit);
  const mark = fresh();
  await kit.backend.proposals.support({ ...input, mark, sequence: 1 });
  await kit.backend.proposals.withdrawSupport({ ...input, mark, sequence: 2 });
  const late = await kit.backend.proposals.support({ ...input, mark, sequence: 1 });
  same(late, { supported: false, supports: 0, sequence: 2 }, 'the answer to the late retry');
  same(await supports(), 0, 'supports');
});

check('support', 'ends with the newest intention, in whatever order they arrive', async (kit) => {
  const { input, supports } = await proposal(kit);
  const mark = fresh();
  const sequences = [7, 2, 12, 1, 9, 4, 11, 3, 10, 5, 8, 6];
  await Promise.all(sequences.map((sequence) => kit.backend.proposals[sequence % 2 ? 'support' : 'withdrawSupport']({ ...input, mark, sequence })));
  same(await supports(), 0, 'supports after an even number was the newest');
  await kit.backend.proposals.support({ ...input, mark, sequence: 13 });
  same(await supports(), 1, 'supports after the next');
});

for (const verb of ['support', 'withdrawSupport'] as const) {
  check(verb, 'answers `not-found` for a proposal that does not exist', async ({ backend }) => {
    await refused(backend.proposals[verb]({ consultation, id: fresh(), mark: fresh(), sequence: 1 }), 'not-found', 'a made-up id');
  });

  check(verb, 'changes nothing after closing', async ({ backend }) => {
    await refused(backend.proposals[verb]({ consultation: ids.closed, id: 'kit-old', mark: fresh(), sequence: 1 }), 'closed', 'a closed consultation');
  });
}

export const supportChecks = list;

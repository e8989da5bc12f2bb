import { tallyEntries } from '@parvis/contract';
import type { Choice } from '@parvis/contract';
import { allPages, checksOf, fresh } from '../check.ts';
import type { Kit } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('votes');
const box = { consultation: ids.open, ballot: 'closing' };

/** Each option is chosen in turn, so that the order of arrival would be seen. */
const choices: Choice[] = Array.from({ length: 24 }, (_, i) =>
  i % 5 === 4 ? { blank: true } : { options: [`kit-option-${'abcd'[i % 5]}`, ...(i % 2 ? [] : ['kit-option-d'])].filter((o, at, all) => all.indexOf(o) === at) });

async function closed(kit: Kit): Promise<void> {
  const { closesAt } = await kit.backend.votes.ballot(box);
  // A little longer than needed: the backend's clock may be behind this one.
  const limit = Math.max(Date.parse(closesAt ?? '') - Date.now(), 0) + 10_000;
  const end = Date.now() + limit;
  while ((await kit.backend.votes.ballot(box)).status !== 'closed') {
    ok(Date.now() < end, `the ballot that closes at ${closesAt} is still open ten seconds later, by this machine's clock`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

check('export', 'agrees with the results once the ballot closes, and tells nothing about the order of arrival', async (shared) => {
  const kit = await shared.closingSoon();
  const { rulesHash, status } = await kit.backend.votes.ballot(box);
  ok(status === 'open', 'the ballot that closes during the run was closed before it was read: give the kit a larger `closing`, and look at the backend\'s clock');
  const vote = (choice: Choice) => ({ ...box, key: fresh(), voter: { mark: fresh() }, rulesHash, choice });
  const votes = choices.map(vote);
  const receipts = [];
  for (const one of votes) receipts.push(await kit.backend.votes.cast(one));
  await refused(kit.backend.votes.export(box), 'not-yet', 'exporting while votes come in');
  await closed(kit);

  await refused(kit.backend.votes.cast(vote({ blank: true })), 'closed', 'a vote after closing');
  const exported = await allPages((cursor) => kit.backend.votes.export({ ...box, limit: 7, cursor }));
  const text = (all: readonly Choice[]) => all.map((c) => JSON.stringify('options' in c ? { options: c.options } : c));
  same(text(exported.map((v) => v.choice)).sort(), text(choices).sort(), 'the exported votes');
  ok(text(exported.map((v) => v.choice)).join() !== text(choices).join(), 'the votes are exported in the order they were cast');
  pointsTo(await refused(kit.backend.votes.export({ ...box, cursor: 'made-up' }), 'invalid', 'a made-up cursor'), '/cursor');

  const results = await kit.backend.votes.results(box);
  same([results.final, results.voters.total], [true, votes.length], 'final results');
  for (const { option, total } of results.tally) {
    const recount = exported.flatMap((v) => tallyEntries({ method: 'approval' }, v.choice)).filter(([id]) => id === option).reduce((sum, [, n]) => sum + n, 0);
    same(total, recount, `${option}: tally and recount of the export`);
  }
  same(results.blank.total, exported.filter((v) => 'blank' in v.choice).length, 'blank votes and recount of the export');
  same((await kit.backend.votes.receipt({ ...box, receipt: receipts[0]?.receipt ?? '' })).ballot, box.ballot, 'a receipt, after closing');
});

export const closingChecks = list;

import { isParvisError, normalizeCode, totalsOf } from '@parvis/contract';
import type { Channel, Choice, Receipt, Results } from '@parvis/contract';
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

interface ClosedBox {
  exported: { choice: Choice; channel: Channel }[];
  results: Results;
  /** What the last vote got, and what the very same call got once the ballot had closed. */
  last: Receipt;
  again: unknown;
}

/** What all these checks look at: a ballot that took votes and has closed. Filled once for one kit. */
const boxes = new WeakMap<Kit, Promise<ClosedBox>>();

function closedBox(shared: Kit): Promise<ClosedBox> {
  const known = boxes.get(shared) ?? fill(shared);
  boxes.set(shared, known);
  return known;
}

async function fill(shared: Kit): Promise<ClosedBox> {
  const kit = await shared.closingSoon();
  const { votes } = kit.backend;
  const { rulesHash, status } = await votes.ballot(box);
  ok(status === 'open', 'the ballot that closes during the run was closed before it was read: give the kit a larger `closing`, and look at the backend\'s clock');
  // A few come with a mediator: too few to be shown by themselves.
  const vote = (choice: Choice, i = 0) => ({ ...box, key: fresh(), voter: { mark: fresh() }, rulesHash, choice, channel: i % 6 === 5 ? 'assisted' as const : 'online' as const });
  const all = choices.map(vote);
  const receipts: Receipt[] = [];
  for (const one of all) receipts.push(await votes.cast(one));
  const last = receipts.at(-1) as Receipt;
  const { receipt } = last;
  await refused(votes.export(box), 'not-yet', 'exporting while votes come in');
  await closed(kit);

  const again: unknown = await votes.cast(all.at(-1) as typeof all[number]).catch((error: unknown) => error);
  await refused(votes.cast(vote({ blank: true })), 'closed', 'a vote after closing');
  const exported = await allPages((cursor) => votes.export({ ...box, limit: 7, cursor }));
  pointsTo(await refused(votes.export({ ...box, cursor: 'made-up' }), 'invalid', 'a made-up cursor'), '/cursor');
  same((await votes.receipt({ ...box, receipt })).ballot, box.ballot, 'a receipt, after closing');
  same((await votes.resultsAfterVote({ ...box, receipt })).final, true, 'results with a receipt, after closing');
  return { exported, results: await votes.results(box), last, again };
}

check('export', 'agrees with the results once the ballot closes, and tells nothing about the order of arrival', async (shared) => {
  const { exported, results } = await closedBox(shared);
  const text = (all: readonly Choice[]) => all.map((c) => JSON.stringify('options' in c ? { options: c.options } : c));
  same(text(exported.map((v) => v.choice)).sort(), text(choices).sort(), 'the exported votes');
  ok(text(exported.map((v) => v.choice)).join() !== text(choices).join(), 'the votes are exported in the order they were cast');

  same([results.final, results.voters.total], [true, choices.length], 'final results');
  same(results.merged, ['online', 'assisted'], 'channels merged, since only a few votes came with a mediator');
  const recount = totalsOf({ method: 'approval', options: results.tally.map(({ option }) => ({ id: option, number: 1, label: option })) }, exported);
  for (const [i, row] of results.tally.entries()) same(row, recount.tally[i], `${row.option}: tally and recount of the export, channel by channel`);
  same(results.blank, recount.blank, 'blank votes and recount of the export, channel by channel');
  same(results.voters, recount.voters, 'voters and recount of the export, channel by channel');
});

// What is kept for repeated calls goes at some moment after closing.
check('cast', 'gives a call that is repeated after closing the receipt it got, or says that voting is over', async (shared) => {
  const { last, again } = await closedBox(shared);
  if (isParvisError(again)) same(again.code, 'closed', 'the error of a repeated call');
  else same(normalizeCode((again as Receipt).receipt), normalizeCode(last.receipt), 'the receipt of a repeated call');
});

check('results', 'names the winner by the ballot\'s rule once it closes, where outcomes are offered', async (shared) => {
  const { exported, results: { outcome } } = await closedBox(shared);
  if (!outcome) return;
  const votesFor = (id: string) => exported.filter(({ choice }) => 'options' in choice && choice.options.includes(id)).length;
  // The fourth option has the most votes.
  same([outcome.counting.rule, outcome.winners], ['plurality', ['kit-option-d']], 'rule and winners');
  for (const { option, votes, place, reason } of outcome.options) {
    same(votes, votesFor(option), `${option}: votes in the outcome and recount of the export`);
    same([place, reason.code], option === 'kit-option-d' ? [1, 'most'] : [undefined, 'fewer'], `${option}: place and reason`);
  }
  same(outcome.options.length, 4, 'options with a reason');
});

export const closingChecks = list;

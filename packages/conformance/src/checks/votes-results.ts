import { smallestGroup } from '@parvis/contract';
import { checksOf } from '../check.ts';
import { ok, refused, same } from '../expect.ts';
import { castEnough, goodVote, unlessEarly } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('votes');
const consultation = ids.open;

check('results', 'shows no results before the ballot allows it', async ({ backend }) => {
  await refused(backend.votes.results({ consultation, ballot: 'single' }), 'not-yet', 'hidden results of an open ballot');
  await refused(backend.votes.results({ consultation, ballot: 'upcoming' }), 'not-yet', 'hidden results of a ballot to come');
});

check('results', 'shows nobody what is for those who have voted', async (kit) => {
  await castEnough(kit, 'budget');
  await refused(kit.backend.votes.results({ consultation, ballot: 'budget' }), 'not-yet', 'results that come after one\'s own vote, without a receipt');
});

check('resultsAfterVote', 'shows the results to somebody with a receipt of this ballot', async (kit) => {
  const { receipt } = await castEnough(kit, 'budget');
  const typed = receipt.toLowerCase().replaceAll(' ', '-');
  const results = await kit.backend.votes.resultsAfterVote({ consultation, ballot: 'budget', receipt: typed });
  same([results.ballot, results.final], ['budget', false], 'the results');
  for (const [what, wrong] of [['a made-up receipt', 'AAAA AAAA AAAA AAAA'], ['a receipt of another ballot', (await castEnough(kit, 'approval')).receipt]] as const) {
    await refused(kit.backend.votes.resultsAfterVote({ consultation, ballot: 'budget', receipt: wrong }), 'not-found', what);
  }
});

check('resultsAfterVote', 'keeps hidden what the ballot hides until it closes', async (kit) => {
  const { receipt } = await kit.backend.votes.cast(await goodVote(kit, 'single'));
  await refused(kit.backend.votes.resultsAfterVote({ consultation, ballot: 'single', receipt }), 'not-yet', 'hidden results, with a receipt');
});

check('results', 'says what may still change, that voters were not verified, how many may vote and what paper is still to come', async (kit) => {
  await castEnough(kit, 'approval');
  const live = await kit.backend.votes.results({ consultation, ballot: 'approval' });
  same([live.final, live.verified], [false, false], 'final and verified while voting goes on');
  same([live.electorate, live.paper], [undefined, undefined], 'electorate and paper of a ballot that does not say');
  const closed = await kit.backend.votes.results({ consultation, ballot: 'closed' });
  same(closed.final, false, 'final while paper is still to come');
  same([closed.electorate, closed.paper], [800, { places: 17, counted: 3 }], 'electorate and paper');
  same(closed.tally.map((t) => t.option), ['kit-option-a', 'kit-option-b', 'kit-option-c', 'kit-option-d'], 'every option, also without votes');
  for (const { online, paper, assisted, total } of [...live.tally, live.blank, live.voters]) same(total, online + paper + assisted, 'total of the channels');
});

check('results', 'changes the etag with the results', async (kit) => {
  const etag = async () => (await kit.backend.votes.results({ consultation, ballot: 'approval' })).etag;
  await castEnough(kit, 'approval');
  const before = await etag();
  same(await etag(), before, 'etag without a new vote');
  await castEnough(kit, 'approval');
  ok((await etag()) !== before, `the etag stayed the same after ${smallestGroup} votes`);
});

check('results', 'does not give a single vote away by what changes while voting goes on', async (kit) => {
  await castEnough(kit, 'approval');
  const before = await kit.backend.votes.results({ consultation, ballot: 'approval' });
  await kit.backend.votes.cast(await goodVote(kit, 'approval'));
  const after = await kit.backend.votes.results({ consultation, ballot: 'approval' });
  if (JSON.stringify(after) !== JSON.stringify(before)) ok(after.voters.total - before.voters.total >= smallestGroup, `results changed by ${after.voters.total - before.voters.total} voters`);
});

check('results', 'shows no channel with few voters by itself', async (kit) => {
  const box = { consultation, ballot: 'channels' };
  const cast = async (times: number, channel: 'online' | 'assisted') => {
    for (let i = 0; i < times; i += 1) {
      const vote = { ...(await goodVote(kit, 'channels')), choice: { options: ['kit-option-a'] }, channel };
      same((await kit.backend.votes.cast(vote)).channel, channel, 'channel on the receipt');
    }
  };
  const [few, many] = [3, smallestGroup + 2];
  await cast(few, 'assisted');
  await refused(kit.backend.votes.results(box), 'not-yet', `results of ${few} votes while voting goes on`);

  await cast(many, 'online');
  await kit.backend.votes.results(box).catch(unlessEarly);
  await cast(smallestGroup, 'online');
  await kit.backend.votes.results(box).catch(unlessEarly);
  await cast(smallestGroup, 'online');
  const { merged, voters, tally } = await kit.backend.votes.results(box);
  same(merged, ['online', 'assisted'], `merged, while ${few} came with a mediator`);
  const together = { online: voters.total, paper: 0, assisted: 0, total: voters.total };
  same(voters, together, `voters, while ${few} came with a mediator`);
  same(tally[0], { option: 'kit-option-a', ...together }, `votes for the first option, while ${few} came with a mediator`);
  ok(voters.total >= few + many, `the results have ${voters.total} voters of ${few + many} and more`);
});

export const resultsChecks = list;

import { tallyEntries } from '@parvis/contract';
import type { Channel, Choice, Results } from '@parvis/contract';
import { checksOf, fresh } from '../check.ts';
import type { Kit } from '../check.ts';
import { ok, pointsTo, refused, same } from '../expect.ts';
import { castEnough, enough, goodVote } from '../samples.ts';
import { ids } from '../seed.ts';
import { badChoices, goodChoices } from '../seed-ballots.ts';

const { list, check } = checksOf('votes');
const consultation = ids.open;

/** What was cast before is in them; results of an open ballot wait for {@link enough} new voters, twice, who vote blank. */
async function resultsOf(kit: Kit, ballot: string): Promise<Results> {
  const { receipt } = await castEnough(kit, ballot);
  const { results } = await kit.backend.votes.ballot({ consultation, ballot });
  return results === 'after-vote' ? kit.backend.votes.resultsAfterVote({ consultation, ballot, receipt }) : kit.backend.votes.results({ consultation, ballot });
}

/**
 * What must have been added between two counts. Blank votes are only bounded: a backend that counts as votes come shows the results some of them early or late.
 */
async function adds(kit: Kit, ballot: string, cast: readonly [Choice, Channel][], act: () => Promise<unknown>): Promise<void> {
  const before = await resultsOf(kit, ballot);
  await act();
  const after = await resultsOf(kit, ballot);
  const { method } = await kit.backend.votes.ballot({ consultation, ballot });
  const amount = (option: string, channel: Channel | 'total') => cast
    .filter(([, c]) => channel === 'total' || c === channel)
    .flatMap(([choice]) => tallyEntries({ method }, choice))
    .reduce((sum, [id, n]) => sum + (id === option ? n : 0), 0);
  // While voting goes on, channels may be told as one.
  const told = before.merged || after.merged ? (['total'] as const) : (['online', 'paper', 'assisted', 'total'] as const);
  for (const channel of told) {
    const through = cast.filter(([, c]) => channel === 'total' || c === channel);
    const chosen = ({ voters, blank }: Results) => voters[channel] - blank[channel];
    same(chosen(after) - chosen(before), through.filter(([choice]) => !('blank' in choice)).length, `${ballot}: voters added who did not vote blank, ${channel}`);
    const blank = after.blank[channel] - before.blank[channel];
    const least = through.filter(([choice]) => 'blank' in choice).length + (channel === 'total' || channel === 'online' ? enough.length : 0);
    ok(blank >= least, `${ballot}: at least ${least} blank votes added, ${channel}: got ${blank}`);
    for (const { option } of after.tally) {
      const of = (results: Results) => results.tally.find((t) => t.option === option)?.[channel] ?? 0;
      same(of(after) - of(before), amount(option, channel), `${ballot}: added to ${option}, ${channel}`);
    }
  }
}

for (const [ballot, choice] of Object.entries(goodChoices)) {
  // The results of the ballot `single` are hidden until it closes.
  const visible = ballot !== 'single';
  check('cast', `takes in a vote on the ballot "${ballot}"${visible ? ' and counts it' : ''}`, async (kit) => {
    const vote = await goodVote(kit, ballot);
    const cast = async () => {
      const receipt = await kit.backend.votes.cast(vote);
      same([receipt.consultation, receipt.ballot, receipt.channel], [consultation, ballot, 'online'], 'the receipt');
      ok(/^\d{4}-\d\d-\d\d$/.test(receipt.day), `day is "${receipt.day}": a finer time could join receipts to people`);
    };
    await (visible ? adds(kit, ballot, [[choice, 'online']], cast) : cast());
  });
}

check('cast', 'counts blank votes apart', async (kit) => {
  const blank = { ...(await goodVote(kit, 'approval')), choice: { blank: true as const } };
  await adds(kit, 'approval', [[blank.choice, 'online']], () => kit.backend.votes.cast(blank));
});

check('cast', 'takes no paper vote: a clerk enters those', async (kit) => {
  const vote = { ...(await goodVote(kit, 'approval')), channel: 'paper' as never };
  pointsTo(await refused(kit.backend.votes.cast(vote), 'invalid', 'a paper vote'), '/channel');
});

for (const [ballot, choice, code] of badChoices) {
  check('cast', `refuses on the ballot "${ballot}" a vote that is ${code}: ${JSON.stringify(choice)}`, async (kit) => {
    const error = await refused(kit.backend.votes.cast({ ...(await goodVote(kit, ballot)), choice }), 'invalid', code);
    const found = error.issues.some((issue) => issue.code === code && /^\/choice(\/|$)/.test(issue.pointer));
    ok(found, `expected an issue with code ${code} at or below /choice, got ${JSON.stringify(error.issues)}`);
  });
}

check('cast', 'lets a person whose vote was refused vote', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [[vote.choice, 'online']], async () => {
    await refused(kit.backend.votes.cast({ ...vote, choice: { options: ['kit-option-gone'] } }), 'invalid', 'a withdrawn option');
    await kit.backend.votes.cast(vote);
  });
});

check('cast', 'takes one vote per device', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [[vote.choice, 'online']], async () => {
    await kit.backend.votes.cast(vote);
    await refused(kit.backend.votes.cast({ ...vote, key: fresh() }), 'already-voted', 'the same vote with another key');
    await refused(kit.backend.votes.cast({ ...vote, key: fresh(), choice: { blank: true } }), 'already-voted', 'another vote');
  });
});

check('cast', 'takes one of fifty votes that one device sends at once', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [[vote.choice, 'online']], async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => kit.backend.votes.cast({ ...vote, key: fresh() })));
    const refusals = answers.filter((a) => a.status === 'rejected');
    for (const { reason } of refusals) await refused(Promise.reject(reason), 'already-voted', 'the votes that were refused');
    same(answers.length - refusals.length, 1, 'votes taken in');
  });
});

check('cast', 'gives a repeated call the same receipt, and counts it once', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [[vote.choice, 'online']], async () => {
    const first = await kit.backend.votes.cast(vote);
    same(await kit.backend.votes.cast(vote), first, 'the second receipt');
  });
});

check('cast', 'gives twenty calls at once with one key the same receipt, and counts them once', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [[vote.choice, 'online']], async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => kit.backend.votes.cast(vote)));
    same(new Set(receipts.map((r) => r.receipt)).size, 1, 'different receipts');
  });
});

check('cast', 'refuses a key that came with another vote', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await kit.backend.votes.cast(vote);
  const again = kit.backend.votes.cast({ ...vote, choice: { options: ['kit-option-d'] } });
  pointsTo(await refused(again, 'invalid', 'a reused key'), '/key', 'reused');
});

check('cast', 'takes in fifty devices at once, each with its own receipt', async (kit) => {
  const votes = await Promise.all(Array.from({ length: 50 }, () => goodVote(kit, 'approval')));
  await adds(kit, 'approval', votes.map((v): [Choice, Channel] => [v.choice, 'online']), async () => {
    const receipts = await Promise.all(votes.map((vote) => kit.backend.votes.cast(vote)));
    same(new Set(receipts.map((r) => r.receipt)).size, 50, 'different receipts');
  });
});

check('cast', 'counts once a vote whose first call was aborted', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [[vote.choice, 'online']], async () => {
    const controller = new AbortController();
    const call = kit.backend.votes.cast(vote, { signal: controller.signal });
    controller.abort();
    await refused(call, 'aborted', 'the first call');
    await kit.backend.votes.cast(vote);
  });
});

check('cast', 'stores nothing of a call that was aborted beforehand', async (kit) => {
  const vote = await goodVote(kit, 'approval');
  await adds(kit, 'approval', [], () => refused(kit.backend.votes.cast(vote, { signal: AbortSignal.abort() }), 'aborted', 'the call'));
});

check('cast', 'refuses a vote on rules that are not those of the ballot', async (kit) => {
  const vote = { ...(await goodVote(kit, 'approval')), rulesHash: '0'.repeat(64) };
  await refused(kit.backend.votes.cast(vote), 'rules-changed', 'another rulesHash');
});

check('cast', 'takes nothing in before opening or after closing', async (kit) => {
  const choice = { options: ['kit-option-a'] };
  await refused(kit.backend.votes.cast({ ...(await goodVote(kit, 'closed')), choice }), 'closed', 'a closed ballot');
  await refused(kit.backend.votes.cast({ ...(await goodVote(kit, 'upcoming')), choice }), 'not-yet', 'a ballot to come');
});

check('cast', 'takes no vote without a code where the ballot asks for one', async (kit) => {
  await refused(kit.backend.votes.cast({ ...(await goodVote(kit, 'code')), choice: { options: ['kit-option-a'] } }), 'not-eligible', 'a device mark');
  const made = { ...(await goodVote(kit, 'code')), choice: { options: ['kit-option-a'] }, voter: { code: 'AAAA AAAA AAAA AAAA' } };
  await refused(kit.backend.votes.cast(made), 'not-eligible', 'a made-up code');
});

check('cast', 'answers `not-found` for a ballot that does not exist', async (kit) => {
  await refused(kit.backend.votes.cast({ ...(await goodVote(kit, 'approval')), ballot: 'kit-nowhere' }), 'not-found', 'a made-up ballot');
});

export const castChecks = list;

import { validateVote } from '@parvis/contract';
import { checksOf } from '../check.ts';
import { ok, refused, same } from '../expect.ts';
import { castEnough, goodVote } from '../samples.ts';
import { ids } from '../seed.ts';
import { badChoices, goodChoices } from '../seed-ballots.ts';

const { list, check } = checksOf('votes');
const consultation = ids.open;

check('ballot', 'gives the rules the organiser wrote', async ({ backend }) => {
  const ballot = (id: string) => backend.votes.ballot({ consultation, ballot: id });
  for (const [id, choice] of Object.entries(goodChoices)) same(validateVote(await ballot(id), choice), [], `a vote that keeps the rules of "${id}"`);
  for (const [id, choice, code] of badChoices) {
    ok(validateVote(await ballot(id), choice).some((issue) => issue.code === code), `by the rules given for "${id}", ${JSON.stringify(choice)} is not ${code}`);
  }
  const budget = await ballot('budget');
  same([budget.method, budget.ceiling, budget.currency, budget.results], ['budget', 100_000, 'EUR', 'after-vote'], 'the ballot "budget"');
  same(budget.options.map((o) => [o.id, o.number, o.cost]), [['kit-option-a', 1, 60_000], ['kit-option-b', 2, 40_000], ['kit-option-c', 3, 1]], 'its options');
});

check('ballot', 'tells what is open, closed or to come, and asks for a code where one is needed', async ({ backend }) => {
  const ballot = (id: string) => backend.votes.ballot({ consultation, ballot: id });
  same([(await ballot('approval')).status, (await ballot('closed')).status, (await ballot('upcoming')).status], ['open', 'closed', 'upcoming'], 'status');
  same([(await ballot('approval')).eligibility, (await ballot('code')).eligibility], ['open', 'code'], 'eligibility');
});

check('ballot', 'speaks the language that is asked for, with the same rules in each', async ({ backend }) => {
  const [fr, en] = await Promise.all(['fr', 'en'].map((locale) => backend.votes.ballot({ consultation, ballot: 'approval' }, { locale })));
  same([fr?.options[0]?.label, en?.options[0]?.label], ['Projet a', 'Project a'], 'the first option');
  same([fr?.lang, en?.lang], ['fr', 'en'], 'lang');
  ok(fr?.rulesHash, 'rulesHash is empty');
  same(fr?.rulesHash, en?.rulesHash, 'rulesHash in another language');
});

for (const verb of ['ballot', 'results', 'export'] as const) {
  check(verb, 'answers `not-found` for a ballot that does not exist', async ({ backend }) => {
    await refused(backend.votes[verb]({ consultation, ballot: 'kit-nowhere' }), 'not-found', 'a made-up ballot');
  });
}

check('receipt', 'finds a receipt however it is typed', async (kit) => {
  const { receipt } = await kit.backend.votes.cast(await goodVote(kit, 'approval'));
  const found = await kit.backend.votes.receipt({ consultation, ballot: 'approval', receipt });
  const typed = await kit.backend.votes.receipt({ consultation, ballot: 'approval', receipt: ` ${receipt.toLowerCase().replaceAll(' ', '-')} ` });
  same([found.ballot, found.channel], ['approval', 'online'], 'the receipt that was found');
  same(typed, found, 'the same in small letters and with dashes');
});

check('receipt', 'does not find one that was never given, or that is of another ballot', async (kit) => {
  const { receipt } = await kit.backend.votes.cast(await goodVote(kit, 'approval'));
  await refused(kit.backend.votes.receipt({ consultation, ballot: 'yes-no', receipt }), 'not-found', 'a receipt of another ballot');
  await refused(kit.backend.votes.receipt({ consultation, ballot: 'approval', receipt: 'AAAA AAAA AAAA AAAA' }), 'not-found', 'a made-up receipt');
});

check('export', 'gives no votes before the ballot closes', async ({ backend }) => {
  for (const ballot of ['approval', 'single', 'upcoming']) await refused(backend.votes.export({ consultation, ballot }), 'not-yet', ballot);
});

check('cast', 'keeps exactly the votes it acknowledged', async (kit) => {
  const before = (await kit.probes.votes?.(consultation, 'yes-no')) ?? [];
  const vote = await goodVote(kit, 'yes-no');
  await kit.backend.votes.cast(vote);
  const stored = (await kit.probes.votes?.(consultation, 'yes-no')) ?? [];
  same(stored.length, before.length + 1, 'votes stored');
  await castEnough(kit, 'yes-no');
  const all = (await kit.probes.votes?.(consultation, 'yes-no')) ?? [];
  const { total } = (await kit.backend.votes.results({ consultation, ballot: 'yes-no' })).voters;
  ok(total > before.length && total <= all.length, `${total} voters in the results, ${all.length} votes stored`);
}, { probe: 'votes' });

check('cast', 'keeps no record that joins a voter, a vote and a receipt', async (kit) => {
  const vote = { ...(await goodVote(kit, 'approval')), choice: { options: ['kit-option-b'] } };
  const { receipt } = await kit.backend.votes.cast(vote);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(vote.voter.mark)));
  const hex = Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
  const base64 = btoa(String.fromCharCode(...digest)).slice(0, 42);
  const parts = {
    'the mark': [vote.voter.mark, hex, base64, base64.replaceAll('+', '-').replaceAll('/', '_')],
    'the vote': ['kit-option-b'],
    'the receipt': [receipt, receipt.replaceAll(' ', '')],
  };
  for (const record of (await kit.probes.records?.()) ?? []) {
    const text = JSON.stringify(record);
    // The definition of the ballot names the options too, and belongs to nobody.
    if (text.includes('"Projet b"')) continue;
    const held = Object.entries(parts).filter(([, forms]) => forms.some((form) => text.includes(form))).map(([name]) => name);
    ok(held.length < 2, `one record of the store holds ${held.join(' and ')}: ${text.slice(0, 200)}`);
  }
}, { probe: 'records' });

export const ballotBoxChecks = list;

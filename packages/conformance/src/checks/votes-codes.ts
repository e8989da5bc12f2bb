import { codeRefusal, createAccessCode, normalizeCode, smallestGroup } from '@parvis/contract';
import type { Choice, CodeRefusal, Results } from '@parvis/contract';
import { checksOf, fresh } from '../check.ts';
import type { Kit } from '../check.ts';
import { ok, refused, same } from '../expect.ts';
import { unlessEarly } from '../samples.ts';
import { ids } from '../seed.ts';

const { list, check } = checksOf('votes');
const place = { consultation: ids.open, ballot: 'code' };
const first: Choice = { options: ['kit-option-a'] };
const second: Choice = { options: ['kit-option-b'] };

const issue = async (kit: Kit, state: 'unused' | 'void' | 'test' = 'unused', ballot = place.ballot): Promise<string> =>
  (await kit.probes.codes?.(place.consultation, ballot, [state]))?.[0] ?? '';

async function voteWith({ backend }: Kit, code: string, choice: Choice = first) {
  const { rulesHash } = await backend.votes.ballot(place);
  return { ...place, key: fresh(), voter: { code }, rulesHash, choice };
}

/** Results of an open ballot wait for some new voters, twice, which come first: blank votes with codes of their own. */
async function resultsOf(kit: Kit): Promise<Results> {
  const castEnough = async () => {
    const codes = (await kit.probes.codes?.(place.consultation, place.ballot, Array.from({ length: smallestGroup }, () => 'unused' as const))) ?? [];
    for (const code of codes) await kit.backend.votes.cast(await voteWith(kit, code, { blank: true }));
  };
  await castEnough();
  await kit.backend.votes.results(place).catch(unlessEarly);
  await castEnough();
  return kit.backend.votes.results(place);
}

/** How many votes for each of the two options must have been added. */
async function adds(kit: Kit, expected: [number, number], act: () => Promise<unknown>): Promise<void> {
  const of = ({ tally, voters, blank }: Results) => [tally[0]?.total ?? 0, tally[1]?.total ?? 0, voters.total - blank.total] as const;
  const before = of(await resultsOf(kit));
  await act();
  const after = of(await resultsOf(kit));
  same([after[0] - before[0], after[1] - before[1]], expected, 'votes added');
  same(after[2] - before[2], expected[0] + expected[1], 'voters added who did not vote blank');
}

async function refusedFor(kit: Kit, code: string, why: CodeRefusal, what: string): Promise<void> {
  same(codeRefusal(await refused(kit.backend.votes.cast(await voteWith(kit, code)), 'not-eligible', what)), why, `${what}: the issue at /voter/code`);
}

check('cast', 'takes one vote per access code, and counts it', async (kit) => {
  const code = await issue(kit);
  await adds(kit, [1, 0], async () => {
    await kit.backend.votes.cast(await voteWith(kit, code));
    await refused(kit.backend.votes.cast(await voteWith(kit, code)), 'already-voted', 'the same code again');
    await refused(kit.backend.votes.cast(await voteWith(kit, code, second)), 'already-voted', 'another vote with the same code');
  });
}, { probe: 'codes' });

check('cast', 'reads an access code however it is typed', async (kit) => {
  const codes = await Promise.all([1, 2, 3].map(() => issue(kit)));
  const typed = codes.map((code, i) => [code.toLowerCase(), normalizeCode(code), ` ${code.replaceAll(' ', '-')} `][i] ?? '');
  await adds(kit, [3, 0], async () => {
    for (const code of typed) await kit.backend.votes.cast(await voteWith(kit, code));
  });
}, { probe: 'codes' });

check('cast', 'takes one of fifty votes that come at once with one access code', async (kit) => {
  const vote = await voteWith(kit, await issue(kit));
  await adds(kit, [1, 0], async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => kit.backend.votes.cast({ ...vote, key: fresh() })));
    const refusals = answers.filter((a) => a.status === 'rejected');
    for (const { reason } of refusals) await refused(Promise.reject(reason), 'already-voted', 'the votes that were refused');
    same(answers.length - refusals.length, 1, 'votes taken in');
  });
}, { probe: 'codes' });

check('cast', 'gives a repeated call with an access code the same receipt', async (kit) => {
  const vote = await voteWith(kit, await issue(kit));
  const receipt = await kit.backend.votes.cast(vote);
  same(await kit.backend.votes.cast(vote), receipt, 'the second receipt');
  same((await kit.backend.votes.receipt({ ...place, receipt: receipt.receipt })).ballot, place.ballot, 'the receipt, looked up');
}, { probe: 'codes' });

check('cast', 'leaves an access code unused when the vote was refused', async (kit) => {
  const code = await issue(kit);
  await refused(kit.backend.votes.cast(await voteWith(kit, code, { options: ['kit-option-nowhere'] })), 'invalid', 'an option that does not exist');
  await kit.backend.votes.cast(await voteWith(kit, code));
}, { probe: 'codes' });

check('cast', 'refuses an access code that nobody gave out, that is void, or that is of another ballot, and says which', async (kit) => {
  await refusedFor(kit, createAccessCode(), 'unknown', 'a made-up code');
  await refusedFor(kit, await issue(kit, 'void'), 'void', 'a void code');
  await refusedFor(kit, await issue(kit, 'unused', 'other-code'), 'foreign', 'a code of another ballot');
  await refusedFor(kit, 'AAAA AAAA AAAA AAAA', 'mistyped', 'signs that are no code');
}, { probe: 'codes' });

check('cast', 'answers a test code like any other, marks the receipt, and counts nothing', async (kit) => {
  const code = await issue(kit, 'test');
  await adds(kit, [0, 0], async () => {
    for (const choice of [first, second]) same((await kit.backend.votes.cast(await voteWith(kit, code, choice))).test, true, 'the mark `test` of the receipt');
  });
  const receipt = await kit.backend.votes.cast(await voteWith(kit, await issue(kit)));
  same(receipt.test ?? false, false, 'the mark `test` of a vote that counts');
}, { probe: 'codes' });

check('results', 'are called verified where an access code was asked, and nowhere else', async (kit) => {
  same((await resultsOf(kit)).verified, true, 'the ballot that asks for a code');
  same((await kit.backend.votes.results({ ...place, ballot: 'closed' })).verified, false, 'a ballot that is open to anybody');
}, { probe: 'codes' });

check('cast', 'keeps no record that joins an access code with its vote or its receipt', async (kit) => {
  const code = normalizeCode(await issue(kit));
  const { receipt } = await kit.backend.votes.cast(await voteWith(kit, code, second));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
  const hex = Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
  const forms = [[code, hex], ['kit-option-b'], [receipt, normalizeCode(receipt)]];
  for (const record of (await kit.probes.records?.()) ?? []) {
    const text = JSON.stringify(record);
    if (text.includes('"Projet b"')) continue;
    ok(forms.filter((some) => some.some((form) => text.includes(form))).length < 2, `one record of the store joins two of code, vote and receipt: ${text.slice(0, 200)}`);
  }
}, { probe: 'codes' });

export const codeChecks = list;

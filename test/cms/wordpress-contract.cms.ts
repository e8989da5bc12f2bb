import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import {
  ballotFor, canonicalChoice, checkDefinition, ConsultationDefinition, consultationFor, contributionFor, finds, isFinal, mergedChannels, parse, resultsOpenTo, rulesHash, shownTotals, stepFor, suppressSmallCells,
  tallyEntries, totalsOf, validateContact, validateProposal, validateQuestion, validateVote,
} from '@parvis/contract';
import type { Channel, Issue } from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import type { Operation } from '@parvis/contract/operations';
import * as fc from 'fast-check';
import { ballots, spoilt, votes } from './support/generated.ts';
import { askPhp } from './support/php-contract.ts';

const many = 3_000;
const town = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'town-site', 'consultation.json'), 'utf8')) as object;
const definition = (() => {
  const parsed = parse(ConsultationDefinition, town);
  assert.ok(parsed.ok);
  return parsed.value;
})();

/** Without absent fields, as JSON carries it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** JavaScript looks at names that are numbers first; the order of issues means nothing. */
const sorted = (issues: readonly Issue[]) => issues.map(({ pointer, code, limit, actual }) => JSON.stringify([pointer, code, limit, actual])).sort();
/** Where something has the wrong type, zod also measures its length if it has one; that says nothing more. */
const places = (issues: readonly Issue[]) => {
  const strange = new Set(issues.filter(({ code }) => code === 'wrong-type').map(({ pointer }) => pointer));
  return [...new Set(issues.filter(({ pointer, code }) => code === 'wrong-type' || !strange.has(pointer)).map(({ pointer, code }) => `${pointer} ${code}`))].sort();
};

type Mutable<I extends readonly unknown[]> = I extends readonly [...infer M] ? M : never;

/** @param read what of PHP's answer is compared; absent: all of it */
function sameForAll<I extends readonly unknown[]>(name: string, inputs: readonly I[], expected: (...input: Mutable<I>) => unknown, read: (answer: never) => unknown = (answer) => answer): void {
  const answers = askPhp<never>(name, inputs);
  for (const [i, input] of inputs.entries()) {
    const [actual, wanted] = [read(answers[i] as never), expected(...([...input] as unknown as Mutable<I>))];
    if (!isDeepStrictEqual(actual, wanted)) assert.deepEqual(actual, wanted, `${name} of ${JSON.stringify(input).slice(0, 2_000)}:\nexpected ${JSON.stringify(wanted)}\ngot      ${JSON.stringify(actual)}`);
  }
}

describe('The PHP of the plugin and the TypeScript of the contract', () => {
  const sample = fc.sample(votes, many);

  test('find the same things wrong with thousands of votes, of every method', () => {
    const wrong = sample.map(([ballot, choice]) => validateVote(ballot, choice));
    const codes = new Set(wrong.flat().map((issue) => issue.code));
    assert.deepEqual([...codes].sort(), [
      'blank-not-allowed', 'out-of-range', 'over-cap', 'over-ceiling', 'over-purse', 'repeated-option', 'too-few', 'too-many', 'unknown-option', 'withdrawn-option', 'wrong-shape',
    ], 'every reason is tried');
    assert.ok(wrong.filter((issues) => issues.length === 0).length > many / 10, 'so are votes that may be cast');
    sameForAll('validate_vote', sample, (ballot, choice) => sorted(validateVote(ballot, choice)), (issues: Issue[]) => sorted(issues));
  });

  test('keep and count valid votes alike', () => {
    const valid = sample.filter(([ballot, choice]) => validateVote(ballot, choice).length === 0);
    sameForAll('canonical_choice', valid, canonicalChoice);
    sameForAll('tally_entries', valid.map(([{ method }, choice]) => [method, choice] as const), (method, choice) => plain(tallyEntries({ method }, choice).sort()), (entries: [string, number][]) => entries.sort());
  });

  test('give every ballot the same rulesHash', async () => {
    const all = [...fc.sample(ballots, 500), ...definition.ballots];
    const hashes = await Promise.all(all.map(rulesHash));
    assert.ok(new Set(hashes).size > 300);
    assert.deepEqual(askPhp<string>('rules_hash', all.map((ballot) => [ballot])), hashes);
  });

  test('find the same things wrong with consultation files', () => {
    const files = [town, ...fc.sample(spoilt(town), many / 2)].map((file) => [file] as const);
    const told = (file: unknown) => {
      const parsed = parse(ConsultationDefinition, file);
      return places(parsed.ok ? checkDefinition(parsed.value) : parsed.issues);
    };
    assert.ok(files.filter(([file]) => told(file).length > 0).length > many / 4);
    sameForAll('check_file', files, told, ([, issues]: [unknown, Issue[]]) => places(issues));
    sameForAll('check_file', [[town] as const], () => plain(definition), ([checked]: [unknown]) => checked);
  });

  for (const [group, verb, input] of [
    ['votes', 'cast', { consultation: 'c', ballot: 'b', key: 'k'.repeat(22), voter: { mark: 'm'.repeat(22) }, rulesHash: 'x', choice: { values: { a: 1, 12: 2 } }, channel: 'assisted' }],
    ['proposals', 'submit', { consultation: 'c', key: 'k'.repeat(22), title: 'Un banc', text: 'Ici', contact: { email: 'a@b.fr', consent: true }, category: 'x', lang: 'fr' }],
    ['feedback', 'timeline', { consultation: 'c', trackingCode: 'AAAA' }],
    ['feedback', 'follow', { consultation: 'c', id: 'i', contact: { email: 'a@b.fr', consent: true }, follow: true, mark: 'm'.repeat(22), sequence: 2 }],
    ['faq', 'list', { consultation: 'c', q: 'eau', limit: 3 }],
  ] as const) {
    test(`read what is sent to ${group}.${verb} alike, and what is not as it should be`, () => {
      const operation = (groups[group] as Record<string, Operation>)[verb] as Operation;
      const inputs = [input, ...fc.sample(spoilt(input), 600)].map((sent) => [sent, group, verb] as const);
      sameForAll('check_schema', inputs, (sent) => {
        const parsed = parse(operation.input, sent);
        return parsed.ok ? [plain(parsed.value), []] : places(parsed.issues);
      }, ([value, issues]: [unknown, Issue[]]) => (issues.length === 0 ? [value, []] : places(issues)));
    });
  }

  test('count characters, find words and judge addresses alike, in any script', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom(' \u00A0été ', '\uFEFF\u2028', '👩‍👩‍👧'.repeat(12), 'e\u0301cole', 'ﷺ', 'أهلاً', '🇫🇷🇩🇪', '\u0000x'));
    const texts = fc.sample(text, 1_000).filter((t) => !/\p{Surrogate}/u.test(t));
    const form = { titleMax: 12, textMin: 3, textMax: 20, categories: [{ id: 'a' }], profile: { options: [{ id: 'p' }] } };
    sameForAll('validate_question', texts.map((t) => [t] as const), validateQuestion);
    sameForAll('validate_proposal', texts.map((t, i) => [form, { title: t, text: texts[i - 1] ?? '', place: t, category: 'abc'[i % 3], profile: 'p' }] as const), (rules, draft) => plain(validateProposal(rules, draft as never)));
    sameForAll('validate_contact', ['a@b.fr', ' a@b.fr ', 'a@b', 'a b@c.fr', '@b.fr', 'é@ü.fr', 'a@b..', `${'a'.repeat(250)}@b.fr`].map((email, i) => [{ email, consent: i % 2 === 0 }] as const), (contact) => plain(validateContact(contact)));
    const searches = texts.filter((t) => !/\p{Lm}|[\u{10000}-\u{10FFFF}]|[\u1100-\u11FF\uAC00-\uD7FF]/u.test(t)).map((t, i, all) => [t, `${all[i - 1] ?? ''} ${t}`] as const);
    const found = askPhp<string[]>('words_of', searches.map(([search]) => [search]));
    assert.deepEqual(askPhp<boolean>('finds', searches.map(([, where], i) => [found[i], where])), searches.map(([search, where]) => finds(search, where)));
  });

  test('show the same totals, and hide the same small numbers', () => {
    const channel = fc.constantFrom<Channel>('online', 'online', 'online', 'paper', 'assisted');
    const boxes = fc.sample(fc.tuple(ballots, fc.array(fc.tuple(votes, channel), { maxLength: 40 })), 400)
      .map(([ballot, all]) => [{ ...ballot, electorate: 100, paper: { places: 2, counted: 1 } }, all.map(([[, choice], through]) => ({ choice, channel: through }))] as const);
    sameForAll('totals_of', boxes, (ballot, cast) => plain(totalsOf(ballot, cast)));
    for (const status of ['open', 'closed'] as const) {
      sameForAll('shown_totals', boxes.map(([ballot, cast]) => [ballot, totalsOf(ballot, cast), status] as const), (ballot, totals) => plain(shownTotals(ballot, totals, status)));
      sameForAll('results_open_to', boxes.map(([ballot]) => [ballot, status] as const), resultsOpenTo);
      sameForAll('is_final', boxes.map(([ballot]) => [ballot, status] as const), isFinal);
    }
    const voters = fc.sample(fc.record({ online: fc.nat(25), paper: fc.nat(15), assisted: fc.nat(15) }), 1_000).map((counts) => [counts] as const);
    sameForAll('merged_channels', voters, mergedChannels);
    const cells = fc.array(fc.record({ name: fc.constantFrom('category', 'profile'), value: fc.constantFrom('a', 'b', 'c'), count: fc.nat(30) }), { maxLength: 6 });
    sameForAll('suppress_small_cells', fc.sample(cells, 1_000).map((all) => [all] as const), (all) => plain(suppressSmallCells(all)));
  });

  test('tell the same in every language', async () => {
    const now = new Date();
    for (const lang of [...definition.languages, 'en-GB']) {
      sameForAll('consultation_for', [[definition, lang] as const], () => plain(consultationFor(definition, { lang, now })));
      for (const ballot of definition.ballots) {
        const hash = await rulesHash(ballot);
        sameForAll('ballot_for', [[definition, ballot, lang] as const], () => plain(ballotFor(definition, ballot, hash, { lang, now })));
      }
      sameForAll('contribution_for', definition.feedback.map((entry) => [entry, lang] as const), (entry) => plain(contributionFor(entry, lang)));
      sameForAll('step_for', definition.feedback.flatMap((entry) => entry.steps).map((step) => [step, lang] as const), (step) => plain(stepFor(step, { lang, now })));
    }
  });
});

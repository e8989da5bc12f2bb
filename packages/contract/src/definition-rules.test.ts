import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDefinition } from './definition-rules.ts';
import { parse } from './parse.ts';
import { ConsultationDefinition } from './schemas/definition.ts';
import type { ConsultationFile } from './schemas/definition.ts';

type BallotFile = NonNullable<ConsultationFile['ballots']>[number];

const base: ConsultationFile = { id: 'bp', title: 'Budget', organiser: { name: 'Ville' } };
const options = [{ id: '1', number: 1, label: 'Arbres' }, { id: '2', number: 2, label: 'Bancs' }];
const ballot: BallotFile = { id: 'vote', title: 'Vote', method: 'approval', options };

const priced = { method: 'budget' as const, ceiling: 100, currency: 'EUR', options: options.map((o) => ({ ...o, cost: 60 })) };

function issues(change: Partial<ConsultationFile>): string[] {
  const parsed = parse(ConsultationDefinition, { ...base, ...change });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return checkDefinition(parsed.value).map((i) => `${i.pointer} ${i.code}`);
}
const ofBallot = (change: Partial<BallotFile>) => issues({ ballots: [{ ...ballot, ...change }] });

describe('a definition may be opened', () => {
  it('with nothing but a title and an organiser', () => assert.deepEqual(issues({}), []));

  const complete: [string, Partial<BallotFile>][] = [
    ['approval', {}], ['single', { method: 'single' }], ['ranking', { method: 'ranking', min: 2, max: 2 }],
    ['budget', priced],
    ['points', { method: 'points', purse: 10 }], ['score', { method: 'score', scores: { from: 0, to: 5 } }],
    ['counted', { counting: { rule: 'greedy', seats: 1 }, electorate: 800, paper: { places: 3, counted: 3 } }],
    ['counted budget', { ...priced, counting: { rule: 'equal-shares', utility: 'cost', completion: 'add1u', step: 100, exhaustive: true } }],
    ['counted approval with costs', { currency: 'EUR', options: priced.options, counting: { rule: 'threshold', threshold: 5, budget: 100 } }],
    ['counted approval with a withdrawn option that has no cost any more', { currency: 'EUR', options: [...(priced.options ?? []), { id: 'gone', number: 9, label: 'C', withdrawn: true }], counting: { rule: 'greedy', budget: 100 } }],
    ['counted ranking', { method: 'ranking', counting: { rule: 'schulze' } }],
    ['grades', { method: 'grades', grades: [{ id: 'a', label: 'Bien' }, { id: 'b', label: 'Passable' }] }],
  ];
  for (const [what, change] of complete) it(`with a complete ${what} ballot`, () => assert.deepEqual(ofBallot(change), []));
});

describe('a definition says what is missing or does not go together', () => {
  const wrong: [string, Partial<BallotFile>, string[]][] = [
    ['a budget without ceiling, costs', { method: 'budget' }, ['/ballots/0/ceiling missing', '/ballots/0/options/0/cost missing', '/ballots/0/options/1/cost missing']],
    ['costs without a currency', { options: options.map((o) => ({ ...o, cost: 5 })) }, ['/ballots/0/currency missing']],
    ['points without a purse', { method: 'points' }, ['/ballots/0/purse missing']],
    ['grades without grades', { method: 'grades' }, ['/ballots/0/grades missing']],
    ['scores without a range', { method: 'score' }, ['/ballots/0/scores missing']],
    ['a range that is empty', { method: 'score', scores: { from: 5, to: 5 } }, ['/ballots/0/scores out-of-order']],
    ['more to choose than there is', { min: 3 }, ['/ballots/0/min too-many']],
    ['more to choose than is allowed', { min: 2, max: 1 }, ['/ballots/0/min too-many']],
    ['an option id twice', { options: [...options, { id: '1', number: 3, label: 'C' }] }, ['/ballots/0/options/2/id repeated']],
    ['an option number twice', { options: [...options, { id: '3', number: 1, label: 'C' }] }, ['/ballots/0/options/2/number repeated']],
    ['a rule for another kind of ballot', { counting: { rule: 'irv', seats: 2 } }, ['/ballots/0/counting/rule rule-does-not-fit']],
    ['a setting of another rule', { counting: { rule: 'greedy', seats: 1, threshold: 5 } }, ['/ballots/0/counting/threshold setting-without-effect']],
    ['seats where one wins', { counting: { rule: 'plurality', seats: 2 } }, ['/ballots/0/counting/seats setting-without-effect']],
    ['seats where costs decide', { ...priced, counting: { rule: 'greedy', seats: 2 } }, ['/ballots/0/counting/seats setting-without-effect']],
    ['a budget where nothing costs', { counting: { rule: 'greedy', seats: 1, budget: 100 } }, ['/ballots/0/counting/budget setting-without-effect']],
    ['points nobody gives', { counting: { rule: 'equal-shares', seats: 1, utility: 'points' } }, ['/ballots/0/counting/utility no-points']],
    ['several to take without costs or seats', { counting: { rule: 'greedy' } }, ['/ballots/0/counting/seats missing']],
    ['costs and nothing to spend', { currency: 'EUR', options: priced.options, counting: { rule: 'greedy' } }, ['/ballots/0/counting/budget missing']],
    ['a cost that lacks beside others', { currency: 'EUR', options: [{ id: '1', number: 1, label: 'A', cost: 5 }, { id: '2', number: 2, label: 'B' }], counting: { rule: 'greedy', budget: 9 } }, ['/ballots/0/options/1/cost missing']],
    ['more places counted than there are', { paper: { places: 3, counted: 4 } }, ['/ballots/0/paper/counted too-many']],
    ['closing before opening', { opensAt: '2026-03-02T00:00:00Z', closesAt: '2026-03-01T00:00:00Z' }, ['/ballots/0/closesAt out-of-order']],
  ];
  for (const [what, change, found] of wrong) it(what, () => assert.deepEqual(ofBallot(change), found));

  it('an id used twice, in any list', () => {
    const twice = <T>(entry: T) => [entry, entry];
    assert.deepEqual(issues({
      ballots: twice(ballot),
      faq: { questions: twice({ id: 'q', question: 'Qui ?', answer: 'Tous' }) },
      feedback: twice({ id: 'f', title: 'Square', progress: 'done' as const }),
      proposals: twice({ id: 'p', title: 'Banc' }),
      places: twice({ id: 'l', name: 'Mairie', kinds: ['vote' as const], address: 'x' }),
    }), ['/ballots/1/id repeated', '/faq/questions/1/id repeated', '/feedback/1/id repeated', '/proposals/1/id repeated', '/places/1/id repeated']);
  });

  it('dates of the consultation, compared as instants and not as text', () => {
    assert.deepEqual(issues({ opensAt: '2026-03-01T09:00:00+02:00', closesAt: '2026-03-01T08:30:00+01:00' }), []);
    assert.deepEqual(issues({ opensAt: '2026-03-01T09:00:00Z', closesAt: '2026-03-01T09:30:00+01:00' }), ['/closesAt out-of-order']);
  });
});

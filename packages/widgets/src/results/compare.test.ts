import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Results } from '@parvis/contract';
import { differences } from './compare.ts';
import { createCounter, serveCounting, type FromCounter } from './counter.ts';
import { budgetBallot, resultsOf, votesOn } from './results.samples.ts';

const votes = votesOn(budgetBallot, 400, { assisted: 0.1 });
const counting = { rule: 'greedy' } as const;
const published = resultsOf(budgetBallot, votes, counting);
const counted = () => {
  const counter = createCounter(budgetBallot, published.outcome?.counting);
  counter.add(votes);
  return counter.finish();
};
const kinds = (results: Results) => differences(results, counted()).map((d) => ('option' in d ? `${d.kind} ${d.option}` : d.kind));
const row = (id: string, change: Partial<Results['tally'][number]>) => published.tally.map((entry) => (entry.option === id ? { ...entry, ...change } : entry));

describe('Comparing what is published with a recount', () => {
  it('finds nothing where all is the same, in whichever order the fields came', () => {
    const shuffled = { ...published, outcome: published.outcome && { ...published.outcome, options: published.outcome.options.map(({ reason, ...entry }) => ({ reason: Object.fromEntries(Object.entries(reason).reverse()) as typeof reason, ...entry })) } };
    assert.deepEqual(differences(published, counted()), []);
    assert.deepEqual(differences(shuffled, counted()), []);
  });

  it('finds one vote too many, with both numbers', () => {
    const [found] = differences({ ...published, tally: row('p3', { paper: 999 }) }, counted());
    assert.equal(found?.kind === 'tally' && found.option === 'p3' && found.channel === 'paper' && found.published, 999);
  });

  it('finds votes moved from one channel to another, although the total is the same', () => {
    const { online = 0, paper = 0 } = published.tally[0] ?? {};
    assert.deepEqual(kinds({ ...published, tally: row('p1', { online: online - 1, paper: paper + 1 }) }), ['tally p1', 'tally p1']);
  });

  it('finds other blank votes, other numbers of voters, other winners and other reasons', () => {
    assert.deepEqual(kinds({ ...published, blank: { ...published.blank, online: 0, total: 0 } }), ['blank', 'blank']);
    assert.deepEqual(kinds({ ...published, voters: { ...published.voters, total: 1 } }), ['voters']);
    const { outcome } = published;
    assert.ok(outcome);
    assert.deepEqual(kinds({ ...published, outcome: { ...outcome, winners: outcome.winners.toReversed() } }), ['winners']);
    assert.deepEqual(kinds({ ...published, outcome: { ...outcome, options: outcome.options.map((o) => (o.option === 'p4' ? { ...o, reason: { code: 'no-support' as const } } : o)) } }), ['reason p4']);
  });

  it('finds an option that only one side has', () => {
    assert.deepEqual(new Set(kinds({ ...published, tally: published.tally.slice(1) })), new Set(['tally p1']));
  });
});

describe('The counting side of a recount', () => {
  it('told page by page, it answers with the same numbers and the same outcome', () => {
    const answers: FromCounter[] = [];
    const tell = serveCounting((answer) => answers.push(answer));
    tell({ ballot: budgetBallot, counting });
    for (let from = 0; from < votes.length; from += 90) tell({ votes: votes.slice(from, from + 90) });
    tell({ end: true });
    const last = answers.at(-1);
    assert.ok(last && 'recount' in last);
    assert.deepEqual(differences(published, last.recount), []);
  });

  it('says what is wrong instead of stopping in silence', () => {
    const answers: FromCounter[] = [];
    const tell = serveCounting((answer) => answers.push(answer));
    tell({ ballot: budgetBallot, counting: { rule: 'borda' } });
    tell({ end: true });
    assert.ok('fault' in (answers[0] ?? {}));
  });
});

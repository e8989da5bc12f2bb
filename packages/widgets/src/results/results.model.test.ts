import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ballot, Results } from '@parvis/contract';
import { barsOf, columnsOf, isPending, othersOf, rowsOf, takenOf } from './results.model.ts';
import { budgetBallot, facade, resultsOf, votesOn } from './results.samples.ts';

const ballot = budgetBallot;
const results = resultsOf(ballot, votesOn(ballot, 500, { assisted: 0.1 }), { rule: 'greedy' });
const rows = rowsOf(ballot, results);
const ids = (list: typeof rows) => list.map((row) => row.option.id);
const channels = (more: Partial<Results>) => columnsOf({ ...results, ...more }).map(({ together }) => together.join('+'));

describe('The order of what is shown', () => {
  it('the table has every option of the ballot, in its order, those nobody counted with zeros', () => {
    assert.deepEqual(ids(rows), ballot.options.map((o) => o.id));
    const [first] = rowsOf(ballot, { ...results, tally: [] });
    assert.deepEqual(first?.counts, { online: 0, paper: 0, assisted: 0, total: 0 });
  });

  it('what is taken comes in the order of election', () => {
    assert.deepEqual(ids(takenOf(rows)), results.outcome?.winners);
  });

  it('the others follow from the best to the weakest, withdrawn ones last', () => {
    const others = othersOf(rows, 'votes');
    assert.equal(ids(others).at(-1), 'p7');
    const values = others.slice(0, -1).map((row) => row.outcome?.value ?? 0);
    assert.deepEqual(values, values.toSorted((a, b) => b - a));
    assert.equal(others.length + takenOf(rows).length, ballot.options.length);
  });

  it('under rounds, who stood longest comes first', () => {
    const ranking: Ballot = { ...ballot, ...facade, method: 'ranking' };
    const others = othersOf(rowsOf(ranking, resultsOf(ranking, votesOn(ranking, 90), { rule: 'irv' })), 'votes');
    assert.deepEqual(others.map((row) => row.outcome?.reason.round), [3, 2, 1]);
  });
});

describe('Channels side by side', () => {
  it('online and paper are always there, help once somebody had it', () => {
    const none = { online: 3, paper: 0, assisted: 0, total: 3 };
    assert.deepEqual(channels({ voters: none }), ['online', 'paper']);
    assert.deepEqual(channels({}), ['online', 'paper', 'assisted']);
  });

  it('channels that are counted together share one column', () => {
    assert.deepEqual(channels({ merged: ['paper', 'assisted'] }), ['online', 'paper+assisted']);
    assert.deepEqual(channels({ merged: ['online', 'paper', 'assisted'] }), ['online+paper+assisted']);
    assert.deepEqual(channels({ merged: ['assisted', 'paper'] }), ['online', 'assisted+paper']);
  });
});

describe('Bars', () => {
  it('are as long as their number against the longest, and the channels adjoin', () => {
    const bars = barsOf(rows, 'votes', 0);
    const most = Math.max(...rows.map((row) => row.counts.total));
    for (const row of rows) {
      const segments = bars(row);
      const end = segments.at(-1);
      assert.ok(Math.abs((end?.from ?? 0) + (end?.length ?? 0) - (row.counts.total / most) * 100) < 0.1);
      segments.slice(1).forEach((segment, i) => assert.ok(Math.abs(segment.from - (segments[i]?.from ?? 0) - (segments[i]?.length ?? 0)) < 0.001));
    }
  });

  it('are not parted by channel where the rule goes by something else than these sums', () => {
    const ranking: Ballot = { ...ballot, ...facade, method: 'ranking' };
    const borda = rowsOf(ranking, resultsOf(ranking, votesOn(ranking, 90), { rule: 'borda' }));
    const bars = barsOf(borda, 'points', 0);
    assert.deepEqual(borda.map((row) => bars(row).length), [1, 1, 1, 1]);
  });

  it('of grades are the longer the better the grade; of negative sums there is none', () => {
    const graded = rows.slice(0, 2).map((row, i) => ({ ...row, outcome: { option: row.option.id, votes: 1, value: i * 3, reason: { code: 'fewer' as const } } }));
    const lengths = graded.map((row) => barsOf(graded, 'grade', 5)(row)[0]?.length);
    assert.deepEqual(lengths, [100, 40]);
    const below = rows.map((row) => ({ ...row, outcome: undefined, counts: { online: -4, paper: 0, assisted: 0, total: -4 } }));
    assert.deepEqual(barsOf(below, 'points', 0)(below[0]!).map((segment) => segment.length), [0]);
  });

  it('do not fail when nobody voted', () => {
    const empty = rowsOf(ballot, resultsOf(ballot, [], { rule: 'greedy' }));
    for (const row of empty) for (const { from, length } of barsOf(empty, 'votes', 0)(row)) assert.deepEqual([from, length], [0, 0]);
  });
});

it('Results are provisional while voting is open, paper is missing or the backend says more may come', () => {
  assert.equal(isPending({ ballot, results }), false);
  assert.equal(isPending({ ballot: { ...ballot, status: 'open' }, results }), true);
  assert.equal(isPending({ ballot, results: { ...results, paper: { places: 2, counted: 1 } } }), true);
  assert.equal(isPending({ ballot, results: { ...results, final: false } }), true);
});

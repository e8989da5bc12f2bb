import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startCount } from '@parvis/counting';
import type { Ballot, Counting, Results } from '@parvis/contract';
import { type Difference, differences } from './compare.ts';
import { type FromCounter, serveCounting, tallied } from './counter.ts';
import { tellInFrench } from './french.ts';
import { differenceLine } from './recount.view.ts';
import { budgetBallot, facade, resultsOf, votesOn } from './results.samples.ts';

const votes = votesOn(budgetBallot, 400, { assisted: 0.1 });
const counting = { rule: 'greedy' } as const;
const published = resultsOf(budgetBallot, votes, counting);
const counted = () => {
  const counter = startCount(budgetBallot, published.outcome?.counting);
  counter.add(votes);
  return tallied(counter.finish());
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
    const { outcome } = published;
    assert.ok(outcome);
    assert.deepEqual(new Set(kinds({ ...published, outcome: { ...outcome, options: outcome.options.slice(1) } })), new Set(['place p1', 'supporters p1', 'value p1', 'reason p1']));
  });

  it('finds an outcome that only one side has', () => {
    const { outcome: _, ...unruled } = published;
    assert.deepEqual(kinds(unruled), ['winners']);
    assert.deepEqual(differences(unruled, { ...counted(), outcome: undefined }), []);
  });

  it('adds up the groups of buildings, since no single vote tells its building', () => {
    const half = (n: number) => [Math.floor(n / 2), Math.ceil(n / 2)] as const;
    const groups = ['A', 'B'].map((name, i) => ({
      name, voters: half(published.voters.total)[i]!, blank: half(published.blank.total)[i]!, tally: published.tally.map(({ option, total }) => ({ option, total: half(total)[i]! })),
    }));
    const [a, b] = groups as [(typeof groups)[0], (typeof groups)[0]];
    assert.deepEqual(kinds({ ...published, groups }), []);
    assert.deepEqual(kinds({ ...published, groups: [{ ...a, voters: a.voters + 1 }, b] }), ['groups']);
    assert.deepEqual(kinds({ ...published, groups: [a, { ...b, blank: 0 }] }), ['groups']);
    assert.deepEqual(differences({ ...published, groups: [a, { ...b, tally: b.tally.slice(1) }] }, counted()), [
      { kind: 'groups', of: { option: 'p1' }, published: a.tally[0]!.total, counted: published.tally[0]!.total },
    ]);
  });

  it('finds channels that are said to be counted under another, while votes came by them', () => {
    assert.deepEqual(differences({ ...published, merged: ['online', 'paper'] }, counted()), [{ kind: 'voters', channel: 'paper', published: 0, counted: published.voters.paper }]);
  });
});

describe('Of everything that was counted, nothing can be altered without being found', () => {
  const tenants: Ballot = { ...budgetBallot, ...facade, method: 'ranking' };
  const cases: [name: string, ballot: Ballot, counting: Counting][] = [
    ['greedy', budgetBallot, { rule: 'greedy' }],
    ['a threshold', budgetBallot, { rule: 'threshold', threshold: 30 }],
    ['equal shares with every setting', budgetBallot, { rule: 'equal-shares', completion: 'add1u', exhaustive: true, step: 500, compare: true, utility: 'cost' }],
    ['Phragmén', budgetBallot, { rule: 'phragmen', whenFull: 'skip' }],
    ['rounds', tenants, { rule: 'irv' }],
    ['duels', tenants, { rule: 'schulze' }],
    ['seats', { ...tenants, method: 'approval' }, { rule: 'greedy', seats: 2 }],
  ];
  for (const [name, ballot, rule] of cases) {
    it(`under ${name}`, () => {
      const counter = startCount(ballot, rule);
      counter.add(votesOn(ballot, 90, { assisted: 0.2 }));
      const recount = tallied(counter.finish());
      const { tally, blank, voters, outcome } = recount;
      const all = { ...published, tally, blank, voters, outcome } as Results;
      assert.deepEqual(differences(all, recount), []);
      let altered = 0;
      // An option with zeros everywhere is the same as none.
      const isNone = ([part, at, field]: readonly string[]) => part === 'tally' && field === 'option' && tally[Number(at)]?.total === 0;
      for (const path of leavesOf({ tally, blank, voters, outcome }).filter((leaf) => !isNone(leaf))) {
        for (const change of changes) {
          altered += 1;
          assert.notDeepEqual(differences(changed(all, path, change) as Results, recount), [], `${path.join('.')} was altered`);
        }
      }
      assert.ok(altered > 100);
    });
  }
});

/** Another value in place of one, or none at all. */
const changes: readonly ((value: unknown) => unknown)[] = [
  (value) => (typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`),
  () => undefined,
];

/** Where every number, word and yes or no stands. */
const leavesOf = (value: unknown, path: readonly string[] = []): string[][] =>
  (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key])) : value === undefined ? [] : [[...path]]);

/** A copy with one value changed. */
function changed(value: unknown, [key, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, change);
  return copy;
}

describe('What is said of a difference', () => {
  const line = (difference: Difference) => differenceLine({ ...tellInFrench(budgetBallot, published) }, difference).replace(/[\u2066-\u2069]/g, '').replace(/\s/g, ' ');

  it('names what it is, with both numbers', () => {
    assert.deepEqual(([
      { kind: 'spent', published: 1_800_00, counted: 0 },
      { kind: 'share', published: undefined, counted: 12_50 },
      { kind: 'prefer', list: 'shares', published: 4, counted: 5 },
      { kind: 'prefer', list: 'greedy', published: 4, counted: 5 },
      { kind: 'round', option: 'p3', round: 2, published: 7, counted: undefined },
      { kind: 'setting', name: 'exhaustive', published: true, counted: false },
      { kind: 'place', option: 'p3', published: 1, counted: undefined },
      { kind: 'supporters', option: 'p3', published: 1, counted: 2 },
      { kind: 'value', option: 'p3', published: 1, counted: 2 },
      { kind: 'groups', of: { option: 'p3' }, published: 1, counted: 2 },
      { kind: 'groups', of: 'voters', published: 1, counted: 2 },
      { kind: 'blank', channel: 'paper', published: 1, counted: 2 },
      { kind: 'reason', option: 'p3' },
      { kind: 'winners', published: [], counted: ['p3'] },
    ] as const).map(line), [
      'Coût de ce qui est retenu : publié 1 800 €, compté ici 0 €',
      'Part de chaque personne : publié –, compté ici 12,50 €',
      'Votes pour la liste des parts égales : publié 4, compté ici 5',
      'Votes pour l’autre liste : publié 4, compté ici 5',
      'Réparer l’horloge du marché (Tour 2) : publié 7, compté ici –',
      'Réglage « exhaustive » de la règle : publié true, compté ici false',
      'Réparer l’horloge du marché (place) : publié 1, compté ici –',
      'Réparer l’horloge du marché (votes pour lui) : publié 1, compté ici 2',
      'Réparer l’horloge du marché (résultat) : publié 1, compté ici 2',
      'Réparer l’horloge du marché (tous les bâtiments) : publié 1, compté ici 2',
      'Votes en tout (tous les bâtiments) : publié 1, compté ici 2',
      'Votes blancs (sur papier) : publié 1, compté ici 2',
      'Réparer l’horloge du marché : la raison n’est pas la même',
      'Retenus : publié –, compté ici Réparer l’horloge du marché',
    ]);
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

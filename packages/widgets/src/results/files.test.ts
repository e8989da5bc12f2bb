import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvOf } from './files.ts';
import { tellInFrench } from './french.ts';
import { budgetBallot, byBuilding, facade, resultsOf, votesOn } from './results.samples.ts';

const linesOf = (...told: Parameters<typeof tellInFrench>) => csvOf(tellInFrench(...told)).slice(1).replaceAll(/[\u00A0\u202F]/g, ' ').trimEnd().split('\r\n');

describe('The numbers as a spreadsheet, made in the page', () => {
  it('name the unit of costs, and say each reason as a code and in words', () => {
    const ballot = { ...budgetBallot, options: budgetBallot.options.map((option) => (option.id === 'p1' ? { ...option, cost: 48_000_50 } : option)) };
    const votes = votesOn(ballot, 60);
    const results = resultsOf(ballot, votes, { rule: 'greedy' });
    const [head, first, ...rest] = linesOf(ballot, results);
    assert.equal(head, ';Choix;Coût (EUR);En ligne;Sur papier;Total;Code de la raison;Raison');
    const { online, paper, total } = results.tally[0]!;
    assert.ok(first?.startsWith(`1;Des bancs à l’ombre sur le mail;"48000,5";${online};${paper};${total};taken;"Retenu : ${total} votes. Il coûte 48 000,50 €`), first);
    assert.ok(rest.some((line) => /;withdrawn;Pas retenu : 0 vote\. Il a été retiré du vote\./.test(line)));
    assert.deepEqual(rest.slice(-2).map((line) => line.split(';').slice(1, 3)), [['Votes blancs', ''], ['Votes en tout', '']]);
    for (const line of rest) assert.equal(line.split(';').length, 8, line);
  });

  it('have no costs and no reasons where there are none, and every group of buildings', () => {
    const ballot = { ...budgetBallot, ...facade };
    const votes = votesOn(ballot, 40, { paper: 0 });
    const [head, first] = linesOf(ballot, resultsOf(ballot, votes, undefined, { groups: byBuilding(ballot, votes, ['A', '=B']) }));
    assert.equal(head, ';Choix;En ligne;Sur papier;Total;A;\'=B');
    const [, , online, , total, a, b] = first!.split(';').map(Number);
    assert.deepEqual([online, (a ?? 0) + (b ?? 0)], [total, total]);
  });
});

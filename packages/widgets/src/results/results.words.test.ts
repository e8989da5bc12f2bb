import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Ballot, Counting, Reason, ReasonCode, Results, RuleName } from '@parvis/contract';
import { ReasonCode as ReasonCodes, RuleName as RuleNames } from '@parvis/contract';
import { outcomeSentence, pendingLines, reasonOf, ruleLines, tellInFrench, type Told } from './french.ts';
import { budgetBallot, euros, facade, projects, resultsOf, votesOn, type Cast } from './results.samples.ts';

/** As it is read: no-break spaces and direction marks are not heard. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s/g, ' ');

const told = (counting?: Counting, { ballot = {}, total = 1234, results = {} }: { ballot?: Partial<Ballot>; total?: number; results?: Partial<Results> } = {}): Told => {
  const poll = { ...budgetBallot, ...ballot };
  return tellInFrench(poll, resultsOf(poll, votesOn(poll, total), counting, results));
};
const reasons = (t: Told): string[] => t.rows.map((row) => plain(reasonOf(t, row)));
const house = (method: Ballot['method'], rule: RuleName, more: Partial<Ballot> = {}) => told({ rule }, { ballot: { ...facade, ...more, method }, total: 62 });
const cast = (...votes: [times: number, ...ids: string[]][]): Cast[] => votes.flatMap(([times, ...options]) => Array.from({ length: times }, () => ({ choice: { options }, channel: 'online' as const })));

describe('The outcome in a sentence', () => {
  it('says how many projects are taken and what they cost of the whole', () => {
    assert.equal(plain(outcomeSentence(told({ rule: 'greedy' }))), '7 projets sont retenus. Ils coûtent 447 600 € sur 500 000 €.');
  });

  it('speaks of one project in the singular', () => {
    assert.equal(plain(outcomeSentence(told({ rule: 'threshold', threshold: 400 }))), '1 projet est retenu. Il coûte 48 000 € sur 500 000 €.');
  });

  it('names the one winner, with its votes and their share', () => {
    assert.equal(plain(outcomeSentence(house('single', 'plurality'))), '« Ocre clair » gagne : 24 votes (38,7 %).');
  });

  it('gives a grade, points or duels where the rule goes by them, and then no share of the votes', () => {
    const grades = ['Très bien', 'Bien', 'À rejeter'].map((label, i) => ({ id: `g${i}`, label }));
    assert.equal(plain(outcomeSentence(house('grades', 'majority-judgment', { grades }))), '« Ocre clair » gagne : mention « Bien ».');
    assert.match(plain(outcomeSentence(house('ranking', 'borda'))), /^« Ocre clair » gagne : \d+ points\.$/);
    assert.match(plain(outcomeSentence(house('ranking', 'schulze'))), /^« Ocre clair » gagne : \d duels gagnés\.$/);
    assert.match(plain(outcomeSentence(house('ranking', 'irv'))), /^« Ocre clair » gagne : \d+ votes\.$/);
  });

  it('names no winner where the ballot has no rule, and says so', () => {
    assert.equal(outcomeSentence(told()), 'Voici les votes reçus. Ce vote n’a pas de règle qui désigne un gagnant.');
  });

  it('says when nobody voted, and when nothing is taken', () => {
    assert.equal(outcomeSentence(told({ rule: 'greedy' }, { total: 0 })), 'Personne n’a voté.');
    assert.equal(outcomeSentence(told({ rule: 'threshold', threshold: 9_999 })), 'Rien n’est retenu.');
  });

  it('is called provisional while voting is open or paper is missing', () => {
    assert.match(outcomeSentence(told({ rule: 'greedy' }, { ballot: { status: 'open' } })), /C’est provisoire\.$/);
    assert.match(outcomeSentence(told({ rule: 'greedy' }, { results: { paper: { places: 17, counted: 3 } } })), /C’est provisoire\.$/);
    assert.doesNotMatch(outcomeSentence(told({ rule: 'greedy' }, { results: { paper: { places: 17, counted: 17 } } })), /provisoire/);
  });
});

describe('What is still to come', () => {
  it('says how many places with paper votes are counted', () => {
    assert.deepEqual(pendingLines(told({ rule: 'greedy' }, { results: { final: false, paper: { places: 17, counted: 3 } } })), ['Votes papier comptés : 3 sur 17 lieux.', 'Le résultat peut encore changer.']);
  });

  it('says until when voting is open', () => {
    assert.deepEqual(pendingLines(told({ rule: 'greedy' }, { ballot: { status: 'open' }, results: { final: false } })), ['Le vote est encore ouvert.', 'Fin du vote : 28 mars 2027.', 'Le résultat peut encore changer.']);
  });

  it('is silent once everything is counted', () => {
    assert.deepEqual(pendingLines(told({ rule: 'greedy' })), []);
  });
});

describe('Why an option was taken or not', () => {
  it('with money: what it got, what it costs, what was left', () => {
    const said = reasons(told({ rule: 'greedy' }));
    assert.equal(said[2], 'Retenu : 271 votes. Il coûte 18 200 € et il restait 389 500 €.');
    assert.equal(said[3], 'Pas retenu : 188 votes. Il coûte 390 000 € et il ne restait que 52 400 €.');
    assert.equal(said[6], 'Pas retenu : 0 vote. Il a été retiré du vote.');
    assert.equal(said[10], 'Pas retenu : 0 vote. Il coûte 620 000 €, plus que tout le budget (500 000 €).');
  });

  it('in a tie: with which option, which part of the tie rule decided, and the money left', () => {
    const ballot = { ...budgetBallot, ceiling: euros(590_000) };
    const t = tellInFrench(ballot, resultsOf(ballot, cast([60, 'p1', 'p4'], [40, 'p6'], [40, 'p8']), { rule: 'greedy' }));
    assert.equal(reasons(t)[5], 'Pas retenu : 40 votes. C’est autant que « Des toilettes publiques accessibles ». À égalité, le moins cher passe avant. Il coûte 145 000 € et il ne restait que 24 000 €.');
  });

  it('under a single winner: who did better, and with how many votes', () => {
    assert.deepEqual(reasons(house('single', 'plurality')).slice(0, 2), ['Gagne : 24 votes. Aucun autre ne fait mieux.', 'Pas retenu : 13 votes. « Ocre clair » fait mieux : 24 votes.']);
  });

  it('with seats: nothing is said about money', () => {
    const t = told({ rule: 'greedy', seats: 2 }, { ballot: { ...facade, method: 'approval', max: 3 }, total: 62 });
    for (const said of reasons(t)) assert.doesNotMatch(said, /€|coûte|undefined|\{/);
    assert.match(reasons(t).join('\n'), /Pas retenu : \d+ votes\. Il n’y a que 2 places\./);
  });

  it('by equal shares: what each supporter pays, or what they had left together', () => {
    const said = reasons(told({ rule: 'equal-shares' }));
    assert.equal(said[0], 'Retenu : 475 votes. Il coûte 48 000 €. Les personnes qui l’ont choisi le paient ensemble, 101,06 € chacune au plus.');
    assert.match(said[3] ?? '', /^Pas retenu : 188 votes\. Il coûte 390 000 €\. Les personnes qui l’ont choisi n’avaient plus que [\d ,]+ € ensemble\.$/);
  });

  it('by rounds: in which round it went out', () => {
    assert.match(reasons(house('ranking', 'irv')).join('\n'), /Pas retenu : 5 votes\. Il est éliminé au tour 1, avec le plus petit nombre\./);
  });

  it('with the same grade as the winner: that its other grades decided', () => {
    const grades = ['Bien', 'Moyen', 'Mal'].map((label, i) => ({ id: `g${i}`, label }));
    const ballot: Ballot = { ...budgetBallot, ...facade, method: 'grades', grades };
    const given = (a: number, b: number): Cast => ({ choice: { values: { r1: a, r2: b, r3: 2, r4: 2 } }, channel: 'online' });
    const t = tellInFrench(ballot, resultsOf(ballot, [given(0, 1), given(1, 1), given(1, 2)], { rule: 'majority-judgment' }));
    assert.equal(reasons(t)[1], 'Pas retenu : mention « Moyen ». « Ocre clair » a la même mention, mais ses autres mentions sont meilleures.');
  });

  for (const code of ReasonCodes.options as readonly ReasonCode[]) {
    it(`${code}: is a sentence without holes, with and without costs`, () => {
      const reason: Reason = { code, left: euros(10), limit: 5, option: 'p1', by: 'votes', money: euros(7), pay: euros(3), round: 2, votes: 12, against: 34 };
      for (const counting of [{ rule: 'greedy' }, { rule: 'greedy', seats: 2 }] as const) {
        const priced = !('seats' in counting);
        const t = told(counting, { ballot: priced ? {} : { ...facade, method: 'approval', options: projects.map(({ cost: _, ...option }) => option) }, total: 90 });
        const row = t.rows[2];
        assert.ok(row?.outcome);
        const said = reasonOf(t, { ...row, outcome: { ...row.outcome, place: undefined, reason } });
        assert.match(said, /^[A-ZÀÉ«].*\.$/);
        assert.doesNotMatch(said, /\{|undefined|NaN/);
      }
    });
  }
});

describe('The rule in plain words', () => {
  const settings: Partial<Record<RuleName, Omit<Counting, 'rule'>>> = { threshold: { threshold: 50 }, 'equal-shares': { completion: 'add1u', exhaustive: true, compare: true }, phragmen: { whenFull: 'skip' } };
  const grades = ['Bien', 'Mal'].map((label, i) => ({ id: `g${i}`, label }));
  const ballotFor = (rule: RuleName): Partial<Ballot> =>
    (rule === 'majority-judgment' ? { ...facade, method: 'grades', grades } : ['borda', 'irv', 'schulze'].includes(rule) ? { ...facade, method: 'ranking' } : {});

  for (const rule of RuleNames.options as readonly RuleName[]) {
    it(`${rule}: a few short sentences, the tie rule last`, () => {
      const lines = ruleLines(told({ rule, ...settings[rule] }, { ballot: ballotFor(rule), total: 90 })).map(plain);
      assert.match(lines.at(-1) ?? '', /égalité : .*plus petit numéro\.$/);
      for (const line of lines) {
        assert.doesNotMatch(line, /\{|undefined|NaN/);
        for (const sentence of line.split(/(?<=[.!?]) /)) assert.ok(sentence.length <= 125, `a long sentence: ${sentence}`);
      }
    });
  }

  it('names what was chosen among the settings: the order, the completion, the comparison, the share in the end', () => {
    const text = ruleLines(told({ rule: 'equal-shares', completion: 'add1u', exhaustive: true, compare: true })).map(plain).join(' ');
    for (const part of ['que le plus de personnes peuvent payer', 'Les parts grandissent', 'dès qu’aucun autre projet ne rentre', 'L’argent qui reste va aux projets', 'pour la liste des parts égales', 'À la fin, chaque part est de']) assert.ok(text.includes(part), part);
  });

  it('without costs it speaks of seats, and its tie rule not of prices', () => {
    const lines = ruleLines(told({ rule: 'greedy', seats: 2 }, { ballot: { ...facade, method: 'approval', max: 3 }, total: 62 }));
    assert.deepEqual(lines, ['Les 2 choix qui ont le plus de votes sont retenus.', 'À égalité : celui que plus de personnes ont choisi, puis le plus petit numéro.']);
  });
});

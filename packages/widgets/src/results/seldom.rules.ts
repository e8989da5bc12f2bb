import { commonRules } from './common.rules.ts';
import { takes, valueOf } from './results.model.ts';
import { amount, measure, type Key, type RuleWords } from './results.words.ts';

/** What is said instead where options have no costs. */
const withoutCosts: Readonly<Record<string, Key>> = {
  'no-money': 'no-place', stopped: 'no-place', 'supporters-short': 'supporters-short-free',
  'by-greedy': 'by-greedy-free', 'by-greedy-stop': 'by-greedy-free', 'by-threshold': 'by-threshold-free', 'by-equal-shares': 'by-equal-shares-free', 'by-phragmen': 'by-phragmen-free',
};

/** How every rule is told, those that few ballots use as well. */
export const everyRule: RuleWords = {
  unit(t) {
    const { ballot: { method }, results: { outcome } } = t;
    const { rule, utility } = outcome?.counting ?? {};
    if (rule === 'majority-judgment') return 'grade';
    if (rule === 'schulze') return 'duels';
    if (rule === 'plurality' && method === 'ranking') return 'firsts';
    if (rule === 'equal-shares') return utility === 'points' ? 'points' : 'votes';
    if (rule === 'phragmen' || rule === 'irv') return 'votes';
    return rule && method === 'ranking' ? 'points' : commonRules.unit(t);
  },

  reason(t, outcome) {
    const { place, value, reason: { code, by, option, money } } = outcome;
    const [opening, , ...tie] = commonRules.reason(t, outcome);
    const rival = t.rows.find((row) => row.option.id === option);
    if (takes(t.results) === 'seats') return [opening, !place && (withoutCosts[code] ?? code), ...tie];
    if (code === 'lower-grade') return [opening, rival && valueOf(rival) === value ? 'same-grade' : code];
    // Under equal shares what its supporters had left is half of the reason, also where money that was left or a tie is the other half.
    const short = money !== undefined && code !== 'supporters-short' && 'supporters-short';
    return [opening, short, code, code === 'eliminated' && option !== undefined && (by ? 'tie' : 'tie-before'), ...tie];
  },

  rule(t, outcome) {
    const { share, prefer, counting: { rule, utility, completion = '', exhaustive, whenFull } } = outcome;
    const seats = takes(t.results) === 'seats';
    const own = `by-${rule}` as const;
    const [, ties] = commonRules.rule(t, outcome);
    return [
      this.unit(t) === 'firsts' ? 'by-firsts' : (seats && withoutCosts[own]) || own,
      !seats && utility && `utility-${utility}`, !seats && whenFull && `when-${whenFull}`,
      completion.startsWith('add1') && 'add1', exhaustive && 'exhaustive', /^u|u$/.test(completion) && 'utilitarian', prefer && 'compare',
      share !== undefined && 'share', rule === 'irv' ? 'ties-then' : ties,
    ];
  },

  holes(t, outcome, reason) {
    const { ballot, say } = t;
    const { prefer, share, counting: { seats, threshold } } = outcome;
    return {
      unit: say(ballot.method === 'points' || ballot.method === 'score' ? 'unit-points' : 'unit-votes'),
      n: seats ?? 1,
      limit: measure(t, this.unit(t), reason?.limit ?? threshold),
      share: amount(t, share),
      pay: amount(t, reason?.pay),
      money: amount(t, reason?.money),
      round: reason?.round ?? 0,
      votes: prefer ? say('votes', { n: prefer.shares }) : (reason?.votes ?? 0),
      against: prefer ? say('votes', { n: prefer.greedy }) : (reason?.against ?? 0),
    };
  },
};

import type { BallotOption, Issue } from '@parvis/contract';
import { maxOf, minOf } from '@parvis/contract/selection-rules';
import { validateVote } from '@parvis/contract/vote-rules';
import { isolate } from '../../shared/messages.ts';
import { limits, sentences } from '../ballot.words.ts';
import { enteredValues, pointedTo } from './entered.ts';
import type { Kind, Model } from './kind.ts';
import { given, numberIn } from './points.model.ts';
import { pointsView } from './points.view.ts';

const capOf = ({ ballot: { cap, purse } }: Model): number => cap ?? purse ?? Infinity;

/** Ballots where points of a purse are given to options. */
export const points: Kind = {
  howTo(m) {
    const { ballot: { purse = 0, cap }, say } = m;
    return sentences(say('pointsHow', { n: purse }), cap !== undefined && cap < purse && say('pointsCap', { n: cap }), limits(m));
  },
  standing(m) {
    const { ballot, chosen, say } = m;
    const { purse = 0 } = ballot;
    const left = purse - given(m);
    const tooMany = chosen.length - maxOf(ballot);
    return sentences(left < 0 ? say('pointsOver', { n: -left }) : say('pointsLeft', { n: left, purse }), tooMany > 0 && say('tooMany', { n: tooMany }));
  },
  meter: (m) => [given(m), m.ballot.purse ?? 0],
  over: (m) => given(m) > (m.ballot.purse ?? 0) || m.chosen.length > maxOf(m.ballot),
  choice: (m) => ({ values: Object.fromEntries(enteredValues(m, m.ballot).map(([id, text]) => [id, numberIn(text)])) }),
  issues: (m) => validateVote(m.ballot, points.choice(m)),
  mistake(m, issue) {
    const { code } = issue;
    if (code === 'over-purse' || code === 'too-many') return points.standing(m);
    if (code === 'too-few') return m.say('tooFew', { n: minOf(m.ballot) });
    return aboutOption(m, issue, m.ballot.options[pointedTo(m, issue)]);
  },
  culprit: (m, issue) => (issue.pointer ? pointedTo(m, issue) : m.ballot.options.findIndex((o) => (m.chosen[0] ? o === m.chosen[0] : !o.withdrawn))),
  view: pointsView,
  settle(root) {
    for (const input of root.querySelectorAll<HTMLInputElement>('.pv-entry input')) input.value = input.defaultValue;
  },
  note: (m, choice, id) => ('values' in choice ? m.say('points', { n: choice.values[id] ?? 0 }) : ''),
  total: (m, choice) => m.say('pointsTotal', { n: 'values' in choice ? Object.values(choice.values).reduce((sum, n) => sum + n, 0) : 0, purse: m.ballot.purse ?? 0 }),
};

const aboutOption = (m: Model, { code }: Issue, option: BallotOption | undefined): string =>
  m.say(code === 'over-cap' ? 'overCap' : 'wholeNumber', { label: isolate(option?.label ?? ''), from: 0, n: capOf(m) });

import { maxOf, minOf } from '@parvis/contract/selection-rules';
import { validateVote } from '@parvis/contract/vote-rules';
import { isolate } from '../../shared/messages.ts';
import { idsIn } from '../ballot.model.ts';
import { limits, sentences } from '../ballot.words.ts';
import { own } from '../parts.view.ts';
import { enteredValues, pointedTo } from './entered.ts';
import type { Kind, Model } from './kind.ts';
import { valueIn } from './values.model.ts';
import { valuesView } from './values.view.ts';

/** How many options the vote names, and how many it could name. */
const countOf = (m: Model): { n: number; all: number } => ({ n: idsIn(values.choice(m)).length, all: m.ballot.options.filter((o) => !o.withdrawn).length });

/** Ballots where each option is given a grade or a score. */
export const values: Kind = {
  howTo: (m) => sentences(m.ballot.grades ? m.say('gradesHow') : m.say('scoreHow', { ...m.ballot.scores }), limits(m)),
  standing(m) {
    const { n, all } = countOf(m);
    const tooMany = n - maxOf(m.ballot);
    return sentences(m.say('judged', { n, all }), tooMany > 0 && m.say('tooMany', { n: tooMany }));
  },
  meter(m) {
    const { n, all } = countOf(m);
    return [n, m.ballot.max ?? all];
  },
  over: (m) => countOf(m).n > maxOf(m.ballot),
  choice: (m) => ({
    values: Object.fromEntries(enteredValues(m, m.ballot).flatMap(([id, text]) => {
      const value = valueIn(m.ballot, text);
      return value === undefined ? [] : [[id, value]];
    })),
  }),
  issues: (m) => validateVote(m.ballot, values.choice(m)),
  mistake(m, issue) {
    if (issue.code === 'too-few') return m.say('judgeAtLeast', { n: minOf(m.ballot) });
    if (issue.code === 'too-many') return values.standing(m);
    const { from = 0, to = 0 } = m.ballot.scores ?? {};
    return m.say('wholeNumber', { label: isolate(m.ballot.options[pointedTo(m, issue)]?.label ?? ''), from, n: to });
  },
  culprit(m, issue) {
    const { ballot, chosen } = m;
    return issue.code === 'too-few' ? ballot.options.findIndex((o) => !o.withdrawn && !chosen.includes(o)) : pointedTo(m, issue);
  },
  view: valuesView,
  settle(root) {
    for (const input of root.querySelectorAll<HTMLInputElement>('.pv-entry input')) input.value = input.defaultValue;
    for (const option of root.querySelectorAll('option')) option.selected = option.defaultSelected;
  },
  note(m, choice, id) {
    const value = 'values' in choice ? choice.values[id] : undefined;
    if (value === undefined) return '';
    return m.ballot.grades ? own(m, m.ballot.grades[value]?.label) : m.say('scoreOf', { n: value, to: m.ballot.scores?.to ?? 0 });
  },
  total(m, choice) {
    const n = idsIn(choice).length;
    const { all } = countOf(m);
    return sentences(m.say('judged', { n, all }), n < all && m.say('unjudged', { n: all - n }));
  },
};

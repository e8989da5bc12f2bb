import { nothing } from 'lit';
import { costOf, minOf, picksOne, validateTotals } from '@parvis/contract/selection-rules';
import { isolate } from '../../shared/messages.ts';
import { idsIn } from '../ballot.model.ts';
import { amount, limits, sentences } from '../ballot.words.ts';
import type { Kind } from './kind.ts';
import { beyond, ceilingOf, inOrder } from './ticks.model.ts';
import { ticksView } from './ticks.view.ts';

/** Ballots where options are ticked: `single`, `yes-no`, `approval`, `budget`. */
export const ticks: Kind = {
  howTo(m) {
    if (picksOne(m.ballot)) return m.say('howOne');
    const ceiling = ceilingOf(m.ballot);
    return sentences(ceiling !== undefined && m.say('howBudget', { money: amount(m, ceiling) }), limits(m)) || m.say('howAny');
  },
  standing(m) {
    const { ballot, chosen, say } = m;
    if (picksOne(ballot)) return '';
    const { max } = ballot;
    const ceiling = ceilingOf(ballot);
    const left = (ceiling ?? 0) - costOf(ballot, inOrder(ballot, chosen));
    const n = (max ?? 0) - chosen.length;
    return sentences(
      ceiling !== undefined && (left < 0
        ? say('tooDear', { money: amount(m, -left), label: isolate(beyond(ballot, chosen).map((o) => o.label).join(', ')) })
        : say('moneyLeft', { left: amount(m, left), money: amount(m, ceiling) })),
      max !== undefined && (n < 0 ? say('tooMany', { n: -n }) : say('left', { n })),
    ) || say('made', { n: chosen.length });
  },
  meter({ ballot, chosen }) {
    const ceiling = ceilingOf(ballot);
    if (ceiling !== undefined) return [costOf(ballot, inOrder(ballot, chosen)), ceiling];
    return ballot.max === undefined ? undefined : [chosen.length, ballot.max];
  },
  over: ({ ballot, chosen }) => beyond(ballot, chosen).length > 0,
  choice: ({ ballot, chosen }) => ({ options: inOrder(ballot, chosen) }),
  issues: ({ ballot, chosen }) => validateTotals(ballot, inOrder(ballot, chosen)),
  mistake(m, { code }) {
    if (code !== 'too-few') return ticks.standing(m);
    return picksOne(m.ballot) ? m.say('howOne') : m.say('tooFew', { n: minOf(m.ballot) });
  },
  culprit({ ballot, chosen }) {
    const [over] = beyond(ballot, chosen);
    return ballot.options.findIndex((o) => (over ? o === over : !o.withdrawn));
  },
  view: ticksView,
  note: () => nothing,
  total(m, choice) {
    const ids = idsIn(choice);
    return ceilingOf(m.ballot) === undefined ? m.say('made', { n: ids.length }) : m.say('total', { money: amount(m, costOf(m.ballot, ids)) });
  },
};

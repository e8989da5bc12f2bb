import { html } from 'lit';
import { maxOf, minOf } from '@parvis/contract/selection-rules';
import { validateVote } from '@parvis/contract/vote-rules';
import { limits, sentences } from '../ballot.words.ts';
import { idsIn } from '../ballot.model.ts';
import type { Kind } from './kind.ts';
import { rankingView } from './ranking.view.ts';

/** Ballots where options are put in order, the preferred one first. */
export const ranking: Kind = {
  howTo: (m) => sentences(m.say('rankHow'), limits(m)),
  standing({ ballot, chosen, say }) {
    const left = maxOf(ballot) - chosen.length;
    return left < 0 ? say('tooMany', { n: -left }) : sentences(say('ranked', { n: chosen.length }), ballot.max !== undefined && say('left', { n: left }));
  },
  meter: ({ ballot, chosen }) => (ballot.max === undefined ? undefined : [chosen.length, ballot.max]),
  over: ({ ballot, chosen }) => chosen.length > maxOf(ballot),
  choice: ({ chosen }) => ({ options: chosen.map((o) => o.id) }),
  issues: (m) => validateVote(m.ballot, ranking.choice(m)),
  mistake: (m, { code }) => (code === 'too-few' ? m.say('rankAtLeast', { n: minOf(m.ballot) }) : ranking.standing(m)),
  culprit({ ballot, chosen }) {
    const beyond = chosen[maxOf(ballot)];
    return ballot.options.findIndex((o) => (beyond ? o === beyond : !o.withdrawn && !chosen.includes(o)));
  },
  view: rankingView,
  settle(root) {
    for (const option of root.querySelectorAll('option')) option.selected = option.defaultSelected;
  },
  note: (m, choice, id) => html`<span class="pv-place">${m.say('place', { n: idsIn(choice).indexOf(id) + 1 })}</span>`,
  total: (m, choice) => m.say('ranked', { n: idsIn(choice).length }),
};

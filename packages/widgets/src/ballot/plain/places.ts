import { html } from 'lit';
import type { BallotOption, Issue } from '@parvis/contract';
import { maxOf, valuePointer } from '@parvis/contract/vote-rules';
import { isolate } from '../../shared/messages.ts';
import type { View } from '../../shared/views.ts';
import { limits, sentences } from '../ballot.words.ts';
import { pointedTo } from '../methods/entered.ts';
import type { Kind, Model } from '../methods/kind.ts';
import { ranking } from '../methods/ranking.ts';
import { optionView } from '../parts.view.ts';
import { descriptionOf, entryView } from './fields.view.ts';
import type { PlainSay } from './plain.messages.ts';
import { placeField } from './posted.ts';

/** A ranking where each option gets a place from a list. Two options in one place say nothing about which comes first; a place left out does not matter. */
export const placesIn = (plain: PlainSay): Kind => ({
  ...ranking,
  howTo: (m) => sentences(plain('rankEach'), limits(m)),
  issues: (m) => [...m.chosen.flatMap((option): Issue[] => (rivalOf(m, option) ? [{ pointer: valuePointer(option.id), code: 'same-place' }] : [])), ...ranking.issues(m)],
  mistake(m, issue) {
    const option = m.ballot.options[pointedTo(m, issue)];
    const rival = issue.code === 'same-place' && option && rivalOf(m, option);
    return rival ? plain('samePlace', { label: isolate(option.label), other: isolate(rival.label) }) : ranking.mistake(m, issue);
  },
  culprit: (m, issue) => (issue.code === 'same-place' ? pointedTo(m, issue) : ranking.culprit(m, issue)),
  view: (m) => html`<ul class="pv-options">${m.ballot.options.map((option, i) => optionView(m, option, i, (id) => placeView(m, option, id, plain)))}</ul>`,
});

/** The option before it that has the same place. */
const rivalOf = ({ chosen, values }: Model, option: BallotOption): BallotOption | undefined =>
  chosen.slice(0, chosen.indexOf(option)).find(({ id }) => values.get(id) === values.get(option.id));

function placeView(m: Model, option: BallotOption, id: string, plain: PlainSay): View {
  const issue = m.issues.find((one) => one.code === 'same-place' && one.pointer === valuePointer(option.id));
  const error = issue && m.kind.mistake(m, issue);
  const count = Math.min(maxOf(m.ballot), m.ballot.options.filter((o) => !o.withdrawn).length);
  return entryView(m, option, id, error, html`<select id=${id} name=${placeField(option.id)} aria-labelledby="${id}-name" aria-describedby=${descriptionOf(id, error)}>
    <option value="">${plain('unranked')}</option>
    ${Array.from({ length: count }, (_, i) => html`<option value=${i + 1} ?selected=${m.values.get(option.id) === String(i + 1)}>${m.say('place', { n: i + 1 })}</option>`)}
  </select>`);
}

import { html } from 'lit';
import type { Ballot } from '@parvis/contract';
import { picksOne } from '@parvis/contract/selection-rules';
import { points } from '../methods/points.ts';
import type { Kind } from '../methods/kind.ts';
import { ticks } from '../methods/ticks.ts';
import { values } from '../methods/values.ts';
import { noAnswerView, pointsFields, valuesFields } from './fields.view.ts';
import { placesIn } from './places.ts';
import type { PlainSay } from './plain.messages.ts';
import { optionField } from './posted.ts';

/** How a ballot is filled in where no script runs: the same words and rules, with controls that a form can send. */
export function kindOnPage(ballot: Ballot, plain: PlainSay): Kind {
  const { method } = ballot;
  if (method === 'ranking') return placesIn(plain);
  if (method === 'points') return { ...points, view: pointsFields };
  if (method === 'grades' || method === 'score') return { ...values, view: (m) => valuesFields(m, plain) };
  return picksOne(ballot) ? { ...ticks, view: (m, make) => html`<div class="pv-stack">${noAnswerView(m.uid, optionField, plain)} ${ticks.view(m, make)}</div>` } : ticks;
}

import type { Ballot } from '@parvis/contract';
import { points } from '../methods/points.ts';
import type { Kind } from '../methods/kind.ts';
import { ticks } from '../methods/ticks.ts';
import { values } from '../methods/values.ts';
import { pointsFields, valuesFields } from './fields.view.ts';
import { places } from './places.ts';

/** How a ballot is filled in where no script runs: the same words and rules, with controls that a form can send. */
export function kindOnPage({ method }: Ballot): Kind {
  if (method === 'ranking') return places;
  if (method === 'points') return { ...points, view: pointsFields };
  return method === 'grades' || method === 'score' ? { ...values, view: valuesFields } : ticks;
}

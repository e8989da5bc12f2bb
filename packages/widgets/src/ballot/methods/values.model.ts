import type { Ballot } from '@parvis/contract';
import { numberIn } from './points.model.ts';

/** One answer that can be given to an option. */
export interface Step {
  /** As a form field has it. A grade by its id, so that another order of the grades is not another answer. */
  value: string;
  label: string;
}

/** More than these do not fit into a list one can still look through. */
const most = 101;

/** The answers of a ballot, grades from the best to the worst, scores from the lowest. Undefined: too many, a number is written instead. */
export function stepsOf({ grades, scores }: Ballot): Step[] | undefined {
  if (grades) return grades.map(({ id, label }) => ({ value: id, label }));
  const { from = 0, to = 0 } = scores ?? {};
  return to - from < most ? [...Array(to - from + 1).keys()].map((i) => ({ value: String(from + i), label: String(from + i) })) : undefined;
}

/** What a text means in a vote. NaN: it is no number; undefined: no answer, or a grade that is gone. */
export function valueIn({ grades }: Ballot, text: string): number | undefined {
  if (!text.trim()) return undefined;
  if (!grades) return numberIn(text);
  const place = grades.findIndex(({ id }) => id === text);
  return place < 0 ? undefined : place;
}

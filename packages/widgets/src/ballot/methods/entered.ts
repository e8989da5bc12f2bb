import type { Ballot, BallotOption, Issue } from '@parvis/contract';
import { valuePointer } from '@parvis/contract/vote-rules';
import type { Making } from '../ballot.model.ts';
import type { Model } from './kind.ts';

/** What ballots have in common where something is entered for each option: points, grades, scores. */

/**
 * The vote in the making with something else entered for an option. `chosen` are the options the vote would name.
 * @param text as a form field has it; undefined takes away what was entered
 * @param names whether a text names the option
 */
export function enter(m: Making, option: BallotOption, text: string | undefined, names = (entered: string): boolean => entered !== ''): Making {
  const values = new Map(m.values);
  if (text === undefined) values.delete(option.id);
  else values.set(option.id, text);
  const others = m.chosen.filter((o) => o !== option);
  return { values, chosen: text !== undefined && names(text) ? [...others, option] : others };
}

/** What was entered for the chosen options, in the order of the ballot: that of choosing is nobody's business. */
export const enteredValues = ({ chosen, values }: Making, { options }: Ballot): [id: string, text: string][] =>
  options.filter((o) => chosen.includes(o)).map(({ id }) => [id, values.get(id) ?? '']);

/** The place of the option that an issue points to; else of the first that can be chosen. */
export function pointedTo({ ballot: { options } }: Model, { pointer }: Issue): number {
  const own = options.findIndex(({ id }) => pointer.endsWith(valuePointer(id)));
  return own < 0 ? options.findIndex((o) => !o.withdrawn) : own;
}

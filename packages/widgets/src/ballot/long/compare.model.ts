import type { BallotOption } from '@parvis/contract';
import type { Model } from '../methods/kind.ts';

/** More than these are no longer taken in at a glance. */
export const most = 10;

/** Id of the button that opens the comparison, without the widget's prefix. */
export const compareId = 'compare';

export interface Compared {
  options: readonly BallotOption[];
  /** They are what somebody chose; otherwise what was found. */
  mine: boolean;
}

/** What is compared: the options found, where they are few; else the chosen ones, in the order of the ballot. Undefined: too few or too many of both. */
export function comparedIn({ ballot: { options }, found, chosen }: Pick<Model, 'ballot' | 'found' | 'chosen'>): Compared | undefined {
  const of = (mine: boolean, is: (option: BallotOption) => boolean | undefined): Compared[] => {
    const some = options.filter(is);
    return some[1] && some.length <= most ? [{ options: some, mine }] : [];
  };
  return [...of(false, ({ id }) => found?.has(id)), ...of(true, (option) => chosen.includes(option))][0];
}

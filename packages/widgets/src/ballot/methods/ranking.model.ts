import type { BallotOption } from '@parvis/contract';
import type { State } from '../ballot.model.ts';

type Ranked = readonly BallotOption[];

/**
 * The ranking with an option at another place; the others keep their order.
 * @param place from 0; beyond the end means the end
 */
export function placed(chosen: Ranked, option: BallotOption, place: number): BallotOption[] {
  const others = without(chosen, option);
  return [...others.slice(0, place), option, ...others.slice(place)];
}

/** The ranking without an option. */
export const without = (chosen: Ranked, option: BallotOption): BallotOption[] => chosen.filter((o) => o !== option);

/** The change to another ranking, which can be taken back. */
export const changedTo = ({ chosen, past = [] }: State, next: Ranked): Partial<State> => ({ chosen: next, past: [...past, chosen] });

/** The change that takes the last one back; undefined: there is none. */
export function takenBack({ past = [] }: State): Partial<State> | undefined {
  const chosen = past.at(-1);
  return chosen && { chosen, past: past.slice(0, -1) };
}

/** Where to go on when an option leaves a list: to the one after it, else to the one before it. */
export const neighbour = (list: Ranked, option: BallotOption): BallotOption | undefined => {
  const at = list.indexOf(option);
  return list[at + 1] ?? list[at - 1];
};

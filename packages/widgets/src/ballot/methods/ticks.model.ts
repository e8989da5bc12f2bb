import type { Ballot, BallotOption } from '@parvis/contract';
import { maxOf, picksOne } from '@parvis/contract/selection-rules';

/** What a click on an option makes of the choices. Going over a limit is allowed: it is explained, and refused at the review. */
export function choose(ballot: Ballot, chosen: readonly BallotOption[], option: BallotOption): BallotOption[] {
  if (picksOne(ballot)) return [option];
  return chosen.includes(option) ? chosen.filter((o) => o !== option) : [...chosen, option];
}

/** In the order of the ballot: the order in which somebody chose is nobody's business. */
export const inOrder = ({ options }: Ballot, chosen: readonly BallotOption[]): string[] => options.filter((o) => chosen.includes(o)).map((o) => o.id);

/** What may be spent, in minor units; undefined: the ballot has no budget. */
export const ceilingOf = ({ method, ceiling }: Ballot): number | undefined => (method === 'budget' ? ceiling : undefined);

/** Choices that do not fit, taking them in the order they were made. Without them the vote fits. */
export function beyond(ballot: Ballot, chosen: readonly BallotOption[]): BallotOption[] {
  let places = maxOf(ballot);
  let purse = ceilingOf(ballot) ?? Infinity;
  return chosen.filter(({ cost = 0 }) => {
    if (places < 1 || cost > purse) return true;
    places -= 1;
    purse -= cost;
    return false;
  });
}

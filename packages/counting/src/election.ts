import type { Method } from '@parvis/contract';
import type { VoteTable } from './vote-table.ts';

export interface ElectionOption {
  id: string;
  /** Decides the last ties; each is there once. */
  number: number;
  /** In minor units. Absent: it has none. */
  cost?: number | undefined;
  /** It stays on the ballot and never wins. */
  withdrawn?: boolean | undefined;
}

/** What is counted: a ballot and its votes, without the voters. Every rule reads this and changes nothing in it. */
export interface Election {
  method: Method;
  /** In the order of the ballot; votes name them by their place here. */
  options: readonly ElectionOption[];
  votes: VoteTable;
  /** What the winners may cost together, in minor units. Absent: nothing says. */
  budget?: number | undefined;
  /** Digits of the minor unit: 2 for cents. */
  exponent: number;
  /** `ranking`: points of the first place when places are turned into points. Absent: as many as the vote names options. */
  places?: number | undefined;
  /** `grades`: how many there are; 0 is the best. */
  grades?: number | undefined;
  /** What the election itself asks of an option under `threshold`. */
  threshold?: number | undefined;
}

/** What one seat costs where options have no costs, in minor units: fine enough for shares of a seat. */
export const seat = 1_000_000;

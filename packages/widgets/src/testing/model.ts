import type { Ballot, BallotOption } from '@parvis/contract';
import { start, type State } from '../ballot/ballot.model.ts';
import { fr } from '../ballot/ballot.messages.ts';
import { fr as moreFr } from '../ballot/more.messages.ts';
import type { BallotSay, Kind, Model } from '../ballot/methods/kind.ts';
import { sayIn } from '../shared/messages.ts';
import { shared } from '../shared/shared.messages.ts';

/** What the tests of ballots share that need no page. */

export const option = (number: number, cost?: number): BallotOption => ({ id: `o${number}`, number, label: `Projet ${number}`, ...(cost !== undefined && { cost }) });

export const ballot = (rules: Partial<Ballot>): Ballot => ({
  consultation: 'bp', id: 'vote', title: 'Vote', lang: 'fr', method: 'approval', options: [1, 2, 3, 4].map((n) => option(n)), min: 0, blank: true,
  status: 'open', eligibility: 'open', results: 'hidden', rulesHash: 'r', ...rules,
});

export const budget = (costs: number[], ceiling: number, rules: Partial<Ballot> = {}): Ballot =>
  ballot({ method: 'budget', ceiling, currency: 'EUR', options: costs.map((cost, i) => option(i + 1, cost)), ...rules });

export const model = (kind: Kind, ballot: Ballot, state: Partial<State> = {}): Model =>
  ({ ...start, ...state, ballot, kind, uid: 'pv1-', say: sayIn({ ...shared, ...fr, ...moreFr }, 'fr') as BallotSay, lang: 'fr', level: 2, folded: false });

/** With plain spaces, and without the marks that keep directions apart. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u2068\u2069]/g, '');

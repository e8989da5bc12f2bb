import { html, nothing } from 'lit';
import type { Ballot, BallotOption, Issue } from '@parvis/contract';
import { shuffled } from '@parvis/contract/shuffle';
import type { Kind, Model } from '../methods/kind.ts';
import { compareView } from './compare.view.ts';
import { isLong } from './find.model.ts';
import { findView, settleFind } from './find.view.ts';
import { seedOf } from './seed.ts';

/** A kind of ballot as this ballot needs it: itself where the options are few and come as numbered. */
export async function fitted(kind: Kind, ballot: Ballot): Promise<Kind> {
  if (ballot.order === 'random') return arranged(kind, ballot, await seedOf(ballot));
  return isLong(ballot) ? arranged(kind, ballot) : kind;
}

/**
 * A kind of ballot with what many options need (a search over them, a comparison), in an order drawn by lot where there is a
 * seed. Only what is shown differs: what is chosen, reviewed and sent keeps the order that the kind gives it.
 */
export function arranged(kind: Kind, ballot: Ballot, seed?: number): Kind {
  const options = seed === undefined ? ballot.options : shuffled(ballot.options, seed);
  const shown = (m: Model): Model => ({ ...m, ballot: { ...m.ballot, options }, found: withRanked(m) });
  const culprit = (m: Model, issue: Issue): number => kind.culprit(shown(m), issue);
  const idOf = (i: number): string[] => options.slice(i, i + 1).map((option: BallotOption) => option.id);
  return {
    ...kind,
    culprit,
    reveal: (m, issues) => ({ found: m.found && new Set([...m.found, ...issues.flatMap((issue) => idOf(culprit(m, issue)))]) }),
    view: (m, make) => html`<div class="pv-tools pv-stack">
      ${seed === undefined ? nothing : html`<p>${m.say('drawn')}</p>`}
      ${isLong(ballot) ? findView(m, make) : nothing}
      ${m.comparing ? compareView(m, make) : nothing}
    </div>
    ${kind.view(shown(m), make)}`,
    settle(root) {
      kind.settle?.(root);
      settleFind(root);
    },
  };
}

/** A ranking stays whole while the options to add are searched: a place has no meaning without those before it. */
const withRanked = ({ found, ballot, chosen }: Model): Model['found'] =>
  (found && ballot.method === 'ranking' ? new Set([...found, ...chosen.map(({ id }) => id)]) : found);

import type { BallotOption } from '@parvis/contract';
import { isolate } from '../shared/messages.ts';
import { stillThere } from './ballot.model.ts';
import { amount } from './ballot.words.ts';
import type { Model } from './methods/kind.ts';

/** What a changed ballot means for somebody who had already chosen. */
export const changes = (m: Model, before: readonly BallotOption[]): string[] => [
  ...before.flatMap((option) => {
    const label = isolate(option.label);
    const [now] = stillThere(m.ballot, [option]);
    if (!now) return m.say('gone', { label });
    return now.cost === undefined || now.cost === option.cost ? [] : m.say('nowCosts', { label, money: amount(m, now.cost) });
  }),
  m.kind.howTo(m),
];

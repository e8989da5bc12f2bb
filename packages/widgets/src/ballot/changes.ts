import type { Ballot, BallotOption } from '@parvis/contract';
import { isolate } from '../shared/messages.ts';
import { stillThere } from './ballot.model.ts';
import { amount } from './ballot.words.ts';
import type { Model } from './methods/kind.ts';

/** More new choices are only counted. */
const named = 5;

/**
 * What a changed ballot means for somebody who had already chosen, and how to vote now.
 * @param before the chosen options as they were
 * @param was the ballot as it was; absent: nobody kept it
 */
export const changes = (m: Model, before: readonly BallotOption[], was?: Ballot): string[] => [
  ...before.flatMap((option) => changed(m, option, was?.lang === m.ballot.lang)),
  ...(was ? [...added(m, was), ...rules(m, was)] : []),
  m.kind.howTo(m),
];

/** `sameWords`: both are in one language, so that words can be compared. */
function changed({ say, ...m }: Model, option: BallotOption, sameWords: boolean): string[] {
  const label = isolate(option.label);
  const [now] = stillThere(m.ballot, [option]);
  if (!now) return [say('gone', { label })];
  return [
    ...(sameWords && now.label !== option.label ? [say('nowCalled', { label, now: isolate(now.label) })] : []),
    ...(sameWords && now.text !== option.text ? [say('nowText', { label: isolate(now.label) })] : []),
    ...(now.cost === undefined || now.cost === option.cost ? [] : [say('nowCosts', { label: isolate(sameWords ? now.label : option.label), money: amount(m, now.cost) })]),
  ];
}

function added({ say, lang, ballot }: Model, was: Ballot): string[] {
  const fresh = ballot.options.filter(({ id, withdrawn }) => !withdrawn && !was.options.some((o) => o.id === id && !o.withdrawn));
  if (fresh.length === 0) return [];
  if (fresh.length > named) return [say('nowMore', { n: fresh.length })];
  const labels = new Intl.ListFormat(lang, { style: 'short', type: 'unit' }).format(fresh.map(({ label }) => say('quoted', { label: isolate(label) })));
  return [say('nowAdded', { n: fresh.length, labels })];
}

/** Grades in another language are the same ones. */
const ids = ({ grades }: Ballot): string | undefined => grades?.map(({ id }) => id).join();

/** Which rules are not what they were; how to vote now is said after them. */
function rules({ say, ballot }: Model, was: Ballot): string[] {
  if (was.method !== ballot.method) return [say('nowMethod')];
  const differs = (...parts: (keyof Ballot)[]) => parts.some((part) => JSON.stringify(was[part]) !== JSON.stringify(ballot[part]));
  return [
    differs('min', 'max') && say('nowLimits'),
    differs('ceiling') && say('nowCeiling'),
    differs('purse', 'cap') && say('nowPoints'),
    (differs('scores') || ids(was) !== ids(ballot)) && say('nowScale'),
  ].filter((line) => line !== false);
}

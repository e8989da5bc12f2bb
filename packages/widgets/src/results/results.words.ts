import type { OptionOutcome, Outcome, Reason } from '@parvis/contract';
import { date, isolate, money, percent, type Holes, type Say } from '../shared/messages.ts';
import type { fr } from './all.messages.ts';
import { columnsOf, isPending, takenOf, takes, valueOf, type Column, type Counted, type Row, type Unit } from './results.model.ts';

/** The sentences about results: pure, without DOM, so that the widget, the plain page and the command line say the same. */

export type Key = keyof typeof fr;
/** Keys of sentences, in their order; what is absent is left out. */
export type Keys = readonly (Key | false | undefined)[];

/** What is told, and in which language. */
export interface Told extends Counted {
  say: Say<Key>;
  lang: string;
  words: RuleWords;
}

/** How rules are told; see `common.rules.ts` and `seldom.rules.ts`. */
export interface RuleWords {
  /** What the rule goes by. Without a rule: what was counted. */
  unit(t: Told): Unit;
  /** Why an option was taken or not. */
  reason(t: Told, outcome: OptionOutcome): Keys;
  /** What the rule does, its tie rule last. */
  rule(t: Told, outcome: Outcome): Keys;
  /** What goes into these sentences, besides the value, the cost and the other option. */
  holes(t: Told, outcome: Outcome, reason?: Reason): Holes;
}

/** An amount in the ballot's currency. A ballot with costs has one; see `checkDefinition`. */
export const amount = ({ ballot, lang }: Told, minor = 0): string => money(minor, ballot.currency ?? 'EUR', lang);

/** A number with its unit: `471 votes`, `mention « Bien »`. */
export const measure = ({ ballot, say }: Told, unit: Unit, n = 0): string =>
  (unit === 'grade' ? say(unit, { grade: isolate(ballot.grades?.[n]?.label ?? '') }) : say(unit, { n }));

/** What the rule goes by. */
export const valueWords = (t: Told, row: Row): string => measure(t, t.words.unit(t), valueOf(row));

const sentences = ({ say }: Told, keys: Keys, holes: Holes): string[] => keys.flatMap((key) => (key ? say(key, holes) : []));

/** Why the result is not the last word; empty when it is. */
export function pendingLines(t: Told): string[] {
  const { ballot: { status, closesAt }, results: { paper }, lang } = t;
  if (!isPending(t)) return [];
  const open = status === 'open';
  return sentences(t, [open && 'stillOpen', open && closesAt !== undefined && 'until', paper && paper.counted < paper.places && 'paperCounted', 'mayChange'], {
    date: date(closesAt ?? '', lang), n: paper?.counted ?? 0, places: paper?.places ?? 0,
  });
}

/** The outcome in a sentence or two. */
export function outcomeSentence(t: Told): string {
  const { results: { outcome, voters: { total } }, rows, lang } = t;
  const taken = takenOf(rows);
  const [first] = taken;
  const what = takes(t.results);
  const n = taken.length;
  const share = first && t.words.unit(t) === 'votes' && valueOf(first) === first.counts.total ? ` (${percent(valueOf(first) / total, lang)})` : '';
  return sentences(t, [
    !total ? 'nobody' : !outcome ? 'received' : !first ? 'takenNone' : what === 'one' ? 'wins' : what === 'seats' ? 'seated' : 'takenTitle',
    Boolean(total && first) && what === 'priced' && 'spent',
    isPending(t) ? 'soFar' : !outcome && 'noRule',
  ], {
    n, label: isolate(first?.option.label ?? ''), value: first ? valueWords(t, first) + share : '',
    spent: amount(t, outcome?.spent), budget: amount(t, outcome?.counting.budget),
  }).join(' ');
}

/** Why an option was taken or not, with the numbers; empty where no rule decides. */
export function reasonOf(t: Told, row: Row): string {
  const { results: { outcome: whole }, rows } = t;
  const { option, outcome } = row;
  if (!outcome || !whole) return '';
  const { reason } = outcome;
  const rival = rows.find((other) => other.option.id === reason.option);
  return sentences(t, t.words.reason(t, outcome), {
    value: valueWords(t, row), cost: amount(t, option.cost), left: amount(t, reason.left),
    other: isolate(rival?.option.label ?? ''), others: rival ? valueWords(t, rival) : '',
    ...t.words.holes(t, whole, reason),
  }).join(' ');
}

/** What is summed up for each option: `votes`, `points`. */
export const tallyWord = ({ ballot: { method }, say }: Told): string => say(method === 'points' || method === 'score' ? 'unit-points' : 'unit-votes');

/** The rule in plain words, its tie rule last; empty where there is none. */
export const ruleLines = (t: Told): string[] => {
  const { results: { outcome }, words } = t;
  return outcome ? sentences(t, words.rule(t, outcome), { unit: tallyWord(t), ...words.holes(t, outcome) }) : [];
};

/** For the head of a column. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** The name of one or several channels: `sur papier et avec de l’aide`. */
const channelName = ({ say, lang }: Told, { together }: Column): string => new Intl.ListFormat(lang).format(together.map((channel) => say(channel)));

/** The same to head a column. */
export const columnHead = (t: Told, column: Column): string => capital(channelName(t, column));

/** For each channel that is shown: `320 en ligne`. */
export const viaWords = (t: Told, counts: Row['counts'], column: Column): string => t.say('via', { n: counts[column.channel], channel: channelName(t, column) });

/** `320 en ligne et 151 sur papier`. */
export const splitWords = (t: Told, counts: Row['counts']): string =>
  new Intl.ListFormat(t.lang).format(columnsOf(t.results).flatMap((column) => (counts[column.channel] ? viaWords(t, counts, column) : [])));

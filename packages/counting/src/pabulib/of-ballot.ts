import {
  type Ballot, type BallotOption, type Channel, type Choice, type Counting, maxOf, type Method, minOf, namedOptions, type Outcome, type Text, words,
} from '@parvis/contract';
import { seat } from '../election.ts';
import { currencyExponent, formatAmount } from './amount.ts';
import type { PbLimits, VoteType } from './meta.ts';
import { withdrawnCost } from './projects.ts';
import type { PbCounting } from './settings.ts';
import type { PbVote } from './votes.ts';
import type { PabulibContent } from './write.ts';

/** What a file says of a ballot. A `Ballot` and its definition both fit; only the definition says how votes are counted. */
export type WrittenBallot = Pick<Ballot, 'method' | 'min' | 'max' | 'blank' | 'ceiling' | 'currency' | 'purse' | 'cap' | 'scores' | 'opensAt' | 'closesAt'> & {
  title: Text;
  options: readonly WrittenOption[];
  /** From best to worst. */
  grades?: readonly { label: Text }[] | undefined;
  counting?: Counting | undefined;
};

export type WrittenOption = Pick<BallotOption, 'id' | 'number' | 'cost' | 'withdrawn'> & {
  label: Text;
  text?: Text | undefined;
  category?: Text | undefined;
  place?: Text | undefined;
};

export interface BallotVote {
  choice: Choice;
  channel?: Channel | undefined;
}

export interface FileDetails {
  /** The language of the words; see `words`. */
  lang: string;
  /** How many votes there are. Absent: the file does not say. */
  total?: number | undefined;
  /** More keys of META: `country`, `unit`, `instance`, …; `description` and `rule` take the place of the ballot's own, `comment` (a sentence) is added to it. */
  entries?: Readonly<Record<string, string>> | undefined;
  /** Gives each project its votes, and says whether it was selected. */
  outcome?: Outcome | undefined;
}

/**
 * A ballot and its votes as `writePabulib` takes them. Options that a vote names and the ballot no longer has are left out.
 *
 * - A ceiling becomes `max_sum_cost`, a place the neighbourhood. Grades become points, the best the most and the worst 0; a comment names them.
 * - The column of votes parts ids at commas: where an id holds a comma or other marks of the format, the numbers of the options stand for all ids, and
 *   a comment says so.
 * - Rule and settings go into keys of our own; see `settingKeys`.
 * - Where no option has a cost, each costs 1 (more where shares are raised step by step) and the budget is for the number of seats; a comment says so. Without a ceiling or a budget the file has none.
 * - Days are those of `opensAt` and `closesAt` in the zones they are written in; a vote that ends at midnight ends on the day before.
 */
export function pabulibOfBallot(
  ballot: WrittenBallot, votes: AsyncIterable<BallotVote> | Iterable<BallotVote>, { lang, total, entries = {}, outcome }: FileDetails,
): PabulibContent {
  const { options, currency, opensAt, closesAt } = ballot;
  const counting = outcome?.counting ?? ballot.counting;
  const priced = options.some(({ cost }) => cost !== undefined);
  // Where shares grow by steps of a part of a seat, a cost of 1 would be too coarse for them.
  const one = counting?.completion?.startsWith('add1') ? seat : 10 ** currencyExponent(currency);
  const budget = priced ? (counting?.budget ?? ballot.ceiling) : (counting?.seats ?? 1) * one;
  const ids = writtenIds(options);
  const renamed = options.some(({ id }) => ids.get(id) !== id);
  const comments = [
    ...(renamed ? ['project_id is the number of the option on the ballot.'] : []),
    ...(priced ? [] : [`Options have no cost: each costs ${formatAmount(one, currencyExponent(currency))}, and the budget is ${one === seat ? 'for ' : ''}how many are taken.`]),
    ...gradesNamed(ballot, lang),
    ...(entries['comment'] ? [entries['comment']] : []),
  ];
  const texts = {
    description: words(ballot.title, lang), rule: ruleName(counting), ...entries, comment: comments.map((comment, i) => `#${i + 1}: ${comment}`).join(' '),
  };
  const results = new Map(outcome?.options.map((result) => [result.option, result]));
  return {
    meta: {
      entries: new Map(Object.entries(texts).map(([key, value]) => [key, { value }])),
      voteType: voteTypes[ballot.method],
      limits: limitsOf(ballot, counting),
      ...(budget !== undefined && { budget }),
      ...(currency !== undefined && { currency }),
      ...(counting && { counting: ruleOf(counting) }),
      ...(total !== undefined && { numVotes: total }),
      ...(opensAt !== undefined && { dateBegin: opensAt.slice(0, 10) }),
      ...(closesAt !== undefined && { dateEnd: lastDay(closesAt) }),
    },
    projects: options.map(({ id, cost, withdrawn = false, label, text, category, place }) => {
      const result = results.get(id);
      return {
        id: ids.get(id)!,
        withdrawn,
        ...(!withdrawn && { cost: priced ? (cost ?? 0) : one }),
        ...(result && { votes: result.votes, selected: result.place === undefined ? 0 : 1 }),
        name: words(label, lang),
        ...(text !== undefined && { description: words(text, lang) }),
        ...(category !== undefined && { category: words(category, lang) }),
        ...(place !== undefined && { neighborhood: words(place, lang) }),
      };
    }),
    votes: votesOf(ballot, votes, ids),
  };
}

/** Whether a file can say what this ballot is: one whose option costs exactly what stands for a withdrawn one has none. */
export const fitsPabulib = ({ options, currency }: Pick<WrittenBallot, 'options' | 'currency'>): boolean =>
  options.every(({ cost, withdrawn }) => withdrawn === true || cost !== withdrawnCost * 10 ** currencyExponent(currency));

const voteTypes: Record<Method, VoteType> = {
  single: 'choose-1', 'yes-no': 'choose-1', approval: 'approval', budget: 'approval', ranking: 'ordinal', points: 'cumulative', score: 'scoring', grades: 'scoring',
};

/** What stands for each id in the file. */
function writtenIds(options: WrittenBallot['options']): Map<string, string> {
  const plain = options.every(({ id }) => /^[^\s,;"\p{Cc}]+( [^\s,;"\p{Cc}]+)*$/u.test(id));
  return new Map(options.map(({ id, number }) => [id, plain ? id : String(number)]));
}

/** What a file says beside its budget and its threshold. */
const ruleOf = ({ budget: _, seats: __, threshold: ___, ...counting }: Counting): PbCounting => counting;

/** The names are those of https://pabulib.org/format. */
function ruleName(counting: Counting | undefined): string {
  if (counting?.rule === 'greedy') return 'greedy';
  if (counting?.rule === 'greedy-stop') return 'greedy-no-skip';
  if (counting?.rule === 'threshold') return 'greedy-threshold';
  if (counting?.rule !== 'equal-shares') return 'unknown';
  return `equalshares${counting.completion?.startsWith('add1') ? '/add1' : ''}${counting.compare ? '-comparison' : ''}`;
}

function limitsOf(ballot: WrittenBallot, counting: Counting | undefined): PbLimits {
  const { method, ceiling, purse, cap, scores, grades = [] } = ballot;
  return {
    minLength: minOf(ballot),
    maxLength: maxOf(ballot),
    ...(method === 'budget' && ceiling !== undefined && { maxSumCost: ceiling }),
    ...(method === 'points' && cap !== undefined && { maxPoints: cap }),
    ...(method === 'points' && purse !== undefined && { maxSumPoints: purse }),
    ...(method === 'score' && scores && { minPoints: scores.from, maxPoints: scores.to }),
    ...(method === 'grades' && { minPoints: 0, maxPoints: grades.length - 1 }),
    ...(counting?.threshold !== undefined && { minProjectScoreThreshold: counting.threshold }),
  };
}

const gradesNamed = ({ method, grades = [] }: WrittenBallot, lang: string): string[] =>
  (method === 'grades' ? [`Points are grades: ${grades.map(({ label }, i) => `${grades.length - 1 - i} = ${words(label, lang)}`).join(', ')}.`] : []);

/** The day of the last moment before voting ends, by the clock that the time was written with. */
const lastDay = (closesAt: string): string => new Date(Date.parse(`${closesAt.slice(0, 16)}Z`) - 1).toISOString().slice(0, 10);

async function* votesOf(
  { method, grades = [] }: WrittenBallot, votes: AsyncIterable<BallotVote> | Iterable<BallotVote>, ids: ReadonlyMap<string, string>,
): AsyncGenerator<Omit<PbVote, 'line'>, void, undefined> {
  for await (const { choice, channel } of votes) {
    const named = namedOptions(choice, method).filter((id) => ids.has(id));
    const valueOf = (value: number) => (method === 'grades' ? grades.length - 1 - value : value);
    yield {
      projects: named.map((id) => ids.get(id)!),
      ...('values' in choice && { points: named.map((id) => valueOf(choice.values[id]!)) }),
      ...(channel !== undefined && { channel }),
    };
  }
}

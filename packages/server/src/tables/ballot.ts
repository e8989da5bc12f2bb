import type { Ballot, BallotInput, Choice, CountableVote, PerChannel, Results, VotesGroup } from '@parvis/contract';
import { minorDigits } from '@parvis/contract/money';
import { reasonOf, tellInFrench } from '@parvis/widgets/results/words';
import type { Row, Table } from './table.ts';

/**
 * Totals by option, channel and group of buildings, with what the rule made of them. `place` is empty for options that were not taken; `reason` is for programs,
 * `explanation` says the same to people. Costs are in the unit that their column names.
 */
export function resultsTable(ballot: Ballot, results: Results): Table {
  const { options, currency = 'EUR' } = ballot;
  const { tally, blank, voters, merged, outcome, groups = [] } = results;
  const money = options.some(({ cost }) => cost !== undefined) ? [`cost (${currency})`] : [];
  const told = tellInFrench(ballot, results);
  const totals = new Map(tally.map((row) => [row.option, row]));
  const outcomes = new Map(outcome?.options.map((row) => [row.option, row]));
  const counts = ({ online, paper, assisted, total }: PerChannel): Row => ({ online, paper, assisted, total });
  const byGroup = (of: (group: (typeof groups)[number]) => number | undefined): Row => Object.fromEntries(groups.map((group) => [groupColumn(group), of(group)]));
  return {
    columns: ['option', 'number', 'label', ...money, 'online', 'paper', 'assisted', 'total', ...groups.map(groupColumn), ...(outcome ? ['place', 'value', 'reason', 'explanation'] : [])],
    rows: [
      ...told.rows.map((row): Row => {
        const { id, number, label, cost } = row.option;
        const { place, value, reason } = outcomes.get(id) ?? {};
        const total = totals.get(id);
        const grouped = byGroup((group) => group.tally.find((row) => row.option === id)?.total);
        return {
          option: id, number, label, ...Object.fromEntries(money.map((column) => [column, cost === undefined ? cost : cost / 10 ** minorDigits(currency)])), ...(total && counts(total)), ...grouped,
          ...(outcome && { place, value, reason: reason?.code, explanation: reasonOf(told, row).replaceAll(isolates, '') }),
        };
      }),
      { label: 'Votes blancs', ...counts(blank), ...byGroup((group) => group.blank) },
      { label: 'Votants', ...counts(voters), ...byGroup((group) => group.voters) },
      ...(merged ? [{ label: `Comptés ensemble car trop peu nombreux : ${merged.join(' + ')}` }] : []),
    ],
  };
}

/** Signs that keep the direction of words apart on a page (UAX 9). */
const isolates = /[\u2066-\u2069]/g;

/** Told apart from the other columns, whatever a building is called. */
const groupColumn = ({ name }: { name: string }): string => `groupe ${name}`;

/** How many votes are read at a time. */
const pageSize = 1_000;

/** Every vote without its voter. Read as it is asked for, so that memory stays the same. Rejects with `not-yet` while voting goes on. */
export async function allVotes(votes: VotesGroup, place: BallotInput): Promise<AsyncGenerator<CountableVote, void>> {
  const first = await votes.export({ ...place, limit: pageSize });
  return (async function* () {
    for (let page = first; ; ) {
      yield* page.items;
      if (page.next === undefined) return;
      page = await votes.export({ ...place, limit: pageSize, cursor: page.next });
    }
  })();
}

export async function votesTable(votes: VotesGroup, place: BallotInput): Promise<Table> {
  const all = await allVotes(votes, place);
  async function* rows(): AsyncGenerator<Row> {
    for await (const { choice, channel } of all) yield { channel, blank: 'blank' in choice ? 1 : 0, choice: choiceText(choice) };
  }
  return { columns: ['channel', 'blank', 'choice'], rows: rows() };
}

/** Options in the voter's order, or `option=value`; separated by bars. */
function choiceText(choice: Choice): string {
  if ('options' in choice) return choice.options.join('|');
  if ('values' in choice) return Object.entries(choice.values).map(([option, value]) => `${option}=${value}`).join('|');
  return '';
}

import type { Ballot, BallotInput, Choice, CountableVote, PerChannel, Results, VotesGroup } from '@parvis/contract';
import type { Row, Table } from './table.ts';

/** Totals by option, channel and group of buildings, with what the rule made of them. `place` is empty for options that were not taken. */
export function resultsTable({ options }: Ballot, { tally, blank, voters, merged, outcome, groups = [] }: Results): Table {
  const totals = new Map(tally.map((row) => [row.option, row]));
  const outcomes = new Map(outcome?.options.map((row) => [row.option, row]));
  const counts = ({ online, paper, assisted, total }: PerChannel): Row => ({ online, paper, assisted, total });
  const byGroup = (of: (group: (typeof groups)[number]) => number | undefined): Row => Object.fromEntries(groups.map((group) => [groupColumn(group), of(group)]));
  return {
    columns: ['option', 'number', 'label', 'online', 'paper', 'assisted', 'total', ...groups.map(groupColumn), ...(outcome ? ['place', 'value', 'reason'] : [])],
    rows: [
      ...options.map(({ id, number, label }): Row => {
        const { place, value, reason } = outcomes.get(id) ?? {};
        const total = totals.get(id);
        const grouped = byGroup((group) => group.tally.find((row) => row.option === id)?.total);
        return { option: id, number, label, ...(total && counts(total)), ...grouped, ...(outcome && { place, value, reason: reason?.code }) };
      }),
      { label: 'Votes blancs', ...counts(blank), ...byGroup((group) => group.blank) },
      { label: 'Votants', ...counts(voters), ...byGroup((group) => group.voters) },
      ...(merged ? [{ label: `Comptés ensemble car trop peu nombreux : ${merged.join(' + ')}` }] : []),
    ],
  };
}

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

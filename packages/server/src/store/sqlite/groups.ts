import type { BallotDefinition, Choice } from '@parvis/contract';
import type { GroupStore, GroupTotals } from '../group-store.ts';
import { reading, type Engine } from './engine.ts';
import { sealGroupVote } from './group-seal.ts';
import { randomId } from './random.ts';
import { Scatter } from './scatter.ts';
import { queries } from './sql.ts';

/** Takes a vote once more for the count by group. */
export class GroupVotes {
  readonly #sql: Engine['sql'];
  readonly scatter: Scatter;

  constructor({ sql, db }: Pick<Engine, 'sql' | 'db'>) {
    this.#sql = sql;
    this.scatter = new Scatter(db, 'group_votes');
  }

  keep(consultation: string, ballot: BallotDefinition, group: string, choice: Choice): void {
    const key = this.#sql.first(queries.selectFrom('group_keys').select('public_key').where('consultation_id', '=', consultation));
    if (!key) return;
    const id = randomId();
    const sealed = sealGroupVote(key.public_key, { group, choice }, roomFor(ballot));
    this.#sql.run(queries.insertInto('group_votes').values({ consultation_id: consultation, ballot_id: ballot.id, vote_id: id, sealed }));
    this.scatter.around(consultation, ballot.id, id);
  }
}

/** The longest name of a group and the longest vote: every option, with a value as long as they get. */
const roomFor = ({ options }: BallotDefinition): number =>
  200 + Buffer.byteLength(JSON.stringify({ values: Object.fromEntries(options.map(({ id }) => [id, Number.MIN_SAFE_INTEGER])) }));

export const groupStore = ({ sql, writer }: Engine): GroupStore => ({
  groupVotes: (consultation, ballot) => reading(() =>
    sql.all(queries.selectFrom('group_votes').select('sealed').where('consultation_id', '=', consultation).where('ballot_id', '=', ballot).orderBy('vote_id'))
      .map(({ sealed }) => sealed)),

  putGroupTotals: (consultation, ballot, groups) => writer.write(() => {
    sql.run(queries.deleteFrom('group_votes').where('consultation_id', '=', consultation).where('ballot_id', '=', ballot));
    sql.run(queries.deleteFrom('group_totals').where('consultation_id', '=', consultation).where('ballot_id', '=', ballot));
    for (const [place, totals] of groups.entries()) {
      sql.run(queries.insertInto('group_totals').values({ consultation_id: consultation, ballot_id: ballot, place, totals: JSON.stringify(totals) }));
    }
  }),

  groupTotals: (consultation, ballot) => reading(() =>
    sql.all(queries.selectFrom('group_totals').select('totals').where('consultation_id', '=', consultation).where('ballot_id', '=', ballot).orderBy('place'))
      .map(({ totals }) => JSON.parse(totals) as GroupTotals)),
});

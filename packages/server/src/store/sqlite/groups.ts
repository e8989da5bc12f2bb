import type { BallotDefinition, Choice } from '@parvis/contract';
import type { GroupStore, GroupTotals } from '../group-store.ts';
import { reading, type Engine } from './engine.ts';
import { sealedSize, sealGroupVote } from './group-seal.ts';
import { Places } from './places.ts';
import { queries } from './sql.ts';

/** Takes a vote once more for the count by group, sealed, into a place of its own. */
export class GroupVotes {
  readonly #key: (...values: string[]) => { public_key: Uint8Array } | undefined;
  readonly #places: Places;
  readonly #rooms = new WeakMap<BallotDefinition, number>();

  constructor({ sql, db }: Pick<Engine, 'sql' | 'db'>) {
    this.#key = sql.preparedFirst(queries.selectFrom('group_keys').select('public_key').where('consultation_id', '=', ''));
    this.#places = new Places(db, {
      name: 'group_votes',
      // Nothing that is sealed begins with so many zeros: it begins with a key.
      free: `substr(sealed, 1, ${nothing.length}) = zeroblob(${nothing.length})`,
      size: 'octet_length(sealed)',
      codes: "group_name <> ''",
      empty: (room) => [Buffer.alloc(room)],
      padded: (values) => values,
    });
  }

  keep(consultation: string, ballot: BallotDefinition, group: string, choice: Choice): void {
    const key = this.#key(consultation)?.public_key;
    if (!key) return;
    const room = this.#room(ballot);
    this.#places.fill(consultation, ballot.id, sealedSize(room), [sealGroupVote(key, { group, choice }, room)]);
  }

  prepare(consultation: string, ballot: BallotDefinition): void {
    if (this.#key(consultation)) this.#places.prepare(consultation, ballot.id, sealedSize(this.#room(ballot)));
  }

  settle(consultation: string, ballot: string): void {
    this.#places.settle(consultation, ballot);
  }

  #room(ballot: BallotDefinition): number {
    const room = this.#rooms.get(ballot) ?? roomFor(ballot);
    this.#rooms.set(ballot, room);
    return room;
  }
}

const nothing = Buffer.alloc(32);

/** The longest name of a group (see `groupsOf`) and the longest vote: every option, with a value as long as they get. */
const roomFor = ({ options }: BallotDefinition): number =>
  200 + Buffer.byteLength(JSON.stringify({ values: Object.fromEntries(options.map(({ id }) => [id, Number.MIN_SAFE_INTEGER])) }));

export const groupStore = ({ sql, writer }: Engine): GroupStore => ({
  groupVotes: (consultation, ballot) => reading(() =>
    sql.all(queries.selectFrom('group_votes').select('sealed').where('consultation_id', '=', consultation).where('ballot_id', '=', ballot).orderBy('vote_id'))
      .flatMap(({ sealed }) => (nothing.equals(sealed.subarray(0, nothing.length)) ? [] : [sealed]))),

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

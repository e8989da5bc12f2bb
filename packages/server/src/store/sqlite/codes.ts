import { codePointer, type CodeRefusal, ParvisError } from '@parvis/contract';
import type { CodeBatch, CodeCounts, CodeLogEntry, CodeStore, NewCode, VoidCode, VoidedCode } from '../code-store.ts';
import { reading, type Engine } from './engine.ts';
import { GroupVotes } from './groups.ts';
import { ballotPurpose } from './salts.ts';
import { queries } from './sql.ts';
import { VotePlaces } from './vote-places.ts';

export const refused = (code: CodeRefusal): ParvisError => new ParvisError('not-eligible', { issues: [{ pointer: codePointer, code }] });

type KeptCode = { group_name: string; is_used: number; is_void: number; is_test: number };

/** What a vote needs of the codes. */
export class Codes {
  readonly #sql: Engine['sql'];
  readonly #salts: Engine['salts'];
  readonly #find: (...values: (string | Uint8Array)[]) => KeptCode | undefined;
  readonly #use: (...values: (string | number | Uint8Array)[]) => number;

  constructor({ sql, salts }: Pick<Engine, 'sql' | 'salts'>) {
    const none = new Uint8Array();
    this.#sql = sql;
    this.#salts = salts;
    this.#find = sql.preparedFirst(queries.selectFrom('codes').select(['group_name', 'is_used', 'is_void', 'is_test'])
      .where('consultation_id', '=', '').where('ballot_id', '=', '').where('code', '=', none));
    this.#use = sql.prepared(queries.updateTable('codes').set({ is_used: 1 })
      .where('consultation_id', '=', '').where('ballot_id', '=', '').where('code', '=', none));
  }

  hash(consultation: string, ballot: string, code: string): Buffer {
    return this.#salts.hash(consultation, ballotPurpose(ballot), code);
  }

  find(consultation: string, ballot: string, hash: Uint8Array): KeptCode | undefined {
    return this.#find(consultation, ballot, hash);
  }

  /** Takes the one vote of a code. `group` is empty where there is none. @throws ParvisError `already-voted` or `not-eligible` */
  use(consultation: string, ballot: string, hash: Uint8Array): { group: string; test: boolean } {
    const kept = this.find(consultation, ballot, hash);
    if (!kept) throw refused('unknown');
    if (kept.is_void === 1) throw refused('void');
    if (kept.is_used === 1) throw new ParvisError('already-voted');
    if (kept.is_test === 0) this.#use(1, consultation, ballot, hash);
    return { group: kept.group_name, test: kept.is_test === 1 };
  }

  /** The ballots that have codes: of one consultation, or of all. */
  ballots(consultation?: string): { consultation: string; ballot: string }[] {
    const all = queries.selectFrom('code_ballots').select(['consultation_id as consultation', 'ballot_id as ballot']);
    return this.#sql.all(consultation === undefined ? all : all.where('consultation_id', '=', consultation));
  }

  /** Whether it was given for any ballot of this server. Looks at each: dear, and to be asked only of who has not guessed often. */
  isGivenAnywhere(code: string): boolean {
    return this.ballots().some(({ consultation, ballot }) => this.find(consultation, ballot, this.hash(consultation, ballot, code)) !== undefined);
  }
}

export function codeStore(engine: Engine): CodeStore {
  const { sql, writer, salts, definitions, now } = engine;
  const codes = new Codes(engine);
  const places = [new VotePlaces(engine), new GroupVotes(engine)];

  function insert(consultation: string, ballot: string, hash: Uint8Array, { group = '', test }: Omit<NewCode, 'code'>, used = 0): void {
    sql.run(queries.insertInto('codes').values({
      consultation_id: consultation, ballot_id: ballot, code: hash, group_name: group, is_used: used, is_void: 0, is_test: test ? 1 : 0,
    }));
  }

  function note(consultation: string, act: CodeLogEntry['act'], number: number, reason: string): void {
    const last = sql.first(queries.selectFrom('code_log').select((eb) => eb.fn.max('entry').as('entry')).where('consultation_id', '=', consultation));
    sql.run(queries.insertInto('code_log').values({
      consultation_id: consultation, entry: (last?.entry ?? 0) + 1, day: now().toISOString().slice(0, 10), act, codes: number, reason,
    }));
  }

  function add({ consultation, ballots, codes: all, add: more, reason, groups }: CodeBatch): void {
    const known = codes.ballots(consultation).map(({ ballot }) => ballot);
    if (!more && ballots.some((ballot) => known.includes(ballot))) throw new ParvisError('already');
    for (const ballot of ballots) {
      // In the order of the list the bytes of the file would show which row is whose.
      const sorted = all.map((code) => ({ code, hash: codes.hash(consultation, ballot, code.code) })).sort((a, b) => Buffer.compare(a.hash, b.hash));
      for (const { code, hash } of sorted) insert(consultation, ballot, hash, code);
      sql.run(queries.insertInto('code_ballots').values({ consultation_id: consultation, ballot_id: ballot }).onConflict((conflict) => conflict.doNothing()));
    }
    if (groups) {
      sql.run(queries.insertInto('group_keys').values({ consultation_id: consultation, public_key: groups.publicKey }));
      for (const [building, group] of groups.of) sql.run(queries.insertInto('buildings').values({ consultation_id: consultation, building, group_name: group }));
    }
    for (const ballot of definitions.newest(consultation)?.ballots ?? []) {
      if (ballots.includes(ballot.id)) for (const one of places) one.prepare(consultation, ballot);
    }
    note(consultation, 'created', all.filter(({ test }) => !test).length, reason);
  }

  function withdraw({ consultation, code, by, reason }: VoidCode): VoidedCode {
    const known = codes.ballots(consultation).flatMap(({ ballot }) => {
      const hash = codes.hash(consultation, ballot, code);
      const kept = codes.find(consultation, ballot, hash);
      return kept ? [{ ballot, hash, kept }] : [];
    });
    if (known.length === 0) throw new ParvisError('not-found');
    if (known.some(({ kept }) => kept.is_void === 1)) throw new ParvisError('already');
    const voted = known.filter(({ kept }) => kept.is_used === 1);
    const voided = known.filter(({ kept }) => kept.is_used === 0);
    if (voided.length === 0) throw new ParvisError('already-voted');
    // Where the old code has voted, the new one stands for it: both would count as two voters.
    for (const { ballot, hash } of by === undefined ? voided : known) {
      sql.run(queries.updateTable('codes').set({ is_void: 1 })
        .where('consultation_id', '=', consultation).where('ballot_id', '=', ballot).where('code', '=', hash));
    }
    if (by !== undefined) {
      for (const { ballot, kept } of known) insert(consultation, ballot, codes.hash(consultation, ballot, by), { group: kept.group_name, test: kept.is_test === 1 }, kept.is_used);
    }
    note(consultation, by === undefined ? 'voided' : 'replaced', 1, reason);
    return { voided: voided.map(({ ballot }) => ballot), voted: voted.map(({ ballot }) => ballot) };
  }

  return {
    addCodes: (batch) => writer.write(() => add(batch)),
    voidCode: (act) => writer.write(() => withdraw(act)),

    isGiven: (consultation, ballot, code) => reading(() =>
      salts.find(consultation, ballotPurpose(ballot)) !== undefined && codes.find(consultation, ballot, codes.hash(consultation, ballot, code)) !== undefined),

    codeCounts: (consultation) => reading(() => {
      const counts = new Map<string, CodeCounts>();
      const rows = sql.all(queries.selectFrom('codes').select((eb) => ['ballot_id', 'is_used', 'is_void', 'is_test', eb.fn.countAll<number>().as('number')])
        .where('consultation_id', '=', consultation).groupBy(['ballot_id', 'is_used', 'is_void', 'is_test']));
      for (const { ballot_id: ballot, is_used, is_void, is_test, number } of rows) {
        const of = counts.get(ballot) ?? { ballot, unused: 0, used: 0, void: 0, test: 0 };
        of[is_void === 1 ? 'void' : is_test === 1 ? 'test' : is_used === 1 ? 'used' : 'unused'] += number;
        counts.set(ballot, of);
      }
      return [...counts.values()];
    }),

    codeLog: (consultation) => reading(() => sql.all(
      queries.selectFrom('code_log').select(['day', 'act', 'codes', 'reason']).where('consultation_id', '=', consultation).orderBy('entry'),
    )),

    buildings: (consultation) => reading(() => {
      const rows = sql.all(queries.selectFrom('buildings').select(['building', 'group_name']).where('consultation_id', '=', consultation));
      return new Map(rows.map((row) => [row.building, row.group_name]));
    }),
  };
}

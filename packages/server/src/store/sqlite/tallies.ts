import type { KeptVote, TallyRow } from '../store.ts';
import { queries, type Sql } from './sql.ts';

interface Delta extends TallyRow {
  consultation: string;
  ballot: string;
}

/** Adds up what the votes of one transaction change, so that a popular option is written once per commit. */
export class Tallies {
  readonly #add: (...values: (string | number)[]) => number;
  readonly #sql: Sql;
  readonly #deltas = new Map<string, Delta>();

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#add = sql.prepared(
      queries.insertInto('tallies')
        .values({ consultation_id: '', ballot_id: '', kind: 'option', option_id: '', channel: 'online', amount: 0 })
        .onConflict((conflict) => conflict.columns(['consultation_id', 'ballot_id', 'kind', 'option_id', 'channel'])
          .doUpdateSet((eb) => ({ amount: eb('tallies.amount', '+', eb.ref('excluded.amount')) }))),
    );
  }

  /**
   * To be called after everything that can fail: the sums are kept in memory, where undoing one write of a group does not
   * reach them.
   */
  count(consultation: string, ballot: string, vote: KeptVote, entries: readonly [option: string, amount: number][]): void {
    const add = (kind: TallyRow['kind'], option: string, amount: number) =>
      this.#change({ consultation, ballot, kind, option, channel: vote.channel, amount });
    add('voters', '', 1);
    if ('blank' in vote.choice) add('blank', '', 1);
    for (const [option, amount] of entries) add('option', option, amount);
  }

  #change(delta: Delta): void {
    const name = `${delta.consultation}\n${delta.ballot}\n${delta.kind}\n${delta.channel}\n${delta.option}`;
    const waiting = this.#deltas.get(name);
    if (waiting) waiting.amount += delta.amount;
    else this.#deltas.set(name, delta);
  }

  /** Writes the sums into the transaction. */
  flush(): void {
    for (const d of this.#deltas.values()) this.#add(d.consultation, d.ballot, d.kind, d.option, d.channel, d.amount);
    this.#deltas.clear();
  }

  /** The transaction did not happen. */
  forget(): void {
    this.#deltas.clear();
  }

  read(consultation: string, ballot: string): TallyRow[] {
    return this.#sql.all(
      queries.selectFrom('tallies').select(['kind', 'option_id as option', 'channel', 'amount'])
        .where('consultation_id', '=', consultation).where('ballot_id', '=', ballot),
    );
  }

  /** Also those of the transaction under way. */
  hasVotes(consultation: string, ballot: string): boolean {
    for (const d of this.#deltas.values()) if (d.consultation === consultation && d.ballot === ballot && d.kind === 'voters') return true;
    return this.read(consultation, ballot).some((row) => row.kind === 'voters' && row.amount > 0);
  }
}


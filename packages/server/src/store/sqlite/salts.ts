import { hash as digest, randomBytes } from 'node:crypto';
import { queries, type Sql } from './sql.ts';

/**
 * Marks of devices are kept only as SHA-256 with a secret salt per ballot (and one per consultation for everything else),
 * so that the rows of two ballots cannot be joined.
 */
export class Salts {
  readonly #sql: Sql;
  readonly #kept = new Map<string, string>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Inside the transaction that opens the consultation. A salt that exists stays. */
  create(consultation: string, purposes: readonly string[]): void {
    for (const purpose of purposes) {
      this.#sql.run(queries.insertInto('salts')
        .values({ consultation_id: consultation, purpose, salt: randomBytes(32) })
        .onConflict((conflict) => conflict.doNothing()));
    }
  }

  hash(consultation: string, purpose: string, mark: string): Buffer {
    return digest('sha256', this.#salt(consultation, purpose) + mark, 'buffer');
  }

  #salt(consultation: string, purpose: string): string {
    const salt = this.find(consultation, purpose);
    if (salt === undefined) throw new Error(`No salt for ${purpose} of ${consultation}`);
    return salt;
  }

  /** In base64. Absent: it was not made yet. */
  find(consultation: string, purpose: string): string | undefined {
    const name = `${consultation}\n${purpose}`;
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const row = this.#sql.first(queries.selectFrom('salts').select('salt')
      .where('consultation_id', '=', consultation).where('purpose', '=', purpose));
    if (!row) return undefined;
    const salt = Buffer.from(row.salt).toString('base64');
    this.#kept.set(name, salt);
    return salt;
  }
}

export const ballotPurpose = (ballot: string): string => `ballot:${ballot}`;
export const devicePurpose = 'device';
export const pagesPurpose = 'pages';

import { DatabaseSync } from 'node:sqlite';
import { dirname } from 'node:path';
import { createAccessCode, normalizeCode, type Choice, type Channel } from '@parvis/contract';
import type { Probes } from '@parvis/conformance';
import { openSqliteStore } from '@parvis/server';

/** Looks into the reference server's file from outside, whatever its tables are. */
export function sqliteProbes(file: string): Required<Probes> {
  const rows = (sql: string, ...values: string[]) => {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  };
  const tables = () => rows("SELECT name FROM sqlite_master WHERE type = 'table'").map((row) => String(row['name']));
  return {
    votes: async (consultation, ballot) =>
      rows('SELECT choice, channel FROM votes WHERE consultation_id = ? AND ballot_id = ? AND channel <> \'unused\'', consultation, ballot)
        .map((row) => ({ choice: JSON.parse(String(row['choice'])) as Choice, channel: row['channel'] as Channel })),
    // As `parvis codes` does it, beside the server that is running.
    codes: async (consultation, ballot, states) => {
      const store = openSqliteStore(dirname(file));
      const codes = states.map((state) => ({ state, code: createAccessCode() }));
      try {
        const added = codes.map(({ state, code }) => ({ code: normalizeCode(code), test: state === 'test' }));
        await store.addCodes({ consultation, ballots: [ballot], codes: added, add: true, reason: 'kit' });
        for (const { state, code } of codes) if (state === 'void') await store.voidCode({ consultation, code: normalizeCode(code), reason: 'kit' });
      } finally {
        await store.close();
      }
      return codes.map(({ code }) => code);
    },
    records: async () => tables().flatMap((table) => rows(`SELECT * FROM "${table}"`).map((row) => [table, ...Object.values(row).map(readable)])),
  };
}

/** Bytes as hexadecimal digits, and as the text they may be: a secret in either form is found. */
const readable = (value: unknown): unknown =>
  value instanceof Uint8Array ? [Buffer.from(value).toString('hex'), Buffer.from(value).toString('latin1')] : value;

import type { DatabaseSync } from 'node:sqlite';

/**
 * Numbered by their place. A migration that has been released is never edited: a change is a new one at the end.
 * WITHOUT ROWID tables are ordered by their key. Where that key is random or a hash, the order of arrival is lost.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE consultations (consultation_id TEXT PRIMARY KEY, definition TEXT NOT NULL, sort_at TEXT NOT NULL);
  CREATE TABLE salts (consultation_id TEXT, purpose TEXT, salt BLOB NOT NULL, PRIMARY KEY (consultation_id, purpose)) WITHOUT ROWID;

  CREATE TABLE marks (consultation_id TEXT, ballot_id TEXT, mark BLOB, PRIMARY KEY (consultation_id, ballot_id, mark)) WITHOUT ROWID;
  CREATE TABLE votes (
    consultation_id TEXT, ballot_id TEXT, vote_id BLOB, choice TEXT NOT NULL, channel TEXT NOT NULL,
    PRIMARY KEY (consultation_id, ballot_id, vote_id)) WITHOUT ROWID;
  CREATE TABLE receipts (
    consultation_id TEXT, ballot_id TEXT, receipt BLOB, channel TEXT NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (consultation_id, ballot_id, receipt)) WITHOUT ROWID;
  CREATE TABLE tallies (
    consultation_id TEXT, ballot_id TEXT, kind TEXT, option_id TEXT, channel TEXT, amount INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, ballot_id, kind, option_id, channel)) WITHOUT ROWID;
  CREATE TABLE replays (
    consultation_id TEXT, replay_id BLOB, scope TEXT NOT NULL, content BLOB NOT NULL, answer BLOB NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (consultation_id, replay_id)) WITHOUT ROWID;

  CREATE TABLE proposals (
    consultation_id TEXT, proposal_id TEXT, title TEXT NOT NULL, text TEXT NOT NULL, lang TEXT NOT NULL, category TEXT, place TEXT,
    status TEXT NOT NULL, published_at TEXT, supports INTEGER NOT NULL, base_supports INTEGER NOT NULL, sort_at TEXT NOT NULL,
    search TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (consultation_id, proposal_id));
  CREATE INDEX proposals_by_date ON proposals (consultation_id, sort_at, proposal_id);
  CREATE INDEX proposals_by_support ON proposals (consultation_id, supports, proposal_id);
  CREATE TABLE questions (
    consultation_id TEXT, question_id TEXT, question TEXT NOT NULL, lang TEXT NOT NULL, status TEXT NOT NULL,
    received_at TEXT NOT NULL, PRIMARY KEY (consultation_id, question_id)) WITHOUT ROWID;
  CREATE TABLE tracking (
    consultation_id TEXT, code BLOB, kind TEXT NOT NULL, item_id TEXT NOT NULL, received_at TEXT NOT NULL,
    PRIMARY KEY (consultation_id, code)) WITHOUT ROWID;
  CREATE TABLE contacts (
    consultation_id TEXT, kind TEXT, item_id TEXT, email TEXT NOT NULL, consent_at TEXT NOT NULL,
    PRIMARY KEY (consultation_id, kind, item_id)) WITHOUT ROWID;
  CREATE TABLE profiles (consultation_id TEXT, option_id TEXT, amount INTEGER NOT NULL, PRIMARY KEY (consultation_id, option_id)) WITHOUT ROWID;

  CREATE TABLE supports (
    consultation_id TEXT, item_id TEXT, mark BLOB, sequence INTEGER NOT NULL, is_on INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, item_id, mark)) WITHOUT ROWID;
  CREATE TABLE ratings (
    consultation_id TEXT, kind TEXT, item_id TEXT, mark BLOB, sequence INTEGER NOT NULL, is_on INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, kind, item_id, mark)) WITHOUT ROWID;
  CREATE TABLE follows (
    consultation_id TEXT, item_id TEXT, mark BLOB, sequence INTEGER NOT NULL, is_on INTEGER NOT NULL, email TEXT,
    PRIMARY KEY (consultation_id, item_id, mark)) WITHOUT ROWID;
  CREATE TABLE attachments (
    consultation_id TEXT, attachment_id TEXT, name TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (consultation_id, attachment_id));
  `,
  // The rows of codes are there before anybody votes, and a use changes one byte inside one of them: the file keeps no order of uses.
  `
  CREATE TABLE codes (
    consultation_id TEXT, ballot_id TEXT, code BLOB, group_name TEXT NOT NULL, is_used INTEGER NOT NULL, is_void INTEGER NOT NULL, is_test INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, ballot_id, code)) WITHOUT ROWID;
  CREATE TABLE code_ballots (consultation_id TEXT, ballot_id TEXT, PRIMARY KEY (consultation_id, ballot_id)) WITHOUT ROWID;
  CREATE TABLE code_log (
    consultation_id TEXT, entry INTEGER, day TEXT NOT NULL, act TEXT NOT NULL, codes INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (consultation_id, entry)) WITHOUT ROWID;

  CREATE TABLE buildings (consultation_id TEXT, building TEXT, group_name TEXT NOT NULL, PRIMARY KEY (consultation_id, building)) WITHOUT ROWID;
  CREATE TABLE group_keys (consultation_id TEXT PRIMARY KEY, public_key BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE group_votes (
    consultation_id TEXT, ballot_id TEXT, vote_id BLOB, sealed BLOB NOT NULL, PRIMARY KEY (consultation_id, ballot_id, vote_id)) WITHOUT ROWID;
  CREATE TABLE group_totals (
    consultation_id TEXT, ballot_id TEXT, place INTEGER, totals TEXT NOT NULL, PRIMARY KEY (consultation_id, ballot_id, place)) WITHOUT ROWID;
  `,
  // What everybody has seen already.
  'CREATE TABLE shown_results (consultation_id TEXT, ballot_id TEXT, results TEXT NOT NULL, PRIMARY KEY (consultation_id, ballot_id)) WITHOUT ROWID;',
  // From here on `votes` and `group_votes` may hold places without a vote (see `places.ts`), which an earlier Parvis would take for votes.
  '',
];

/** Brings a database to the newest version, one transaction per step. A database from a later Parvis is left untouched. */
export function migrate(db: DatabaseSync): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > migrations.length) {
    throw new Error(`The data was written by a later version of Parvis (step ${version}, this one knows ${migrations.length}).`);
  }
  migrations.slice(version).forEach((sql, i) => {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${version + i + 1}`);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  });
}